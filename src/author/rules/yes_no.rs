//! `yes-no`: a question that a coin can answer.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::words::spaced;
use crate::deck::{Card, Severity, Task};
use crate::message;
use crate::text::{Lang, truncate};

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
    korean: Korean {
        summary: "답이 예나 아니요입니다",
        explanation: "예나 아니요로 답하는 질문은 찍어도 절반은 맞고, 기억에 남는 것은 사실이
아니라 그 말입니다. 사실 자체를 물으세요.
",
    },
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
        let yes_no = card
            .answer
            .iter()
            .find(|(lang, answer)| is_yes_no(answer) && is_even(card, *lang));
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

/// Whether nothing but one of the two can be answered.
fn is_even(card: &Card, lang: Lang) -> bool {
    match &card.task {
        // A band may be called Yes.
        Task::Recall { cloze: None } | Task::Text { .. } => {
            let question = card.question.exactly(lang);
            !question.is_some_and(|asked| asks_for_a_thing(asked))
        }
        Task::Choice { choices, .. } => {
            let mut texts = choices.iter().map(|choice| choice.get(lang));
            choices.len() == 2 && texts.all(|text| is_yes_no(text))
        }
        _ => false,
    }
}

/// English words that ask for a thing, and those that begin what asks for none
/// though one of them follows: *Is that what it was?*
const THINGS: &[&str] = &[
    "who", "whose", "whom", "what", "which", "when", "where", "how",
];
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "should", "may", "must",
];
const KOREAN_THINGS: &[&str] = &["무엇", "누구", "어느", "언제", "어디", "몇", "무슨"];

fn asks_for_a_thing(question: &str) -> bool {
    let spaced = spaced(question);
    let mut words = spaced.split_whitespace();
    let verb = words.next().is_some_and(|first| VERBS.contains(&first));
    let thing = spaced.split_whitespace().any(|word| {
        THINGS.contains(&word) || KOREAN_THINGS.iter().any(|thing| word.starts_with(thing))
    });
    thing && !verb
}

/// Whether an answer is yes or no, alone or with more behind a comma.
fn is_yes_no(answer: &str) -> bool {
    let first = answer.split([',', '.', ';', '!', '—', '–', ':']).next();
    let first = first.unwrap_or_default().trim().to_lowercase();
    // No. 5 is a number.
    let rest = answer.trim().get(first.len()..).unwrap_or_default();
    let number = rest.strip_prefix('.').map(str::trim_start);
    let is_number = number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    WORDS.contains(&first.as_str()) && !is_number
}
