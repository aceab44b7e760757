//! `url`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "url",
    severity: Severity::Error,
    summary: "A text is no web address",
    explanation: r#"`url` is where the source can be read. It begins with `https://` or
`http://` and has no blanks.

Wrong:

```yaml
sources:
  daily: { title: A fab, date: 2025-02-09, url: example.org/fab }
```

Right:

```yaml
sources:
  daily: { title: A fab, date: 2025-02-09, url: "https://example.org/fab" }
```
"#,
    find: None,
};
