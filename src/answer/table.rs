//! A table of answers with the verdicts that they should get, so that a deck
//! can carry its own tests:
//!
//! ```yaml
//! chips/cost:
//!   correct: [20B USD, 200억 달러]
//!   close: [19.5B]
//!   wrong: [2B USD, 20B EUR]
//! ```

use std::path::Path;

use super::Outcome;
use crate::deck::yaml::{Node, Value, clean, parse};
use crate::deck::{Diagnostic, Place, Severity};
use crate::message;
use crate::text::{Lang, Message, safe_line};

/// An answer, and how it should be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The card's name.
    pub card: String,
    /// Where that stands.
    pub card_place: Place,
    /// The answer, in one line.
    pub answer: String,
    /// Where it stands.
    pub place: Place,
    /// How it should be judged.
    pub outcome: Outcome,
}

/// Reads a table, and tells what in it can't be read.
pub fn read_table(path: &Path, bytes: &[u8]) -> (Vec<Expected>, Vec<Diagnostic>) {
    let mut table = Table {
        path,
        expected: Vec::new(),
        wrong: Vec::new(),
    };
    let tree = clean(bytes).and_then(|clean| parse(&clean.text));
    match tree {
        Ok(tree) => {
            for fault in tree.faults {
                table.told(fault.code, fault.place, fault.message, fault.help);
            }
            table.cards(&tree.root);
        }
        Err(fault) => {
            // Of an empty file a deck's reader says how a deck begins.
            let help = match fault.code {
                "empty-file" => Some(begin()),
                _ => fault.help,
            };
            table.told(fault.code, fault.place, fault.message, help);
        }
    }
    (table.expected, table.wrong)
}

/// How a table begins.
fn begin() -> Message {
    message!(
        "write 'deck/card:' and under it 'correct: [an answer]'",
        "'deck/card:'를 쓰고 그 아래 'correct: [답]'을 쓰세요"
    )
}

/// A table while it is read.
struct Table<'p> {
    path: &'p Path,
    expected: Vec<Expected>,
    wrong: Vec<Diagnostic>,
}

