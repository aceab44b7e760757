//! `tolerance`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "tolerance",
    severity: Severity::Error,
    summary: "A tolerance does not fit the figure",
    explanation: "`tolerance` says how far off an answer is still right: a share of the figure
(`5%`), or an amount in the figure's own unit (`0.5B USD`), never negative.

Wrong:

```yaml
cards:
  - id: cost
    ask: What will the fab cost?
    number: 20B USD
    tolerance: 5 people
```

Right:

```yaml
cards:
  - id: cost
    ask: What will the fab cost?
    number: 20B USD
    tolerance: 5%
```
",
    find: None,
};
