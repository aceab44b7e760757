//! `empty-gap`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "empty-gap",
    severity: Severity::Error,
    summary: "Nothing stands in a gap",
    explanation: "A gap holds what is asked for: `{{answer}}`, or with a number and a hint
`{{c1::answer::hint}}`.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c1::}}.
```

Right:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c1::H100}}.
```
",
    korean: Korean {
        summary: "빈칸에 아무것도 없습니다",
        explanation: "빈칸에는 물을 것을 씁니다: `{{답}}`, 번호와 힌트를 붙이면
`{{c1::답::힌트}}`.
",
    },
    find: None,
};
