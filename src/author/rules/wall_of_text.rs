//! `wall-of-text`: too much to read.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::{Severity, Task};
use crate::message;
use crate::text::width;

pub(super) const RULE: Rule = Rule {
    code: "wall-of-text",
    severity: Severity::Warning,
    summary: "A side of the card is a wall of text",
    explanation: "A card is read many times, and what is not read at a glance is skipped. Past
about 280 characters (140 of Hangul, which say as much) cut it into several
cards, or move what is beside the point into the `note`.

Wrong:

```yaml
cards:
  - id: wall
    ask: What happened?
    answer: >-
      First the company published a report in which it said what its model had cost
      to train, then newspapers all over the world took up the figure, then shares of
      chip makers fell on every exchange, then people asked whether so much money for
      data centres was well spent, and then everyone had an opinion on it for weeks.
```

Right:

```yaml
cards:
  - id: wall
    ask: What did the report on the cost of training set off?
    answer: A fall of chip makers' shares, and doubts about data centres
```
",
    korean: Korean {
        summary: "카드의 한 면에 글이 너무 많습니다",
        explanation: "카드는 여러 번 읽고, 한눈에 읽히지 않는 것은 건너뛰게 됩니다. 약 280자(같은
내용이 담기는 한글로는 140자)가 넘으면 카드 여러 장으로 나누거나, 곁가지를
`note`로 옮기세요.
",
    },
    find: Some(Find::Alone(find)),
};

/// So many columns of a text are read at a glance.
const MOST: usize = 280;

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (entry, card) in subject.asking() {
        let reported = card.dateline.reported.as_deref();
        let sides = [
            ("ask", Some(&card.question)),
            ("answer", Some(&card.answer)),
            ("note", card.note.as_ref()),
            (
                "reported_note",
                reported.and_then(|(_, note)| note.as_ref()),
            ),
        ];
        // Several items are told as too many, not as too long.
        let items = matches!(
            card.task,
            Task::Choice { .. } | Task::List { .. } | Task::Order { .. } | Task::Pairs { .. }
        );
        for (key, text) in sides {
            if items && key == "answer" {
                continue;
            }
            let long = text.into_iter().flat_map(|text| text.iter());
            // No text is wider than its bytes.
            let long = long.filter(|(_, text)| text.len() > MOST);
            let long = long.map(|(lang, text)| (lang, width(text)));
            let Some((lang, columns)) = long
                .filter(|(_, columns)| *columns > MOST)
                .max_by_key(|(_, columns)| *columns)
            else {
                continue;
            };
            let place = match key {
                "ask" => entry.question(lang),
                key => entry.at_in(key, lang),
            };
            let (what, what_ko) = match key {
                "ask" => ("question", "질문"),
                "answer" => ("answer", "답"),
                _ => ("note", "설명"),
            };
            found.push(Finding::new(
                place,
                message!(
                    "the {what} is a wall of text, {columns} columns wide",
                    "{what_ko}: 너무 긴 글입니다. 너비가 {columns}칸입니다"
                ),
                message!(
                    "cut it to {MOST} columns, or make several cards of it",
                    "{MOST}칸까지 줄이거나 여러 카드로 나누세요"
                ),
            ));
        }
    }
    found
}
