//! `duplicate-key`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-key",
    severity: Severity::Error,
    summary: "A key stands twice in one mapping",
    explanation: "Of two values under one key YAML readers keep the first or the last, and
lose the other without a word.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    ask: Who founded TSMC?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded TSMC?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "한 매핑에 같은 키가 두 번 있습니다",
        explanation: "한 키에 값이 둘이면 YAML을 읽는 쪽은 첫째나 마지막만 남기고, 나머지는 말없이
버립니다.
",
    },
    find: None,
};
