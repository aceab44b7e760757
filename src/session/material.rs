//! What a session works on: cards, their learner, and what today holds.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::deck::{Card, CardId};
use crate::schedule::Queue;
use crate::session::Learner;

/// What a session works on, handed in whole.
#[derive(Debug)]
pub struct Material {
    /// Every card that may come, by name.
    pub cards: HashMap<CardId, Arc<Card>>,
    /// Where they stand, and what reviews go by.
    pub learner: Learner,
    /// What today holds.
    pub queue: Queue,
    /// For shuffles; the same seed gives the same session.
    pub seed: u64,
    /// When `--minutes` is over.
    pub until: Option<Timestamp>,
}
