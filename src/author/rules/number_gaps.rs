//! `number-gaps`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "number-gaps",
    severity: Severity::Error,
    summary: "Which gap is which in the other language can't be told",
    explanation: r#"Gaps without a number are known by their answers, and those differ between
languages. Where there are several, number them alike in both.

Wrong:

```yaml
cards:
  - id: gaps
    cloze: "{{Seoul}} is larger than {{Busan}}."
    cloze.ko: "{{서울}}은 {{부산}}보다 크다."
```

Right:

```yaml
cards:
  - id: gaps
    cloze: "{{c1::Seoul}} is larger than {{c2::Busan}}."
    cloze.ko: "{{c1::서울}}은 {{c2::부산}}보다 크다."
```
"#,
    korean: Korean {
        summary: "다른 언어의 어느 빈칸과 짝인지 알 수 없습니다",
        explanation: "번호 없는 빈칸은 답으로 알아보는데, 답은 언어마다 다릅니다. 빈칸이 여럿이면
두 언어에 같은 번호를 붙이세요.
",
    },
    find: None,
};
