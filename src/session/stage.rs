//! Which side of which card is up, or how the session ended.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::answer::{Rating, Response, Verdict};
use crate::deck::{Card, CardId};
use crate::schedule::Outcomes;
use crate::session::{Draft, Input};

/// What the screen shows.
#[derive(Debug)]
pub enum Stage {
    /// This card comes, once it is brought.
    Coming(CardId),
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
    /// When the answer was begun, once it was.
    pub begun: Option<Timestamp>,
}

impl Asking {
    /// A card's question, as of `now`, with its shuffles by `seed`.
    pub fn new(card: Arc<Card>, seed: u64, now: Timestamp) -> Asking {
        Asking {
            draft: Draft::new(&card, seed),
            card,
            hint: false,
            since: now,
            begun: None,
        }
    }

    /// Makes or submits the answer: what was answered, once it is all.
    pub fn take(&mut self, input: Input, now: Timestamp) -> Option<Response> {
        let before = self.begun.is_none().then(|| self.draft.clone());
        let response = self.draft.take(&self.card, input);
        if before.is_some_and(|before| response.is_some() || before != self.draft) {
            self.begun = Some(now);
        }
        response
    }
}

/// A card turned over, with what was answered.
#[derive(Debug)]
pub struct Turned {
    /// The card.
    pub card: Arc<Card>,
    /// The answer as it was made, with its shuffles.
    pub draft: Draft,
    /// The answer as it was submitted.
    pub response: Response,
    /// How it was judged; `None` where the learner rates alone.
    pub verdict: Option<Verdict>,
    /// Since when it was asked.
    pub since: Timestamp,
}

/// A card's answer, and what each rating would do.
#[derive(Debug)]
pub struct Answered {
    /// The card and what was answered.
    pub turned: Turned,
    /// From the question to the first key of the answer, in milliseconds; `None`
    /// where no answer was given.
    pub first_key_ms: Option<u32>,
    /// Whether that was far longer than it takes this learner.
    pub slow: bool,
    /// What enter would rate.
    pub suggestion: Rating,
    /// What each rating would do.
    pub outcomes: Outcomes,
}

impl Answered {
    /// The question that was answered so, of the card as it is now.
    pub(super) fn again(&self, card: Arc<Card>) -> Asking {
        let turned = &self.turned;
        let begun = |ms: u32| turned.since + SignedDuration::from_millis(i64::from(ms));
        Asking {
            card,
            draft: turned.draft.clone(),
            hint: false,
            since: turned.since,
            begun: self.first_key_ms.map(begun),
        }
    }
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
