//! `control-character`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "control-character",
    severity: Severity::Error,
    summary: "A text has a character in it that a terminal would obey",
    explanation: r#"Escape sequences and other control characters can move the cursor, change
colours or worse. None of them belongs in a deck, written as it is or as an
escape such as `\e`.

Wrong:

```yaml
cards:
  - id: escape
    ask: "Red \e[31m text?"
    answer: An alarm
```

Right:

```yaml
cards:
  - id: escape
    ask: "Red text?"
    answer: An alarm
```
"#,
    find: None,
};
