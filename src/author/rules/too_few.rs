//! `too-few`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-few",
    severity: Severity::Error,
    summary: "There is nothing to choose, order or match",
    explanation: "`choices`, `order` and `pairs` need at least two items, a `list` one.

Wrong:

```yaml
cards:
  - id: order
    ask: Order by age
    order: [TSMC]
```

Right:

```yaml
cards:
  - id: order
    ask: Order by age
    order: [TSMC, Nvidia]
```
",
    korean: Korean {
        summary: "고르거나, 차례로 놓거나, 짝지을 것이 없습니다",
        explanation: "`choices`, `order`, `pairs`에는 항목이 둘 이상, `list`에는 하나 이상 있어야
합니다.
",
    },
    find: None,
};
