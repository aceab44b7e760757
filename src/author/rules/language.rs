//! `language`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "language",
    severity: Severity::Error,
    summary: "The deck is in a language that there is not",
    explanation: "`language` says in which language keys without a suffix are: `en` or `ko`.
Texts in the other one go under `ask.ko` or `ask.en`.

Wrong:

```yaml
deck: chips
language: kr
```

Right:

```yaml
deck: chips
language: ko
```
",
    find: None,
};
