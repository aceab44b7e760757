//! `status`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "status",
    severity: Severity::Error,
    summary: "A status is none that there is",
    explanation: "`status` says how sure something is: `fact` (which it is without one),
`claim`, `forecast`, `disputed` or `retracted`.

Wrong:

```yaml
facts:
  jobs: { value: 30K people, status: rumour }
```

Right:

```yaml
facts:
  jobs: { value: 30K people, status: claim, by: the governor }
```
",
    find: None,
};
