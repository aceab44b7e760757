//! What kind of card an entry is: it follows from its keys.

use super::item::Item;
use crate::deck::format::{RawEntry, split};

/// A kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `answer` alone, or with `accept`.
    Answer,
    /// `choices` and `answer`.
    Choice,
    /// `number`.
    Number,
    /// `date`.
    Date,
    /// `list`.
    List,
    /// `cloze`.
    Cloze,
    /// `order`.
    Order,
    /// `pairs`.
    Pairs,
    /// `compare`.
    Compare,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 9] = [
        Kind::Answer,
        Kind::Choice,
        Kind::Number,
        Kind::Date,
        Kind::List,
        Kind::Cloze,
        Kind::Order,
        Kind::Pairs,
        Kind::Compare,
    ];

    /// The key that makes an entry this kind.
    pub fn made_by(self) -> &'static str {
        match self {
            Kind::Answer => "answer",
            Kind::Choice => "choices",
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::List => "list",
            Kind::Cloze => "cloze",
            Kind::Order => "order",
            Kind::Pairs => "pairs",
            Kind::Compare => "compare",
        }
    }

    /// The keys that mean something on this kind only, or on few.
    pub fn takes(self) -> &'static [&'static str] {
        match self {
            Kind::Answer => &["ask", "accept", "reverse"],
            Kind::Choice | Kind::Date | Kind::Order | Kind::Pairs | Kind::Compare => &["ask"],
            Kind::Number => &["ask", "tolerance"],
            Kind::List => &["ask", "accept", "need"],
            Kind::Cloze => &["accept", "typed"],
        }
    }

    /// Whether it must say in `ask` what it asks.
    pub fn needs_question(self) -> bool {
        !matches!(self, Kind::Cloze | Kind::Compare)
    }
}

/// Keys that do not mean something on every kind.
pub const SPECIAL: &[&str] = &["ask", "accept", "reverse", "tolerance", "need", "typed"];

/// The kind of an entry, unless its keys make none or several.
pub fn kind(raw: &RawEntry, item: &mut Item<'_>) -> Option<Kind> {
    let mut kinds = Vec::new();
    for (there, kind) in [
        (
            !raw.answer.is_empty() && raw.choices.is_empty(),
            Kind::Answer,
        ),
        (!raw.choices.is_empty(), Kind::Choice),
        (raw.number.is_some(), Kind::Number),
        (raw.date.is_some(), Kind::Date),
        (!raw.list.is_empty(), Kind::List),
        (!raw.cloze.is_empty(), Kind::Cloze),
        (!raw.order.is_empty(), Kind::Order),
        (!raw.pairs.is_empty(), Kind::Pairs),
        (raw.compare.is_some(), Kind::Compare),
    ] {
        if there {
            kinds.push(kind);
        }
    }
    kinds.sort_by_key(|kind| {
        let place = item.key(kind.made_by());
        (place.line, place.column)
    });
    let kind = match kinds.as_slice() {
        [] => {
            item.wrong(
                "no-answer",
                item.place,
                "a card with no answer",
                "give it one of answer, number, date, choices, list, cloze, order, pairs, compare",
            );
            return None;
        }
        [kind] => *kind,
        [one, two, ..] => {
            let place = item.key(two.made_by());
            item.wrong(
                "two-kinds",
                place,
                format!(
                    "two kinds at once: '{}' and '{}'",
                    one.made_by(),
                    two.made_by()
                ),
                "keep one, or make two entries",
            );
            return None;
        }
    };
    if kind == Kind::Choice && raw.answer.is_empty() {
        let place = item.key("choices");
        item.wrong(
            "no-answer",
            place,
            "choices with no answer",
            "add 'answer:' and the choice that is right",
        );
        return None;
    }
    misplaced(kind, item);
    if kind.needs_question() && raw.ask.is_empty() {
        item.wrong(
            "no-question",
            item.place,
            "a card with no question",
            "add 'ask:'",
        );
    }
    Some(kind)
}

/// Notes keys that mean nothing on this kind.
fn misplaced(kind: Kind, item: &mut Item<'_>) {
    for (key, _) in item.node.entries() {
        let name = split(key.text().unwrap_or_default()).0;
        if SPECIAL.contains(&name) && !kind.takes().contains(&name) {
            let made_by = kind.made_by();
            let help = match (kind, name) {
                (Kind::Cloze, "ask") => {
                    "put the question into the text, or the text into the note".to_owned()
                }
                (Kind::Answer, "tolerance") => {
                    "write the figure as 'number:' instead of 'answer:'".to_owned()
                }
                (Kind::Answer, "typed") => {
                    "add 'accept:' and other spellings that count, and it is typed".to_owned()
                }
                (Kind::Choice, "accept") => {
                    "only a typed answer has other spellings; delete it".to_owned()
                }
                _ => "delete it".to_owned(),
            };
            item.wrong(
                "misplaced-key",
                key.place,
                format!("'{name}' means nothing on a card with '{made_by}'"),
                help,
            );
        }
    }
}
