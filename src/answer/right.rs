//! The answer that is right, as a learner who knows it gives it.

use super::Response;
use crate::deck::{Card, Task};
use crate::text::Lang;

impl Response {
    /// What is right on a card, typed in a language where it is typed.
    pub fn right(card: &Card, lang: Lang) -> Response {
        match &card.task {
            Task::Recall { .. } => Response::Nothing,
            Task::Text { accepted } => {
                let right = accepted.first().cloned();
                let here = card
                    .answer
                    .exactly(lang)
                    .filter(|text| accepted.contains(text));
                Response::Typed(here.cloned().or(right).unwrap_or_default())
            }
            Task::Number { figure, .. } => Response::Typed(figure.format(lang)),
            Task::Date { date, to, .. } => Response::Typed(match to {
                None => date.format(lang),
                Some(_) => card.answer.get(lang).clone(),
            }),
            Task::Choice { right, .. } => Response::Chosen(right.clone()),
            Task::List { items, need } => {
                let firsts = items.iter().take(*need);
                let firsts = firsts.filter_map(|item| item.accepted.first().cloned());
                Response::Several(firsts.collect())
            }
            Task::Cloze { accepted, .. } => {
                let firsts = accepted.iter();
                let firsts = firsts.map(|gap| gap.first().cloned().unwrap_or_default());
                Response::Several(firsts.collect())
            }
            Task::Order { items } => Response::Ordered((0..items.len()).collect()),
            Task::Pairs { pairs } => Response::Matched((0..pairs.len()).collect()),
            Task::Compare { larger, ratio, .. } => Response::Compared(*larger, ratio.format(lang)),
        }
    }
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
}
