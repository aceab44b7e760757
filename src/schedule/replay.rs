//! From events to states: the only way in which a state comes about.

use std::collections::BTreeMap;

use crate::deck::CardId;
use crate::schedule::{CardState, Day, Event, Model};

/// What an event of one card does to its state. Undone events are left out by
/// the caller; aliases are followed by the caller.
pub fn apply(state: &mut CardState, event: &Event, model: &Model) {
    let _ = (state, event, model);
    todo!()
}

/// Everything that follows from a log.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Replayed {
    /// Every card that anything ever happened to, under the name it has now.
    pub states: BTreeMap<CardId, CardState>,
    /// By study day: what was done, undone reviews left out.
    pub days: BTreeMap<Day, DayTally>,
    /// The weights in force, if any were set.
    pub weights: Option<Vec<f32>>,
}

/// What was done on one study day.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct DayTally {
    /// Reviews of any kind.
    pub reviews: u32,
    /// Time they took, in milliseconds.
    pub took_ms: u64,
    /// Reviews of cards in state review, and how many of those were not Again.
    pub recalled: (u32, u32),
    /// Cards first reviewed.
    pub new: u32,
}

/// Replays a log from nothing. Events are taken by (time, id), whatever the
/// order they come in; voided ones leave no trace.
pub fn replay(events: &[Event]) -> Replayed {
    let _ = events;
    todo!()
}
