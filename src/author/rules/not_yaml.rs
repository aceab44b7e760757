//! `not-yaml`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "not-yaml",
    severity: Severity::Error,
    summary: "The file, or a part of it, is no YAML",
    explanation: r#"Mostly a quote or bracket is missing, a line is not indented like its
neighbours, tabs stand where spaces should, or a text contains `: ` or ` #`
and needs quotes. While it is no YAML the deck is studied as it last was.

Wrong:

```yaml
cards:
  - id: who
    ask: "Who founded the foundry model?
    answer: Morris Chang
```

Right:

```yaml
cards:
  - id: who
    ask: "Who founded the foundry model?"
    answer: Morris Chang
```
"#,
    korean: Korean {
        summary: "파일이나 그 일부가 YAML이 아닙니다",
        explanation: "대개 따옴표나 괄호가 빠졌거나, 줄의 들여쓰기가 앞뒤와 다르거나, 공백 자리에
탭이 있거나, 글에 `: `나 ` #`이 들어 있어 따옴표가 필요한 경우입니다. YAML이
아닌 동안에는 마지막으로 온전했던 덱으로 공부합니다.
",
    },
    find: None,
};
