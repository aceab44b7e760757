//! The watch screen on a terminal.

use std::path::PathBuf;

use crate::tui::app::Manner;
use crate::tui::run::{TuiError, play};
use crate::tui::watch::{Author, Watch};
use crate::tui::watch::{folders, holder};

/// Shows the decks until the author quits, and again whenever something changes
/// at `places`, the files and folders in which they are.
///
/// # Errors
/// When there is no terminal, or the places can't be watched.
pub fn watch(author: Author, places: &[PathBuf], manner: Manner) -> Result<(), TuiError> {
    // Watched first and read then: no save falls between.
    play(|bell| {
        let watching = folders::ring(bell.clone(), places)
            .map_err(|error| TuiError::Watch(error.to_string()))?;
        let holder = holder::beside(bell).map_err(|error| TuiError::Watch(error.to_string()))?;
        Ok((Watch::new(author, manner, holder), watching))
    })
}
