//! `circular-reference`: a chain of `supersedes` or `replaces` that comes back.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::Severity;
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "circular-reference",
    severity: Severity::Error,
    summary: "Cards supersede or replace each other in a circle",
    explanation: "`supersedes` and `replaces` lead from the new to the old. In a circle each
of them is withdrawn by the next, or inherits its own history. Take out the
link that leads from the old one to the new.

Wrong:

```yaml
cards:
  - id: cost-2024
    ask: What was the fab to cost, as of 2024?
    number: 8B USD
    supersedes: [cost-2025]
  - id: cost-2025
    ask: What will the fab cost, as of 2025?
    number: 20B USD
    supersedes: [cost-2024]
```

Right:

```yaml
cards:
  - id: cost-2024
    ask: What was the fab to cost, as of 2024?
    number: 8B USD
  - id: cost-2025
    ask: What will the fab cost, as of 2025?
    number: 20B USD
    supersedes: [cost-2024]
```
",
    korean: Korean {
        summary: "카드들이 돌고 돌아 서로를 대신합니다",
        explanation: "`supersedes`와 `replaces`는 새것에서 옛것을 가리킵니다. 고리가 되면 모두가
다음 것 때문에 물러나거나, 자기 기록을 스스로 물려받게 됩니다. 옛것에서
새것을 가리키는 쪽을 지우세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if world.circles.is_empty() {
        return found;
    }
    for entry in subject.entries() {
        let written = || entry.node.get("id")?.text().map(str::trim);
        let own = match (entry.cards.first(), entry.fact) {
            (Some(card), _) => Some(card.id.entry().to_owned()),
            (None, Some(fact)) => Some(format!("{}/{}", subject.deck.id, fact.id)),
            // A broken card.
            (None, None) => written().map(|id| format!("{}/{id}", subject.deck.id)),
        };
        let Some(own) = own else {
            continue;
        };
        // Told once, at the one that comes first by name.
        let circles = world.circles.iter();
        for (key, circle) in circles.filter(|(_, circle)| circle.first() == Some(&own)) {
            let shown = circle.get(..circle.len().min(5)).unwrap_or_default();
            let more = if circle.len() > 5 { " → …" } else { "" };
            found.push(Finding::new(
                entry.at(key),
                message!(
                    "'{key}' leads back to where it began: {}{more} → {own}",
                    "'{key}': 돌고 돌아 처음으로 옵니다: {}{more} → {own}",
                    shown.join(" → ")
                ),
                message!(
                    "delete '{key}' from the older one",
                    "더 오래된 쪽에서 '{key}' 키를 지우세요"
                ),
            ));
        }
    }
    found
}
