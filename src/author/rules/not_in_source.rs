//! `not-in-source`: what is claimed and not there, told by the truth check.

use crate::author::against::MISSING;
use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: MISSING,
    severity: Severity::Error,
    summary: "A figure, date or name is not in the article that it is from",
    explanation: "Told by `check --against ARTICLE`. A card that says what its source does
not say teaches something else, by one digit as a rule. The message has what
comes nearest in the article. Write what the article has; give an entry that
is from elsewhere another `source:`; or end the line with
`# dateline: ignore not-in-source` where it is common knowledge.

Wrong, where the article has `26.6%`:

```text
facts:
  exam: { value: 26.9%, ask: What share did it get right? }
```

Right:

```text
facts:
  exam: { value: 26.6%, ask: What share did it get right? }
```
",
    korean: Korean {
        summary: "출처라는 기사에 없는 수치나 날짜나 이름입니다",
        explanation: "`check --against 기사`가 알립니다. 출처에 없는 말을 하는 카드는 다른 것을
가르치며, 대개 숫자 하나가 다릅니다. 메시지는 기사에서 가장 가까운 것을 보여
줍니다. 기사대로 쓰거나, 다른 데서 온 항목이면 그 `source:`를 쓰거나,
상식이라면 줄 끝에 `# dateline: ignore not-in-source`라고 쓰세요.

틀린 예, 기사에는 `26.6%`라고 되어 있을 때:
",
    },
    find: None,
};
