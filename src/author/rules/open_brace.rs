//! `open-brace`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "open-brace",
    severity: Severity::Error,
    summary: "A brace is opened and not closed",
    explanation: r"`{name}` in a text is the figure of a fact. A brace that is meant as a brace
is written `\{`.

Wrong:

```yaml
cards:
  - id: brace
    ask: What does { open in C?
    answer: A block
```

Right:

```yaml
cards:
  - id: brace
    ask: What does \{ open in C?
    answer: A block
```
",
    find: None,
};
