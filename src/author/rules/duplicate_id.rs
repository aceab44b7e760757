//! `duplicate-id`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-id",
    severity: Severity::Error,
    summary: "Two cards of a deck have the same id",
    explanation: "Reviews are kept under `deck/id`, so two cards of one id would share a
history. A card copied from another needs an id of its own; so does a card
whose id is that of a fact that asks.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
  - id: who
    ask: Who founded ARM?
    answer: Hermann Hauser
```

Right:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
  - id: who-arm
    ask: Who founded ARM?
    answer: Hermann Hauser
```
",
    korean: Korean {
        summary: "한 덱의 두 카드가 같은 아이디를 씁니다",
        explanation: "복습은 `덱/아이디`로 기록되므로, 아이디가 같은 두 카드는 기록을 나눠 갖게
됩니다. 다른 카드를 베껴 만든 카드에도, 질문이 있는 사실과 이름이 같은
카드에도 자기 아이디가 있어야 합니다.
",
    },
    find: None,
};
