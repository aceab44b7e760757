//! `no-speaker`: a claim or forecast without `by`.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::{Severity, Status};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "no-speaker",
    severity: Severity::Warning,
    summary: "A claim or forecast does not say whose it is",
    explanation: "A claim without its speaker turns into a fact in the learner's head. `by`
names who says so; it stands under the card.

Wrong:

```yaml
facts:
  jobs: { value: 30K people, ask: How many jobs will the fab bring?, status: claim }
```

Right:

```yaml
facts:
  jobs: { value: 30K people, ask: How many jobs will the fab bring?, status: claim, by: the governor }
```
",
    korean: Korean {
        summary: "누구의 주장이나 전망인지 쓰여 있지 않습니다",
        explanation: "말한 사람이 빠진 주장은 학습자의 머릿속에서 사실이 됩니다. 누가 그렇게
말하는지 `by`에 쓰세요. 카드 아래에 보입니다.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in subject.entries() {
        let Some(dateline) = entry.dateline() else {
            continue;
        };
        let (what, what_ko) = match dateline.status {
            Status::Claim => ("claim", "주장"),
            Status::Forecast => ("forecast", "전망"),
            Status::Fact | Status::Disputed | Status::Retracted => continue,
        };
        if dateline.by.is_none() && !subject.is_broken(entry, "by") {
            found.push(Finding::new(
                entry.at("status"),
                message!(
                    "a {what}, and no one is named who makes it",
                    "누가 말했는지 밝히지 않은 {what_ko}입니다"
                ),
                message!("add 'by:' and who says so", "'by:'와 말한 이를 더하세요"),
            ));
        }
    }
    found
}
