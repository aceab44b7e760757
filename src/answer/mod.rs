//! Judging an answer against a card: a verdict and why.

mod choice;
mod compare;
mod date;
mod list;
mod number;
mod order;
mod rating;
mod text;

use serde::{Deserialize, Serialize};

use crate::deck::Card;
pub use rating::Rating;

/// What a learner answered, by the kind of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Typed: a text, figure or date.
    Typed(String),
    /// Typed, several: the items of a list, or the gaps in their order.
    Several(Vec<String>),
    /// Indices of the choices picked, as in the card.
    Chosen(Vec<usize>),
    /// Indices of an order's items, in the order given.
    Ordered(Vec<usize>),
    /// For each left side, the index of the right side matched to it.
    Matched(Vec<usize>),
    /// A comparison: the side said to be larger, then how many times, as typed.
    Compared(usize, String),
    /// "Don't know".
    Nothing,
}

/// How an answer was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Right.
    Correct,
    /// Nearly: rounded, say.
    Close,
    /// Wrong.
    Wrong,
}

/// Why it was judged so. The set is documented, and only grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Reason {
    // Anything.
    Exact,
    Nothing,
    // Texts and lists.
    SameButForForm,
    Alternative,
    Partial,
    Different,
    // Figures.
    Rounded,
    WithinTolerance,
    OffByPowerOfTen,
    WrongUnit,
    MissingUnit,
    DifferentValue,
    NotAFigure,
    // Dates.
    RightMonth,
    RightYear,
    SwappedDayMonth,
    DifferentDate,
    NotADate,
    // Orders, pairs, choices and comparisons.
    OneSlip,
    WrongOrder,
    WrongPairs,
    WrongChoice,
    WrongSide,
}

/// A verdict: how an answer was judged, why, and what to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Right, nearly, or wrong.
    pub outcome: Outcome,
    /// Why.
    pub reason: Reason,
    /// By which power of ten a figure was off (`3` for ten to the third too
    /// many, negative for too few); 0 otherwise.
    pub power_of_ten: i32,
    /// For each part of the answer, whether it is right: the items that were
    /// named, the lines of an order, the pairs, the gaps, the choices picked.
    pub parts: Vec<bool>,
    /// Items of a list that were not named, as indices into the card's items.
    pub missing: Vec<usize>,
    /// The rating that follows, as a suggestion.
    pub rating: Rating,
}

/// Judges `response` to `card`.
pub fn judge(card: &Card, response: &Response) -> Verdict {
    let _ = (card, response);
    todo!()
}
