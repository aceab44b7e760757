//! `duplicate-id`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-id",
    severity: Severity::Error,
    summary: "Two cards of a deck have the same id",
    explanation: "Reviews are kept under `deck/id`, so two cards of one id would share a
history. A card copied from another needs an id of its own; so does a card
whose id is that of a fact that asks.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
  - id: who
    ask: Who founded ARM?
    answer: Hermann Hauser
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
  - id: who-arm
    ask: Who founded ARM?
    answer: Hermann Hauser
```
",
    find: None,
};
