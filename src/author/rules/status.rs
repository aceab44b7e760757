//! `status`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "status",
    severity: Severity::Error,
    summary: "A status is none that there is",
    explanation: "`status` says how sure something is: `fact` (which it is without one),
`claim`, `forecast`, `disputed` or `retracted`.

Wrong:

```yaml
facts:
  jobs: { value: 30K people, status: rumour }
```

Right:

```yaml
facts:
  jobs: { value: 30K people, status: claim, by: the governor }
```
",
    korean: Korean {
        summary: "없는 상태 이름입니다",
        explanation: "`status`는 얼마나 확실한지 말합니다: `fact`(쓰지 않으면), `claim`(주장),
`forecast`(전망), `disputed`(다툼 있음), `retracted`(철회됨).
",
    },
    find: None,
};
