//! `same-question`: one question on two cards.

use crate::author::rule::{Finding, Rule};
use crate::author::sheet::asks;
use crate::author::subject::Subject;
use crate::deck::{Card, Severity};
use crate::text::fold;

pub(super) const RULE: Rule = Rule {
    code: "same-question",
    severity: Severity::Warning,
    summary: "Two cards ask the same question",
    explanation: "Two cards that ask the same can't both be answered by looking at the
question: whichever comes, the learner must guess which is meant, and
answering one spoils the other. Reword one, or delete it.

Wrong:

```yaml
cards:
  - id: founder
    ask: Who founded the foundry model?
    answer: Morris Chang
  - id: founder-again
    ask: Who founded the foundry model?
    answer: The founder of TSMC
```

Right:

```yaml
cards:
  - id: founder
    ask: Who founded the foundry model?
    answer: Morris Chang
  - id: founder-firm
    ask: Which firm began the foundry model?
    answer: TSMC
```
",
    find: Some(find),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in &subject.entries {
        let twin = entry.cards.iter().find_map(|card| {
            let key = |lang, text: &str| (lang, fold(text));
            card.question.iter().find_map(|(lang, text)| {
                let (lang, folded) = key(lang, text);
                let (first, path) = subject.world.questions.get(&(lang, folded.as_str()))?;
                let other = first.id.entry() != card.id.entry();
                let leaves = |card: &Card| {
                    card.until.is_some() || subject.world.is_superseded(card.id.entry())
                };
                (other && asks(card) && !leaves(first) && !leaves(card))
                    .then_some((lang, *first, *path))
            })
        });
        if let Some((lang, first, path)) = twin {
            let stands = if path == subject.path {
                format!("line {}", first.place.line)
            } else {
                format!("{}:{}", path.display(), first.place.line)
            };
            found.push(Finding::new(
                entry.question(lang),
                format!("the same question as '{}', on {stands}", first.id),
                "reword one of the two, or delete it",
            ));
        }
    }
    found
}
