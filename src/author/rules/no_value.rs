//! `no-value`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-value",
    severity: Severity::Error,
    summary: "A fact has no value",
    explanation: "A fact is a figure: `value:` and a literal, or a formula behind `=`.

Wrong:

```yaml
facts:
  fab.cost: { label: Cost of the fab }
```

Right:

```yaml
facts:
  fab.cost: { value: 20B USD, label: Cost of the fab }
```
",
    korean: Korean {
        summary: "사실에 값이 없습니다",
        explanation: "사실은 수치입니다. `value:` 뒤에 값을 쓰거나 `=` 뒤에 식을 쓰세요.
",
    },
    find: None,
};
