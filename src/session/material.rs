//! What a session works on: cards, where they stand, and what today holds.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::deck::{Card, CardId, DeckId};
use crate::schedule::{CardState, Model, Options, Queue, StudyClock};
use crate::session::Pace;

/// What a session works on, handed in whole.
#[derive(Debug)]
pub struct Material {
    /// Every card that may come, by name.
    pub cards: HashMap<CardId, Arc<Card>>,
    /// Where they stand; a card that is not in here is new.
    pub states: HashMap<CardId, CardState>,
    /// How each deck is scheduled.
    pub options: HashMap<DeckId, Options>,
    /// The memory model.
    pub model: Arc<Model>,
    /// Where study days begin.
    pub clock: StudyClock,
    /// What today holds.
    pub queue: Queue,
    /// How fast the learner begins to answer.
    pub pace: Pace,
    /// For shuffles; the same seed gives the same session.
    pub seed: u64,
    /// When `--minutes` is over.
    pub until: Option<Timestamp>,
}
