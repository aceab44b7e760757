//! `past-until`: the day of `until` is over.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, Severity};
use crate::figure::Date;
use crate::message;

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
    date: 2025-01-20
    until: 2025-01-20  # dateline: ignore past-until
```
",
    korean: Korean {
        summary: "'until'이 지나 더는 공부하지 않는 카드입니다",
        explanation: "그날이 지나면 카드는 더 나오지 않고, 배운 기록은 남습니다. 할 일을 다한
카드라면 그대로 좋습니다: `# dateline: ignore past-until`이라고 쓰거나
카드를 빼세요. 날짜를 잘못 썼다면(1월에는 지난해를 쓰기 쉽습니다) 아무도 그
카드를 보지 못합니다.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let Some(today) = world.today else {
        return Vec::new();
    };
    let past = |until: &Date| until.ended_before(today);
    let is_past = |card: &Card| card.until.as_ref().is_some_and(past);
    if !subject.deck.cards.iter().any(is_past) {
        return Vec::new();
    }
    let asking = subject.asking();
    asking
        .filter_map(|(entry, card)| {
            let until = card.until.filter(past)?;
            Some(Finding::new(
                entry.at("until"),
                message!(
                    "this card is not studied any more: 'until' was {until}",
                    "이 카드는 더 공부하지 않습니다: 'until'이 {until}이었습니다"
                ),
                message!(
                    "move the day on, take 'until' out, or take the card out",
                    "날짜를 미루거나, 'until'이나 카드를 빼세요"
                ),
            ))
        })
        .collect()
}
