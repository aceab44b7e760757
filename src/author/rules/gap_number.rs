//! `gap-number`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "gap-number",
    severity: Severity::Error,
    summary: "A gap has a number that it can't have",
    explanation: "Gaps are numbered from `c1`. Equal numbers are hidden together; leave the
number out where each gap stands for itself.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c0::H100}}.
```

Right:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c1::H100}}.
```
",
    find: None,
};
