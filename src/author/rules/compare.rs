//! `compare`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "compare",
    severity: Severity::Error,
    summary: "Two facts can't be compared",
    explanation: "`compare` asks which of two figures is larger and by how many times. So it
takes two facts, with figures above zero that differ, and no ranges.

Wrong:

```yaml
facts:
  here: { value: 8B USD, label: Here }
  there: { value: 8B USD, label: There }
cards:
  - id: more
    compare: [here, there]
```

Right:

```yaml
facts:
  here: { value: 8B USD, label: Here }
  there: { value: 20B USD, label: There }
cards:
  - id: more
    compare: [here, there]
```
",
    find: None,
};
