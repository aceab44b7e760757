//! `broken-fact`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "broken-fact",
    severity: Severity::Error,
    summary: "Something needs a fact that has an error itself",
    explanation: r#"A figure that could not be worked out can't be filled in. Mend the fact on
the line that the message names, and this goes away with it.

Wrong:

```yaml
facts:
  cost: { value: very much }
cards:
  - id: cost
    ask: What will the fab cost?
    number: "{cost}"
```

Right:

```yaml
facts:
  cost: { value: 20B USD }
cards:
  - id: cost
    ask: What will the fab cost?
    number: "{cost}"
```
"#,
    korean: Korean {
        summary: "오류가 있는 사실이 필요한 곳입니다",
        explanation: "구하지 못한 수치는 글에 넣을 수 없습니다. 메시지가 알려 주는 줄의 사실을
바로잡으면 이것도 함께 사라집니다.
",
    },
    find: None,
};
