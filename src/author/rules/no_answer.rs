//! `no-answer`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-answer",
    severity: Severity::Error,
    summary: "A card has no answer",
    explanation: "What is right must be somewhere: `answer`, `number`, `date`, `list`,
`cloze`, `order`, `pairs` or `compare`; and with `choices` an `answer` that
says which.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "카드에 답이 없습니다",
        explanation: "정답은 어딘가에 있어야 합니다: `answer`, `number`, `date`, `list`, `cloze`,
`order`, `pairs`, `compare` 가운데 하나에 쓰세요. `choices`가 있으면 어느
것이 맞는지 `answer`에 쓰세요.
",
    },
    find: None,
};
