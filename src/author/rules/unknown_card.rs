//! `unknown-card`: `supersedes` names nothing.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::yaml::Node;
use crate::deck::{CardId, Severity};
use crate::message;
use crate::order::Order as _;
use crate::text::suggest;

pub(super) const RULE: Rule = Rule {
    code: "unknown-card",
    severity: Severity::Error,
    summary: "A card supersedes something that there is not",
    explanation: "`supersedes` takes cards or facts out of the rotation, in this deck or in
another (`deck/card`). A name that is wrong takes out nothing, and the
withdrawn figure is asked on. Names in decks that are not checked along are
not looked up.

Wrong:

```yaml
cards:
  - id: new-cost
    ask: What will the fab cost?
    number: 25B USD
    supersedes: [old-csot]
  - id: old-cost
    ask: What was the fab to cost at first?
    number: 20B USD
```

Right:

```yaml
cards:
  - id: new-cost
    ask: What will the fab cost?
    number: 25B USD
    supersedes: [old-cost]
  - id: old-cost
    ask: What was the fab to cost at first?
    number: 20B USD
```
",
    korean: Korean {
        summary: "카드가 없는 것을 대신합니다",
        explanation: "`supersedes`는 이 덱이나 다른 덱(`덱/카드`)의 카드나 사실을 더 묻지 않게
합니다. 이름이 틀리면 아무것도 빠지지 않고, 물러난 수치를 계속 묻게 됩니다.
함께 검사하지 않는 덱의 이름은 찾아보지 않습니다.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if !subject.has_key("supersedes") {
        return found;
    }
    for entry in subject.entries() {
        let listed = entry.node.get("supersedes").map(Node::items);
        for node in listed.unwrap_or_default() {
            let Some(name) = node.text().map(str::trim) else {
                continue;
            };
            let (deck, item) = match name.split_once('/') {
                Some((deck, item)) => (deck, item),
                None => (subject.deck.id.as_str(), name),
            };
            let item = item.split('#').next().unwrap_or_default();
            // An unnamed entry goes by a hash, which only reading it tells.
            let unnamed = item.starts_with('~');
            let full = format!("{deck}/{item}");
            // What can't be a name at all was told as such.
            let is_name = full.parse::<CardId>().is_ok();
            if unnamed || !is_name || !world.decks.contains(deck) {
                continue;
            }
            if world.names.contains(full.as_str()) {
                continue;
            }
            // A deck in which much is wrong needs no hundred guesses.
            let mut near: Vec<&str> = if found.len() < 20 {
                world.names.iter().copied().collect()
            } else {
                Vec::new()
            };
            near.order();
            let help = match suggest(&full, near.into_iter()) {
                Some(near) => {
                    let own = format!("{}/", subject.deck.id);
                    message!(
                        "did you mean '{}'?",
                        "'{}'인가요?",
                        near.strip_prefix(&own).unwrap_or(near)
                    )
                }
                None => message!(
                    "name a card or fact, of another deck as deck/card",
                    "카드나 사실의 이름을 쓰세요. 다른 덱의 것은 덱/카드로 씁니다"
                ),
            };
            let message = message!(
                "there is no card or fact '{item}' in the deck '{deck}'",
                "'{item}': 덱 '{deck}'에 없는 카드나 사실입니다"
            );
            found.push(Finding::new(node.place, message, help));
        }
    }
    found
}
