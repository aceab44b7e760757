//! Where decks come from: those in the binary, those in folders, and which wins.

use std::path::{Path, PathBuf};

/// The decks in the binary: file name and text.
pub const SHIPPED: &[(&str, &str)] = &[];

/// Where a deck's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In the binary; the name of its file there.
    Shipped(&'static str),
    /// A file.
    File(PathBuf),
}

/// The texts of all decks that there are to study, not yet read as YAML.
#[derive(Debug, Clone, Default)]
pub struct Library {}

impl Library {
    /// Looks for decks in `paths` (files or folders).
    pub fn find(paths: &[&Path], shipped: bool) -> Library {
        let _ = (paths, shipped);
        todo!()
    }
}
