//! `unused-ignore`: a comment that ignores nothing, told where comments are read.

use crate::author::ignore::Ignored;
use crate::author::rule::{Finding, Korean, Rule};
use crate::deck::Severity;
use crate::message;

pub(in crate::author) const RULE: Rule = Rule {
    code: "unused-ignore",
    severity: Severity::Warning,
    summary: "A comment ignores a code that nothing was found under",
    explanation: "What `# dateline: ignore CODE` once hid was mended, or the code has a slip
and it hides nothing. Delete the comment, or mend the code. On a line it
holds for that line, or for the whole of the entry that the line only names, on a
line of its own for the next line, or the whole of the entry that begins there, and at the head of the file, before its first key, for the whole file.

Wrong:

```yaml
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang # dateline: ignore yes-no
```

Right:

```yaml
cards:
  - id: sputnik
    ask: Was it a moon?
    answer: No # dateline: ignore yes-no
```
",
    korean: Korean {
        summary: "아무것도 나오지 않은 코드를 주석이 무시합니다",
        explanation: "`# dateline: ignore CODE`가 가리던 것을 이미 고쳤거나, 코드를 잘못 써서
아무것도 가리지 않습니다. 주석을 지우거나 코드를 고치세요. 줄 끝에 쓰면 그
줄이나 그 줄이 이름만 적은 항목 전체에, 따로 한 줄로 쓰면 다음 줄이나 거기서
시작하는 항목 전체에, 파일 첫머리의 첫 키 앞에 쓰면 파일 전체에 적용됩니다.
",
    },
    find: None,
};

/// That a comment ignores nothing.
pub(in crate::author) fn unused(ignored: &Ignored) -> Finding {
    let code = &ignored.code;
    if code.is_empty() {
        return Finding::new(
            ignored.place,
            message!(
                "the comment names nothing to ignore",
                "무엇을 무시할지 적지 않은 주석입니다"
            ),
            message!(
                "write the code of a finding behind it, or delete it",
                "뒤에 문제의 코드를 쓰거나 주석을 지우세요"
            ),
        );
    }
    match Rule::named(code) {
        Ok(_) => Finding::new(
            ignored.place,
            message!(
                "there is no '{code}' here to ignore",
                "여기에는 무시할 '{code}' 문제가 없습니다"
            ),
            message!("delete the comment", "주석을 지우세요"),
        ),
        Err(unknown) => {
            let help = match unknown.near() {
                Some(near) => message!("did you mean '{near}'?", "'{near}'인가요?"),
                None => message!("write the code of a finding", "문제의 코드를 쓰세요"),
            };
            let message = message!(
                "there is no rule '{code}'",
                "그런 규칙이 없습니다: '{code}'"
            );
            Finding::new(ignored.place, message, help)
        }
    }
}
