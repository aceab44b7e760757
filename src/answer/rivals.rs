//! The other answers of a deck: what is one of them is not this one with a slip.

use crate::deck::{Card, Task};
use crate::text::{fold, keystrokes};

/// Answers longer than this many bytes are sentences, and no one's rivals.
const LONGEST: usize = 200;

/// The other answers of a deck, as keys.
#[derive(Debug, Clone, Default)]
pub struct Rivals(Vec<Vec<char>>);

impl Rivals {
    /// Those of `card` among `cards`, of which those of other decks and the
    /// card itself do not count.
    pub fn of<'a>(card: &Card, cards: impl IntoIterator<Item = &'a Card>) -> Rivals {
        let keys = |text: &str| (text.len() <= LONGEST).then(|| keystrokes(&fold(text)));
        let others = cards
            .into_iter()
            .filter(|other| other.id.deck() == card.id.deck() && other.id != card.id);
        let mut keys: Vec<Vec<char>> = others
            .flat_map(answers)
            .filter_map(keys)
            .chain(wrong(card).filter_map(keys))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        Rivals(keys)
    }

    /// Whether a folded text is one of them.
    pub(super) fn have(&self, folded: &str) -> bool {
        !self.0.is_empty() && self.0.binary_search(&keystrokes(folded)).is_ok()
    }

    /// Their keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[char]> {
        self.0.iter().map(Vec::as_slice)
    }
}

/// What a card itself says is wrong.
fn wrong(card: &Card) -> impl Iterator<Item = &str> {
    let distractors = card.distractors.iter();
    distractors.flat_map(|text| text.iter().map(|(_, text)| text.as_str()))
}

/// Every text that a card takes for right, or offers.
fn answers(card: &Card) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    match &card.task {
        Task::Recall { .. } => texts.extend(card.answer.iter().map(|(_, text)| text.as_str())),
        Task::Text { accepted } => texts.extend(accepted.iter().map(String::as_str)),
        Task::Cloze { accepted, .. } => {
            texts.extend(accepted.iter().flatten().map(String::as_str));
        }
        Task::List { items, .. } => {
            texts.extend(
                items
                    .iter()
                    .flat_map(|item| &item.accepted)
                    .map(String::as_str),
            );
            let shown = items.iter().flat_map(|item| item.text.iter());
            texts.extend(shown.map(|(_, text)| text.as_str()));
        }
        Task::Choice { choices, .. } => {
            let choices = choices.iter().flat_map(|choice| choice.iter());
            texts.extend(choices.map(|(_, text)| text.as_str()));
        }
        Task::Pairs { pairs } => {
            for (left, right) in pairs {
                let both = left.iter().chain(right.iter());
                texts.extend(both.map(|(_, text)| text.as_str()));
            }
        }
        Task::Number { .. } | Task::Date { .. } | Task::Order { .. } | Task::Compare { .. } => {}
    }
    texts
}
