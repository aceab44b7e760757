//! `not-text`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "not-text",
    severity: Severity::Error,
    summary: "The file is no text",
    explanation: "There are so many control characters in it that it is not a text file: an
image or an archive, perhaps, or text in an encoding other than UTF-8.
",
    korean: Korean {
        summary: "텍스트 파일이 아닙니다",
        explanation: "제어 문자가 너무 많아 텍스트 파일로 볼 수 없습니다. 그림이나 압축
파일이거나, UTF-8이 아닌 인코딩의 글일 수 있습니다.
",
    },
    find: None,
};
