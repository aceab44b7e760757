//! `no-deck`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
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
    korean: Korean {
        summary: "파일에 덱 이름이 없습니다",
        explanation: "이름이 없으면 덱에 대해 아무것도 기억할 수 없습니다. 이름은 파일 이름이
바뀌어도 그대로입니다.
",
    },
    find: None,
};
