//! Looking at a home's states without a change to anything: for tools that run
//! beside a session.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{Past, StoreError, cards, known, log, open, states};
use crate::deck::{Card, CardId, DeckId};
use crate::schedule::CardState;

/// A home that is only read.
#[derive(Debug)]
pub struct Look {
    connection: Connection,
    path: PathBuf,
}

impl Look {
    /// Opens the database in the folder `home` to read it.
    ///
    /// # Errors
    /// When there is none, or none of this version.
    pub fn open(home: &Path) -> Result<Look, StoreError> {
        let (connection, path) = open::open_to_read(home)?;
        Ok(Look { connection, path })
    }

    /// Every card that anything ever happened to, under the name it has now.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn states(&self) -> Result<HashMap<CardId, CardState>, StoreError> {
        let mut states = HashMap::new();
        let read = states::each(&self.connection, |card, state| {
            states.insert(card, state);
        });
        read.map(|()| states)
            .map_err(|trouble| trouble.tell(&self.path))
    }

    /// What is known of a deck before it is read again.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn past(&self, deck: &DeckId) -> Result<Past, StoreError> {
        known::past(&self.connection, deck.as_str()).map_err(|trouble| trouble.tell(&self.path))
    }

    /// The cards of a deck as the index has them, in the order of the file.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn cards(&self, deck: &str) -> Result<Vec<Card>, StoreError> {
        cards::of_deck(&self.connection, deck).map_err(|trouble| trouble.tell(&self.path))
    }

    /// From the question to the first key of the answer, in milliseconds, of
    /// the last reviews that know it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn first_keys(&self) -> Result<Vec<u32>, StoreError> {
        // Enough for a measure of the learner's own, and read in a moment.
        log::first_keys(&self.connection, 1000).map_err(|trouble| trouble.tell(&self.path))
    }

    /// One card, by the name it has now; nothing if nothing happened to it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn state(&self, card: &CardId) -> Result<Option<CardState>, StoreError> {
        let read = states::get(&self.connection, card);
        let read = read.map_err(|trouble| trouble.tell(&self.path))?;
        Ok(read.map(|standing| standing.state))
    }
}
