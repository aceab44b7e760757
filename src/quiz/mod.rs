//! A quiz: a test made of cards, scored, that leaves the schedule alone.
//!
//! [`Paper`] is the questions, made from decks and a [`Brief`] and nothing else:
//! the same seed gives the same paper on every machine. [`Sitting`] is one
//! learner's way through it, a pure state machine as a study session is.
//! [`Score`] is what it came to.

mod answered;
mod chance;
mod distractor;
mod paper;
mod print;
mod score;
mod sitting;

pub use crate::schedule::{Asked, Brief, Form, Kind, Limit, QuizAnswer, Try};
pub use answered::{answered_in, right_in};
pub(crate) use distractor::right_distractors;
pub use paper::{Kinds, Paper, Question};
pub use print::markdown;
pub use score::{Miss, Score, Share};
pub use sitting::{Effect, Sitting, Stage};
