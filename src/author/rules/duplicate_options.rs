//! `duplicate-options`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-options",
    severity: Severity::Error,
    summary: "A folder has both an options.yaml and an options.yml",
    explanation: "Options for the decks of a folder, and of those below it, are in a file
`options.yaml` or `options.yml`. Of both beside each other only `options.yaml`
is read. Move what you want of the other one there, and delete it.
",
    korean: Korean {
        summary: "한 폴더에 options.yaml과 options.yml이 함께 있습니다",
        explanation: "폴더와 그 아래 덱들의 옵션은 `options.yaml`이나 `options.yml` 파일에 씁니다.
둘이 함께 있으면 `options.yaml`만 읽습니다. 다른 파일에서 필요한 것을 옮기고
그 파일은 지우세요.
",
    },
    find: None,
};
