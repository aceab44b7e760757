//! `circular-fact`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "circular-fact",
    severity: Severity::Error,
    summary: "Facts are computed from each other in a circle",
    explanation: "A formula may use other facts, but the way must end at figures. One fact of
the circle needs a figure of its own.

Wrong:

```yaml
facts:
  jobs: { value: = wages / 2 }
  wages: { value: = jobs * 2 }
```

Right:

```yaml
facts:
  jobs: { value: 30K people }
  wages: { value: = jobs * 2 }
```
",
    korean: Korean {
        summary: "사실들이 돌고 돌아 서로에게서 계산됩니다",
        explanation: "식에 다른 사실을 쓸 수 있지만, 따라가면 결국 수치에 닿아야 합니다. 고리
가운데 한 사실에는 자기 수치가 있어야 합니다.
",
    },
    find: None,
};
