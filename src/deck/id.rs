//! The names that decks and cards are known by, in files, in the log and on
//! the command line.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A deck's name: a slug of lower-case letters, digits, `-`, `_` and `.`
/// (Hangul allowed), which stays when its file is renamed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeckId(String);

impl DeckId {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeckId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A card's name: `deck/entry`, and for one of several cards of an entry
/// `#c2` or `#answer` (a gap) or `#reverse` behind it. An entry without an id
/// is `~` and a short hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(String);

impl CardId {
    /// Puts a name together from its parts, which are trusted.
    pub fn new(deck: &DeckId, entry: &str, part: Option<&str>) -> Self {
        match part {
            Some(part) => CardId(format!("{deck}/{entry}#{part}")),
            None => CardId(format!("{deck}/{entry}")),
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The deck's part of it.
    pub fn deck(&self) -> &str {
        self.0
            .split_once('/')
            .map_or(self.0.as_str(), |(deck, _)| deck)
    }

    /// The deck and the entry, which siblings share.
    pub fn entry(&self) -> &str {
        self.0
            .split_once('#')
            .map_or(self.0.as_str(), |(entry, _)| entry)
    }
}

impl fmt::Display for CardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that can't be the name of a deck or card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError(pub String);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for IdError {}

impl FromStr for DeckId {
    type Err = IdError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let _ = name;
        todo!()
    }
}

impl FromStr for CardId {
    type Err = IdError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let _ = name;
        todo!()
    }
}
