//! `unknown-language`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-language",
    severity: Severity::Error,
    summary: "A key ends in a language that there is not",
    explanation: "Behind the dot stands `en` or `ko`.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    ask.kr: 파운드리 모델의 창시자는?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    ask.ko: 파운드리 모델의 창시자는?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "키 끝에 붙은 언어가 없는 언어입니다",
        explanation: "점 뒤에는 `en`이나 `ko`를 씁니다.
",
    },
    find: None,
};
