//! `control-character`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "control-character",
    severity: Severity::Error,
    summary: "A text has a character in it that a terminal would obey",
    explanation: r#"Escape sequences and other control characters can move the cursor, change
colours or worse. None of them belongs in a deck, written as it is or as an
escape such as `\e`.

Wrong:

```yaml
cards:
  - id: escape
    ask: "Red \e[31m text?"
    answer: An alarm
```

Right:

```yaml
cards:
  - id: escape
    ask: "Red text?"
    answer: An alarm
```
"#,
    korean: Korean {
        summary: "터미널이 명령으로 받아들이는 문자가 글에 있습니다",
        explanation: r"이스케이프 시퀀스 같은 제어 문자는 커서를 옮기고 색을 바꾸며, 더한 일도 할
수 있습니다. 그대로 썼든 `\e`처럼 이스케이프로 썼든 덱에는 쓸 수 없습니다.
",
    },
    find: None,
};
