//! `not-gone`: a card replaces one that is still there.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::Severity;
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "not-gone",
    severity: Severity::Warning,
    summary: "A card replaces one that is still there",
    explanation: "`replaces` hands the history of a card that is gone to the one that took
its place. A card that is still there keeps its own history, and the new one
begins without. Delete the old card, or, where it is only out of date, write
`supersedes`.

Wrong:

```yaml
cards:
  - id: cost
    ask: What did the fab cost?
    number: 20B USD
  - id: cost-of-the-fab
    ask: What did the first fab cost?
    number: 20B USD
    replaces: [cost]
```

Right:

```yaml
cards:
  - id: cost-of-the-fab
    ask: What did the first fab cost?
    number: 20B USD
    replaces: [cost]
```
",
    korean: Korean {
        summary: "아직 있는 카드를 이어받으려 합니다",
        explanation: "`replaces`는 없어진 카드의 복습 기록을 그 자리를 이은 카드에 넘깁니다. 아직
있는 카드는 자기 기록을 그대로 갖고, 새 카드는 기록 없이 시작합니다. 옛
카드를 지우거나, 내용이 낡았을 뿐이라면 `supersedes`를 쓰세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if subject
        .deck
        .cards
        .iter()
        .all(|card| card.replaces.is_empty())
    {
        return found;
    }
    for (entry, card) in subject.asking() {
        for (at, name) in card.replaces.iter().enumerate() {
            // That it replaces itself is told as a circle.
            let own = name.split('#').next() == Some(card.id.entry());
            if own || !world.has_card(name) {
                continue;
            }
            let node = entry.texts(&["replaces"]).into_iter().nth(at);
            let place = node.map_or_else(|| entry.key("replaces"), |(_, node)| node.place);
            let deck = format!("{}/", subject.deck.id);
            let name = name.strip_prefix(&deck).unwrap_or(name);
            found.push(Finding::new(
                place,
                message!(
                    "'{name}' is still there, and keeps its history",
                    "'{name}': 아직 있는 카드라 복습 기록이 옮겨지지 않습니다"
                ),
                message!(
                    "delete the old card, or this 'replaces'",
                    "옛 카드나 이 'replaces'를 지우세요"
                ),
            ));
        }
    }
    found
}
