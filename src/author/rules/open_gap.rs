//! `open-gap`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "open-gap",
    severity: Severity::Error,
    summary: "A gap is opened and not closed",
    explanation: "A gap begins with `{{` and ends with `}}`.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{H100.
```

Right:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{H100}}.
```
",
    find: None,
};
