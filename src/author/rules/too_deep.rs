//! `too-deep`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-deep",
    severity: Severity::Error,
    summary: "Lists and mappings are nested too deep",
    explanation: "A deck needs five levels at most. Most likely a bracket is missing.
",
    korean: Korean {
        summary: "목록과 매핑이 너무 깊이 겹칩니다",
        explanation: "덱에는 다섯 겹이면 됩니다. 대개 괄호가 빠진 것입니다.
",
    },
    find: None,
};
