//! `unused-ignore`: a comment that ignores nothing, told where comments are read.

use crate::author::ignore::Ignored;
use crate::author::rule::{Finding, Rule};
use crate::deck::Severity;

pub(in crate::author) const RULE: Rule = Rule {
    code: "unused-ignore",
    severity: Severity::Warning,
    summary: "A comment ignores a code that nothing was found under",
    explanation: "What `# dateline: ignore CODE` once hid was mended, or the code has a slip
and it hides nothing. Delete the comment, or mend the code. On a line it
holds for that line, on a line of its own for the next line, or for the whole of
the entry that begins there, and at the head of the file, before its first key, for the whole file.

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
    find: None,
};

/// That a comment ignores nothing.
pub(in crate::author) fn unused(ignored: &Ignored) -> Finding {
    let code = &ignored.code;
    match Rule::named(code) {
        Ok(_) => Finding::new(
            ignored.place,
            format!("there is no '{code}' here to ignore"),
            "delete the comment",
        ),
        Err(unknown) => {
            let help = match unknown.near() {
                Some(near) => format!("did you mean '{near}'?"),
                None => "write the code of a finding".to_owned(),
            };
            Finding::new(ignored.place, format!("there is no rule '{code}'"), help)
        }
    }
}
