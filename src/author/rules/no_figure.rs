//! `no-figure`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-figure",
    severity: Severity::Error,
    summary: "A text is not a figure",
    explanation: "A figure is a number with or without a unit: `38,210`, `9.4%`, `1/18`,
`5.576M USD`, `3만 8210건`. What is vague (*many*, *수천*) can't be asked for as
a figure; make it an `answer`.

Wrong:

```yaml
cards:
  - id: cost
    ask: What will the fab cost?
    number: a lot of money
```

Right:

```yaml
cards:
  - id: cost
    ask: What will the fab cost?
    number: 20B USD
```
",
    korean: Korean {
        summary: "수치가 아닌 글입니다",
        explanation: "수치는 단위가 있거나 없는 수입니다: `38,210`, `9.4%`, `1/18`, `5.576M USD`,
`3만 8210건`. 어림하는 말(*many*, *수천*)은 수치로 물을 수 없으니 `answer`로
쓰세요.
",
    },
    find: None,
};
