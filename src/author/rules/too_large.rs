//! `too-large`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-large",
    severity: Severity::Error,
    summary: "A file, or what it makes, is larger than any deck",
    explanation: "A deck file may have 8 MB, a hundred times what a person writes; and a long
text that thousands of cards share is kept once a card. Split the deck, or
shorten what is shared.
",
    korean: Korean {
        summary: "파일이나 그것이 만드는 것이 덱이라기에는 너무 큽니다",
        explanation: "덱 파일은 8 MB까지입니다. 사람이 쓰는 것의 백 배입니다. 카드 수천 장이 함께
쓰는 긴 글은 카드마다 따로 저장됩니다. 덱을 나누거나, 함께 쓰는 글을
줄이세요.
",
    },
    find: None,
};
