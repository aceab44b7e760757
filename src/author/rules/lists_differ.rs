//! `lists-differ`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "lists-differ",
    severity: Severity::Error,
    summary: "A list is longer in one language than in the other",
    explanation: "The items of `choices`, `list`, `order`, `pairs` and `distractors` are
matched by their place, so both languages need the same number of them, in
the same order.

Wrong:

```yaml
cards:
  - id: order
    ask: Order by age
    order: [TSMC, Nvidia, DeepSeek]
    order.ko: [TSMC, 엔비디아]
```

Right:

```yaml
cards:
  - id: order
    ask: Order by age
    order: [TSMC, Nvidia, DeepSeek]
    order.ko: [TSMC, 엔비디아, 딥시크]
```
",
    korean: Korean {
        summary: "언어마다 목록의 길이가 다릅니다",
        explanation: "`choices`, `list`, `order`, `pairs`, `distractors`의 항목은 자리로 짝을
짓습니다. 그래서 두 언어에 같은 수의 항목이 같은 순서로 있어야 합니다.
",
    },
    find: None,
};
