//! `unknown-name`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-name",
    severity: Severity::Error,
    summary: "'accept' names something that the card does not ask for",
    explanation: "On a card that asks for several things, `accept` gives the other spellings
of each under its name, as it stands in the list or the gap.

Wrong:

```yaml
cards:
  - id: two
    ask: Name both foundries
    list: [TSMC, Samsung]
    accept: { Intel: [Intel Foundry] }
```

Right:

```yaml
cards:
  - id: two
    ask: Name both foundries
    list: [TSMC, Samsung]
    accept: { Samsung: [Samsung Foundry] }
```
",
    find: None,
};
