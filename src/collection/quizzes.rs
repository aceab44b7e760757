//! Quizzes of a collection: the cards that may be asked, and the log's part.

use std::sync::Arc;

use jiff::Timestamp;

use super::Collection;
use crate::deck::Card;
use crate::schedule::{Act, Event, Try};
use crate::store::{OpenQuiz, StoreError};

impl Collection {
    /// The cards that a quiz may ask: those in rotation, deck by deck in the
    /// order of their files, whatever the learner set aside or knows. The same
    /// decks give everyone the same quiz.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn quiz_cards(&self, now: Timestamp) -> Result<Vec<Arc<Card>>, StoreError> {
        let today = self.clock.civil(self.clock.day(now));
        let cards = self.cards()?.into_iter();
        let in_rotation = cards.filter(|card| {
            let until = card.until.is_none_or(|until| !until.ended_before(today));
            until && !self.is_superseded(&card.id, &card.facts)
        });
        Ok(in_rotation.map(Arc::new).collect())
    }

    /// The quiz that was left last and can be resumed.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn open_quiz(&self) -> Result<Option<OpenQuiz>, StoreError> {
        self.store.open_quiz()
    }

    /// Finished quizzes of a scope (see [`crate::schedule::Brief::scope`]), in
    /// their order.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn tries(&self, scope: &str) -> Result<Vec<Try>, StoreError> {
        self.store.tries(scope)
    }

    /// Records several acts that happen now, all or none: when this returns,
    /// they are on the disk.
    ///
    /// # Errors
    /// When they could not be written; then nothing was.
    pub fn record_all(&mut self, acts: Vec<Act>, now: Timestamp) -> Result<Vec<Event>, StoreError> {
        self.recalled.get_mut().outdated();
        self.store.record_all(acts, now, &self.clock)
    }
}
