//! `figures-differ`: a figure that differs between the languages of one text.

use crate::author::rule::{Find, Finding, Rule};
use crate::author::subject::Subject;
use crate::author::written::figures;
use crate::deck::Severity;
use crate::deck::yaml::Node;
use crate::message;

/// Its code.
pub(in crate::author) const CODE: &str = "figures-differ";

pub(super) const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    summary: "A figure is another one in the other language",
    explanation: "The two languages of a text say the same, so every figure of one should
stand in the other, by value: 38,210 is 3만 8210. Where one was corrected and
the other forgotten, one of them is wrong. Keep the figure as a fact and
write `{fact}` in both.

Wrong:

```yaml
cards:
  - id: fab
    ask: Why does the fab cost 20 billion dollars?
    ask.ko: 공장에 210억 달러가 드는 까닭은?
    answer: Its machines
    answer.ko: 기계 때문
```

Right:

```yaml
cards:
  - id: fab
    ask: Why does the fab cost 20 billion dollars?
    ask.ko: 공장에 200억 달러가 드는 까닭은?
    answer: Its machines
    answer.ko: 기계 때문
```
",
    find: Some(Find::Alone(find)),
};

/// What says the same in both languages, item by item.
const KEYS: &[&str] = &[
    "ask",
    "cloze",
    "answer",
    "choices",
    "list",
    "order",
    "pairs",
    "hint",
    "note",
    "reported_note",
    "label",
];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in &subject.entries {
        for key in KEYS {
            let own = subject.deck.language;
            let Some((one, two)) = entry.says(key, own).zip(entry.says(key, own.other())) else {
                continue;
            };
            let differing = side_by_side(one, two).into_iter().find_map(|(one, two)| {
                let (mine, theirs) = differ(one.text()?, two.text()?)?;
                Some((two.place, mine, theirs))
            });
            if let Some((place, mine, theirs)) = differing {
                found.push(Finding::new(
                    place,
                    message!(
                        "'{theirs}' stands here, and '{mine}' in the other language",
                        "여기에는 '{theirs}', 다른 언어에는 '{mine}'입니다"
                    ),
                    message!(
                        "mend the one that is wrong, or write it as a fact in both",
                        "틀린 쪽을 바로잡거나, 두 언어 모두 {{사실}}로 쓰세요"
                    ),
                ));
            }
        }
    }
    found
}

/// The texts of two values that say the same.
fn side_by_side<'n>(one: &'n Node, two: &'n Node) -> Vec<(&'n Node, &'n Node)> {
    let items = one.items().iter().zip(two.items());
    let mut pairs: Vec<_> = items
        .flat_map(|(one, two)| side_by_side(one, two))
        .collect();
    if one.text().is_some() && two.text().is_some() {
        pairs.push((one, two));
    }
    pairs
}

/// A figure that only the first text has and one that only the second has. One
/// that has nothing to stand against may be a word (*ten*) or a month there.
fn differ(one: &str, two: &str) -> Option<(String, String)> {
    let has_figure = |text: &str| text.contains(|c: char| c.is_ascii_digit() || c == '{');
    if !has_figure(one) || !has_figure(two) {
        return None;
    }
    let (mut mine, mut theirs) = (figures(one), figures(two));
    mine.retain(|figure| {
        let same = theirs.iter().position(|other| other.value == figure.value);
        same.map(|at| theirs.remove(at)).is_none()
    });
    Some((mine.first()?.shown.clone(), theirs.first()?.shown.clone()))
}
