//! `said-twice`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "said-twice",
    severity: Severity::Error,
    summary: "A text stands twice for one language",
    explanation: "In a deck whose `language` is `en`, `ask` and `ask.en` are the same thing.
Keep one.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    ask.en: Who founded TSMC?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded TSMC?
    ask.ko: TSMC의 창업자는?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "한 언어의 글이 두 번 있습니다",
        explanation: "`language`가 `en`인 덱에서 `ask`와 `ask.en`은 같은 것입니다. 하나만 두세요.
",
    },
    find: None,
};
