//! `need`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "need",
    severity: Severity::Error,
    summary: "'need' asks for more than the list has, or for none",
    explanation: "`need` says how many of a list are to be named: from 1 to as many as there
are. Without it all are.

Wrong:

```yaml
cards:
  - id: two
    ask: Name two foundries
    list: [TSMC, Samsung]
    need: 3
```

Right:

```yaml
cards:
  - id: two
    ask: Name two foundries
    list: [TSMC, Samsung, UMC]
    need: 2
```
",
    find: None,
};
