//! `unknown-fact`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-fact",
    severity: Severity::Error,
    summary: "A text names a fact that there is not",
    explanation: r#"`{name}` in a text is the figure of a fact of this deck. A brace that is
meant as a brace is written `\{`.

Wrong:

```yaml
facts:
  fab.cost: { value: 20B USD }
cards:
  - id: cost
    ask: What will the fab cost?
    number: "{fab.csot}"
```

Right:

```yaml
facts:
  fab.cost: { value: 20B USD }
cards:
  - id: cost
    ask: What will the fab cost?
    number: "{fab.cost}"
```
"#,
    korean: Korean {
        summary: "글에 없는 사실의 이름이 있습니다",
        explanation: r"글 속의 `{name}`은 이 덱에 있는 사실의 수치입니다. 중괄호 자체를 쓰려면
`\{`라고 쓰세요.
",
    },
    find: None,
};
