//! What each of the four ratings would do to a card. A transition is a value:
//! all four are worked out at once, and nothing is written until one is chosen.

use jiff::Timestamp;

use crate::answer::Rating;
use crate::schedule::{CardState, Due, Memory, Model, Options, Phase, StudyClock};

/// What one rating would do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The rating.
    pub rating: Rating,
    /// The state that the card would go into.
    pub phase: Phase,
    /// Its memory then.
    pub memory: Memory,
    /// When it would come again.
    pub due: Due,
    /// How far away that is, as the key shows it, fuzz included.
    pub interval: Interval,
}

/// How long until a card comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interval {
    /// Within the steps, in seconds.
    Seconds(u32),
    /// In study days.
    Days(u32),
}

/// What each rating would do, in the order of [`Rating::ALL`].
pub type Outcomes = [Outcome; 4];

/// Works out what each rating would do to a card in `state` at `now`.
///
/// `seed` is the card's own (see [`crate::schedule::fuzz_seed`]): with the count of its
/// reviews it fixes the fuzz, so that what the keys show is what will be.
pub fn outcomes(
    model: &Model,
    state: &CardState,
    options: &Options,
    clock: &StudyClock,
    now: Timestamp,
    seed: u64,
) -> Outcomes {
    let _ = (model, state, options, clock, now, seed);
    todo!()
}
