//! `right-distractor`: a wrong choice that is right.

use crate::answer::Outcome;
use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::Severity;
use crate::message;
use crate::quiz::right_distractors;
use crate::text::truncate;

pub(super) const RULE: Rule = Rule {
    code: "right-distractor",
    severity: Severity::Warning,
    summary: "A distractor is right",
    explanation: "`distractors` are what a quiz may offer beside the answer, and each of them
is wrong. One that would be judged right, or nearly, if it were typed (the
answer itself, one under `accept`, the same figure written otherwise) is left
out, and the quiz has a choice less.

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
        summary: "오답 보기가 맞는 답입니다",
        explanation: "`distractors`는 퀴즈에서 정답과 함께 내는 보기이고, 모두 틀린 것이어야
합니다. 답으로 적었을 때 맞거나 거의 맞다고 채점되는 것(정답, `accept`에 있는
답, 달리 적은 같은 수치)은 빠지므로 퀴즈의 보기가 하나 줄어듭니다.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        for (at, lang, outcome) in right_distractors(card) {
            // A figure stands for both languages, and is written in one.
            let mut lists = [lang, lang.other()].into_iter();
            let Some(node) =
                lists.find_map(|lang| entry.says("distractors", lang)?.items().get(at))
            else {
                continue;
            };
            let shown = truncate(node.text().unwrap_or_default(), 20);
            let message = match outcome {
                Outcome::Correct => message!(
                    "'{shown}' counts as right",
                    "'{shown}': 맞은 것으로 채점됩니다"
                ),
                _ => message!(
                    "'{shown}' counts as nearly right",
                    "'{shown}': 거의 맞은 것으로 채점됩니다"
                ),
            };
            found.push(Finding::new(
                node.place,
                message,
                message!(
                    "write something that is wrong, or delete it",
                    "틀린 것을 쓰거나 지우세요"
                ),
            ));
        }
    }
    found
}
