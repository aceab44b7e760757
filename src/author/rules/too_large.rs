//! `too-large`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-large",
    severity: Severity::Error,
    summary: "A file, or what it makes, is larger than any deck",
    explanation: "A deck file may have 8 MB, a hundred times what a person writes; and a long
text that thousands of cards share is kept once a card. Split the deck, or
shorten what is shared.
",
    find: None,
};
