//! How much of each deck is known: the chances of recall of all its cards,
//! summed up. Of many cards that takes longer than anyone should wait for a
//! screen, so it goes a stretch at a time, and what was true before is told
//! until it is done.

use std::collections::HashMap;

use super::Collection;
use crate::deck::DeckId;
use crate::schedule::Day;
use crate::store::{Remembered, StoreError, Sums};

/// So many memories are summed up at a time, while no key waits; few in a test,
/// to have more of them.
const STRETCH: usize = if cfg!(test) { 3 } else { 5_000 };
/// So many are summed up before a screen is drawn.
const AT_ONCE: usize = if cfg!(test) { 3 } else { 500 };

/// What was summed up, and how far what is to come has come.
#[derive(Debug, Default)]
pub(super) struct Recalled {
    told: Option<(Day, Sums)>,
    /// Whether that is what there is now.
    is_now: bool,
    going: Option<(Day, String, Sums)>,
}

impl Recalled {
    /// What was summed up when the home was open last.
    pub(super) fn of(told: Option<(Day, Sums)>) -> Recalled {
        Recalled {
            told,
            ..Recalled::default()
        }
    }

    /// The memories are others by now.
    pub(super) fn outdated(&mut self) {
        self.is_now = false;
        self.going = None;
    }
}

impl Collection {
    /// Whether another window or a script wrote since this was last asked: what is
    /// remembered has to be summed up again then.
    pub fn others_wrote(&self) -> bool {
        // Where it can't be told, what needs the database tells why.
        let wrote = self.store.others_wrote().unwrap_or(false);
        if wrote {
            self.recalled.borrow_mut().outdated();
        }
        wrote
    }

    /// The chances of recalling the cards of each deck at hand, summed up, and of
    /// how many cards there is one; as far as it is known without a wait.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn recall(&self, today: Day) -> Result<HashMap<DeckId, (f32, u32)>, StoreError> {
        let begun = {
            let recalled = self.recalled.borrow();
            recalled.told.is_some() || recalled.going.is_some()
        };
        // Of few cards it is told at once.
        if !begun || self.few_memories.get() {
            let more = self.sum_up(today, AT_ONCE)?;
            self.few_memories.set(!more);
        }
        let recalled = self.recalled.borrow();
        let sums = recalled.told.iter().flat_map(|(_, sums)| sums);
        Ok(sums
            .filter_map(|(key, sum)| {
                let shelved = self.decks.get(*self.by_key.get(key)?)?;
                Some((shelved.head.id.clone(), *sum))
            })
            .collect())
    }

    /// Whether what [`Collection::recall`] tells is not, or not yet, of now.
    pub fn is_recalling(&self, today: Day) -> bool {
        let recalled = self.recalled.borrow();
        let of_today = recalled.told.as_ref().is_some_and(|(day, _)| *day == today);
        !(of_today && recalled.is_now)
    }

    /// Sums up a stretch of the memories; whether there is more to do. What came
    /// of many is kept, to be told at once the next time that the home is opened.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn go_on_recalling(&mut self, today: Day) -> Result<bool, StoreError> {
        if !self.is_recalling(today) {
            return Ok(false);
        }
        let more = self.sum_up(today, STRETCH)?;
        if let Some((day, sums)) = self.recalled.get_mut().told.as_ref().filter(|_| !more) {
            // Where it can't be, it is summed up again.
            let _ = self.store.keep_sums(*day, sums);
        }
        Ok(more)
    }

    fn sum_up(&self, today: Day, most: usize) -> Result<bool, StoreError> {
        if !self.is_recalling(today) {
            return Ok(false);
        }
        let mut recalled = self.recalled.borrow_mut();
        let going = recalled.going.take().filter(|(day, ..)| *day == today);
        let (_, after, mut sums) = going.unwrap_or_else(|| (today, String::new(), Sums::new()));
        let (memories, last) = self.store.memories(&after, most)?;
        for Remembered { deck, memory, last } in memories {
            let (sum, count) = sums.entry(deck).or_default();
            *sum += self.model.retrievability(memory, today.since(last));
            *count += 1;
        }
        match last {
            Some(last) => recalled.going = Some((today, last, sums)),
            None => {
                recalled.told = Some((today, sums));
                recalled.is_now = true;
            }
        }
        Ok(recalled.going.is_some())
    }
}
