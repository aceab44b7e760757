//! `duplicate-deck`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-deck",
    severity: Severity::Error,
    summary: "Two files give their deck the same name",
    explanation: "A deck is known by the name behind `deck:`, whatever its file is called. Of
two with one name only the first is studied. Rename one, or delete the file
that you no longer want.
",
    korean: Korean {
        summary: "두 파일의 덱 이름이 같습니다",
        explanation: "덱은 파일 이름이 아니라 `deck:` 뒤의 이름으로 불립니다. 이름이 같은 둘
가운데 첫째만 공부하게 됩니다. 하나의 이름을 바꾸거나, 필요 없는 파일을
지우세요.
",
    },
    find: None,
};
