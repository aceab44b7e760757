//! Quizzes of a collection: the cards that may be asked, and what the log knows of them.

use std::sync::Arc;

use jiff::Timestamp;

use super::Collection;
use crate::deck::Card;
use crate::schedule::Try;
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
}
