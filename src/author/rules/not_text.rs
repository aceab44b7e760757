//! `not-text`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "not-text",
    severity: Severity::Error,
    summary: "The file is no text",
    explanation: "There are so many control characters in it that it is not a text file: an
image or an archive, perhaps, or text in an encoding other than UTF-8.
",
    find: None,
};
