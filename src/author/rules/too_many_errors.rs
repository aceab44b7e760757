//! `too-many-errors`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-many-errors",
    severity: Severity::Error,
    summary: "So much is wrong that the file is no deck",
    explanation: "Past a thousand errors the rest is not looked at. Mend the first ones: most
of the others come of them. If this is no deck, move it out of the folder.
",
    find: None,
};
