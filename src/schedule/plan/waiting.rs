//! The cards that wait to be let in, in the order in which they are.

use std::cmp::Reverse;

use jiff::Timestamp;

use crate::order::Order as _;
use crate::schedule::chance::{lot, lot_on};
use crate::schedule::{Candidate, Day, Due, Model, NewOrder, ReviewOrder, Rules};

/// The candidates that today could hold, before siblings and limits.
#[derive(Default)]
pub(super) struct Waiting<'a> {
    pub(super) steps: Vec<(Timestamp, &'a Candidate)>,
    pub(super) reviews: Vec<&'a Candidate>,
    pub(super) new: Vec<&'a Candidate>,
}

impl Waiting<'_> {
    /// Puts each kind in its order: what was corrected first, then what was missed in
    /// a quiz of the day, then the rest as the learner set it.
    pub(super) fn sort(&mut self, rules: &Rules, model: &Model, today: Day, seed: u64) {
        self.steps.order_by_key(|(at, one)| (*at, one.position));
        let order = rules.review_order;
        self.reviews.sort_by_cached_key(|one| {
            let place = match order {
                ReviewOrder::Due => match one.state.due {
                    Some(Due::On(day)) => i64::from(day.0),
                    _ => i64::from(today.0),
                },
                ReviewOrder::Retrievability => i64::from(retrievability(one, model, today)),
                ReviewOrder::Random => 0,
            };
            let corrected = one.state.corrected.is_some();
            let seen = one.state.was_seen(today);
            let by_chance = match (order, one.state.due) {
                // As it is kept with the card.
                (ReviewOrder::Due, Some(Due::On(day))) => lot_on(day, &one.card),
                _ => (lot(seed, &one.card) >> 1).cast_signed(),
            };
            (!corrected, !seen, place, by_chance, one.position)
        });
        let seen = |one: &Candidate| one.state.was_seen(today);
        match rules.new_order {
            NewOrder::Dateline => self
                .new
                .order_by_key(|one| (!seen(one), Reverse(one.as_of), one.position)),
            NewOrder::Deck => self.new.order_by_key(|one| (!seen(one), one.position)),
            NewOrder::Random => self
                .new
                .sort_by_cached_key(|one| (!seen(one), lot(seed, &one.card), one.position)),
        }
    }
}

/// In billionths; 0 without a memory.
fn retrievability(candidate: &Candidate, model: &Model, today: Day) -> u32 {
    let chance = model.recall(&candidate.state, today);
    chance.map_or(0, |chance| (chance * 1e9) as u32)
}
