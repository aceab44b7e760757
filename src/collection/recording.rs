//! The one door through which anything is recorded that a learner does: what it
//! changes of the memories has to be summed up again.

use jiff::Timestamp;

use super::Collection;
use crate::schedule::{Act, CardState, Event, Review};
use crate::store::StoreError;

impl Collection {
    /// Records what happened at `at`: when this returns, it is on the disk.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    pub fn record(&mut self, act: Act, at: Timestamp, now: Timestamp) -> Result<Event, StoreError> {
        self.recalled.get_mut().outdated();
        self.store.record(act, at, now, &self.clock)
    }

    /// Records several acts that happen now, all or none: when this returns,
    /// they are on the disk. A review among them of a card that stood as `shown`
    /// when it came up is left out if it was reviewed or corrected elsewhere since.
    ///
    /// # Errors
    /// When they could not be written; then nothing was.
    pub fn record_all(
        &mut self,
        acts: Vec<Act>,
        shown: Option<&CardState>,
        now: Timestamp,
    ) -> Result<Vec<Event>, StoreError> {
        self.recalled.get_mut().outdated();
        self.store.record_all(acts, shown, now, &self.clock)
    }

    /// Records the review of a card that stood as `shown` when it came up, unless
    /// it was reviewed or corrected elsewhere since: then `None`, and nothing is
    /// written.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    pub fn review(
        &mut self,
        review: Review,
        shown: &CardState,
        now: Timestamp,
    ) -> Result<Option<Event>, StoreError> {
        self.recalled.get_mut().outdated();
        self.store.review(review, shown, now, &self.clock)
    }

    /// Takes back the last act of today that can be; returns what was taken back.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    pub fn undo(&mut self, now: Timestamp) -> Result<Option<Event>, StoreError> {
        let Some(event) = self.store.undoable(now, &self.clock)? else {
            return Ok(None);
        };
        let card = event.act.card().cloned();
        self.recalled.get_mut().outdated();
        self.store.record(
            Act::Undo {
                event: event.id,
                card,
            },
            now,
            now,
            &self.clock,
        )?;
        Ok(Some(event))
    }
}
