//! `no-date`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-date",
    severity: Severity::Error,
    summary: "A text is not a date",
    explanation: "Dates are written as `2025-02-03`, or as a part of one: `2025-02`, `2025`,
`02-03`. The day on which a card leaves (`until`) must be whole.

Wrong:

```yaml
deck: chips
as_of: 9 Feb 2025
```

Right:

```yaml
deck: chips
as_of: 2025-02-09
```
",
    find: None,
};
