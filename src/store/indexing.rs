//! Taking decks into the index: what was known of them before, and what they
//! are now, with what reading them meant.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use rusqlite::Connection;

use super::error::{StoreError, Trouble};
use super::record::{self, Stamp};
use super::weights::Models;
use super::{Ahead, NewDeck, cards, index, known, log, names, states};
use crate::deck::{Card, CardId, DeckId, Known};
use crate::schedule::{Act, EventId};

/// A transaction that takes decks into the index.
pub struct Indexing<'t> {
    connection: &'t Connection,
    models: &'t mut Models,
    stamp: Stamp,
    path: &'t Path,
}

impl<'t> Indexing<'t> {
    pub(super) fn new(
        connection: &'t Connection,
        models: &'t mut Models,
        stamp: Stamp,
        path: &'t Path,
    ) -> Indexing<'t> {
        Indexing {
            connection,
            models,
            stamp,
            path,
        }
    }

    /// The cards of a deck as they were before its text became one of this `hash`,
    /// those that only the log remembers among them.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn known_before(&self, deck: &DeckId, hash: &[u8]) -> Result<Vec<Known>, StoreError> {
        self.told(known::before(self.connection, deck.as_str(), Some(hash)))
    }

    /// Takes back what is not so any more: a merge, where cards of which one took the
    /// histories are there again and that one is gone, so that each has its own back
    /// as it was; and a correction to what was known by then.
    ///
    /// # Errors
    /// When it can't be read or written.
    pub fn take_back(&mut self, deck: &DeckId, cards: &[Card]) -> Result<(), StoreError> {
        let path = self.path;
        self.undo(deck, cards).map_err(|trouble| trouble.tell(path))
    }

    fn undo(&mut self, deck: &DeckId, cards: &[Card]) -> Result<(), Trouble> {
        let mut events = merges_apart(self.connection, deck, cards)?;
        for card in states::corrected(self.connection, deck.as_str())? {
            events.extend(known::twice_corrected(self.connection, &card)?);
        }
        let undo = |event| Act::Undo { event, card: None };
        let acts = events.into_iter().map(undo).collect();
        record::append_all(self.connection, acts, &self.stamp, self.models)?;
        Ok(())
    }

    /// Records histories that are taken over, and what that corrects, unless another
    /// process has done so meanwhile.
    ///
    /// # Errors
    /// When it can't be read or written.
    pub fn take_over(&mut self, acts: &[Act]) -> Result<(), StoreError> {
        let path = self.path;
        self.inherit(acts).map_err(|trouble| trouble.tell(path))
    }

    fn inherit(&mut self, acts: &[Act]) -> Result<(), Trouble> {
        let mut done: HashSet<CardId> = HashSet::new();
        let mut news = Vec::new();
        for act in acts {
            match act {
                Act::Alias { card, was } if states::get(self.connection, was)?.is_none() => {
                    done.insert(card.clone());
                }
                Act::Correct { card, .. } if done.contains(card) => {}
                _ => news.push(act.clone()),
            }
        }
        record::append_all(self.connection, news, &self.stamp, self.models)?;
        Ok(())
    }

    /// Puts a deck in the place of what was known of it, and appends what
    /// reading it meant (renames, corrections). If another process has kept the
    /// very same text meanwhile, it appended that too, and it is not done again:
    /// a card that was corrected may have been reviewed since. Gives its key.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn put(&mut self, deck: &NewDeck<'_>, acts: Vec<Act>) -> Result<i64, StoreError> {
        let path = self.path;
        self.keep(deck, acts).map_err(|trouble| trouble.tell(path))
    }

    fn keep(&mut self, deck: &NewDeck<'_>, acts: Vec<Act>) -> Result<i64, Trouble> {
        let is_held = index::holds(self.connection, deck)?;
        let key = index::put(self.connection, deck, self.stamp.at)?;
        if is_held {
            return Ok(key);
        }
        // What is known by now depends on whose history is whose.
        let (names, others): (Vec<Act>, Vec<Act>) = acts
            .into_iter()
            .partition(|act| matches!(act, Act::Alias { .. }));
        record::append_all(self.connection, names, &self.stamp, self.models)?;
        let mut news = Vec::new();
        for act in others {
            if !is_known(self.connection, &act, deck.cards)? {
                news.push(act);
            }
        }
        record::append_all(self.connection, news, &self.stamp, self.models)?;
        Ok(key)
    }

    /// Puts one part of what can be put `ahead` of a deck there, unless others wrote
    /// since that was looked for; tells whether it did.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn put_ahead(
        &mut self,
        deck: &NewDeck<'_>,
        ahead: &Ahead<'_>,
        part: usize,
    ) -> Result<bool, StoreError> {
        self.told(ahead.put(self.connection, deck, part))
    }

    /// Notes what a deck's file looks like by now, though it says what it said.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn mark(&mut self, deck: &DeckId, stamp: &[u8]) -> Result<(), StoreError> {
        self.told(index::mark(self.connection, deck.as_str(), stamp))
    }

    fn told<T>(&self, result: Result<T, Trouble>) -> Result<T, StoreError> {
        result.map_err(|trouble| trouble.tell(self.path))
    }
}

/// By which events cards of a deck were merged that are apart again. Who never had
/// the one that took their places has an older deck.
fn merges_apart(
    connection: &Connection,
    deck: &DeckId,
    deck_cards: &[Card],
) -> Result<Vec<EventId>, Trouble> {
    let here: HashSet<&str> = deck_cards.iter().map(|card| card.id.as_str()).collect();
    let mut merges: BTreeMap<CardId, BTreeMap<CardId, Vec<EventId>>> = BTreeMap::new();
    for (was, card, event) in names::taken_over(connection, deck.as_str())? {
        let again = !here.contains(card.as_str()) && here.contains(was.as_str());
        if again
            && states::get(connection, &was)?.is_none()
            && cards::is_known(connection, card.as_str())?
        {
            merges
                .entry(card)
                .or_default()
                .entry(was)
                .or_default()
                .push(event);
        }
    }
    // One alone may have got its name back, with all that was learned since.
    let merges = merges.into_values().filter(|merged| merged.len() > 1);
    Ok(merges.flat_map(BTreeMap::into_values).flatten().collect())
}

/// Whether an act corrects a figure that the learner knows by now: another device
/// read the deck first, and its log has come here.
fn is_known(connection: &Connection, act: &Act, cards: &[Card]) -> Result<bool, Trouble> {
    let Act::Correct { card, is, .. } = act else {
        return Ok(false);
    };
    let mut cards = cards.iter();
    let value = cards
        .find(|one| one.id == *card)
        .and_then(|card| card.fingerprint.value.as_ref());
    for event in names::history(connection, card)?.into_iter().rev() {
        let is_known = match &event.act {
            Act::Review(review) => review.fingerprint.value.as_ref() == value,
            Act::Correct { is: before, .. } => before == is,
            _ => continue,
        };
        if !log::is_undone(connection, event.id)? {
            return Ok(is_known);
        }
    }
    Ok(false)
}
