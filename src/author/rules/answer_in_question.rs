//! `answer-in-question`: the answer can be read off the question.

use crate::author::prose::{Prose, dates, figures, may_say};
use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::words::{holds, holds_spaced, spaced};
use crate::deck::{Card, Gap, Severity, Task};
use crate::figure::{Unit, UnitMatch};
use crate::message;
use crate::text::{Lang, is_hangul};

pub(super) const RULE: Rule = Rule {
    code: "answer-in-question",
    severity: Severity::Warning,
    summary: "The answer stands in the question",
    explanation: "A question that holds its answer tests reading, not memory. Say it in other
words; in a cloze, hide each place where the word stands (gaps of one number
are hidden together).

Wrong:

```yaml
cards:
  - id: deep-research
    ask: What is OpenAI's tool Deep Research called?
    answer: Deep Research
```

Right:

```yaml
cards:
  - id: deep-research
    ask: What is OpenAI's tool for studying the web called?
    answer: Deep Research
```
",
    korean: Korean {
        summary: "질문 안에 답이 있습니다",
        explanation: "답이 들어 있는 질문은 기억이 아니라 읽기를 시험합니다. 다른 말로 물으세요.
빈칸 글에서는 그 낱말이 나오는 곳을 모두 가리세요(번호가 같은 빈칸은 함께
가려집니다).
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in subject.entries() {
        let given = entry.cards.iter().find_map(given_away);
        if let Some((lang, answer)) = given {
            found.push(Finding::new(
                entry.question(lang),
                message!(
                    "the answer '{answer}' stands in the question",
                    "답이 질문에 들어 있습니다: '{answer}'"
                ),
                message!(
                    "say it in other words, or hide it everywhere",
                    "다른 말로 바꾸거나 모든 곳에서 가리세요"
                ),
            ));
        }
    }
    found
}

/// The answer of a card that can be read in its question.
fn given_away(card: &Card) -> Option<(Lang, String)> {
    // The other way round it would be told a second time.
    if card.id.part() == Some("reverse") {
        return None;
    }
    match &card.task {
        Task::Recall { cloze: Some(cloze) } | Task::Cloze { cloze, .. } => cloze
            .iter()
            .find_map(|(lang, pieces)| Some((lang, in_the_open(pieces)?))),
        Task::Recall { cloze: None } | Task::Text { .. } => {
            card.answer.iter().find_map(|(lang, answer)| {
                let question = card.question.exactly(lang)?;
                (tells(answer) && holds(question, answer)).then(|| (lang, answer.clone()))
            })
        }
        Task::Number { figure, .. } => card.question.iter().find_map(|(lang, question)| {
            let answer = figure.format(lang);
            // A digit by itself stands in many a text.
            let bare = figure.unit == Unit::None && answer.chars().count() < 3;
            let prose = Prose::plain(question);
            let by_value = || {
                let figures = || figures(&prose, &dates(&prose, None));
                may_say(&prose, figure)
                    && figures().iter().any(|found| {
                        let same = found.figure.number.equals(&figure.number);
                        same && found.figure.unit.compare(&figure.unit) == UnitMatch::Same
                    })
            };
            (!bare && (holds(question, &answer) || by_value())).then_some((lang, answer))
        }),
        Task::Date { date, to: None } => card.question.iter().find_map(|(lang, question)| {
            let answer = date.format(lang);
            holds(question, &answer).then_some((lang, answer))
        }),
        _ => None,
    }
}

/// What a cloze hides and shows elsewhere.
fn in_the_open(pieces: &[Gap]) -> Option<String> {
    let shown: Vec<String> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Gap::Text(text) => Some(spaced(text)),
            Gap::Hidden { .. } => None,
        })
        .collect();
    pieces.iter().find_map(|piece| match piece {
        Gap::Hidden { answer, .. } if tells(answer) => {
            let wanted = spaced(answer);
            let open = shown.iter().any(|text| holds_spaced(text, &wanted));
            open.then(|| answer.clone())
        }
        _ => None,
    })
}

/// Whether a text is long enough to give something away.
fn tells(answer: &str) -> bool {
    let letters = answer.chars().filter(|c| c.is_alphanumeric()).count();
    let digits = answer.chars().any(|c| c.is_ascii_digit());
    letters
        >= if answer.chars().any(is_hangul) || digits {
            2
        } else {
            3
        }
}
