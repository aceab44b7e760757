//! `no-label`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-label",
    severity: Severity::Error,
    summary: "A fact that a chart or comparison shows has no label",
    explanation: "Beside its bar stands the fact's `label`; its name is for the author only.

Wrong:

```yaml
facts:
  fab: { value: 20B USD, label: The new fab }
  old: { value: 8B USD }
cards:
  - id: more
    compare: [fab, old]
```

Right:

```yaml
facts:
  fab: { value: 20B USD, label: The new fab }
  old: { value: 8B USD, label: The old fab }
cards:
  - id: more
    compare: [fab, old]
```
",
    find: None,
};
