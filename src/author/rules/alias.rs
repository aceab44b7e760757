//! `alias`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "alias",
    severity: Severity::Error,
    summary: "A YAML alias stands inside what it names, or aliases blow up the file",
    explanation: "YAML lets a text be named with `&name` and put in again with `*name`. An
alias inside the very thing it names has no end, one name given twice means
two things to two readers, and a few nested aliases can make millions of
texts of a small file. Decks seldom need them.

Wrong:

```yaml
cards:
  - &card
    id: one
    ask: Who founded the foundry model?
    answer: *card
```

Right:

```yaml
cards:
  - id: one
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    find: None,
};
