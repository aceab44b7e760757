//! `empty-file`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
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
    korean: Korean {
        summary: "파일에 덱이 없습니다",
        explanation: "파일이 비었거나 주석뿐입니다. 덱은 이름으로 시작합니다.
",
    },
    find: None,
};
