//! `answer-not-a-choice`, told while a deck is read.

use crate::author::rule::Rule;
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
    find: None,
};
