//! `unknown-name`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-name",
    severity: Severity::Error,
    summary: "'accept' names something that the card does not ask for",
    explanation: "On a card that asks for several things, `accept` gives the other spellings
of each under its name, as it stands in the list or the gap.

Wrong:

```yaml
cards:
  - id: two
    ask: Name both foundries
    list: [TSMC, Samsung]
    accept: { Intel: [Intel Foundry] }
```

Right:

```yaml
cards:
  - id: two
    ask: Name both foundries
    list: [TSMC, Samsung]
    accept: { Samsung: [Samsung Foundry] }
```
",
    korean: Korean {
        summary: "'accept'가 카드에서 묻지 않는 것을 가리킵니다",
        explanation: "여러 가지를 묻는 카드에서 `accept`는 목록이나 빈칸에 쓴 이름마다 다른 표기를
적습니다.
",
    },
    find: None,
};
