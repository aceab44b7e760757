//! `bad-option`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "bad-option",
    severity: Severity::Error,
    summary: "An option has a value that it can't have",
    explanation: "Options suggest a schedule for the deck: `retention` from 0.70 to 0.99,
counts of cards a day, and steps such as `1m`, `10m`, `1h` or `1d`.

Wrong:

```yaml
options: { retention: 90 }
```

Right:

```yaml
options: { retention: 0.9 }
```
",
    find: None,
};
