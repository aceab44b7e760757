//! `not-yaml`, told while a deck is read.

use crate::author::rule::Rule;
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
    find: None,
};
