//! Decks: the YAML format, its model, and the identity of cards.
//!
//! A deck file is read in two steps. `yaml` guards against what no author
//! writes (bombs, control characters) and gives every node its place; `format`
//! holds the types that are read from its tree. `lift` turns them once
//! into a checked [`Deck`]; nothing further down looks at YAML.

mod card;
mod diagnostic;

mod fact;
pub mod format;

mod id;
mod identity;
mod library;
mod lift;
mod listing;
mod options;
mod stamp;
mod value;
pub(crate) mod yaml;

pub use card::{Bar, Card, Dateline, Fingerprint, Gap, ListItem, Status, Task};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use fact::Fact;
pub use id::{CardId, DeckId, IdError};
pub(crate) use id::{Named, slug};
pub use identity::{Correction, Known, Match, reconcile};
pub(crate) use library::deck_name;
pub use library::{DeckFile, Library, Names};
pub(crate) use lift::{ClozePiece, TextPiece, cloze_pieces, lone_fact, read_options, text_pieces};
pub(crate) use lift::{EntryKind, Group, Opened, SPECIAL_KEYS, Whole, WrittenGap, gaps, open};
pub use lift::{Reading, read};
pub use listing::{Listed, Listing, Origin, SHIPPED};
pub(crate) use listing::{SHIPPED_AT, is_beside_decks, is_options};
pub use options::{DeckOptions, Step, StepError};

use crate::figure::Date;
use crate::text::{Lang, Localized};

/// A deck without its cards and facts.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Head {
    /// Its stable name.
    pub id: DeckId,
    /// The language of keys without a suffix.
    pub language: Lang,
    /// What it is called on the screen.
    pub title: Localized,
    /// When its facts were true.
    pub as_of: Option<Date>,
    /// The author's suggestions for its schedule.
    pub options: DeckOptions,
    /// How many cards it has.
    pub cards: usize,
}

impl Deck {
    /// All but its cards and facts.
    pub fn head(&self) -> Head {
        Head {
            id: self.id.clone(),
            language: self.language,
            title: self.title.clone(),
            as_of: self.as_of,
            options: self.options.clone(),
            cards: self.cards.len(),
        }
    }
}

/// A deck that was read and checked: what the learner studies.
#[derive(Debug, Clone, PartialEq)]
pub struct Deck {
    /// Its stable name.
    pub id: DeckId,
    /// The language of keys without a suffix.
    pub language: Lang,
    /// What it is called on the screen.
    pub title: Localized,
    /// When its facts were true.
    pub as_of: Option<Date>,
    /// The author's suggestions for its schedule.
    pub options: DeckOptions,
    /// Its cards, in the order of the file, broken ones left out.
    pub cards: Vec<Card>,
    /// Its facts, in the order of the file.
    pub facts: Vec<Fact>,
}
