//! `gap-number`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "gap-number",
    severity: Severity::Error,
    summary: "A gap has a number that it can't have",
    explanation: "Gaps are numbered from `c1`. Equal numbers are hidden together; leave the
number out where each gap stands for itself.

Wrong:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c0::H100}}.
```

Right:

```yaml
cards:
  - id: gap
    cloze: The H800 is a cut-down {{c1::H100}}.
```
",
    korean: Korean {
        summary: "쓸 수 없는 빈칸 번호입니다",
        explanation: "빈칸 번호는 `c1`부터 시작합니다. 번호가 같으면 함께 가려집니다. 빈칸을
따로따로 물으려면 번호를 빼세요.
",
    },
    find: None,
};
