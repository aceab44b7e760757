//! `unknown-source`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-source",
    severity: Severity::Error,
    summary: "Something comes from a source that there is not",
    explanation: "`source` names one of the deck's `sources`.

Wrong:

```yaml
sources:
  daily: { title: A fab for the valley, date: 2025-02-09 }
facts:
  cost: { value: 20B USD, source: dialy }
```

Right:

```yaml
sources:
  daily: { title: A fab for the valley, date: 2025-02-09 }
facts:
  cost: { value: 20B USD, source: daily }
```
",
    korean: Korean {
        summary: "없는 출처에서 왔다고 되어 있습니다",
        explanation: "`source`에는 덱의 `sources` 가운데 하나의 이름을 씁니다.
",
    },
    find: None,
};
