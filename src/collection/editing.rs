//! The decks while their author is at work on them: where a card stands, and
//! reading them anew.

use std::cmp::Reverse;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::shelving::origin;
use super::{Collection, Shelved};
use crate::deck::{CardId, DeckId, Diagnostic, Place as Spot, SHIPPED, SHIPPED_AT};
use crate::disk;
use crate::message;
use crate::store::StoreError;
use crate::text::Message;

/// A file of the learner's own with a deck in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The file.
    pub path: PathBuf,
    /// Whether a shipped deck was just copied there.
    pub copied: bool,
}

impl Collection {
    /// The file of a card, and where its entry stands there. A shipped deck is
    /// copied to the `decks` of the home, where it stands in for that one.
    ///
    /// # Errors
    /// When no deck has the card any more, or its deck can't be copied.
    pub fn to_edit(&self, id: &CardId) -> Result<(Own, Spot), Message> {
        let gone = || {
            let id = id.as_str();
            message!(
                "no deck has the card '{id}' any more",
                "카드 '{id}': 이제 어느 덱에도 없습니다"
            )
        };
        let card = self.card(id)?;
        let card = card.ok_or_else(gone)?;
        let own = self.own(self.shelved(id.deck()).ok_or_else(gone)?)?;
        Ok((own, card.place))
    }

    /// The file of a deck; a shipped one is copied as in [`Collection::to_edit`].
    ///
    /// # Errors
    /// When it is gone, or can't be copied.
    pub fn deck_to_edit(&self, id: &DeckId) -> Result<Own, Message> {
        self.own(self.shelved(id.as_str()).ok_or_else(|| no_deck(id))?)
    }

    /// The file of a deck by the name that messages use, and what is in it now.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn deck_text(&self, id: &DeckId) -> Result<(PathBuf, Vec<u8>), Message> {
        let path = &self.shelved(id.as_str()).ok_or_else(|| no_deck(id))?.path;
        let read = match path.strip_prefix(SHIPPED_AT) {
            Ok(name) => shipped(name).map(|text| text.as_bytes().to_vec()),
            Err(_) => fs::read(path),
        };
        let told = |error: io::Error| {
            message!(
                "{} can't be read: {error}",
                "{}: 읽을 수 없습니다({error})",
                path.display()
            )
        };
        Ok((path.clone(), read.map_err(told)?))
    }

    /// The names of a deck's cards that have a history.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn studied(&self, deck: &DeckId) -> Result<Vec<CardId>, StoreError> {
        self.store.studied_of(deck)
    }

    /// Takes the copy of a shipped deck away again in which nothing was changed: it
    /// would stand in for every newer one that ships.
    pub fn take_away(&self, own: &Path) {
        let name = own.strip_prefix(self.place.home.join("decks"));
        let text = name.ok().and_then(|name| shipped(name).ok());
        if text.is_some_and(|text| fs::read(own).is_ok_and(|now| now == text.as_bytes())) {
            // One that stays is no worse than before.
            let _ = fs::remove_file(own);
        }
    }

    /// The file of a deck, once it is the learner's own.
    fn own(&self, shelved: &Shelved) -> Result<Own, Message> {
        let Ok(name) = shelved.path.strip_prefix(SHIPPED_AT) else {
            let path = std::path::absolute(&shelved.path);
            return Ok(Own {
                path: path.unwrap_or_else(|_| shelved.path.clone()),
                copied: false,
            });
        };
        let folder = self.place.home.join("decks");
        let path = folder.join(name);
        copy(name, &folder, &path).map_err(|error| {
            message!(
                "the deck can't be copied to {} to be edited: {error}",
                "고칠 수 있게 덱을 {}에 복사하지 못했습니다: {error}",
                path.display()
            )
        })?;
        Ok(Own { path, copied: true })
    }

    /// What is wrong with a file, however it is called: the first that keeps
    /// something of it from being studied, or else the first.
    pub fn wrong_with(&self, path: &Path) -> Option<&Diagnostic> {
        let whole = origin(path);
        let told = self.diagnostics().iter();
        let of_file = told.filter(|told| told.path == path || origin(&told.path) == whole);
        of_file.min_by_key(|told| (Reverse(told.severity), told.place.line))
    }

    /// Reads the decks anew: what was edited keeps its history as at any start.
    ///
    /// # Errors
    /// When the database can't be read or written; then all stays as it was.
    pub fn reread(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let (settings, clock) = (self.settings.clone(), self.clock.clone());
        let open = match self.store.unwritable() {
            Some(_) => Collection::look,
            None => Collection::open,
        };
        *self = open(&self.place, settings, clock, now)?;
        Ok(())
    }
}

fn no_deck(id: &DeckId) -> Message {
    message!(
        "there is no deck '{id}' any more",
        "덱 '{id}': 이제 없습니다"
    )
}

/// The text of the shipped deck of a name.
fn shipped(name: &Path) -> io::Result<&'static str> {
    let shipped = SHIPPED.iter().find(|(known, _)| Path::new(known) == name);
    let (_, text) = shipped.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    Ok(text)
}

/// Writes the shipped deck of a name to a file that is not there yet.
fn copy(name: &Path, folder: &Path, path: &Path) -> io::Result<()> {
    let text = shipped(name)?;
    fs::create_dir_all(folder)?;
    // Half a deck would stand in for the shipped one.
    disk::write_new(path, text.as_bytes())
}
