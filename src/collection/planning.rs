//! What a day holds: of the cards that wait as many as its limits let in.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::gathering::Wanted;
use super::{Collection, Shelved};
use crate::deck::DeckId;
use crate::schedule::{Candidate, Counts, Plan, ReviewOrder, Rules, Served};
use crate::store::StoreError;

/// So many cards beyond its limits a day looks at: siblings keep some away.
const SPARE: usize = 50;
/// In another order than that of their days, reviews are put in order among the
/// so many that are due the longest.
const MOST_SORTED: usize = 2_000;
/// Of more decks than that it is not looked into each for what is held back.
const MANY: usize = 50;

impl Collection {
    /// What the study day of `now` holds in the decks `only` (all if none are named).
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn plan(&self, only: &[DeckId], now: Timestamp) -> Result<Plan, StoreError> {
        Ok(self.plan_among(only, now)?.0)
    }

    /// The same, with the candidates that it was chosen among, as they stand.
    pub(super) fn plan_among(
        &self,
        only: &[DeckId],
        now: Timestamp,
    ) -> Result<(Plan, Vec<Candidate>), StoreError> {
        self.store.at_once(|| self.plan_of(only, now))
    }

    fn plan_of(
        &self,
        only: &[DeckId],
        now: Timestamp,
    ) -> Result<(Plan, Vec<Candidate>), StoreError> {
        let rules = self.rules();
        let served = self.store.served(self.clock.day(now))?;
        let limit = |limit: u32, more: u32| {
            let limit = limit.saturating_add(more);
            usize::try_from(limit)
                .unwrap_or(usize::MAX)
                .saturating_add(SPARE)
        };
        let mut wanted = Wanted {
            reviews: limit(rules.limits.reviews, served.more.reviews),
            new: limit(rules.limits.new, served.more.new),
        };
        if rules.review_order != ReviewOrder::Due {
            wanted.reviews = wanted.reviews.max(MOST_SORTED);
        }
        loop {
            let found = self.candidates(only, &rules, wanted, now)?;
            let plan = self.planned(&found.candidates, &rules, &served, now);
            let reviews = found.more_reviews && plan.room_for_reviews;
            let new = found.more_new && plan.room_for_new;
            if !reviews && !new {
                return Ok((plan, found.candidates));
            }
            // Siblings kept more away than was thought of.
            wanted.reviews = wanted.reviews.saturating_mul(if reviews { 4 } else { 1 });
            wanted.new = wanted.new.saturating_mul(if new { 4 } else { 1 });
        }
    }

    fn planned(
        &self,
        candidates: &[Candidate],
        rules: &Rules,
        served: &Served,
        now: Timestamp,
    ) -> Plan {
        Plan::make(
            candidates,
            rules,
            served,
            &self.model,
            &self.clock,
            now,
            self.seed(now),
        )
    }

    /// The decks of which new cards wait, and of which the day's limits let none in:
    /// others come first. `plan` is that day's, of all decks. Of very many decks it is
    /// told by whether there are any new cards, be they in rotation or not.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn held_decks(&self, plan: &Plan, now: Timestamp) -> Result<HashSet<DeckId>, StoreError> {
        let mut held = HashSet::new();
        if plan.room_for_new {
            return Ok(held);
        }
        let counts = |shelved: &Shelved| plan.counts.get(&shelved.head.id);
        let none = |shelved: &&Shelved| counts(shelved).is_none_or(|counts| counts.new == 0);
        let decks: Vec<&Shelved> = self.decks.iter().filter(none).collect();
        if decks.len() > MANY {
            let newest = self
                .store
                .newest_new(decks.iter().map(|shelved| shelved.key))?;
            let some = decks.iter().zip(newest).filter(|(_, new)| new.is_some());
            held.extend(some.map(|(shelved, _)| shelved.head.id.clone()));
            return Ok(held);
        }
        for shelved in decks {
            if self.has_new(shelved, self.clock.day(now))? {
                held.insert(shelved.head.id.clone());
            }
        }
        Ok(held)
    }

    /// What only the day's limits hold back in the decks `only`: of each kind all
    /// cards, or so many as are asked for, or more.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn held_back(
        &self,
        only: &[DeckId],
        at_least: u32,
        now: Timestamp,
    ) -> Result<Counts, StoreError> {
        let rules = self.rules();
        let served = self.store.served(self.clock.day(now))?;
        // Behind those that the limits still let in.
        let sum = |done: &HashMap<DeckId, u32>| done.values().sum();
        let wanted = |limit: u32, more: u32, done: u32| {
            let room = limit.saturating_add(more).saturating_sub(done);
            usize::try_from(room.saturating_add(at_least))
                .unwrap_or(usize::MAX)
                .saturating_add(SPARE)
        };
        let (limits, more) = (rules.limits, served.more);
        let wanted = Wanted {
            reviews: wanted(limits.reviews, more.reviews, sum(&served.reviews)),
            new: wanted(limits.new, more.new, sum(&served.new)),
        };
        let found = self
            .store
            .at_once(|| self.candidates(only, &rules, wanted, now))?;
        Ok(self
            .planned(&found.candidates, &rules, &served, now)
            .held_back)
    }
}
