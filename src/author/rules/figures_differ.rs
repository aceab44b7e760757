//! `figures-differ`: a figure that differs between the languages of one text.

use std::collections::HashSet;

use num_rational::BigRational;

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::written::{Value, Written, figures};
use crate::deck::yaml::Node;
use crate::deck::{Place, Severity};
use crate::figure::{Date, MONTHS};
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
    korean: Korean {
        summary: "두 언어의 수치가 서로 다릅니다",
        explanation: "한 글의 두 언어는 같은 말을 하므로, 한쪽에 있는 수치는 다른 쪽에도 같은
값으로 있어야 합니다: 38,210은 3만 8210입니다. 한쪽만 고치고 다른 쪽을
잊었다면 둘 가운데 하나는 틀린 것입니다. 수치를 사실로 두고 두 언어에 모두
`{fact}`라고 쓰세요.
",
    },
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
    let year = year(subject);
    for entry in subject.entries() {
        for key in KEYS {
            let own = subject.deck.language;
            let Some((one, two)) = entry.says(key, own).zip(entry.says(key, own.other())) else {
                continue;
            };
            let differing = side_by_side(one, two).into_iter().find_map(|(one, two)| {
                // A name that is no fact's is told as such, where it stands.
                if [one, two].iter().any(|node| names_no_fact(subject, node)) {
                    return None;
                }
                let (mine, theirs) = differ(one.text()?, two.text()?, year)?;
                Some((place_of(&theirs, two), mine, theirs))
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

/// Where a figure stands in a text of several lines, else where the text does.
fn place_of(shown: &str, node: &Node) -> Place {
    let before = node.text().and_then(|text| text.split_once(shown));
    let position = before.map(|(before, _)| before.chars().count());
    let spot = position.and_then(|position| node.spot(position, shown.chars().count()));
    spot.unwrap_or(node.place)
}

/// Whether a text names a fact that the deck has not.
fn names_no_fact(subject: &Subject<'_>, node: &Node) -> bool {
    let text = node.text().unwrap_or_default();
    if !text.contains('{') {
        return false;
    }
    let facts = subject.root.get("facts").map(Node::entries);
    let facts = facts.unwrap_or_default();
    let is_there = |name: &str| facts.iter().any(|(key, _)| key.text() == Some(name));
    let figures = figures(text);
    let mut values = figures.iter().map(|figure| &figure.value);
    values.any(|value| matches!(value, Value::Fact(name) if !is_there(name)))
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
fn differ(one: &str, two: &str, year: Option<i16>) -> Option<(String, String)> {
    let has_figure = |text: &str| text.contains(|c: char| c.is_ascii_digit() || c == '{');
    if !has_figure(one) || !has_figure(two) {
        return None;
    }
    let (mut mine, mut theirs) = (figures(one), figures(two));
    let other_money = mine.iter().find_map(|figure| {
        let of_value = |other: &&Written| other.value == figure.value;
        let mut same = theirs.iter().filter(of_value);
        let other = same.next().filter(|_| same.next().is_none())?;
        let (my, their) = figure.currency.zip(other.currency)?;
        let shown = |figure: &Written, of: &str| format!("{} {of}", figure.shown);
        (my != their).then(|| (shown(figure, my), shown(other, their)))
    });
    if other_money.is_some() {
        return other_money;
    }
    mine.retain(|figure| {
        let same = theirs.iter().position(|other| other.value == figure.value);
        same.map(|at| theirs.remove(at)).is_none()
    });
    if mine.is_empty() || theirs.is_empty() {
        return None;
    }
    // "July 2024" beside 지난해 7월.
    let (by_one, by_two) = (in_words(one, year), in_words(two, year));
    let unsaid = |value: &Value, said: &[BigRational]| match value {
        Value::Number(number) => !said.contains(number),
        Value::Fact(_) => true,
    };
    mine.retain(|figure| unsaid(&figure.value, &by_two));
    theirs.retain(|figure| unsaid(&figure.value, &by_one));
    Some((mine.first()?.shown.clone(), theirs.first()?.shown.clone()))
}

/// The year from which a deck counts: that of its first source, else its own.
fn year(subject: &Subject<'_>) -> Option<i16> {
    let sources = subject.root.get("sources").map(Node::entries);
    let mut sources = sources.unwrap_or_default().iter();
    let date = sources.find_map(|(_, source)| Date::parse_iso(source.get("date")?.text()?).ok());
    date.or(subject.deck.as_of)?.year
}

/// The numbers that a text says in words: months by their names, and years by
/// their distance from `year`.
fn in_words(text: &str, year: Option<i16>) -> Vec<BigRational> {
    const YEARS: &[(&str, i16)] = &[
        ("올해", 0),
        ("금년", 0),
        ("this year", 0),
        ("지난해", -1),
        ("작년", -1),
        ("last year", -1),
        ("재작년", -2),
        ("내년", 1),
        ("next year", 1),
    ];
    let words: HashSet<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
    let months = (1_i16..).zip(MONTHS);
    let months = months.filter(|(_, name)| words.contains(*name));
    let lower = text.to_lowercase();
    let years = YEARS.iter().filter(|(word, _)| lower.contains(word));
    let years = years.filter_map(|(_, far)| year?.checked_add(*far));
    let numbers = months.map(|(month, _)| month).chain(years);
    numbers
        .map(|number| BigRational::from_integer(number.into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_words_is_the_one_in_digits() {
        for (one, two, differs) in [
            (
                "하루 용선료 (지난해 7월)",
                "Charter rate a day, July 2024",
                false,
            ),
            ("올해 매출 3조원", "Sales of 3 trillion won in 2025", false),
            ("7월 22일", "22 July", false),
            ("7월 22일", "21 July", true),
            ("지난해 7월 9만 달러", "$90 in July 2024", true),
        ] {
            let told = differ(one, two, Some(2025));
            assert_eq!(told.is_some(), differs, "{one} | {two}: {told:?}");
        }
        // From nowhere no year is counted.
        assert!(differ("지난해 7월", "July 2024", None).is_none());
    }
}
