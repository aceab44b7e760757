//! `incomplete-source`: a source without title or date.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::Severity;
use crate::deck::format::{Mapping, RawSource, split};
use crate::deck::yaml::Node;
use crate::message;

pub(in crate::author) const CODE: &str = "incomplete-source";

pub(super) const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    summary: "A source has no title or no date",
    explanation: "Every fact says when it was true and who said so. A source without a title
can't be named under a card, and without its date no one can tell how old
the news is.

Wrong:

```yaml
sources:
  daily: { publisher: The Daily }
```

Right:

```yaml
sources:
  daily: { title: A fab for the valley, publisher: The Daily, date: 2025-02-09 }
```
",
    korean: Korean {
        summary: "출처에 제목이나 날짜가 없습니다",
        explanation: "모든 사실은 언제의 것이고 누가 말했는지를 밝힙니다. 제목이 없는 출처는 카드
아래에 보여 줄 수 없고, 날짜가 없으면 얼마나 지난 소식인지 알 수 없습니다.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let sources = subject.root.get("sources").map(Node::entries);
    let mut found = Vec::new();
    for (name, source) in sources.unwrap_or_default() {
        // Anything but a mapping was told already.
        if source.entries().is_empty() {
            continue;
        }
        let keys = source.entries().iter().filter_map(|(key, _)| key.text());
        let keys: Vec<&str> = keys.map(|key| split(key).0).collect();
        // What is missing may stand under a key that there is not, which was told.
        if keys
            .iter()
            .any(|key| RawSource::KEYS.iter().all(|known| known.name != *key))
        {
            continue;
        }
        let called = name.text().unwrap_or_default();
        for (key, example, example_ko) in [
            ("title", "The headline", "기사 제목"),
            ("date", "2025-02-09", "2025-02-09"),
        ] {
            if !keys.contains(&key) {
                found.push(Finding::new(
                    name.place,
                    message!(
                        "the source '{called}' has no {key}",
                        "'{called}': {key} 키가 없는 출처입니다"
                    ),
                    message!(
                        "add '{key}:', as in '{key}: {example}'",
                        "'{key}: {example_ko}'처럼 '{key}:' 키를 더하세요"
                    ),
                ));
            }
        }
    }
    found
}
