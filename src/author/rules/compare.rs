//! `compare`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "compare",
    severity: Severity::Error,
    summary: "Two facts can't be compared",
    explanation: "`compare` asks which of two figures is larger and by how many times. So it
takes two facts, with figures above zero that differ, and no ranges.

Wrong:

```yaml
facts:
  here: { value: 8B USD, label: Here }
  there: { value: 8B USD, label: There }
cards:
  - id: more
    compare: [here, there]
```

Right:

```yaml
facts:
  here: { value: 8B USD, label: Here }
  there: { value: 20B USD, label: There }
cards:
  - id: more
    compare: [here, there]
```
",
    korean: Korean {
        summary: "비교할 수 없는 두 사실입니다",
        explanation: "`compare`는 두 수치 가운데 어느 것이 크고 몇 배인지 묻습니다. 그래서 0보다
크고 서로 다른 수치가 있는 두 사실이 필요하고, 범위는 쓸 수 없습니다.
",
    },
    find: None,
};
