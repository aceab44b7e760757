//! `url`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "url",
    severity: Severity::Error,
    summary: "A text is no web address",
    explanation: r#"`url` is where the source can be read. It begins with `https://` or
`http://` and has no blanks.

Wrong:

```yaml
sources:
  daily: { title: A fab, date: 2025-02-09, url: example.org/fab }
```

Right:

```yaml
sources:
  daily: { title: A fab, date: 2025-02-09, url: "https://example.org/fab" }
```
"#,
    korean: Korean {
        summary: "웹 주소가 아닌 글입니다",
        explanation: "`url`은 출처를 읽을 수 있는 곳입니다. `https://`나 `http://`로 시작하고
공백이 없어야 합니다.
",
    },
    find: None,
};
