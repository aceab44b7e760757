//! `empty-value`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "empty-value",
    severity: Severity::Error,
    summary: "A key has nothing behind it",
    explanation: "A key that is there and empty is mostly one that was forgotten. Write its
value, or delete the key.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
    note:
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
    note: In 1987, with TSMC.
```
",
    find: None,
};
