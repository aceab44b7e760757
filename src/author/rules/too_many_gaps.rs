//! `too-many-gaps`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-many-gaps",
    severity: Severity::Error,
    summary: "A cloze has more gaps than a person wrote",
    explanation: "Each group of gaps is a card; more than a hundred of one text are surely a
mistake. Cut the text into several.
",
    find: None,
};