impl Table<'_> {
    fn told(&mut self, code: &'static str, place: Place, message: Message, help: Option<Message>) {
        self.wrong.push(Diagnostic {
            path: self.path.to_owned(),
            place,
            severity: Severity::Error,
            code,
            message,
            help,
        });
    }

    fn cards(&mut self, root: &Node) {
        if !matches!(root.value, Value::Map(_)) {
            let [en, ko] = Lang::ALL.map(|lang| root.noun(lang));
            let message = message!(
                "a table of answers is a mapping of cards, this is {en}",
                "답의 표에는 '카드 이름: 값'이 와야 하는데 {ko}만 있습니다"
            );
            return self.told("wrong-shape", root.place, message, Some(begin()));
        }
        for (card, verdicts) in root.entries() {
            let name = card.text().unwrap_or_default();
            if !matches!(verdicts.value, Value::Map(_)) {
                let said = safe_line(name);
                let [en, ko] = Lang::ALL.map(|lang| verdicts.noun(lang));
                let message = message!(
                    "under '{said}' stands {en}",
                    "'{said}' 아래에 있는 것은 {ko}입니다"
                );
                let help = message!(
                    "write under it 'correct:', 'close:' and 'wrong:', each with a list",
                    "그 아래 'correct:', 'close:', 'wrong:'을 목록과 함께 쓰세요"
                );
                self.told("wrong-shape", verdicts.place, message, Some(help));
                continue;
            }
            for (verdict, answers) in verdicts.entries() {
                self.answers((name, card.place), verdict, answers);
            }
        }
    }

    fn answers(&mut self, (card, card_place): (&str, Place), verdict: &Node, answers: &Node) {
        let name = verdict.text().unwrap_or_default();
        let outcomes = [Outcome::Correct, Outcome::Close, Outcome::Wrong];
        let Some(outcome) = outcomes.into_iter().find(|outcome| outcome.name() == name) else {
            let message = message!(
                "there is no verdict '{}'",
                "그런 판정은 없습니다: '{}'",
                safe_line(name)
            );
            let help = message!(
                "use correct, close or wrong",
                "correct, close, wrong 중 하나를 쓰세요"
            );
            return self.told("unknown-key", verdict.place, message, Some(help));
        };
        if !matches!(answers.value, Value::List(_)) {
            let [en, ko] = Lang::ALL.map(|lang| answers.noun(lang));
            let message = message!(
                "'{name}' must be a list of answers, not {en}",
                "'{name}': 답의 목록이어야 하는데, 이것은 {ko}입니다"
            );
            let help = message!(
                "put them in brackets: {name}: [one, another]",
                "대괄호로 묶으세요: {name}: [하나, 또 하나]"
            );
            return self.told("wrong-shape", answers.place, message, Some(help));
        }
        for answer in answers.items() {
            let Some(text) = answer.text() else {
                let [en, ko] = Lang::ALL.map(|lang| answer.noun(lang));
                let message = message!(
                    "an answer must be a text, not {en}",
                    "답은 글이어야 하는데, 이것은 {ko}입니다"
                );
                let help = message!("quote it", "따옴표로 묶으세요");
                self.told("wrong-shape", answer.place, message, Some(help));
                continue;
            };
            self.expected.push(Expected {
                card: card.to_owned(),
                card_place,
                answer: text.to_owned(),
                place: answer.place,
                outcome,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (expected, wrong) = read_table(Path::new("t.yaml"), text.as_bytes());
        let expected = expected.iter().map(|one| {
            let Place { line, column, .. } = one.place;
            format!(
                "{line}:{column} {} {} {}",
                one.card,
                one.outcome.name(),
                one.answer
            )
        });
        let wrong = wrong.iter().map(|one| {
            one.message.assert_alike();
            one.help.iter().for_each(Message::assert_alike);
            let help = one.help.as_ref().map(|help| help.says(Lang::En));
            assert!(
                !help.is_some_and(|help| help.contains("a deck ")),
                "{help:?}"
            );
            let Place { line, column, .. } = one.place;
            format!("{line}:{column} {}", one.code)
        });
        (expected.collect(), wrong.collect())
    }

    #[test]
    fn a_table_beside_decks_is_known_by_the_verdicts() {
        let names = [Outcome::Correct, Outcome::Close, Outcome::Wrong].map(Outcome::name);
        assert_eq!(names, crate::deck::format::VERDICTS);
    }

    #[test]
    fn tables() {
        let cases: &[(&str, &[&str], &[&str])] = &[
            (
                "chips/a:\n  correct: [20B USD, '38,210', 9.40]\n  wrong:\n    - 4\n",
                &[
                    "2:13 chips/a correct 20B USD",
                    "2:22 chips/a correct 38,210",
                    "2:32 chips/a correct 9.40",
                    "4:7 chips/a wrong 4",
                ],
                &[],
            ),
            (
                "칩/가: { close: [딥씨크] }\n",
                &["1:16 칩/가 close 딥씨크"],
                &[],
            ),
            ("a/b: [x]\n", &[], &["1:6 wrong-shape"]),
            (
                "a/b: { right: [x], wrong: y }\n",
                &[],
                &["1:8 unknown-key", "1:27 wrong-shape"],
            ),
            (
                "a/b: { wrong: [[x], z] }\n",
                &["1:21 a/b wrong z"],
                &["1:16 wrong-shape"],
            ),
            ("- a\n", &[], &["1:1 wrong-shape"]),
            ("a: {\n", &[], &["2:1 not-yaml"]),
            ("", &[], &["1:1 empty-file"]),
            ("# nothing yet\n", &[], &["1:1 empty-file"]),
        ];
        for (text, expected, wrong) in cases {
            let (got, told) = read(text);
            assert_eq!(
                (got, told),
                (
                    expected.iter().map(|s| (*s).into()).collect(),
                    wrong.iter().map(|s| (*s).into()).collect()
                ),
                "{text}"
            );
        }
    }
}
