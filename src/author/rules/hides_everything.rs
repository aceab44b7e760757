//! `hides-everything`: a cloze of which nothing is left to go by.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::{Gap, Severity, Task};
use crate::message;
use crate::text::Localized;

pub(super) const RULE: Rule = Rule {
    code: "hides-everything",
    severity: Severity::Error,
    summary: "A cloze hides all of its text",
    explanation: r#"A cloze asks for what is missing from a text. When a group of gaps hides all
of it, there is nothing left to go by. Write more around the gap, or ask a
question.

Wrong:

```yaml
cards:
  - id: all
    cloze: "{{c1::The H800}} {{c1::is a cut-down H100}}."
```

Right:

```yaml
cards:
  - id: some
    cloze: "The H800 is a cut-down {{c1::H100}}."
```
"#,
    korean: Korean {
        summary: "빈칸이 글 전체를 가립니다",
        explanation: "빈칸은 글에서 빠진 것을 묻습니다. 한 묶음이 글을 모두 가리면 짐작할 근거가
남지 않습니다. 빈칸 둘레에 글을 더 쓰거나 질문으로 물으세요.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in subject.entries() {
        let hiding = entry.cards.iter().find_map(|card| {
            let cloze = cloze(&card.task)?;
            let (lang, _) = cloze.iter().find(|(_, pieces)| hides_all(pieces))?;
            Some((card.id.part().unwrap_or_default(), lang))
        });
        if let Some((gap, lang)) = hiding {
            found.push(Finding::new(
                entry.at_in("cloze", lang),
                message!(
                    "the gap {gap} hides the whole text",
                    "빈칸이 글을 통째로 가립니다: {gap}"
                ),
                message!(
                    "leave words around it, or write it as 'ask' and 'answer'",
                    "둘레에 말을 남기거나 'ask'와 'answer'로 쓰세요"
                ),
            ));
        }
    }
    found
}

/// Whether no letter or digit is left, and no hint.
fn hides_all(pieces: &[Gap]) -> bool {
    pieces.iter().all(|piece| match piece {
        Gap::Text(text) => !text.chars().any(char::is_alphanumeric),
        Gap::Hidden { hint, .. } => hint.is_none(),
    })
}

fn cloze(task: &Task) -> Option<&Localized<Vec<Gap>>> {
    match task {
        Task::Recall { cloze } => cloze.as_ref(),
        Task::Cloze { cloze, .. } => Some(cloze),
        _ => None,
    }
}
