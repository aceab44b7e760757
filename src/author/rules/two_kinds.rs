//! `two-kinds`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "two-kinds",
    severity: Severity::Error,
    summary: "A card is of two kinds at once",
    explanation: "What kind a card is follows from its keys, so it can have only one of
`answer`, `number`, `date`, `list`, `cloze`, `order`, `pairs` and `compare`.
Two questions are two entries.

Wrong:

```yaml
cards:
  - id: sputnik
    ask: What began the space race, and when?
    answer: Sputnik
    date: 1957
```

Right:

```yaml
cards:
  - id: sputnik
    ask: What began the space race?
    answer: Sputnik
  - id: sputnik-year
    ask: When was Sputnik launched?
    date: 1957
```
",
    find: None,
};
