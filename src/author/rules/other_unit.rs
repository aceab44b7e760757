//! `other-unit`: what is there with another unit or scale, told by the truth check.

use crate::author::against::OTHER_UNIT;
use crate::author::rule::{Korean, Rule};
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
    korean: Korean {
        summary: "기사에는 같은 수가 다른 단위나 자릿수로 있습니다",
        explanation: "`check --against 기사`가 알립니다. 숫자는 맞지만 무엇을 센 것인지가
다릅니다: 퍼센트를 퍼센트포인트로, 억을 만으로 쓴 경우입니다. 기사대로
단위와 자릿수를 쓰세요.

틀린 예, 기사에는 `80억원`이라고 되어 있을 때:
",
    },
    find: None,
};
