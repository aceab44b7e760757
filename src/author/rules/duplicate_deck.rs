//! `duplicate-deck`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-deck",
    severity: Severity::Error,
    summary: "Two files give their deck the same name",
    explanation: "A deck is known by the name behind `deck:`, whatever its file is called. Of
two with one name only the first is studied. Rename one, or delete the file
that you no longer want.
",
    find: None,
};
