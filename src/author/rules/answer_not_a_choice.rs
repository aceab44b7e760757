//! `answer-not-a-choice`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "answer-not-a-choice",
    severity: Severity::Error,
    summary: "The answer of a card with choices is none of them",
    explanation: "The learner picks among `choices`, so what is right must be one of them,
word for word (case, spacing and punctuation do not matter). Otherwise no
pick could ever be right.

Wrong:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, ARM, Nvidia]
    answer: Samsung
```

Right:

```yaml
cards:
  - id: foundry
    ask: Which of these is a foundry?
    choices: [TSMC, ARM, Nvidia]
    answer: TSMC
```
",
    korean: Korean {
        summary: "보기가 있는 카드의 답이 보기에 없습니다",
        explanation: "학습자는 `choices`에서 고르므로, 정답은 보기 가운데 하나와 글자까지 같아야
합니다(대소문자, 띄어쓰기, 문장 부호는 달라도 됩니다). 그렇지 않으면 무엇을
골라도 틀립니다.
",
    },
    find: None,
};
