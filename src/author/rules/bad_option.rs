//! `bad-option`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "bad-option",
    severity: Severity::Error,
    summary: "An option has a value that it can't have",
    explanation: "Options suggest a schedule for the deck: `retention` from 0.70 to 0.99,
counts of cards a day, and steps such as `1m`, `10m`, `1h` or `1d`.

Wrong:

```yaml
options: { retention: 90 }
```

Right:

```yaml
options: { retention: 0.9 }
```
",
    korean: Korean {
        summary: "쓸 수 없는 옵션 값입니다",
        explanation: "옵션은 덱의 복습 일정에 대한 제안입니다. `retention`은 0.70~0.99, 카드 수는
하루 기준이고, 단계는 `1m`, `10m`, `1h`, `1d`처럼 씁니다.
",
    },
    find: None,
};
