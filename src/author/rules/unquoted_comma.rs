//! `unquoted-comma`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unquoted-comma",
    severity: Severity::Error,
    summary: "A text in braces ends at its comma",
    explanation: r#"Inside braces and brackets a comma ends the value, so that `38,210
applications` is read as 38 and a key of its own. Quote it.

Wrong:

```yaml
facts:
  count: { value: 38,210 applications }
```

Right:

```yaml
facts:
  count: { value: "38,210 applications" }
```
"#,
    korean: Korean {
        summary: "중괄호 안의 글이 쉼표에서 끝납니다",
        explanation: "중괄호와 대괄호 안에서는 쉼표에서 값이 끝나므로 `38,210 applications`는 38과
다른 키로 읽힙니다. 따옴표로 묶으세요.
",
    },
    find: None,
};
