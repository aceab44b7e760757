//! `language`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "language",
    severity: Severity::Error,
    summary: "The deck is in a language that there is not",
    explanation: "`language` says in which language keys without a suffix are: `en` or `ko`.
Texts in the other one go under `ask.ko` or `ask.en`.

Wrong:

```yaml
deck: chips
language: kr
```

Right:

```yaml
deck: chips
language: ko
```
",
    korean: Korean {
        summary: "지원하지 않는 덱 언어입니다",
        explanation: "`language`는 언어를 붙이지 않은 키의 언어입니다: `en` 또는 `ko`. 다른 언어의
글은 `ask.ko`나 `ask.en`에 씁니다.
",
    },
    find: None,
};
