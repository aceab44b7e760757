//! `lists-differ`, told while a deck is read.

use crate::author::rule::Rule;
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
    find: None,
};
