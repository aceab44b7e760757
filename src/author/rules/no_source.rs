//! `no-source`: a card of no source among others that have one.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::Severity;
use crate::deck::yaml::Node;
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "no-source",
    severity: Severity::Warning,
    summary: "A card has no source, where the deck has sources",
    explanation: "A deck that names its sources should name one for every card, or the learner
can't tell who said so. `defaults: { source: … }` holds for all that name
none. General knowledge needs no source: say so at the head of the file with
`# dateline: ignore no-source`.

Wrong:

```yaml
sources:
  daily: { title: A fab for the valley, date: 2025-02-09 }
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
```

Right:

```yaml
sources:
  daily: { title: A fab for the valley, date: 2025-02-09 }
defaults: { source: daily }
cards:
  - id: who
    ask: Who founded the foundry model?
    answer: Morris Chang
```
",
    korean: Korean {
        summary: "출처가 있는 덱인데 카드에 출처가 없습니다",
        explanation: "출처를 밝히는 덱은 카드마다 출처가 있어야 합니다. 그렇지 않으면 학습자가
누구의 말인지 알 수 없습니다. `defaults: { source: … }`는 따로 쓰지 않은
모든 카드에 적용됩니다. 상식에는 출처가 필요 없습니다: 파일 첫머리에
`# dateline: ignore no-source`라고 쓰세요.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let sources = subject.root.get("sources").map(Node::entries);
    if sources.is_none_or(<[_]>::is_empty) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        let line = &card.dateline;
        let named = line.title.is_some() || line.publisher.is_some() || line.url.is_some();
        // A source that is broken itself was told already.
        let told = entry.node.get("source").is_some() || subject.is_broken(entry, "source");
        if named || told || has_default(subject) {
            continue;
        }
        found.push(Finding::new(
            entry.place,
            message!(
                "the card names no source, and the deck has some",
                "덱에는 출처가 있는데 이 카드는 출처를 밝히지 않습니다"
            ),
            message!(
                "add 'source:' and the name of one, here or in 'defaults:'",
                "여기나 'defaults:'에 'source:'와 출처의 이름을 더하세요"
            ),
        ));
    }
    found
}

fn has_default(subject: &Subject<'_>) -> bool {
    let defaults = subject.root.get("defaults");
    defaults.is_some_and(|defaults| defaults.get("source").is_some())
}
