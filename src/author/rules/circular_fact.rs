//! `circular-fact`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "circular-fact",
    severity: Severity::Error,
    summary: "Facts are computed from each other in a circle",
    explanation: "A formula may use other facts, but the way must end at figures. One fact of
the circle needs a figure of its own.

Wrong:

```yaml
facts:
  jobs: { value: = wages / 2 }
  wages: { value: = jobs * 2 }
```

Right:

```yaml
facts:
  jobs: { value: 30K people }
  wages: { value: = jobs * 2 }
```
",
    find: None,
};
