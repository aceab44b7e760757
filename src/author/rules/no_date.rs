//! `no-date`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-date",
    severity: Severity::Error,
    summary: "A text is not a date",
    explanation: "Dates are written as `2025-02-03`, or as a part of one: `2025-02`, `2025`,
`02-03`. The day on which a card leaves (`until`) must be whole.

Wrong:

```yaml
deck: chips
as_of: 9 Feb 2025
```

Right:

```yaml
deck: chips
as_of: 2025-02-09
```
",
    korean: Korean {
        summary: "날짜가 아닌 글입니다",
        explanation: "날짜는 `2025-02-03`처럼 쓰거나 일부만 씁니다: `2025-02`, `2025`, `02-03`.
카드를 그만 물을 날(`until`)은 연월일을 모두 써야 합니다.
",
    },
    find: None,
};
