//! `open-gap`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "open-gap",
    severity: Severity::Error,
    summary: "A gap is opened and not closed",
    explanation: "A gap begins with `{{` and ends with `}}`.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{H100.
```

Right:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{H100}}.
```
",
    korean: Korean {
        summary: "빈칸이 열리고 닫히지 않습니다",
        explanation: "빈칸은 `{{`로 시작해 `}}`로 끝납니다.
",
    },
    find: None,
};
