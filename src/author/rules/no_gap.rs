//! `no-gap`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-gap",
    severity: Severity::Error,
    summary: "A cloze hides nothing",
    explanation: "What is asked for stands in double braces. In a plain scalar that begins
with a brace the whole text must be quoted.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down H100.
```

Right:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{H100}}.
```
",
    korean: Korean {
        summary: "빈칸 글에 빈칸이 없습니다",
        explanation: "물을 것을 이중 중괄호로 감쌉니다. 중괄호로 시작하는 글은 전체를 따옴표로
묶어야 합니다.
",
    },
    find: None,
};
