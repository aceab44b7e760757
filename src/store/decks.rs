//! The decks of the index, and what is asked of them and their cards.

use std::ops::ControlFlow;

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::weights::Models;
use super::{
    Ahead, Indexing, Outline, Past, Ready, Remembered, Store, Sums, Words, cards, day_number,
    index, known, memories, passages, record, states, waiting,
};
use crate::deck::{Card, CardId, DeckId, Head, Known};
use crate::figure::Date;
use crate::schedule::{CardState, Day, StudyClock};

/// A deck as the index has it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexedDeck {
    /// Its key in the index.
    pub key: i64,
    /// The deck.
    pub deck: DeckId,
    /// Where it was read from, as told to people.
    pub origin: String,
    /// What its file looked like when it was read; none if it is to be read again.
    pub stamp: Option<Vec<u8>>,
    /// SHA-256 of its bytes.
    pub hash: Vec<u8>,
    /// What is known of it beside its cards, unless an older version kept it.
    pub head: Option<Head>,
    /// Whether it is to be read again though its file is the same.
    pub again: bool,
}

/// A deck as it was just read, for the index.
#[derive(Debug, Clone)]
pub struct NewDeck<'d> {
    /// All but its cards.
    pub head: Head,
    /// Where it was read from, as told to people.
    pub origin: String,
    /// What its file looked like; none if it is to be read again next time.
    pub stamp: Option<Vec<u8>>,
    /// SHA-256 of its bytes.
    pub hash: [u8; 32],
    /// Its cards, in the order of the file, each of a name of its own.
    pub cards: &'d [Card],
    /// What is kept of them.
    pub ready: &'d Ready,
    /// What its facts update that are no cards.
    pub supersedes: &'d [String],
    /// Cards of before that are gone, and may come back.
    pub gone: &'d [Known],
}

impl Store {
    /// What the index knows of every deck, in the order of their names.
    pub fn indexed(&self) -> Result<Vec<IndexedDeck>, StoreError> {
        self.read(index::all)
    }

    /// What the index knows of one deck's cards, those that are gone among them.
    pub fn known(&self, deck: &DeckId) -> Result<Vec<Known>, StoreError> {
        self.told(index::known(&self.connection, deck.as_str()))
    }

    /// What was known of a deck before it was edited.
    pub fn past(&self, deck: &DeckId) -> Result<Past, StoreError> {
        self.read(|connection| known::past(connection, deck.as_str()))
    }

    /// What the log alone says of a card: enough to find it again where the
    /// index is lost, or was never made on this machine.
    pub fn known_by_log(&self, card: &CardId) -> Result<Option<Known>, StoreError> {
        self.read(|connection| known::by_log(connection, card))
    }

