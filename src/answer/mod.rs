//! Judging an answer against a card: a verdict and why.
//!
//! One file a kind of answer, each a function from what is right and what was
//! given to a [`Verdict`]. A figure, a date and a text each know one way of
//! being compared; lists, gaps and comparisons are made of those.

mod asked;
mod carrier;
mod choice;
mod compare;
mod date;
mod difference;
mod direction;
mod form;
mod found;
mod gaps;
mod list;
mod number;
mod order;
mod pairs;
mod particle;
mod rating;
mod right;
mod rivals;
mod slip;
mod table;
mod text;
mod words;

use serde::{Deserialize, Serialize};

use crate::deck::{Card, Task};
use crate::text::{Lang, written_in};
pub use difference::difference;
pub use list::entries;
pub(crate) use particle::stems;
pub use rating::Rating;
pub use rivals::Rivals;
pub use table::{Expected, read_table};
pub use words::response_in_words;

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
    Typo,
    KeyboardLayout,
    Particle,
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
    MissingMonth,
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
    /// Whether a slip of the fingers or an ending was forgiven: then it hangs on
    /// the other answers of the deck too, see [`judge_among`].
    pub forgiven: bool,
    /// Items of a list that were not named, as indices into the card's items.
    pub missing: Vec<usize>,
    /// The rating that follows, as a suggestion.
    pub rating: Rating,
}

impl Verdict {
    /// A verdict on the whole answer; the rating follows from the outcome.
    fn new(outcome: Outcome, reason: Reason) -> Verdict {
        Verdict {
            outcome,
            reason,
            power_of_ten: 0,
            parts: Vec::new(),
            forgiven: false,
            missing: Vec::new(),
            rating: Rating::suggested(outcome),
        }
    }

    fn correct(reason: Reason) -> Verdict {
        Verdict::new(Outcome::Correct, reason)
    }

    fn close(reason: Reason) -> Verdict {
        Verdict::new(Outcome::Close, reason)
    }

    fn wrong(reason: Reason) -> Verdict {
        Verdict::new(Outcome::Wrong, reason)
    }

    /// The language of what an answer was a slip of: it is held against the text of
    /// that one, whichever of them the card is shown in.
    pub fn slip_in(&self, typed: &str) -> Option<Lang> {
        let is_slip = matches!(self.reason, Reason::Typo | Reason::Particle);
        written_in(typed).filter(|_| is_slip)
    }

    fn with_parts(self, parts: Vec<bool>) -> Verdict {
        Verdict { parts, ..self }
    }
}

impl Outcome {
    /// Whether it counts as right.
    pub fn is_right(self) -> bool {
        self != Outcome::Wrong
    }

    /// The word of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Correct => "correct",
            Outcome::Close => "close",
            Outcome::Wrong => "wrong",
        }
    }
}

impl Reason {
    /// The word of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Exact => "exact",
            Reason::Nothing => "nothing",
            Reason::SameButForForm => "same_but_for_form",
            Reason::Alternative => "alternative",
            Reason::Typo => "typo",
            Reason::KeyboardLayout => "keyboard_layout",
            Reason::Particle => "particle",
            Reason::Partial => "partial",
            Reason::Different => "different",
            Reason::Rounded => "rounded",
            Reason::WithinTolerance => "within_tolerance",
            Reason::OffByPowerOfTen => "off_by_power_of_ten",
            Reason::WrongUnit => "wrong_unit",
            Reason::MissingUnit => "missing_unit",
            Reason::DifferentValue => "different_value",
            Reason::NotAFigure => "not_a_figure",
            Reason::RightMonth => "right_month",
            Reason::RightYear => "right_year",
            Reason::SwappedDayMonth => "swapped_day_month",
            Reason::DifferentDate => "different_date",
            Reason::MissingMonth => "missing_month",
            Reason::NotADate => "not_a_date",
            Reason::OneSlip => "one_slip",
            Reason::WrongOrder => "wrong_order",
            Reason::WrongPairs => "wrong_pairs",
            Reason::WrongChoice => "wrong_choice",
            Reason::WrongSide => "wrong_side",
        }
    }
}

