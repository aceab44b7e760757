//! `more-documents`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
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
    korean: Korean {
        summary: "파일 안에서 두 번째 YAML 문서가 시작됩니다",
        explanation: "`---`는 다른 문서의 시작입니다. 파일 하나가 덱 하나이므로, 덱마다 파일을
따로 두세요.
",
    },
    find: None,
};