    /// Takes decks into the index, in one transaction: all that `work` does, or
    /// nothing if it fails. What it reads before it first writes holds no one up;
    /// if another process writes meanwhile, it is done again from the start, and
    /// that one waits.
    pub fn index<T>(
        &mut self,
        at: Timestamp,
        clock: &StudyClock,
        mut work: impl FnMut(&mut Indexing<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.before_write(clock.day(at));
        let path = self.path.clone();
        let device = self.device;
        let mut change = |connection: &Connection, models: &mut Models| {
            let stamp = record::Stamp::new(device, at, clock);
            Ok(work(&mut Indexing::new(connection, models, stamp, &path))?)
        };
        match self.change(TransactionBehavior::Deferred, &mut change) {
            Err(StoreError::Busy { .. }) => {
                self.change(TransactionBehavior::Immediate, &mut change)
            }
            done => done,
        }
    }

    /// What of a large deck can be put into the index ahead of the rest of it.
    pub fn ahead<'d>(&self, deck: &NewDeck<'d>) -> Result<Ahead<'d>, StoreError> {
        self.read(|connection| Ahead::of(connection, deck))
    }

    /// A card of the index, unless it is gone.
    pub fn card(&self, card: &CardId) -> Result<Option<Card>, StoreError> {
        self.told(index::card(&self.connection, card.as_str()))
    }

    /// The key of the deck that has a card, unless it is gone.
    pub fn deck_of(&self, card: &CardId) -> Result<Option<i64>, StoreError> {
        self.told(cards::deck_of(&self.connection, card.as_str()))
    }

    /// The cards of an entry, or the one card, that anything ever happened to.
    pub fn studied_as(&self, name: &str) -> Result<Vec<CardId>, StoreError> {
        self.told(states::of_entry(&self.connection, name))
    }

    /// The cards of a deck that anything ever happened to.
    pub fn studied_of(&self, deck: &DeckId) -> Result<Vec<CardId>, StoreError> {
        self.told(states::of_deck(&self.connection, deck.as_str()))
    }

    /// The cards of a deck, in the order of the file.
    pub fn cards(&self, deck: &DeckId) -> Result<Vec<Card>, StoreError> {
        self.told(cards::of_deck(&self.connection, deck.as_str()))
    }

    /// The names of a deck's cards, in the order of the file.
    pub fn names(&self, deck: &DeckId) -> Result<Vec<CardId>, StoreError> {
        self.told(cards::names_of(&self.connection, deck.as_str()))
    }

    /// How many cards of each deck, by its key, are past the day on which they
    /// were last true.
    pub fn stale(&self, today: Date) -> Result<Vec<(i64, u32)>, StoreError> {
        let today = day_number(today).unwrap_or(0);
        self.told(cards::stale(&self.connection, today))
    }

    /// What the cards and facts of decks update (or, with `replaces`, take the
    /// history of): the key of the deck, the other's name, and the card's.
    pub fn ties(&self, replaces: bool) -> Result<Vec<(i64, String, String)>, StoreError> {
        self.told(cards::tied(&self.connection, replaces))
    }

    /// Cards that bear on a day wherever they stand in the order of reviews: in
    /// steps, corrected, or missed in a quiz of that day. One may come twice.
    pub fn first(
        &self,
        day: Day,
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::first(connection, day, &mut take))
    }

    /// Reviews that are due on `day` or before, those longest due first and by
    /// lot among those of one day; of all decks if there are no `decks`.
    pub fn reviews_due(
        &self,
        day: Day,
        decks: &[DeckId],
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::reviews(connection, day, decks, &mut take))
    }

    /// Reviews that come after `day`, the soonest first; likewise.
    pub fn reviews_later(
        &self,
        day: Day,
        decks: &[DeckId],
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::later(connection, day, decks, &mut take))
    }

    /// Cards that are suspended, buried or flagged, in the order of their names.
    pub fn set_aside(
        &self,
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::aside(connection, &mut take))
    }

    /// The newest dateline among the new cards of each of `decks`, by their keys,
    /// where a deck has any.
    pub fn newest_new(
        &self,
        mut decks: impl Iterator<Item = i64>,
    ) -> Result<Vec<Option<i64>>, StoreError> {
        self.read(|connection| waiting::newest(connection, &mut decks))
    }

    /// So many new cards of a deck, by its key, and where they stand: the newest
    /// dateline first, or in the order of the file; but for the first `skip`.
    pub fn new_cards(
        &self,
        deck: i64,
        by_file: bool,
        skip: usize,
        most: usize,
    ) -> Result<Vec<(Outline, CardState)>, StoreError> {
        self.told(waiting::new(&self.connection, deck, by_file, skip, most))
    }

    /// The cards that have all of the `words`, of one deck after another, by their
    /// keys, until `most` passages were gone through; and how many decks that were.
    /// With `helped` other cores look through so many more, until all are done.
    pub fn find(
        &self,
        decks: &[i64],
        helped: bool,
        most: usize,
        words: &Words,
    ) -> Result<(usize, Vec<CardId>), StoreError> {
        let mut aides = self.aides.borrow_mut();
        if helped && !self.is_copy {
            aides.call(&self.path);
            // In a home that took the place of this one decks have other numbers.
            if self.opened.is_at(&self.path).is_err() {
                aides.let_go();
            }
        }
        let others = if helped { aides.all() } else { &mut [] };
        let most = most * (1 + others.len());
        let found = passages::find(&self.connection, others, decks, most, words);
        if found
            .as_ref()
            .map_or(true, |(done, _)| *done == decks.len())
        {
            aides.let_go();
        }
        self.told(found)
    }

    /// What is remembered of the cards behind the one called `after`, of at most
    /// `most`; the last one's name, if there may be more.
    pub fn memories(
        &self,
        after: &str,
        most: usize,
    ) -> Result<(Vec<Remembered>, Option<String>), StoreError> {
        self.told(memories::behind(&self.connection, after, most))
    }

    /// What the memories came to when they were last summed up, and on which day.
    pub fn sums(&self) -> Result<Option<(Day, Sums)>, StoreError> {
        self.told(memories::sums(&self.connection))
    }

    /// Keeps what the memories come to on a day.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn keep_sums(&mut self, day: Day, sums: &Sums) -> Result<(), StoreError> {
        self.write(|connection, _| memories::keep_sums(connection, day, sums))
    }

    /// How many reviews come on each day after `from` up to `to`, by the key of
    /// their deck.
    pub fn coming(&self, from: Day, to: Day) -> Result<Vec<(Day, i64, u32)>, StoreError> {
        self.told(waiting::coming(&self.connection, from, to))
    }
}
