//! `duplicate-item`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-item",
    severity: Severity::Error,
    summary: "The same item stands twice in a list",
    explanation: "Of two equal choices, lines or sides of pairs no one could tell which is
meant. Case, spacing and punctuation do not make a difference.

Wrong:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, ARM, tsmc]
    answer: TSMC
```

Right:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, ARM, Nvidia]
    answer: TSMC
```
",
    korean: Korean {
        summary: "한 목록에 같은 항목이 두 번 있습니다",
        explanation: "똑같은 보기나 줄이나 짝이 둘이면 어느 것을 말하는지 알 수 없습니다.
대소문자, 띄어쓰기, 문장 부호만 다른 것은 같은 것으로 봅니다.
",
    },
    find: None,
};
