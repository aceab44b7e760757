//! `gap-groups-differ`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "gap-groups-differ",
    severity: Severity::Error,
    summary: "A cloze hides one thing in one language and another in the other",
    explanation: r#"Gaps of one number are one card, in both languages. So each number must be
there in both, with as many gaps.

Wrong:

```yaml
cards:
  - id: gaps
    cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.
    cloze.ko: "{{c1::H800}}은 H100의 사양을 낮춘 것이다."
```

Right:

```yaml
cards:
  - id: gaps
    cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.
    cloze.ko: "{{c1::H800}}은 {{c2::H100}}의 사양을 낮춘 것이다."
```
"#,
    korean: Korean {
        summary: "언어마다 가리는 빈칸이 다릅니다",
        explanation: "번호가 같은 빈칸은 두 언어에서 카드 한 장입니다. 그래서 번호마다 두 언어에
같은 수의 빈칸이 있어야 합니다.
",
    },
    find: None,
};
