//! `unknown-key`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-key",
    severity: Severity::Error,
    summary: "A key that the format does not have",
    explanation: "Mostly a slip. An unknown key is refused rather than passed over, since what
stands under it would be lost without a word.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    anwser: Morris Chang
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
