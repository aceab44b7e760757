//! `too-deep`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-deep",
    severity: Severity::Error,
    summary: "Lists and mappings are nested too deep",
    explanation: "A deck needs five levels at most. Most likely a bracket is missing.
",
    find: None,
};
