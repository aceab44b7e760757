//! `said-of-another`: what is there, of something else, told by the truth check.

use crate::author::against::ELSEWHERE;
use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: ELSEWHERE,
    severity: Severity::Error,
    summary: "The article has the value, but of something else",
    explanation: "Told by `check --against ARTICLE`. The value stands in the article, and where
the card's own words are another one stands: one digit off, or with two digits
swapped, or one that the words are beside by far. The slip gave a value that is
true of something else. A `by` is told of where the sentence with the figure
names another speaker. Compare the two lines. If the card is right, end the line
with `# dateline: ignore said-of-another`.

Wrong, where the article has `4400개` companies by the ministry and `4000여
개` in someone's words:

```text
facts:
  firms: { value: 4000 companies, ask: How many are there by the ministry? }
```

Right:

```text
facts:
  firms: { value: 4400 companies, ask: How many are there by the ministry? }
```
",
    korean: Korean {
        summary: "기사에 있는 값이지만 다른 것을 말합니다",
        explanation: "`check --against 기사`가 알립니다. 값이 기사에 있기는 한데, 카드와 같은 말을
하는 곳에는 다른 값이 있습니다(숫자 하나가 다르거나, 두 숫자가 뒤바뀌었거나,
카드의 말이 훨씬 더 가까운 값). 잘못 옮긴 수가 마침 다른 것의 값과 같아진
것입니다. `by`는 그 수치가 있는 문장에서 다른 이가 말할 때 알립니다. 두 줄을
견주어 보세요. 카드가 맞다면 줄 끝에 `# dateline: ignore said-of-another`라고
쓰세요.

틀린 예, 기사에 부처 집계로는 기업 `4400개`, 누군가의 말로는 `4000여 개`라고
되어 있을 때:
",
    },
    find: None,
};
