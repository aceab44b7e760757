//! `too-many-errors`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "too-many-errors",
    severity: Severity::Error,
    summary: "So much is wrong that the file is no deck",
    explanation: "Past a thousand errors the rest is not looked at. Mend the first ones: most
of the others come of them. If this is no deck, move it out of the folder.
",
    korean: Korean {
        summary: "오류가 너무 많아 덱으로 볼 수 없습니다",
        explanation: "오류가 천 건을 넘으면 나머지는 보지 않습니다. 처음 것부터 바로잡으세요.
나머지는 대개 거기서 나온 것입니다. 덱이 아니라면 폴더 밖으로 옮기세요.
",
    },
    find: None,
};
