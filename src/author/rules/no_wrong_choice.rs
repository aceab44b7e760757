//! `no-wrong-choice`: choices of which each is right.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::{Severity, Task};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "no-wrong-choice",
    severity: Severity::Warning,
    summary: "Every choice of a card is right",
    explanation: "Whoever picks all there is to pick is right, and knows it after the first
time: nothing is asked. Add a choice that is wrong, or let the learner name
them with `list`.

Wrong:

```yaml
cards:
  - id: foundries
    ask: Which of these are foundries?
    choices: [TSMC, Samsung]
    answer: [TSMC, Samsung]
```

Right:

```yaml
cards:
  - id: foundries
    ask: Which of these are foundries?
    choices: [TSMC, Samsung, ARM]
    answer: [TSMC, Samsung]
```
",
    korean: Korean {
        summary: "카드의 보기가 모두 정답입니다",
        explanation: "있는 보기를 다 고르면 맞고, 한 번 풀면 그것을 알게 되니 아무것도 묻지 않는
셈입니다. 틀린 보기를 더하거나, `list`로 직접 답하게 하세요.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let all_right = subject.asking().filter(|(entry, card)| {
        let (choices, right) = match &card.task {
            Task::Choice { choices, right, .. } => (choices.len(), right.len()),
            _ => return false,
        };
        // Of choices that are broken no one knows.
        choices > 1 && choices == right && !subject.is_broken(entry, "choices")
    });
    let each = all_right.map(|(entry, _)| {
        Finding::new(
            entry.at("choices"),
            message!("every choice is right", "보기가 모두 정답입니다"),
            message!(
                "add one that is wrong, or ask for all of them with 'list:'",
                "틀린 보기를 더하거나, 'list:'로 모두 답하게 하세요"
            ),
        )
    });
    each.collect()
}
