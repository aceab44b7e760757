//! `no-gap`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-gap",
    severity: Severity::Error,
    summary: "A cloze hides nothing",
    explanation: "What is asked for stands in double braces. In a plain scalar that begins
with a brace the whole text must be quoted.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down H100.
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
