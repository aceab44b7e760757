//! `too-many-files`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-many-files",
    severity: Severity::Error,
    summary: "A folder holds too much to be a folder of decks",
    explanation: "Folders are searched 16 levels deep, for 10,000 files at most. Name the
folder that holds the decks.
",
    korean: Korean {
        summary: "덱 폴더라기에는 든 것이 너무 많습니다",
        explanation: "폴더는 16단계 깊이까지, 파일 10,000개까지 찾아봅니다. 덱이 있는 폴더를
지정하세요.
",
    },
    find: None,
};
