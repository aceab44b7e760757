//! `retracted`: a retracted fact that is still asked.

use std::collections::HashSet;

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, Fact, Severity, Status};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "retracted",
    severity: Severity::Warning,
    summary: "What was retracted is still asked",
    explanation: "Whoever said so took it back. End the card with `until`, or let the card
that holds what is true now supersede it.

Wrong:

```yaml
facts:
  jobs: { value: 30K people, ask: How many jobs did the governor promise?, status: retracted }
```

Right:

```yaml
facts:
  jobs: { value: 30K people, ask: How many jobs did the governor promise?, status: retracted, until: 2025-02-01 }  # dateline: ignore past-until
```
",
    korean: Korean {
        summary: "철회된 것을 아직 묻고 있습니다",
        explanation: "그렇게 말한 쪽이 말을 거두었습니다. `until`로 카드를 끝내거나, 지금 맞는
카드가 대신하게 하세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let is_retracted = |fact: &&Fact| fact.dateline.status == Status::Retracted;
    let retracted: HashSet<String> = subject
        .deck
        .facts
        .iter()
        .filter(is_retracted)
        .map(|fact| format!("{}/{}", subject.deck.id, fact.id))
        .collect();
    let mut found = Vec::new();
    let of_card = |card: &Card| card.dateline.status == Status::Retracted;
    if retracted.is_empty() && !subject.deck.cards.iter().any(of_card) {
        return found;
    }
    for (entry, card) in subject.asking() {
        if card.until.is_some() || world.is_superseded(card.id.entry()) {
            continue;
        }
        let fact = card
            .facts
            .iter()
            .find(|fact| retracted.contains(*fact) && !world.is_superseded(fact));
        let message = match fact {
            _ if of_card(card) => {
                message!(
                    "it was retracted, and is still asked",
                    "철회되었는데 아직 묻습니다"
                )
            }
            Some(fact) => {
                let name = fact.rsplit('/').next().unwrap_or_default();
                message!(
                    "it shows the fact '{name}', which was retracted",
                    "철회된 사실을 보여 줍니다: '{name}'"
                )
            }
            None => continue,
        };
        found.push(Finding::new(
            entry.at("status"),
            message,
            message!(
                "add 'until:' and its last day, or let another card supersede it",
                "'until:'과 마지막 날을 더하거나, 다른 카드의 'supersedes:'에 넣으세요"
            ),
        ));
    }
    found
}
