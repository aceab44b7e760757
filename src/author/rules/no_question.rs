//! `no-question`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-question",
    severity: Severity::Error,
    summary: "A card has no question",
    explanation: "Every kind but `cloze` and `compare` asks something: write it under `ask`.

Wrong:

```yaml
cards:
  - id: who
    answer: Morris Chang
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
        summary: "카드에 질문이 없습니다",
        explanation: "`cloze`와 `compare` 말고는 어느 종류든 무언가를 묻습니다. 질문을 `ask`에
쓰세요.
",
    },
    find: None,
};
