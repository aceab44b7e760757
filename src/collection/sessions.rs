//! What a session works on: the cards of the day, where they stand, and what
//! their reviews go by. What it may ask for later it reads from the home by
//! itself, since the collection is not its own.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::Collection;
use crate::deck::{CardId, DeckId};
use crate::schedule::{Caps, Queue};
use crate::session::{Learner, Material, Mates, Pace};
use crate::store::{Look, StoreError};

impl Collection {
    /// What a session of the decks `only` works on.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn material(
        &self,
        only: &[DeckId],
        caps: Caps,
        minutes: Option<u32>,
        now: Timestamp,
    ) -> Result<Material, StoreError> {
        let rules = self.rules();
        let mut learner = self.learner_of(&[])?;
        // They stand as they were planned by: one that another window rated since
        // is not rated once more.
        let (plan, candidates) = self.plan_among(only, now)?;
        let steps = plan.learning.iter().map(|(_, card)| card);
        let cards = steps.chain(&plan.reviews).chain(&plan.new);
        let cards: HashSet<CardId> = cards.cloned().collect();
        let states = candidates.into_iter().map(|it| (it.card, it.state));
        let of_today = states.filter(|(card, _)| cards.contains(card));
        learner.states.extend(of_today);
        let home = self.place.home.clone();
        let mates = Mates::new(move |card| {
            // Only what is forgiven is held against them: where they can't be
            // read it stays forgiven.
            let look = Look::open(&home).and_then(|look| look.cards(card.deck()));
            look.unwrap_or_default().into_iter().map(Arc::new).collect()
        });
        Ok(Material {
            cards,
            mates,
            queue: Queue::new(&plan, &rules, caps),
            learner,
            seed: self.seed(now),
            until: minutes.and_then(|minutes| {
                now.checked_add(jiff::SignedDuration::from_mins(i64::from(minutes)))
                    .ok()
            }),
        })
    }

    /// Where the named cards stand, and what reviews go by.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn learner_of(&self, cards: &[CardId]) -> Result<Learner, StoreError> {
        let mut states = HashMap::new();
        for card in cards {
            states.insert(card.clone(), self.store.state(card)?);
        }
        let home = self.place.home.clone();
        Ok(Learner {
            states,
            options: self.rules().decks,
            model: self.model.clone(),
            clock: self.clock.clone(),
            pace: Pace::new(move || {
                // Where it can't be read no answer is called slow.
                let keys = Look::open(&home).and_then(|look| look.first_keys());
                keys.unwrap_or_default()
            }),
        })
    }
}
