//! `no-value`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-value",
    severity: Severity::Error,
    summary: "A fact has no value",
    explanation: "A fact is a figure: `value:` and a literal, or a formula behind `=`.

Wrong:

```yaml
facts:
  fab.cost: { label: Cost of the fab }
```

Right:

```yaml
facts:
  fab.cost: { value: 20B USD, label: Cost of the fab }
```
",
    find: None,
};
