//! `number-gaps`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "number-gaps",
    severity: Severity::Error,
    summary: "Which gap is which in the other language can't be told",
    explanation: r#"Gaps without a number are known by their answers, and those differ between
languages. Where there are several, number them alike in both.

Wrong:

```yaml
cards:
  - id: gaps
    cloze: "{{Seoul}} is larger than {{Busan}}."
    cloze.ko: "{{서울}}은 {{부산}}보다 크다."
```

Right:

```yaml
cards:
  - id: gaps
    cloze: "{{c1::Seoul}} is larger than {{c2::Busan}}."
    cloze.ko: "{{c1::서울}}은 {{c2::부산}}보다 크다."
```
"#,
    find: None,
};
