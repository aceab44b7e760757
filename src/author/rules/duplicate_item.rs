//! `duplicate-item`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-item",
    severity: Severity::Error,
    summary: "The same item stands twice in a list",
    explanation: "Of two equal choices, lines or sides of pairs no one could tell which is
meant. Case, spacing and punctuation do not make a difference.

Wrong:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, ARM, tsmc]
    answer: TSMC
```

Right:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, ARM, Nvidia]
    answer: TSMC
```
",
    find: None,
};
