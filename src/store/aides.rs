//! Connections that read beside the first, on the other cores, while something
//! long lasts.

use std::path::Path;

use rusqlite::Connection;

use super::open;
use crate::parallel;

/// So many at the most: the disk feeds no more.
const MOST: usize = 3;

/// Those that are open now.
#[derive(Debug, Default)]
pub(super) struct Aides(Vec<Connection>);

impl Aides {
    /// Opens one for each other core. Where one can't be opened, there is one
    /// less to help: who calls reads it all alone, if need be.
    pub(super) fn call(&mut self, path: &Path) {
        let wanted = (parallel::cores() - 1).min(MOST);
        while self.0.len() < wanted {
            match open::connect_to_read(path) {
                Ok(aide) => self.0.push(aide),
                Err(_) => return,
            }
        }
    }

    /// All that are open.
    pub(super) fn all(&mut self) -> &mut [Connection] {
        &mut self.0
    }

    /// Closes them.
    pub(super) fn let_go(&mut self) {
        self.0.clear();
    }
}
