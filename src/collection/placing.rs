//! A file in its place among the decks, and what of it goes into the index.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::deck::{CardId, Correction, Deck, Diagnostic, Head, Known, Listed, Match, reconcile};
use crate::schedule::{Act, StudyClock};
use crate::store::{Indexing, NewDeck, Ready, Store, StoreError};

/// So often it is looked for what of a deck can be taken in ahead of the rest, if
/// another process writes meanwhile.
const TRIES: usize = 3;

/// A file in its place among the decks.
pub(super) struct Placed<'l> {
    pub(super) listed: &'l Listed,
    /// What is wrong with it.
    pub(super) told: Vec<Diagnostic>,
    pub(super) deck: Placing,
}

/// What there is of a file's deck.
pub(super) enum Placing {
    /// None that counts.
    Nothing,
    /// What the index has of it; and what the file looks like by now, if that is
    /// another thing.
    Kept {
        head: Box<Head>,
        key: i64,
        last_good: bool,
        stamp: Option<Vec<u8>>,
    },
    /// One that the index has otherwise, or not at all.
    Fresh(Box<Fresh>),
}

/// Histories that no card certainly has any more, each with the cards that it may
/// belong to.
pub(super) type Lost = Vec<(CardId, Vec<CardId>)>;

impl Placed<'_> {
    /// How many cards there are to take in.
    pub(super) fn cards(&self) -> usize {
        match &self.deck {
            Placing::Fresh(fresh) => fresh.deck.cards.len(),
            _ => 0,
        }
    }

    /// Brings the index in step with the file. Gives the deck's key, and what
    /// histories are lost by that.
    pub(super) fn take_in(&self, indexing: &mut Indexing<'_>) -> Result<(i64, Lost), StoreError> {
        match &self.deck {
            Placing::Nothing => Ok((0, Lost::new())),
            Placing::Kept {
                head, key, stamp, ..
            } => {
                if let Some(stamp) = stamp {
                    indexing.mark(&head.id, stamp)?;
                }
                Ok((*key, Lost::new()))
            }
            Placing::Fresh(fresh) => fresh.take_in(indexing),
        }
    }
}

/// A deck for the index, as its file is now.
pub(super) struct Fresh {
    pub(super) deck: Deck,
    pub(super) ready: Ready,
    pub(super) hash: [u8; 32],
    pub(super) origin: String,
    pub(super) stamp: Option<Vec<u8>>,
    /// Whether nothing of it is broken.
    pub(super) whole: bool,
    /// What its facts update that are no cards.
    pub(super) supersedes: Vec<String>,
}

impl Fresh {
    fn as_new<'f>(&'f self, gone: &'f [Known]) -> NewDeck<'f> {
        NewDeck {
            head: self.deck.head(),
            origin: self.origin.clone(),
            stamp: self.stamp.clone(),
            hash: self.hash,
            cards: &self.deck.cards,
            ready: &self.ready,
            supersedes: &self.supersedes,
            gone,
        }
    }

    fn take_in(&self, indexing: &mut Indexing<'_>) -> Result<(i64, Lost), StoreError> {
        let Deck { id, cards, .. } = &self.deck;
        if self.whole {
            indexing.take_back(id, cards)?;
        }
        let known = indexing.known_before(id, &self.hash)?;
        let mut found = reconcile(&known, cards, self.whole);
        let gone = gone(known, &self.deck, &found, self.whole);
        let lost = std::mem::take(&mut found.lost);
        let key = indexing.put(&self.as_new(&gone), acts(found))?;
        Ok((key, lost))
    }

    /// Takes in what of a large deck can be taken in ahead of the rest, some at a
    /// time: who rates a card meanwhile does not wait for all.
    pub(super) fn take_in_ahead(
        &self,
        store: &mut Store,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<(), StoreError> {
        let new = self.as_new(&[]);
        for _ in 0..TRIES {
            let ahead = store.ahead(&new)?;
            let mut undisturbed = true;
            for part in 0..ahead.parts() {
                undisturbed = store.index(now, clock, |indexing| {
                    indexing.put_ahead(&new, &ahead, part)
                })?;
                if !undisturbed {
                    break;
                }
                store.give_way();
            }
            if undisturbed {
                break;
            }
        }
        Ok(())
    }
}

/// Cards that are gone and stay known: if they were studied, or if the file is
/// not `whole`, for then they may come back, here or in another deck.
fn gone(known: Vec<Known>, deck: &Deck, found: &Match, whole: bool) -> Vec<Known> {
    if known.is_empty() {
        return known;
    }
    let here: HashSet<&CardId> = deck.cards.iter().map(|card| &card.id).collect();
    let renamed: HashSet<&CardId> = found.renamed.iter().map(|(was, _)| was).collect();
    known
        .into_iter()
        .filter(|known| !here.contains(&known.id) && !renamed.contains(&known.id))
        .filter(|known| known.studied || !whole)
        .collect()
}

/// What goes to the log of what was `found`.
pub(super) fn acts(found: Match) -> Vec<Act> {
    let renamed = found.renamed.into_iter();
    let corrected = found.corrected.into_iter();
    renamed
        .map(|(was, card)| Act::Alias { card, was })
        .chain(corrected.map(|Correction { card, was, is }| Act::Correct { card, was, is }))
        .collect()
}
