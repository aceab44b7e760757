//! `not-utf8`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "not-utf8",
    severity: Severity::Error,
    summary: "The file is not in UTF-8",
    explanation: "Decks are in UTF-8, with or without a byte-order mark. Older editors save
Korean as EUC-KR (CP949) and other texts as UTF-16; save the file anew in
UTF-8.
",
    find: None,
};
