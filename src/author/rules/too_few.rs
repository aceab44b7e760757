//! `too-few`, told while a deck is read.

use crate::author::rule::Rule;
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
    find: None,
};
