//! `wrong-shape`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "wrong-shape",
    severity: Severity::Error,
    summary: "A list, a text or a mapping stands where another of them should",
    explanation: "Each key takes one shape: `ask` a text, `choices` a list, a card a mapping
of keys. Often a bracket makes a list of what was meant as a text, or a dash
is missing.

Wrong:

```yaml
cards:
  - id: who
    ask: [Who founded the foundry model?]
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "목록, 글, 매핑 가운데 다른 것이 있어야 할 자리입니다",
        explanation: "키마다 쓰는 모양이 있습니다: `ask`는 글, `choices`는 목록, 카드는 키의
매핑입니다. 괄호 때문에 글이 목록이 되었거나 줄표가 빠진 경우가 많습니다.
",
    },
    find: None,
};
