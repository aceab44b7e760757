//! `bad-id`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "bad-id",
    severity: Severity::Error,
    summary: "A name is not made of lower-case letters, digits, '-', '_' and '.'",
    explanation: "Decks, cards and facts go by their names in the log, on the command line and
in other decks. A name is lower-case letters (Hangul too), digits, `-`, `_`
and `.`, with a letter or digit at both ends.

Wrong:

```yaml
cards:
  - id: Typed Text
    ask: Who founded the foundry model?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: typed-text
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    find: None,
};
