//! A search over all cards at hand, a stretch of them at a time, so that keys
//! are answered meanwhile.

use super::Collection;
use crate::deck::CardId;
use crate::store::{StoreError, Words};

/// So many passages are gone through at a time: a few milliseconds.
const STRETCH: usize = 64;

/// How far a search has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// So many decks are done.
    decks: usize,
    /// The last passage of the next one that was looked at.
    passage: i64,
}

impl Collection {
    /// Goes on with a search, deck by deck in the order of their files: hands
    /// over cards that have all of the `words`. How far it came, unless it is done.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn search(
        &self,
        words: &Words,
        from: Reached,
        take: &mut dyn FnMut(CardId),
    ) -> Result<Option<Reached>, StoreError> {
        if words.is_empty() {
            return Ok(None);
        }
        let mut seeker = words.seeker();
        let mut most = STRETCH;
        let mut after = from.passage;
        for (done, shelved) in self.decks.iter().enumerate().skip(from.decks) {
            if most == 0 {
                return Ok(Some(Reached {
                    decks: done,
                    passage: after,
                }));
            }
            let rest = self
                .store
                .find(shelved.key, after, &mut most, &mut seeker, take)?;
            if let Some(passage) = rest {
                return Ok(Some(Reached {
                    decks: done,
                    passage,
                }));
            }
            after = 0;
        }
        Ok(None)
    }
}
