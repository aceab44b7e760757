//! `more-documents`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "more-documents",
    severity: Severity::Error,
    summary: "A second YAML document begins in the file",
    explanation: "`---` begins another document. A file is one deck, so put each deck into a
file of its own.

Wrong:

```yaml
deck: chips
---
deck: more-chips
```

Right:

```yaml
deck: chips
```
",
    find: None,
};
