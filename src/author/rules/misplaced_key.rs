//! `misplaced-key`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "misplaced-key",
    severity: Severity::Error,
    summary: "A key means nothing on this kind of card",
    explanation: "What kind a card is follows from its keys, and some keys belong to some
kinds only: `tolerance` to figures, `accept` to typed texts, `need` to
lists. A key that does nothing is mostly meant for something else.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
    tolerance: 5%
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
