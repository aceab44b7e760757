//! From an entry of each kind to its cards' questions, answers and tasks.

mod answer;
mod choice;
mod compare;
mod lists;
mod number;

pub use answer::answer;
pub use choice::choice;
pub use compare::compare;
pub use lists::{list, order, pairs};
pub use number::{date, figure_draft, number, tolerance};

use super::draft::Draft;
use super::facts::Facts;
use crate::deck::Task;
use crate::text::{Lang, Localized};

/// What all kinds need.
pub struct Asked<'f> {
    /// The question, filled in.
    pub question: Localized,
    /// The facts that the question shows.
    pub facts: Vec<String>,
    /// The facts of the deck.
    pub known: &'f Facts,
}

impl Asked<'_> {
    /// The card that a kind makes of it.
    fn draft(self, answer: Localized, task: Task, value: Option<String>) -> Draft {
        Draft {
            part: None,
            question: self.question,
            answer,
            task,
            value,
            facts: self.facts,
        }
    }
}

/// The same in both languages.
fn in_both(first: Lang, say: impl Fn(Lang) -> String) -> Localized {
    Localized::with(first, say(first), Some(say(first.other())))
}
