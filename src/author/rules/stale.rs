//! `stale`: the day of `stale_after` is over.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::{Entry, Subject};
use crate::author::world::World;
use crate::deck::Severity;
use crate::figure::Date;
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "stale",
    severity: Severity::Warning,
    summary: "Something is past its 'stale_after'",
    explanation: "After that day it may no longer be true. Look it up: then move the day on,
correct the figure, or date the question (*in 2024*) so that it stays true
and needs no such day.

Wrong:

```yaml
facts:
  users: { value: 30M people, ask: How many people use it now?, stale_after: 2024-12-31 }
```

Right:

```yaml
facts:
  users: { value: 30M people, ask: How many people used it in 2024? }
```
",
    korean: Korean {
        summary: "'stale_after'가 지났습니다",
        explanation: "그날이 지나면 더는 맞지 않을 수 있습니다. 확인해 보고 날짜를 뒤로 옮기거나,
수치를 고치거나, 질문에 때를 넣으세요(*2024년에*). 그러면 언제나 맞고 그런
날짜가 필요 없습니다.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let Some(today) = world.today else {
        return Vec::new();
    };
    let past = |date: &Option<Date>| date.filter(|date| date.ended_before(today));
    let mut found = Vec::new();
    let told = |place, [what, what_ko]: [&str; 2], date: Date| {
        Finding::new(
            place,
            message!(
                "the {what} may no longer be true: 'stale_after' was {date}",
                "이 {what_ko}의 내용은 이제 맞지 않을 수 있습니다: 'stale_after'가 {date}이었습니다"
            ),
            message!(
                "look it up and move the day on, or say of which day it is true",
                "알아보고 날짜를 미루거나, 어느 날의 일인지 쓰세요"
            ),
        )
    };
    let defaults = subject.root.get("defaults");
    if let Some(node) = defaults.and_then(|defaults| defaults.get("stale_after"))
        && let Some(date) = past(&Date::parse_iso(node.text().unwrap_or_default()).ok())
    {
        found.push(told(node.place, ["deck", "덱"], date));
    }
    if !subject.has_key("stale_after") {
        return found;
    }
    for entry in subject.entries() {
        if entry.node.get("stale_after").is_none() || has_left(world, today, entry) {
            continue;
        }
        let stale = entry.dateline().map(|dateline| dateline.stale_after);
        if let Some(date) = stale.and_then(|date| past(&date)) {
            found.push(told(entry.at("stale_after"), entry.noun(), date));
        }
    }
    found
}

/// Whether it is asked no longer anyway.
fn has_left(world: &World<'_>, today: Date, entry: &Entry<'_>) -> bool {
    let cards = entry.cards;
    let over = |until: Date| until.ended_before(today);
    !cards.is_empty()
        && cards
            .iter()
            .all(|card| card.until.is_some_and(over) || world.is_superseded(card.id.entry()))
}
