//! Decks that are yet to be held against articles: it takes longer than all
//! else, so whoever shows a deck while it is written has it done beside.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::against::{self, Article, Report};
use super::ignore::Ignores;
use crate::deck::Opened;

/// How a deck stands to articles, and which comments in it were of use for that.
pub(super) type Held = (Result<Report, String>, Ignores);

/// A deck, and what it is to be held against.
#[derive(Debug, Clone)]
pub struct Holding {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    pub(super) opened: Arc<Opened>,
    pub(super) articles: Arc<Vec<Article>>,
    /// Where the shelf looks for it.
    pub(super) held: Arc<OnceLock<Held>>,
}

impl Holding {
    /// Does it; the shelf that it is from knows from then on.
    pub fn run(&self) {
        let held = || hold(&self.path, &self.bytes, &self.opened, &self.articles);
        self.held.get_or_init(held);
    }
}

/// Holds the deck at a path, with these bytes in it, against articles.
pub(super) fn hold(path: &Path, bytes: &[u8], opened: &Opened, articles: &[Article]) -> Held {
    let mut used = Ignores::read(&String::from_utf8_lossy(bytes), opened.tree());
    let truth = against::hold(path, bytes, opened, articles, &mut used);
    (truth, used)
}
