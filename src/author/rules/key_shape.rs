//! `key-shape`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "key-shape",
    severity: Severity::Error,
    summary: "A list or mapping stands where a key should",
    explanation: "To YAML a bracket or brace begins a list or mapping. A text that begins with
one must be quoted.

Wrong:

```yaml
facts:
  ? [a, b]
  : { value: 1 }
```

Right:

```yaml
facts:
  a.b: { value: 1 }
```
",
    find: None,
};
