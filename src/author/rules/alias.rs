//! `alias`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "alias",
    severity: Severity::Error,
    summary: "A YAML alias stands inside what it names, or aliases blow up the file",
    explanation: "YAML lets a text be named with `&name` and put in again with `*name`. An
alias inside the very thing it names has no end, one name given twice means
two things to two readers, and a few nested aliases can make millions of
texts of a small file. Decks seldom need them.

Wrong:

```yaml
cards:
  - &card
    id: one
    ask: Who founded the foundry model?
    answer: *card
```

Right:

```yaml
cards:
  - id: one
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "YAML 별칭이 스스로 가리키는 것 안에 있거나, 별칭 때문에 파일이 부풀어 오릅니다",
        explanation: "YAML에서는 글에 `&name`으로 이름을 붙이고 `*name`으로 다시 쓸 수 있습니다.
가리키는 것 안에 들어 있는 별칭은 끝이 없고, 두 번 쓴 이름은 읽는 쪽마다
뜻이 다르며, 별칭을 몇 겹만 겹쳐도 작은 파일이 글 수백만 개로 불어납니다.
덱에는 거의 쓸 일이 없습니다.
",
    },
    find: None,
};
