//! From events to states: the only way in which a state comes about.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::answer::Rating;
use crate::deck::CardId;
use crate::order::Order as _;
use crate::schedule::history::Histories;
use crate::schedule::{Act, CardState, Day, Due, Event, EventId, Model, Phase, Review};

/// What an event of one card does to its state. Undone events are left out by
/// the caller; aliases are followed by the caller. (Whoever keeps states and
/// meets an undo or an alias replays the events of the cards it touches.)
pub fn apply(state: &mut CardState, event: &Event, model: &Model) {
    match &event.act {
        Act::Review(review) => {
            let days = state.elapsed_days(event.at, event.day);
            if state.phase == Phase::Review && review.rating == Rating::Again {
                state.lapses = state.lapses.saturating_add(1);
            }
            state.memory = Some(model.next(state.memory, review.rating, days));
            state.phase = review.phase;
            state.due = Some(review.due);
            state.last = Some((event.at, event.day));
            state.reviews = state.reviews.saturating_add(1);
            state.buried_until = None;
            state.corrected = None;
            state.seen = None;
        }
        Act::Suspend { .. } => state.suspended = true,
        Act::Unsuspend { .. } => state.suspended = false,
        Act::Bury { until, .. } => state.buried_until = Some(*until),
        Act::Unbury { .. } => state.buried_until = None,
        Act::Flag { why, .. } => state.flag = Some(why.clone()),
        Act::Unflag { .. } => state.flag = None,
        Act::Correct { was, is, .. } => correct(state, event.day, was, is),
        Act::Seen { .. } => state.seen = Some(event.day),
        Act::Alias { .. }
        | Act::More { .. }
        | Act::Parameters { .. }
        | Act::Quiz { .. }
        | Act::Answer(_)
        | Act::QuizEnd { .. }
        | Act::Undo { .. } => {}
    }
}

/// The card is due today and its memory starts afresh, without a lapse. Who
/// never reviewed it has nothing to unlearn: it stays as new as it is.
fn correct(state: &mut CardState, day: Day, was: &str, is: &str) {
    if state.reviews == 0 {
        return;
    }
    // Corrected again before the first correction was seen: what the learner
    // remembers is what it was at first.
    let was = match state.corrected.take() {
        Some((first, _)) if first != is => first,
        _ => was.to_owned(),
    };
    state.phase = Phase::New;
    state.memory = None;
    state.due = Some(Due::On(day));
    state.corrected = Some((was, is.to_owned()));
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
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
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

impl DayTally {
    /// Counts a review that was given to a card while it stood at `before`.
    pub fn count(&mut self, before: &CardState, review: &Review) {
        self.reviews = self.reviews.saturating_add(1);
        self.took_ms = self.took_ms.saturating_add(u64::from(review.took_ms));
        if before.phase == Phase::Review {
            let (all, recalled) = &mut self.recalled;
            *all = all.saturating_add(1);
            *recalled = recalled.saturating_add(u32::from(review.rating != Rating::Again));
        }
        if before.was_never_reviewed() {
            self.new = self.new.saturating_add(1);
        }
    }

    /// Counts all that another one does.
    pub fn add(&mut self, other: &DayTally) {
        self.reviews = self.reviews.saturating_add(other.reviews);
        self.took_ms = self.took_ms.saturating_add(other.took_ms);
        self.recalled.0 = self.recalled.0.saturating_add(other.recalled.0);
        self.recalled.1 = self.recalled.1.saturating_add(other.recalled.1);
        self.new = self.new.saturating_add(other.new);
    }
}

/// Replays a log from nothing. Events are taken by (time, id), whatever the
/// order they come in; voided ones leave no trace, and one that is there twice
/// counts once.
///
/// A part of a log gives the same states for the cards whose events, aliases and
/// undos are all in it, if every event that sets weights is in it as well.
pub fn replay(events: &[Event]) -> Replayed {
    let events = in_force(events);
    let (of_event, names) = Histories::of(&events);
    let mut states: HashMap<usize, CardState> = HashMap::new();
    let mut replayed = Replayed::default();
    let mut model = Model::default();
    for (event, history) in events.into_iter().zip(of_event) {
        if let Act::Parameters { weights } = &event.act {
            // Weights that are no weights change nothing.
            if let Ok(new) = Model::new(Some(weights)) {
                model = new;
                replayed.weights = Some(weights.clone());
            }
        }
        let Some(history) = history else { continue };
        let state = states.entry(history).or_default();
        if let Act::Review(review) = &event.act {
            let tally = replayed.days.entry(event.day).or_default();
            tally.count(state, review);
        }
        apply(state, event, &model);
    }
    for (card, history) in names {
        if let Some(state) = states.remove(&history) {
            replayed.states.insert(card, state);
        }
    }
    replayed
}

/// The events that were not taken back, in their order. An undo is not an act
/// that could be taken back itself.
fn in_force(events: &[Event]) -> Vec<&Event> {
    let voided: HashSet<EventId> = events
        .iter()
        .filter_map(|event| match event.act {
            Act::Undo { event, .. } => Some(event),
            _ => None,
        })
        .collect();
    let mut events: Vec<&Event> = events
        .iter()
        .filter(|event| !matches!(event.act, Act::Undo { .. }) && !voided.contains(&event.id))
        .collect();
    events.order_by_key(|event| (event.at, event.id));
    events.dedup_by_key(|event| event.id);
    events
}

#[cfg(test)]
mod tests;
