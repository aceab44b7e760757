//! A search over all cards at hand, a stretch of them at a time, so that keys
//! are answered meanwhile.

use super::Collection;
use crate::deck::CardId;
use crate::store::{StoreError, Words};

/// So many passages are gone through at a time, to the end of the deck: a few
/// milliseconds.
const STRETCH: usize = 64;

/// How far a search has come: so many decks are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached(usize);

impl Collection {
    /// Goes on with a search, deck by deck in the order of their files: hands
    /// over cards that have all of the `words`. How far it came, unless it is done.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn search(
        &self,
        words: &Words,
        Reached(from): Reached,
        take: &mut dyn FnMut(CardId),
    ) -> Result<Option<Reached>, StoreError> {
        if words.is_empty() {
            return Ok(None);
        }
        let rest = self.decks.iter().skip(from);
        let rest: Vec<i64> = rest.map(|shelved| shelved.key).collect();
        // The first hits come sooner than help does.
        let (done, found) = self.store.find(&rest, from > 0, STRETCH, words)?;
        found.into_iter().for_each(take);
        Ok((done < rest.len()).then_some(Reached(from + done)))
    }
}
