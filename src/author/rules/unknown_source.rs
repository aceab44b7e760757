//! `unknown-source`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-source",
    severity: Severity::Error,
    summary: "Something comes from a source that there is not",
    explanation: "`source` names one of the deck's `sources`.

Wrong:

```yaml
sources:
  daily: { title: A fab for the valley, date: 2025-02-09 }
facts:
  cost: { value: 20B USD, source: dialy }
```

Right:

```yaml
sources:
  daily: { title: A fab for the valley, date: 2025-02-09 }
facts:
  cost: { value: 20B USD, source: daily }
```
",
    find: None,
};
