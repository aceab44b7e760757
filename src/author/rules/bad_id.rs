//! `bad-id`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "bad-id",
    severity: Severity::Error,
    summary: "A name is not made of lower-case letters, digits, '-', '_' and '.'",
    explanation: "Decks, cards and facts go by their names in the log, on the command line and
in other decks. A name is lower-case letters (Hangul too), digits, `-`, `_`
and `.`, with a letter or digit at both ends.

Wrong:

```yaml
cards:
  - id: Typed Text
    ask: Who founded the foundry model?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: typed-text
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "이름이 소문자, 숫자, '-', '_', '.'으로 되어 있지 않습니다",
        explanation: "덱과 카드와 사실은 기록에서도, 명령줄에서도, 다른 덱에서도 이름으로
불립니다. 이름에는 소문자(한글도 됩니다), 숫자, `-`, `_`, `.`을 쓰고, 처음과
끝은 글자나 숫자여야 합니다.
",
    },
    find: None,
};
