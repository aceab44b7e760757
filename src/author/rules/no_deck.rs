//! `no-deck`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-deck",
    severity: Severity::Error,
    summary: "The file gives its deck no name",
    explanation: "Without its name nothing can be remembered of a deck. The name stays when
the file is renamed.

Wrong:

```yaml
title: Chips
```

Right:

```yaml
deck: chips
title: Chips
```
",
    find: None,
};
