//! `right-distractor`: a wrong choice that is right.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::Severity;
use crate::message;
use crate::text::{fold, truncate};

pub(super) const RULE: Rule = Rule {
    code: "right-distractor",
    severity: Severity::Warning,
    summary: "A distractor is the answer",
    explanation: "`distractors` are what a quiz may offer beside the answer, and each of them
is wrong. One that is the answer itself is left out, and the quiz has a choice
less.

Wrong:

```yaml
cards:
  - id: founder
    ask: Who founded TSMC?
    answer: Morris Chang
    distractors: [Jensen Huang, morris chang]
```

Right:

```yaml
cards:
  - id: founder
    ask: Who founded TSMC?
    answer: Morris Chang
    distractors: [Jensen Huang, Lisa Su]
```
",
    korean: Korean {
        summary: "오답 보기가 정답입니다",
        explanation: "`distractors`는 퀴즈에서 정답과 함께 내는 보기이고, 모두 틀린 것이어야
합니다. 정답과 같은 것은 빠지므로 퀴즈의 보기가 하나 줄어듭니다.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        let right = entry
            .texts(&["distractors"])
            .into_iter()
            .find(|(lang, node)| {
                let answer = card.answer.exactly(*lang);
                let text = node.text().unwrap_or_default();
                answer.is_some_and(|answer| fold(answer) == fold(text))
            });
        if let Some((_, node)) = right {
            found.push(Finding::new(
                node.place,
                message!(
                    "'{}' is the answer",
                    "'{}': 이것이 정답입니다",
                    truncate(node.text().unwrap_or_default(), 20)
                ),
                message!(
                    "write something that is wrong, or delete it",
                    "틀린 것을 쓰거나 지우세요"
                ),
            ));
        }
    }
    found
}
