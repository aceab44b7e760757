//! `misplaced-key`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "misplaced-key",
    severity: Severity::Error,
    summary: "A key means nothing on this kind of card",
    explanation: "What kind a card is follows from its keys, and some keys belong to some
kinds only: `tolerance` to figures, `accept` to typed texts, `need` to
lists. A key that does nothing is mostly meant for something else.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
    tolerance: 5%
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
        summary: "이 종류의 카드에는 뜻이 없는 키입니다",
        explanation: "카드의 종류는 쓴 키에 따라 정해지고, 어떤 키는 몇몇 종류에만 쓰입니다:
`tolerance`는 수치, `accept`는 입력하는 글, `need`는 목록에 씁니다. 아무
일도 하지 않는 키는 대개 다른 것을 쓰려던 것입니다.
",
    },
    find: None,
};
