//! `too-many-files`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-many-files",
    severity: Severity::Error,
    summary: "A folder holds too much to be a folder of decks",
    explanation: "Folders are searched 16 levels deep, for 10,000 files at most. Name the
folder that holds the decks.
",
    find: None,
};
