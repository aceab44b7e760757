//! `no-answer`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-answer",
    severity: Severity::Error,
    summary: "A card has no answer",
    explanation: "What is right must be somewhere: `answer`, `number`, `date`, `list`,
`cloze`, `order`, `pairs` or `compare`; and with `choices` an `answer` that
says which.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
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
