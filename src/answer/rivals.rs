//! The other answers of a deck: what is one of them is not this one with a slip.

use crate::deck::{Card, Task};
use crate::text::{fold, keystrokes};

/// Answers longer than this many bytes are sentences, and no one's rivals.
const LONGEST: usize = 200;

/// The other answers of a deck.
#[derive(Debug, Clone, Default)]
pub struct Rivals<'a>(Vec<(&'a str, usize)>);

impl<'a> Rivals<'a> {
    /// Those of `card` among `cards`, of which those of other decks and the
    /// card itself do not count.
    pub fn of(card: &'a Card, cards: impl IntoIterator<Item = &'a Card>) -> Rivals<'a> {
        let others = cards
            .into_iter()
            .filter(|other| other.id.deck() == card.id.deck() && other.id != card.id);
        let texts = others.flat_map(answers).chain(wrong(card));
        let short = texts.filter(|text| text.len() <= LONGEST);
        Rivals(short.map(|text| (text, letters(text))).collect())
    }

    /// Whether a text, folded as well, is one of them.
    pub(super) fn have(&self, text: &str, folded: &str) -> bool {
        self.near(text, 0).any(|rival| fold(rival) == folded)
    }

    /// The keys of those that may be at most so many keys from a text.
    pub(super) fn keys_near(&self, text: &str, most: usize) -> impl Iterator<Item = Vec<char>> {
        self.near(text, most).map(|rival| keystrokes(&fold(rival)))
    }

    /// Those with about as many letters as a text: most are told apart by that,
    /// which is cheaper than folding them. (Folding may make two of one: `ß`.)
    fn near(&self, text: &str, most: usize) -> impl Iterator<Item = &'a str> {
        let count = letters(text);
        let rivals = self.0.iter();
        let near = rivals.filter(move |(_, letters)| letters.abs_diff(count) <= most + 1);
        near.map(|(text, _)| *text)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
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
