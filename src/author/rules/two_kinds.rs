//! `two-kinds`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "two-kinds",
    severity: Severity::Error,
    summary: "A card is of two kinds at once",
    explanation: "What kind a card is follows from its keys, so it can have only one of
`answer`, `number`, `date`, `list`, `cloze`, `order`, `pairs` and `compare`.
Two questions are two entries.

Wrong:

```yaml
cards:
  - id: sputnik
    ask: What began the space race, and when?
    answer: Sputnik
    date: 1957
```

Right:

```yaml
cards:
  - id: sputnik
    ask: What began the space race?
    answer: Sputnik
  - id: sputnik-year
    ask: When was Sputnik launched?
    date: 1957
```
",
    korean: Korean {
        summary: "카드가 한꺼번에 두 종류입니다",
        explanation: "카드의 종류는 쓴 키에 따라 정해지므로 `answer`, `number`, `date`, `list`,
`cloze`, `order`, `pairs`, `compare` 가운데 하나만 쓸 수 있습니다. 두 가지를
물으려면 항목을 둘로 나누세요.
",
    },
    find: None,
};
