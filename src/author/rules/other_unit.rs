//! `other-unit`: what is there with another unit or scale, told by the truth check.

use crate::author::against::OTHER_UNIT;
use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: OTHER_UNIT,
    severity: Severity::Error,
    summary: "The article has the number with another unit or scale",
    explanation: "Told by `check --against ARTICLE`. The digits are right, and what they count
is not: percentage points for per cent, 만 for 억. Write the unit and the
scale of the article.

Wrong, where the article has `80억원`:

```text
facts:
  cost: { value: 80M KRW, ask: What did it cost? }
```

Right:

```text
facts:
  cost: { value: 8B KRW, ask: What did it cost? }
```
",
    find: None,
};
