//! `tolerance`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "tolerance",
    severity: Severity::Error,
    summary: "A tolerance does not fit the figure",
    explanation: "`tolerance` says how far off an answer is still right: a share of the figure
(`5%`), or an amount in the figure's own unit (`0.5B USD`), never negative.

Wrong:

```yaml
cards:
  - id: cost
    ask: What will the fab cost?
    number: 20B USD
    tolerance: 5 people
```

Right:

```yaml
cards:
  - id: cost
    ask: What will the fab cost?
    number: 20B USD
    tolerance: 5%
```
",
    korean: Korean {
        summary: "허용 오차가 수치와 맞지 않습니다",
        explanation: "`tolerance`는 답이 얼마나 벗어나도 맞는지 말합니다. 수치에 대한
비율(`5%`)이나 수치와 같은 단위의 양(`0.5B USD`)으로 쓰며, 음수일 수
없습니다.
",
    },
    find: None,
};
