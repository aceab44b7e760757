//! The learner's data, in one SQLite file: the log of events, which is only
//! appended to; the index of decks as they were last read; and the states
//! that follow from the log, which can be thrown away and rebuilt.

mod device;
mod error;
mod index;
mod log;
mod open;
mod states;

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;

use crate::deck::{CardId, DeckId, Known};
use crate::schedule::{Act, CardState, Day, DayTally, DeviceId, Event, Served, StudyClock};

pub use error::StoreError;

/// An open home.
#[derive(Debug)]
pub struct Store {}

/// What the index keeps of a deck file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexedDeck {
    /// The deck.
    pub deck: DeckId,
    /// Where it was read from, as told to people.
    pub origin: String,
    /// SHA-256 of its bytes.
    pub hash: [u8; 32],
    /// Its text when it last was a deck: studied from while the file is broken.
    pub text: String,
    /// Its cards then.
    pub cards: Vec<Known>,
}

impl Store {
    /// Opens the database in the folder `home`, which is made if need be.
    pub fn open(home: &Path) -> Result<Store, StoreError> {
        let _ = home;
        todo!()
    }

    /// This machine and home.
    pub fn device(&self) -> DeviceId {
        todo!()
    }

    /// Appends what happened at `at`, and brings what is derived in step, in
    /// one transaction: when this returns, it is on the disk. Refuses a time
    /// before the last event's by more than a day… or in the future: see `StoreError`.
    pub fn record(
        &mut self,
        act: Act,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<Event, StoreError> {
        let _ = (act, at, clock);
        todo!()
    }

    /// Several at once, all or none.
    pub fn record_all(
        &mut self,
        acts: Vec<Act>,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<Vec<Event>, StoreError> {
        let _ = (acts, at, clock);
        todo!()
    }

    /// The last act of `at`'s study day on this device that can be taken back
    /// (review, suspend, unsuspend, bury, unbury, flag, unflag), not yet undone.
    pub fn undoable(&self, at: Timestamp, clock: &StudyClock) -> Result<Option<Event>, StoreError> {
        let _ = (at, clock);
        todo!()
    }

    /// Every card that anything ever happened to.
    pub fn states(&self) -> Result<HashMap<CardId, CardState>, StoreError> {
        todo!()
    }

    /// One card.
    pub fn state(&self, card: &CardId) -> Result<CardState, StoreError> {
        let _ = card;
        todo!()
    }

    /// What was done on a study day, for limits and siblings.
    pub fn served(&self, day: Day) -> Result<Served, StoreError> {
        let _ = day;
        todo!()
    }

    /// What was done by study day, since `from`.
    pub fn days(&self, from: Day) -> Result<Vec<(Day, DayTally)>, StoreError> {
        let _ = from;
        todo!()
    }

    /// The events of the log in the order of their time, all or one card's
    /// (under any name it had).
    pub fn events(&self, card: Option<&CardId>) -> Result<Vec<Event>, StoreError> {
        let _ = card;
        todo!()
    }

    /// The weights in force.
    pub fn weights(&self) -> Result<Option<Vec<f32>>, StoreError> {
        todo!()
    }

    /// Throws away what is derived and works it out again from the log.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        todo!()
    }

    /// What the index knows of every deck.
    pub fn indexed(&self) -> Result<Vec<IndexedDeck>, StoreError> {
        todo!()
    }

    /// Keeps a deck in the index, and appends what reading it meant
    /// (renames, corrections), in one transaction.
    pub fn index(
        &mut self,
        deck: &IndexedDeck,
        acts: Vec<Act>,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<(), StoreError> {
        let _ = (deck, acts, at, clock);
        todo!()
    }
}
