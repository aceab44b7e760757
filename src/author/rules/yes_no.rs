//! `yes-no`: a question that a coin can answer.

use crate::author::rule::{Find, Finding, Rule};
use crate::author::subject::Subject;
use crate::deck::{Severity, Task};
use crate::message;
use crate::text::truncate;

pub(super) const RULE: Rule = Rule {
    code: "yes-no",
    severity: Severity::Warning,
    summary: "The answer is yes or no",
    explanation: "Half of the guesses at a yes-or-no question are right, and what is
remembered is the word, not the fact. Ask for the thing itself.

Wrong:

```yaml
cards:
  - id: sputnik
    ask: Was Sputnik launched by the Soviet Union?
    answer: Yes
```

Right:

```yaml
cards:
  - id: sputnik
    ask: Which country launched Sputnik?
    answer: The Soviet Union
```
",
    find: Some(Find::Alone(find)),
};

/// What such an answer begins with.
const WORDS: &[&str] = &[
    "yes",
    "no",
    "true",
    "false",
    "네",
    "예",
    "아니오",
    "아니요",
    "맞다",
    "아니다",
    "그렇다",
    "그렇지 않다",
    "참",
    "거짓",
    "맞음",
    "틀림",
    "있다",
    "없다",
];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        let whole = match &card.task {
            Task::Recall { cloze: None } | Task::Text { .. } => true,
            Task::Choice { choices, .. } => choices.len() == 2,
            _ => false,
        };
        let yes_no = card
            .answer
            .iter()
            .find(|(_, answer)| whole && is_yes_no(answer));
        if let Some((lang, answer)) = yes_no {
            found.push(Finding::new(
                entry.at_in("answer", lang),
                message!(
                    "'{}' answers a question that chance answers as well",
                    "'{}': 찍어도 맞힐 수 있는 질문의 답입니다",
                    truncate(answer, 20)
                ),
                message!(
                    "ask who, what, when or how much instead",
                    "누가, 무엇을, 언제, 얼마나 같은 물음으로 바꾸세요"
                ),
            ));
        }
    }
    found
}

/// Whether an answer is yes or no, alone or with more behind a comma.
fn is_yes_no(answer: &str) -> bool {
    let first = answer.split([',', '.', ';', '!', '—', '–', ':']).next();
    let first = first.unwrap_or_default().trim().to_lowercase();
    WORDS.contains(&first.as_str())
}
