//! `tag`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "tag",
    severity: Severity::Error,
    summary: "A text begins with '!', which YAML takes for a tag",
    explanation: r#"Quote a text that begins with an exclamation mark.

Wrong:

```yaml
cards:
  - id: not
    ask: !important is what?
    answer: A CSS keyword
```

Right:

```yaml
cards:
  - id: not
    ask: "!important is what?"
    answer: A CSS keyword
```
"#,
    korean: Korean {
        summary: "글이 '!'로 시작해 YAML이 태그로 읽습니다",
        explanation: "느낌표로 시작하는 글은 따옴표로 묶으세요.
",
    },
    find: None,
};
