//! `unreadable`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unreadable",
    severity: Severity::Error,
    summary: "A file or folder can't be read",
    explanation: "There is no such file, or the permissions of it or of its folder keep it
from being read, or the disk has an error.
",
    korean: Korean {
        summary: "파일이나 폴더를 읽을 수 없습니다",
        explanation: "그런 파일이 없거나, 파일이나 폴더를 읽을 권한이 없거나, 디스크에 오류가
있습니다.
",
    },
    find: None,
};
