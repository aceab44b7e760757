//! `no-question`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-question",
    severity: Severity::Error,
    summary: "A card has no question",
    explanation: "Every kind but `cloze` and `compare` asks something: write it under `ask`.

Wrong:

```yaml
cards:
  - id: who
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
