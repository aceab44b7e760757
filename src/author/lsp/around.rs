//! What a desk asks of the world around it: files, the learner's log, the day.

use std::path::{Path, PathBuf};

use crate::author::{Flag, History};
use crate::deck::{CardId, Library};
use crate::figure::Date;

/// The world around a desk.
pub trait Around {
    /// The day on which decks are checked.
    fn today(&self) -> Option<Date>;

    /// What a file is called whatever link leads to it, and the folder whose
    /// decks belong together with it.
    fn place(&self, file: &Path) -> (PathBuf, PathBuf);

    /// The decks of a folder; for a file that `open` knows, what that says.
    fn library(&self, folder: &Path, open: &dyn Fn(&Path) -> Option<Vec<u8>>) -> Library;

    /// What learners marked and studied here.
    fn log(&self) -> Log;

    /// Where cards stand that were studied.
    fn standings(&self, cards: &[CardId]) -> Vec<(CardId, Standing)>;
}

/// What is in a learner's log, if there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// What was flagged.
    pub flags: Vec<Flag>,
    /// What was studied.
    pub histories: Vec<History>,
    /// The names of all cards that anything happened to, in their order.
    pub studied: Vec<String>,
}

/// Where a card stands for its learner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The study day on which it comes again.
    pub due: Option<Date>,
    /// How many days from now that is; negative when it has passed.
    pub in_days: Option<i64>,
    /// Days from its last review to that day.
    pub interval: Option<u32>,
    /// How often it was reviewed.
    pub reviews: u32,
    /// How often it was forgotten.
    pub lapses: u32,
    /// Whether the learner took it out.
    pub suspended: bool,
}
