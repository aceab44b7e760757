//! What was answered, as it is told to the learner. The log has it in the words
//! of the deck's own language; who picked a choice in another saw other words.

use crate::deck::{Card, Task};
use crate::text::{Lang, Localized};

/// Between two parts of an answer.
const BETWEEN: [&str; 2] = ["; ", " = "];

/// An answer as the log has it, with the card's words in `lang`. What was typed
/// stays as it was typed.
pub fn answered_in(card: &Card, answered: &str, lang: Lang) -> String {
    let words: Vec<&Localized> = match &card.task {
        Task::Choice { choices, .. } => choices.iter().collect(),
        Task::Order { items } => items.iter().collect(),
        Task::Pairs { pairs } => pairs
            .iter()
            .flat_map(|(left, right)| [left, right])
            .collect(),
        Task::Compare { sides, .. } => sides.iter().map(|side| &side.label).collect(),
        _ => return answered.to_owned(),
    };
    let mut told = String::new();
    let mut rest = answered;
    while !rest.is_empty() {
        // The longest, for one may begin with another.
        let word = words
            .iter()
            .filter_map(|word| {
                let after = rest.strip_prefix(word.get(word.language()).as_str())?;
                (ends(after) && after.len() < rest.len()).then_some((word, after))
            })
            .min_by_key(|(_, after)| after.len());
        if let Some((word, after)) = word {
            told.push_str(word.get(lang));
            rest = after;
        }
        let next = BETWEEN
            .iter()
            .filter_map(|between| rest.find(between).map(|at| at + between.len()))
            .min();
        let (before, after) = rest.split_at(next.unwrap_or(rest.len()));
        told.push_str(before);
        rest = after;
    }
    told
}

/// What is right, in one line, written as what was answered is.
pub fn right_in(card: &Card, lang: Lang) -> String {
    let parts: Vec<String> = match &card.task {
        Task::Choice { choices, right, .. } => right
            .iter()
            .filter_map(|at| Some(choices.get(*at)?.get(lang).clone()))
            .collect(),
        Task::Order { items } => items.iter().map(|item| item.get(lang).clone()).collect(),
        Task::Pairs { pairs } => pairs
            .iter()
            .map(|(left, right)| format!("{} = {}", left.get(lang), right.get(lang)))
            .collect(),
        Task::List { items, .. } => items
            .iter()
            .map(|item| item.text.get(lang).clone())
            .collect(),
        _ => vec![card.answer.get(lang).clone()],
    };
    parts.join("; ")
}

/// Whether a part of an answer may end here.
fn ends(after: &str) -> bool {
    after.is_empty() || BETWEEN.iter().any(|between| after.starts_with(between))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use crate::session::testing::cards;

    #[test]
    fn words_of_the_card_in_the_learners_language() {
        let cases = [
            ("text", "Phoenix", "Phoenix"),
            ("choice", "ARM", "ARM"),
            (
                "order",
                "R1 comes out; DeepSeek-V3 comes out",
                "R1 공개; V3 공개",
            ),
            (
                "order",
                "R1 comes out; something else",
                "R1 공개; something else",
            ),
            (
                "pairs",
                "Alibaba = Doubao; Moonshot AI = Kimi",
                "알리바바 = Doubao; 문샷 AI = Kimi",
            ),
            ("compare", "China; 6.1", "중국; 6.1"),
            ("compare", "Chinatown; China", "Chinatown; 중국"),
            ("compare", "", ""),
            ("compare", "; = ;", "; = ;"),
        ];
        let cards = cards();
        for (card, answered, expected) in cases {
            let told = answered_in(&cards[card], answered, Lang::Ko);
            assert_eq!(told, expected, "{card} {answered}");
            let told = answered_in(&cards[card], answered, Lang::En);
            assert_eq!(told, answered, "{card} {answered}");
        }
    }
}
