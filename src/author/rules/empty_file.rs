//! `empty-file`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "empty-file",
    severity: Severity::Error,
    summary: "The file holds no deck",
    explanation: "There is nothing in the file, or nothing but comments. A deck begins with
its name.

Wrong:

```yaml
# cards will follow
```

Right:

```yaml
deck: chips
```
",
    find: None,
};
