//! `longest-right`: a right answer that shows by its length.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::{Severity, Task};
use crate::message;
use crate::text::{Lang, Localized, width};

pub(super) const RULE: Rule = Rule {
    code: "longest-right",
    severity: Severity::Warning,
    summary: "The right choice is the longest by far",
    explanation: "Authors qualify what is right and leave what is wrong short; whoever knows
that picks the longest. Shorten the right one, or give the wrong ones as
much to say. The same goes for `distractors`.

Wrong:

```yaml
cards:
  - id: why
    ask: Why did export controls not stop DeepSeek?
    choices: [Smuggling, Luck, It found ways to train well on chips that were allowed]
    answer: It found ways to train well on chips that were allowed
```

Right:

```yaml
cards:
  - id: why
    ask: Why did export controls not stop DeepSeek?
    choices: [It smuggled chips, It had good luck, It made do with less]
    answer: It made do with less
```
",
    korean: Korean {
        summary: "정답 보기만 눈에 띄게 깁니다",
        explanation: "출제자는 정답에는 조건을 달고 오답은 짧게 두기 쉽습니다. 그것을 아는 사람은
가장 긴 것을 고릅니다. 정답을 줄이거나 오답에도 그만큼 쓰세요.
`distractors`도 마찬가지입니다.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        let (key, lang) = match &card.task {
            Task::Choice { choices, right, .. } => {
                let [right] = right.as_slice() else {
                    continue;
                };
                let Some(answer) = choices.get(*right) else {
                    continue;
                };
                let wrong = choices.iter().enumerate();
                let wrong: Vec<&Localized> = wrong
                    .filter(|(at, _)| at != right)
                    .map(|(_, choice)| choice)
                    .collect();
                ("choices", stands_out(answer, &wrong))
            }
            _ => {
                let wrong: Vec<&Localized> = card.distractors.iter().collect();
                ("distractors", stands_out(&card.answer, &wrong))
            }
        };
        if let Some(lang) = lang {
            found.push(Finding::new(
                entry.at_in(key, lang),
                message!(
                    "the right one is the longest by far",
                    "맞는 것이 눈에 띄게 깁니다"
                ),
                message!(
                    "shorten it, or make the wrong ones as long",
                    "줄이거나, 틀린 것들도 그만큼 길게 쓰세요"
                ),
            ));
        }
    }
    found
}

/// The language in which an answer is half as long again as any other, and by
/// enough to be seen.
fn stands_out(answer: &Localized, wrong: &[&Localized]) -> Option<Lang> {
    answer.iter().find_map(|(lang, answer)| {
        let lengths = wrong.iter().filter_map(|wrong| wrong.exactly(lang));
        let longest = lengths.map(|wrong| width(wrong)).max()?;
        let mine = width(answer);
        (2 * mine > 3 * longest && mine >= longest + 12).then_some(lang)
    })
}
