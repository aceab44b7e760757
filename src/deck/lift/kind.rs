//! What kind of card an entry is: it follows from its keys.

use super::item::Item;
use crate::deck::format::{RawEntry, split};
use crate::message;
use crate::order::Order as _;

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

/// The kinds that the keys of an entry make it: one, if nothing is wrong.
pub fn kinds(raw: &RawEntry, item: &mut Item<'_>) -> Vec<Kind> {
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
    kinds.order_by_key(|kind| {
        let place = item.key(kind.made_by());
        (place.line, place.column)
    });
    let kind = match kinds.as_slice() {
        [] => {
            item.wrong(
                "no-answer",
                item.place,
                message!("a card with no answer", "답이 없는 카드입니다"),
                message!(
                    "give it one of answer, number, date, choices, list, cloze, order, pairs, compare",
                    "answer, number, date, choices, list, cloze, order, pairs, compare 중 하나를 쓰세요"
                ),
            );
            return kinds;
        }
        [kind] => *kind,
        [one, two, ..] => {
            let place = item.key(two.made_by());
            item.wrong(
                "two-kinds",
                place,
                message!(
                    "two kinds at once: '{}' and '{}'",
                    "한 카드에 두 유형이 있습니다: '{}', '{}'",
                    one.made_by(),
                    two.made_by()
                ),
                message!(
                    "keep one, or make two entries",
                    "하나만 남기거나 항목을 둘로 나누세요"
                ),
            );
            return kinds;
        }
    };
    if kind == Kind::Choice && raw.answer.is_empty() {
        let place = item.key("choices");
        item.wrong(
            "no-answer",
            place,
            message!("choices with no answer", "보기만 있고 답이 없습니다"),
            message!(
                "add 'answer:' and the choice that is right",
                "'answer:'를 더하고 맞는 보기를 쓰세요"
            ),
        );
        return kinds;
    }
    misplaced(kind, item);
    if kind.needs_question() && raw.ask.is_empty() {
        item.wrong(
            "no-question",
            item.place,
            message!("a card with no question", "질문이 없는 카드입니다"),
            message!("add 'ask:'", "'ask:'를 더하세요"),
        );
    }
    kinds
}

/// Notes keys that mean nothing on this kind.
fn misplaced(kind: Kind, item: &mut Item<'_>) {
    for (key, _) in item.node.entries() {
        let name = split(key.text().unwrap_or_default()).0;
        if SPECIAL.contains(&name) && !kind.takes().contains(&name) {
            let made_by = kind.made_by();
            let help = match (kind, name) {
                (Kind::Cloze, "ask") => {
                    message!(
                        "put the question into the text, or the text into the note",
                        "질문을 글에 넣거나, 글을 설명에 넣으세요"
                    )
                }
                (Kind::Answer, "tolerance") => {
                    message!(
                        "write the figure as 'number:' instead of 'answer:'",
                        "수치를 'answer:' 대신 'number:'로 쓰세요"
                    )
                }
                (Kind::Answer, "typed") => {
                    message!(
                        "add 'accept:' and other spellings that count, and it is typed",
                        "'accept:'에 맞는 다른 표기를 쓰면 입력하는 카드가 됩니다"
                    )
                }
                (Kind::Choice, "accept") => {
                    message!(
                        "only a typed answer has other spellings; delete it",
                        "다른 표기는 입력하는 답에만 있습니다. 지우세요"
                    )
                }
                _ => message!("delete it", "지우세요"),
            };
            item.wrong(
                "misplaced-key",
                key.place,
                message!(
                    "'{name}' means nothing on a card with '{made_by}'",
                    "'{name}': '{made_by}' 카드에서는 쓰지 않는 키입니다"
                ),
                help,
            );
        }
    }
}
