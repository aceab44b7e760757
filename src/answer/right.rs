//! The answer that is right, as a learner who knows it gives it.

use super::Response;
use crate::deck::{Card, Gap, Task};
use crate::text::Lang;

impl Response {
    /// What is right on a card, typed in a language where it is typed.
    pub fn right(card: &Card, lang: Lang) -> Response {
        match &card.task {
            Task::Recall { .. } => Response::Nothing,
            Task::Text { accepted } => Response::Typed(one_of(accepted, card.answer.exactly(lang))),
            Task::Number { figure, .. } => Response::Typed(figure.format(lang)),
            Task::Date { date, to, .. } => Response::Typed(match to {
                None => date.format(lang),
                Some(_) => card.answer.get(lang).clone(),
            }),
            Task::Choice { right, .. } => Response::Chosen(right.clone()),
            Task::List { items, need } => {
                let firsts = items.iter().take(*need);
                let firsts = firsts.map(|item| one_of(&item.accepted, item.text.exactly(lang)));
                Response::Several(firsts.collect())
            }
            Task::Cloze { cloze, accepted } => {
                let mut hidden = cloze.get(lang).iter().filter_map(|piece| match piece {
                    Gap::Hidden { answer, .. } => Some(answer),
                    Gap::Text(_) => None,
                });
                let each = accepted.iter().map(|gap| one_of(gap, hidden.next()));
                Response::Several(each.collect())
            }
            Task::Order { items } => Response::Ordered((0..items.len()).collect()),
            Task::Pairs { pairs } => Response::Matched((0..pairs.len()).collect()),
            Task::Compare { larger, ratio, .. } => Response::Compared(*larger, ratio.format(lang)),
        }
    }
}

/// What is accepted as it is written in the language at hand, or else the first.
fn one_of(accepted: &[String], here: Option<&String>) -> String {
    let here = here.filter(|text| accepted.contains(text));
    here.or(accepted.first()).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::*;
    use crate::answer::{Outcome, judge};
    use crate::deck::{SHIPPED, read};

    const ONE_OF_EACH: &str = "
deck: each
cards:
  - { id: recall, ask: Q, answer: A }
  - { id: text, ask: Q, answer: dateline, answer.ko: 데이트라인, accept: [slug] }
  - { id: number, ask: Q, number: 9.4% }
  - { id: times, ask: Q, number: 38210 }
  - { id: date, ask: Q, date: 2025-01-20 }
  - { id: span, ask: Q, date: 2014~2023 }
  - { id: choice, ask: Q, choices: [yes, no], answer: yes }
  - { id: boxes, ask: Q, choices: [a, b, c], answer: [a, c] }
  - { id: list, ask: Q, list: [a, e, i], need: 2 }
  - { id: gap, cloze: 'The {{c1::gap}} is {{c1::here}}', typed: true }
  - { id: order, ask: Q, order: [one, two, three] }
  - { id: pairs, ask: Q, pairs: [[A, a], [B, b]] }
  - { id: compare, ask: Q, compare: [big, small] }
facts:
  big: { value: 20, label: Big }
  small: { value: 7, label: Small }
";

    #[test]
    fn it_is_judged_right_on_every_kind_of_card() {
        let decks = SHIPPED.iter().map(|(_, text)| *text).chain([ONE_OF_EACH]);
        for text in decks {
            let reading = read(Path::new("deck.yaml"), text.as_bytes());
            assert_eq!(reading.diagnostics, []);
            for card in reading.deck.unwrap().cards {
                for lang in Lang::ALL {
                    let right = Response::right(&card, lang);
                    if right != Response::Nothing {
                        let verdict = judge(&card, &right);
                        let told = format!("{} {right:?} {verdict:?}", card.id);
                        assert_eq!(verdict.outcome, Outcome::Correct, "{told}");
                    }
                }
            }
        }
    }

    #[test]
    fn it_is_typed_in_the_language_that_is_shown() {
        let text = "deck: d\ncards:\n\
            \x20 - { id: list, ask: Q, list: [Alpha, Beta], list.ko: [알파, 베타] }\n\
            \x20 - { id: text, ask: Q, answer: Seoul, answer.ko: 서울, accept: [Hanyang] }\n\
            \x20 - { id: gaps, cloze: 'A {{c1::city}} of {{c1::tea}}', cloze.ko: '{{c1::차}}의 {{c1::도시}}', typed: true }\n\
            \x20 - { id: one, ask: Q, list: [Alpha, Beta] }\n";
        let reading = read(Path::new("deck.yaml"), text.as_bytes());
        assert_eq!(reading.diagnostics, []);
        let cards = reading.deck.unwrap().cards;
        let several = |texts: [&str; 2]| Response::Several(texts.map(str::to_owned).to_vec());
        let typed = |text: &str| Response::Typed(text.to_owned());
        let cases = [
            (
                "d/list",
                several(["Alpha", "Beta"]),
                several(["알파", "베타"]),
            ),
            ("d/text", typed("Seoul"), typed("서울")),
            ("d/gaps", several(["city", "tea"]), several(["차", "도시"])),
            (
                "d/one",
                several(["Alpha", "Beta"]),
                several(["Alpha", "Beta"]),
            ),
        ];
        for (id, english, korean) in cases {
            let card = cards.iter().find(|card| card.id.entry() == id).unwrap();
            assert_eq!(Response::right(card, Lang::En), english, "{id}");
            assert_eq!(Response::right(card, Lang::Ko), korean, "{id}");
            for right in [english, korean] {
                assert_eq!(judge(card, &right).outcome, Outcome::Correct, "{id}");
            }
        }
    }
}
