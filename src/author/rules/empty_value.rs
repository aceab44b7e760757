//! `empty-value`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "empty-value",
    severity: Severity::Error,
    summary: "A key has nothing behind it",
    explanation: "A key that is there and empty is mostly one that was forgotten. Write its
value, or delete the key.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
    note:
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
    note: In 1987, with TSMC.
```
",
    korean: Korean {
        summary: "키 뒤에 값이 없습니다",
        explanation: "키만 있고 값이 없으면 대개 쓰다 만 것입니다. 값을 쓰거나 키를 지우세요.
",
    },
    find: None,
};
