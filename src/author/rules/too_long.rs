//! `too-long`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-long",
    severity: Severity::Error,
    summary: "A text is longer than anyone reads on a card",
    explanation: "A text has at most 10,000 characters. Shorten it, or make several cards of
it.
",
    find: None,
};
