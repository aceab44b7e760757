//! `tag`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "tag",
    severity: Severity::Error,
    summary: "A text begins with '!', which YAML takes for a tag",
    explanation: r#"Quote a text that begins with an exclamation mark.

Wrong:

```yaml
cards:
  - id: not
    ask: !important is what?
    answer: A CSS keyword
```

Right:

```yaml
cards:
  - id: not
    ask: "!important is what?"
    answer: A CSS keyword
```
"#,
    find: None,
};
