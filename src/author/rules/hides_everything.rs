//! `hides-everything`: a cloze of which nothing is left to go by.

use crate::author::rule::{Find, Finding, Rule};
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
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in &subject.entries {
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
