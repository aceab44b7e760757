//! A deck file that is open in the editor.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

use super::position::Text;
use crate::author::sheet::Sheet;
use crate::deck::yaml::Node;
use crate::deck::{self, Deck, Diagnostic, read_options};

/// An open file.
#[derive(Debug)]
pub(super) struct Document {
    /// What the editor calls it.
    pub uri: Uri,
    /// Its file, if it has one.
    pub path: PathBuf,
    /// The folder whose decks belong with it; none without a file.
    pub folder: Option<PathBuf>,
    /// Which of its states this is, as the editor counts them.
    pub version: i32,
    /// What is in it now.
    pub text: Text,
    /// What reading it gave.
    pub sheet: Sheet<'static>,
    /// The last reading of a file that was YAML throughout, if it is not now.
    last_good: Option<Box<Sheet<'static>>>,
    /// The name of its deck when its folder was last looked through.
    pub listed_as: Option<String>,
    /// Whether something changed since it was checked.
    pub stale: bool,
    /// What is wrong with it, as of the last check.
    pub found: Vec<Diagnostic>,
    /// What the editor was told of that, and of which version.
    pub told: Option<(i32, Vec<lsp_types::Diagnostic>)>,
}

impl Document {
    /// A file that was just opened.
    pub fn new(
        uri: Uri,
        path: PathBuf,
        folder: Option<PathBuf>,
        version: i32,
        text: String,
    ) -> Document {
        let sheet = read(&path, &text);
        Document {
            uri,
            path,
            folder,
            version,
            text: Text::new(text),
            sheet,
            last_good: None,
            listed_as: None,
            stale: true,
            found: Vec::new(),
            told: None,
        }
    }

    /// Puts another text in its place.
    pub fn change(&mut self, version: i32, text: Text) {
        self.version = version;
        self.text = text;
        self.stale = true;
    }

    /// Reads it, if it has changed since it was read.
    pub fn refresh(&mut self) {
        let same = self.sheet.bytes.as_deref() == Some(self.text.as_str().as_bytes());
        if same {
            return;
        }
        let sheet = read(&self.path, self.text.as_str());
        let last = std::mem::replace(&mut self.sheet, sheet);
        if self.sheet.deck().is_some() {
            self.last_good = None;
        } else if last.deck().is_some() {
            self.last_good = Some(Box::new(last));
        }
    }

    /// Whether it is a deck or is about to be one, as of its last reading:
    /// editors send every YAML file.
    pub fn is_deck(&self) -> bool {
        !self.is_beside_decks() && self.sheet.is_meant_as_deck()
    }

    /// Whether it lies beside decks and is none, by its name.
    pub fn is_beside_decks(&self) -> bool {
        deck::is_beside_decks(&self.path)
    }

    /// Whether there may be decks beside it that have to do with it: the folder
    /// of any other file is none of ours, and may hold half the disk.
    pub fn belongs_to_decks(&self) -> bool {
        self.is_deck() || self.is_options()
    }

    /// Whether it is the file that says how the decks beside it are scheduled.
    pub fn is_options(&self) -> bool {
        deck::is_options(&self.path)
    }

    /// What is wrong with it if it is that file.
    pub fn options_told(&self) -> Vec<Diagnostic> {
        read_options(&self.path, self.text.as_str().as_bytes()).1
    }

    /// What can be read of it now, and for what that has lost the last reading
    /// that lost nothing.
    pub fn readings(&self) -> impl Iterator<Item = &Sheet<'static>> {
        [Some(&self.sheet), self.last_good.as_deref()]
            .into_iter()
            .flatten()
    }

    /// The decks of its readings.
    pub fn decks(&self) -> impl Iterator<Item = &Deck> {
        self.readings().filter_map(|sheet| Some(sheet.kept()?.1))
    }

    /// The trees of its readings.
    pub fn trees(&self) -> impl Iterator<Item = &Node> {
        self.readings().filter_map(Sheet::tree)
    }

    /// Its deck, as far as it is one or last was.
    pub fn deck(&self) -> Option<&Deck> {
        self.decks().next()
    }

    /// The name of its deck.
    pub fn name(&self) -> Option<String> {
        self.deck().map(|deck| deck.id.as_str().to_owned())
    }
}

fn read(path: &Path, text: &str) -> Sheet<'static> {
    Sheet::of(path.to_owned().into(), text.as_bytes().to_vec().into())
}
