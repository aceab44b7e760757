//! `languages-differ`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "languages-differ",
    severity: Severity::Error,
    summary: "The answer picks other choices in one language than in the other",
    explanation: "Choices stand in the same order in both languages, and the right ones must
be the same in both.

Wrong:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, Nvidia]
    choices.ko: [TSMC, 엔비디아]
    answer: TSMC
    answer.ko: 엔비디아
```

Right:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, Nvidia]
    choices.ko: [TSMC, 엔비디아]
    answer: TSMC
    answer.ko: TSMC
```
",
    korean: Korean {
        summary: "언어마다 답으로 고른 보기가 다릅니다",
        explanation: "보기는 두 언어에서 같은 순서로 쓰고, 정답도 두 언어에서 같은 보기여야
합니다.
",
    },
    find: None,
};
