//! Which side of which card is up, or how the session ended.

use std::sync::Arc;

use jiff::Timestamp;

use crate::answer::{Rating, Response, Verdict};
use crate::deck::Card;
use crate::schedule::Outcomes;
use crate::session::Draft;

/// What the screen shows.
#[derive(Debug)]
pub enum Stage {
    /// The question.
    Asking(Asking),
    /// The answer.
    Answered(Box<Answered>),
    /// The end.
    Ended(Ending),
}

/// A card's question, and the answer that is being made.
#[derive(Debug)]
pub struct Asking {
    /// The card.
    pub card: Arc<Card>,
    /// The answer so far.
    pub draft: Draft,
    /// Whether the hint is shown.
    pub hint: bool,
    /// Since when it is asked.
    pub since: Timestamp,
}

/// A card's answer, and what each rating would do.
#[derive(Debug)]
pub struct Answered {
    /// The card.
    pub card: Arc<Card>,
    /// The answer as it was made, with its shuffles.
    pub draft: Draft,
    /// The answer as it was submitted.
    pub response: Response,
    /// How it was judged; `None` where the learner rates alone.
    pub verdict: Option<Verdict>,
    /// What enter would rate.
    pub suggestion: Rating,
    /// What each rating would do.
    pub outcomes: Outcomes,
    /// Since when it was asked.
    pub since: Timestamp,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing more today.
    Done,
    /// A card in its steps comes back at this time.
    Later(Timestamp),
    /// The minutes are over.
    TimeUp,
    /// The learner left.
    Left,
}
