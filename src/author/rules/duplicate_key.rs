//! `duplicate-key`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-key",
    severity: Severity::Error,
    summary: "A key stands twice in one mapping",
    explanation: "Of two values under one key YAML readers keep the first or the last, and
lose the other without a word.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    ask: Who founded TSMC?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded TSMC?
    answer: Morris Chang
```
",
    find: None,
};
