//! `unreadable`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unreadable",
    severity: Severity::Error,
    summary: "A file or folder can't be read",
    explanation: "There is no such file, or the permissions of it or of its folder keep it
from being read, or the disk has an error.
",
    find: None,
};
