//! `too-long`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-long",
    severity: Severity::Error,
    summary: "A text is longer than anyone reads on a card",
    explanation: "A text has at most 10,000 characters. Shorten it, or make several cards of
it.
",
    korean: Korean {
        summary: "카드에서 읽기에는 너무 긴 글입니다",
        explanation: "글 하나는 10,000자까지입니다. 줄이거나 카드 여러 장으로 나누세요.
",
    },
    find: None,
};
