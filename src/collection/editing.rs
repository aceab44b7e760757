//! The decks while their author is at work on them: where a card stands, and
//! reading them anew.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Collection;
use crate::deck::{CardId, Place as Spot, SHIPPED, SHIPPED_AT};
use crate::store::StoreError;

impl Collection {
    /// The file of a card, and where its entry stands there. A shipped deck is
    /// copied to the `decks` of the home, where it stands in for that one.
    ///
    /// # Errors
    /// When no deck has the card any more, or its deck can't be copied.
    pub fn to_edit(&self, id: &CardId) -> Result<(PathBuf, Spot), String> {
        let mut decks = self.decks.iter();
        let gone = || format!("no deck has the card '{}' any more", id.as_str());
        let shelved = decks.find(|shelved| shelved.deck.id.as_str() == id.deck());
        let shelved = shelved.ok_or_else(gone)?;
        let card = self.cards.get(id).ok_or_else(gone)?;
        let Ok(name) = shelved.path.strip_prefix(SHIPPED_AT) else {
            let path = std::path::absolute(&shelved.path);
            return Ok((path.unwrap_or_else(|_| shelved.path.clone()), card.place));
        };
        let folder = self.place.home.join("decks");
        let path = folder.join(name);
        copy(name, &folder, &path).map_err(|error| {
            format!(
                "the deck can't be copied to {} to be edited: {error}",
                path.display()
            )
        })?;
        Ok((path, card.place))
    }

    /// Reads the decks anew: what was edited keeps its history as at any start.
    ///
    /// # Errors
    /// When the database can't be read or written; then all stays as it was.
    pub fn reread(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let (settings, clock) = (self.settings.clone(), self.clock.clone());
        *self = Collection::open(&self.place, settings, clock, now)?;
        Ok(())
    }
}

/// Writes the shipped deck of a name to a file that is not there yet.
fn copy(name: &Path, folder: &Path, path: &Path) -> io::Result<()> {
    let shipped = SHIPPED.iter().find(|(known, _)| Path::new(known) == name);
    let (_, text) = shipped.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    fs::create_dir_all(folder)?;
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
