//! `not-utf8`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "not-utf8",
    severity: Severity::Error,
    summary: "The file is not in UTF-8",
    explanation: "Decks are in UTF-8, with or without a byte-order mark. Older editors save
Korean as EUC-KR (CP949) and other texts as UTF-16; save the file anew in
UTF-8.
",
    korean: Korean {
        summary: "UTF-8 파일이 아닙니다",
        explanation: "덱은 UTF-8로 쓰며, 바이트 순서 표시(BOM)는 있어도 없어도 됩니다. 오래된
편집기는 한글을 EUC-KR(CP949)로, 다른 글을 UTF-16으로 저장합니다. UTF-8로
다시 저장하세요.
",
    },
    find: None,
};
