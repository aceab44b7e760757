//! `unquoted-comma`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unquoted-comma",
    severity: Severity::Error,
    summary: "A text in braces ends at its comma",
    explanation: r#"Inside braces and brackets a comma ends the value, so that `38,210
applications` is read as 38 and a key of its own. Quote it.

Wrong:

```yaml
facts:
  count: { value: 38,210 applications }
```

Right:

```yaml
facts:
  count: { value: "38,210 applications" }
```
"#,
    find: None,
};
