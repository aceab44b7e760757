//! `right-distractor`: a wrong choice that is right.

use crate::author::rule::{Find, Finding, Rule};
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
