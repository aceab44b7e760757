//! `past-until`: the day of `until` is over.

use crate::author::rule::{Find, Finding, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "past-until",
    severity: Severity::Warning,
    summary: "A card is past its 'until': it is not studied any more",
    explanation: "After that day a card leaves the rotation for good; what was learned of it stays
on record. That is as it should be where the card has done its work: then say
so with `# dateline: ignore past-until`, or take the card out. Where the day was
mistyped (in January one still writes the old year) no one ever sees the card.

Wrong:

```yaml
cards:
  - id: hearing
    ask: When is the hearing?
    date: 2025-01-20
    until: 2024-01-20
```

Right:

```yaml
cards:
  - id: hearing
    ask: When is the hearing?
    date: 2025-03-20
    until: 2025-03-20
```
",
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let Some(today) = world.today else {
        return Vec::new();
    };
    let asking = subject.asking();
    asking
        .filter_map(|(entry, card)| {
            let until = card.until.filter(|until| until.ended_before(today))?;
            Some(Finding::new(
                entry.at("until"),
                format!("this card is not studied any more: 'until' was {until}"),
                "move the day on, take 'until' out, or take the card out",
            ))
        })
        .collect()
}
