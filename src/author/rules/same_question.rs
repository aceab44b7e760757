//! `same-question`: one question on two cards.

use std::collections::HashMap;

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, Severity};
use crate::message;

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
    korean: Korean {
        summary: "두 카드의 질문이 같습니다",
        explanation: "같은 것을 묻는 두 카드는 질문만 보고 답할 수 없습니다. 어느 쪽이 나오든
무엇을 묻는지 짐작해야 하고, 하나에 답하면 다른 하나를 망칩니다. 하나를
다르게 묻거나 지우세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let leaves = |card: &Card| card.until.is_some() || world.is_superseded(card.id.entry());
    let mut twins = HashMap::new();
    for (lang, question, at) in subject.questions {
        let Some(card) = subject.deck.cards.get(*at) else {
            continue;
        };
        let first = world.questions.get(&(*lang, question.as_str()));
        if let Some((first, path)) = first
            && first.id.entry() != card.id.entry()
            && !leaves(first)
            && !leaves(card)
        {
            twins
                .entry(card.id.entry())
                .or_insert((*lang, *first, *path));
        }
    }
    let mut found = Vec::new();
    if twins.is_empty() {
        return found;
    }
    for (entry, card) in subject.asking() {
        let Some((lang, first, path)) = twins.get(card.id.entry()) else {
            continue;
        };
        let line = first.place.line;
        let [on, on_ko] = if *path == subject.path {
            [format!("line {line}"), format!("{line}번째 줄")]
        } else {
            let there = format!("{}:{line}", path.display());
            [there.clone(), there]
        };
        found.push(Finding::new(
            entry.question(*lang),
            message!(
                "the same question as '{}', on {on}",
                "같은 질문이 또 있습니다: '{}'({on_ko})",
                first.id
            ),
            message!(
                "reword one of the two, or delete it",
                "둘 가운데 하나를 고쳐 쓰거나 지우세요"
            ),
        ));
    }
    found
}
