//! `long-list`: too many things at once.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::{Severity, Task};
use crate::message;
use crate::text::Message;

pub(super) const RULE: Rule = Rule {
    code: "long-list",
    severity: Severity::Warning,
    summary: "More than seven things are asked for at once",
    explanation: "Lists are hard to learn, and one that is missing fails all of them. Ask for
fewer (`need`), or cut the list where it has joints.

Wrong:

```yaml
cards:
  - id: g8
    ask: Name the largest economies
    list: [US, China, Germany, Japan, India, UK, France, Italy]
```

Right:

```yaml
cards:
  - id: g8
    ask: Name four of the eight largest economies
    list: [US, China, Germany, Japan, India, UK, France, Italy]
    need: 4
```
",
    korean: Korean {
        summary: "한 번에 일곱 가지가 넘게 묻습니다",
        explanation: "목록은 외우기 어렵고, 하나만 빠져도 전체가 틀립니다. 더 적게 묻거나(`need`),
나눌 만한 곳에서 목록을 나누세요.
",
    },
    find: Some(Find::Alone(find)),
};

/// So many things are held in mind at once.
const MOST: usize = 7;

fn fewer() -> Message {
    message!(
        "leave some out, or make two cards of it",
        "몇 개를 빼거나 카드를 둘로 나누세요"
    )
}

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        let (key, number, help) = match &card.task {
            Task::List { need, .. } => (
                "list",
                *need,
                message!(
                    "ask for fewer with 'need:', or make two lists of it",
                    "'need:'로 덜 묻거나 목록을 둘로 나누세요"
                ),
            ),
            Task::Order { items } => ("order", items.len(), fewer()),
            Task::Pairs { pairs } => ("pairs", pairs.len(), fewer()),
            _ => continue,
        };
        if number > MOST {
            let message = message!(
                "{number} things are asked for at once",
                "한꺼번에 {number}가지를 묻습니다"
            );
            found.push(Finding::new(entry.at(key), message, help));
        }
    }
    found
}
