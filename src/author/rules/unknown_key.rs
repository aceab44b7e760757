//! `unknown-key`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-key",
    severity: Severity::Error,
    summary: "A key that the format does not have",
    explanation: "Mostly a slip. An unknown key is refused rather than passed over, since what
stands under it would be lost without a word.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    anwser: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "형식에 없는 키입니다",
        explanation: "대개 잘못 쓴 것입니다. 모르는 키는 넘기지 않고 오류로 알립니다. 그 아래 쓴
것이 말없이 사라지기 때문입니다.
",
    },
    find: None,
};
