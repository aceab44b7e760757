//! `too-many-gaps`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-many-gaps",
    severity: Severity::Error,
    summary: "A cloze has more gaps than a person wrote",
    explanation: "Each group of gaps is a card; more than a hundred of one text are surely a
mistake. Cut the text into several.
",
    korean: Korean {
        summary: "사람이 썼다기에는 빈칸이 너무 많습니다",
        explanation: "빈칸 묶음마다 카드 한 장이 됩니다. 한 글에 백 묶음이 넘으면 틀림없이 잘못된
것입니다. 글을 여럿으로 나누세요.
",
    },
    find: None,
};
