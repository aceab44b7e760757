//! `wrong-shape`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "wrong-shape",
    severity: Severity::Error,
    summary: "A list, a text or a mapping stands where another of them should",
    explanation: "Each key takes one shape: `ask` a text, `choices` a list, a card a mapping
of keys. Often a bracket makes a list of what was meant as a text, or a dash
is missing.

Wrong:

```yaml
cards:
  - id: who
    ask: [Who founded the foundry model?]
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    find: None,
};
