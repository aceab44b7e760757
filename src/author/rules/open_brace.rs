//! `open-brace`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "open-brace",
    severity: Severity::Error,
    summary: "A brace is opened and not closed",
    explanation: r"`{name}` in a text is the figure of a fact. A brace that is meant as a brace
is written `\{`.

Wrong:

```yaml
cards:
  - id: brace
    ask: What does { open in C?
    answer: A block
```

Right:

```yaml
cards:
  - id: brace
    ask: What does \{ open in C?
    answer: A block
```
",
    korean: Korean {
        summary: "중괄호가 열리고 닫히지 않습니다",
        explanation: r"글 속의 `{name}`은 사실의 수치입니다. 중괄호 자체를 쓰려면 `\{`라고 쓰세요.
",
    },
    find: None,
};
