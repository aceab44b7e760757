//! The decks of a folder as they are on the disk, read once and again only
//! where they changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::author::parallel;
use crate::author::sheet::Sheet;
use crate::deck::{Diagnostic, Library};

/// A folder of decks.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Its deck files in the order in which they are checked.
    pub order: Vec<PathBuf>,
    /// What was read of those that are not open.
    sheets: HashMap<PathBuf, Sheet<'static>>,
    /// What is wrong beyond single decks, as two of one name.
    pub told: Vec<Diagnostic>,
}

impl Folder {
    /// Takes what there is now; files that `is_open` have a document instead.
    pub fn take(&mut self, library: Library, is_open: impl Fn(&Path) -> bool) {
        let mut old = std::mem::take(&mut self.sheets);
        self.order = library.files.iter().map(|file| file.path.clone()).collect();
        self.told = library.diagnostics;
        let mut changed = Vec::new();
        for file in library.files {
            if is_open(&file.path) {
                continue;
            }
            match old.remove(&file.path) {
                Some(sheet) if sheet.bytes.as_deref() == file.bytes.as_deref().ok() => {
                    self.sheets.insert(file.path, sheet);
                }
                _ => changed.push(file),
            }
        }
        let read = parallel::each(&changed, |file| Sheet::keep(file.clone()));
        let paths = changed.into_iter().map(|file| file.path);
        self.sheets.extend(paths.zip(read));
    }

    /// What was read of a file that is not open.
    pub fn sheet(&self, path: &Path) -> Option<&Sheet<'static>> {
        self.sheets.get(path)
    }
}
