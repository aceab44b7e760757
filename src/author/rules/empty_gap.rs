//! `empty-gap`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "empty-gap",
    severity: Severity::Error,
    summary: "Nothing stands in a gap",
    explanation: "A gap holds what is asked for: `{{answer}}`, or with a number and a hint
`{{c1::answer::hint}}`.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c1::}}.
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
