//! `units-differ`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "units-differ",
    severity: Severity::Error,
    summary: "Facts of different units stand side by side",
    explanation: "Bars can be compared when they measure the same. Convert one into the
other's unit, or leave it out.

Wrong:

```yaml
facts:
  cost: { value: 20B USD, label: Cost }
  jobs: { value: 30K people, label: Jobs }
cards:
  - id: more
    compare: [cost, jobs]
```

Right:

```yaml
facts:
  cost: { value: 20B USD, label: Cost }
  old: { value: 8B USD, label: Cost of the old one }
cards:
  - id: more
    compare: [cost, old]
```
",
    korean: Korean {
        summary: "단위가 다른 사실들이 나란히 있습니다",
        explanation: "막대는 같은 것을 잰 것이라야 견줄 수 있습니다. 한쪽을 다른 쪽의 단위로
바꾸거나 빼세요.
",
    },
    find: None,
};