/// Judges `response` to `card`.
///
/// A text given where something is picked or moved ([`Response::Typed`] for
/// choices, orders, pairs and comparisons) is read as [`response_in_words`]
/// does, so that every card can be answered in one line.
pub fn judge(card: &Card, response: &Response) -> Verdict {
    judge_among(card, response, [])
}

/// The same, among the cards of its deck (others may be among them): what makes
/// another card's answer is no slip.
pub fn judge_among<'a>(
    card: &Card,
    response: &Response,
    cards: impl IntoIterator<Item = &'a Card>,
) -> Verdict {
    let verdict = judge_against(card, response, &Rivals::default());
    // Little is forgiven: the others are only looked at then.
    if verdict.forgiven {
        let others = cards.into_iter().map(|other: &Card| other);
        judge_against(card, response, &Rivals::of(card, others))
    } else {
        verdict
    }
}

fn judge_against(card: &Card, response: &Response, rivals: &Rivals<'_>) -> Verdict {
    if is_nothing(response) {
        let unnamed = match &card.task {
            Task::List { items, .. } => items.len(),
            _ => 0,
        };
        return Verdict {
            missing: (0..unnamed).collect(),
            ..Verdict::wrong(Reason::Nothing)
        };
    }
    let in_words;
    let response = match response {
        Response::Typed(line) => {
            in_words = response_in_words(card, line);
            &in_words
        }
        given => given,
    };
    match (&card.task, response) {
        (Task::Recall { .. }, Response::Typed(typed)) => {
            text::judge(&shown(card, &[]), typed, rivals)
        }
        (Task::Text { accepted }, Response::Typed(typed)) => {
            text::judge(&shown(card, accepted), typed, rivals)
        }
        (Task::Number { figure, tolerance }, Response::Typed(typed)) => {
            number::judge(figure, tolerance.as_deref(), Some(&card.question), typed)
        }
        (Task::Date { date, to: None }, Response::Typed(typed)) => {
            date::judge(*date, Some(&card.question), typed)
        }
        (Task::Date { date, to: Some(to) }, Response::Typed(typed)) => {
            date::judge_span(*date, *to, &card.question, typed)
        }
        (Task::Choice { right, .. }, Response::Chosen(picked)) => choice::judge(right, picked),
        (Task::List { items, need }, Response::Several(lines)) => {
            list::judge(items, *need, lines, rivals)
        }
        (Task::Cloze { cloze, accepted }, Response::Several(filled)) => {
            gaps::judge(cloze, accepted, filled, &card.question, rivals)
        }
        (Task::Order { items }, Response::Ordered(order)) => order::judge(items, order),
        (Task::Pairs { pairs }, Response::Matched(matched)) => pairs::judge(pairs, matched),
        (Task::Compare { larger, ratio, .. }, Response::Compared(side, times)) => {
            compare::judge(*larger, ratio, *side, times)
        }
        // An answer of another kind than the card's says nothing about it.
        _ => Verdict::wrong(Reason::Different),
    }
}

/// The answer as it is shown, in every language it has, and what is accepted.
fn shown(card: &Card, accepted: &[String]) -> text::Rights {
    let shown = card.answer.iter().map(|(_, text)| text.as_str());
    text::Rights::new(shown, accepted).asked(&card.question)
}

fn is_nothing(response: &Response) -> bool {
    let blank = |text: &String| text.trim().is_empty();
    match response {
        Response::Nothing => true,
        Response::Typed(text) => blank(text),
        Response::Several(texts) => texts.iter().all(blank),
        Response::Chosen(indices) | Response::Ordered(indices) | Response::Matched(indices) => {
            indices.is_empty()
        }
        Response::Compared(..) => false,
    }
}

#[cfg(test)]
mod tests;
