//! `key-shape`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
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
    korean: Korean {
        summary: "키 자리에 목록이나 매핑이 있습니다",
        explanation: "YAML에서 대괄호나 중괄호는 목록이나 매핑의 시작입니다. 괄호로 시작하는 글은
따옴표로 묶으세요.
",
    },
    find: None,
};
