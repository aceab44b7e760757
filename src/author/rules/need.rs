//! `need`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "need",
    severity: Severity::Error,
    summary: "'need' asks for more than the list has, or for none",
    explanation: "`need` says how many of a list are to be named: from 1 to as many as there
are. Without it all are.

Wrong:

```yaml
cards:
  - id: two
    ask: Name two foundries
    list: [TSMC, Samsung]
    need: 3
```

Right:

```yaml
cards:
  - id: two
    ask: Name two foundries
    list: [TSMC, Samsung, UMC]
    need: 2
```
",
    korean: Korean {
        summary: "'need'가 목록보다 많거나 하나도 묻지 않습니다",
        explanation: "`need`는 목록에서 몇 개를 적어야 하는지 정합니다. 1부터 목록의 길이까지 쓸
수 있고, 쓰지 않으면 모두 적어야 합니다.
",
    },
    find: None,
};
