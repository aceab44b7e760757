//! What stands in the fields of a form, and the entry that it makes.

use std::collections::{BTreeMap, BTreeSet};

use crate::author::numbers::numbers;
use crate::author::slug::slug;
use crate::deck::format::Spelled;
use crate::deck::gaps;
use crate::text::{Lang, safe_line};

/// What parts the items of a list in one field.
pub const BETWEEN: char = ';';
/// What parts the two sides of a pair.
pub const BESIDE: char = '=';

/// How a card asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The answer is recalled.
    #[default]
    Recall,
    /// The answer is recalled; and a second card asks the other way round.
    BothWays,
    /// A text is typed.
    Text,
    /// A figure is typed.
    Figure,
    /// A date is typed.
    Date,
    /// One of several is picked.
    Choice,
    /// Several are typed in any order.
    List,
    /// Gaps are recalled.
    Cloze,
    /// Gaps are typed.
    TypedCloze,
    /// Lines are put in order.
    Order,
    /// Sides are matched.
    Pairs,
}

/// A key of an entry, as far as a form has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Slot {
    Ask,
    Cloze,
    Answer,
    Accept,
    Number,
    Tolerance,
    Date,
    Choices,
    List,
    Need,
    Order,
    Pairs,
    Hint,
    Note,
    Status,
    By,
    StaleAfter,
    Source,
    Tags,
    Id,
}

/// A field: a key in the language of the deck, or in the other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// The key.
    pub slot: Slot,
    /// Whether it is in the language that is not the deck's.
    pub other: bool,
}

/// A card as it stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// How it asks.
    pub kind: Kind,
    values: BTreeMap<Row, String>,
}

impl Kind {
    /// All of them, the plainest first.
    pub const ALL: [Kind; 11] = [
        Kind::Recall,
        Kind::BothWays,
        Kind::Text,
        Kind::Figure,
        Kind::Date,
        Kind::Choice,
        Kind::List,
        Kind::Cloze,
        Kind::TypedCloze,
        Kind::Order,
        Kind::Pairs,
    ];

    /// The keys that its entries have, in their order.
    pub fn slots(self) -> Vec<Slot> {
        use Slot::{
            Accept, Answer, Ask, By, Choices, Cloze, Date, Hint, Id, List, Need, Note, Number,
            Order, Pairs, Source, StaleAfter, Status, Tags, Tolerance,
        };
        let own: &[Slot] = match self {
            Kind::Recall | Kind::BothWays => &[Ask, Answer],
            Kind::Text => &[Ask, Answer, Accept],
            Kind::Figure => &[Ask, Number, Tolerance],
            Kind::Date => &[Ask, Date],
            Kind::Choice => &[Ask, Choices, Answer],
            Kind::List => &[Ask, List, Need],
            Kind::Cloze | Kind::TypedCloze => &[Cloze],
            Kind::Order => &[Ask, Order],
            Kind::Pairs => &[Ask, Pairs],
        };
        let shared = [Hint, Note, Status, By, StaleAfter, Source, Tags, Id];
        own.iter().chain(&shared).copied().collect()
    }
}

impl Slot {
    /// Its key in a deck file.
    pub fn key(self) -> &'static str {
        match self {
            Slot::Ask => "ask",
            Slot::Cloze => "cloze",
            Slot::Answer => "answer",
            Slot::Accept => "accept",
            Slot::Number => "number",
            Slot::Tolerance => "tolerance",
            Slot::Date => "date",
            Slot::Choices => "choices",
            Slot::List => "list",
            Slot::Need => "need",
            Slot::Order => "order",
            Slot::Pairs => "pairs",
            Slot::Hint => "hint",
            Slot::Note => "note",
            Slot::Status => "status",
            Slot::By => "by",
            Slot::StaleAfter => "stale_after",
            Slot::Source => "source",
            Slot::Tags => "tags",
            Slot::Id => "id",
        }
    }

    /// Whether it may be said in both languages.
    pub fn is_said(self) -> bool {
        matches!(
            self,
            Slot::Ask
                | Slot::Cloze
                | Slot::Answer
                | Slot::Choices
                | Slot::List
                | Slot::Order
                | Slot::Pairs
                | Slot::Hint
                | Slot::Note
                | Slot::By
        )
    }

    /// Whether it has several items.
    pub fn is_many(self) -> bool {
        matches!(
            self,
            Slot::Accept | Slot::Choices | Slot::List | Slot::Order | Slot::Pairs | Slot::Tags
        )
    }

    /// Whether the next card has it too, most likely: who says so, and where.
    pub fn is_kept(self) -> bool {
        matches!(self, Slot::Source | Slot::Status | Slot::By | Slot::Tags)
    }

    /// Whether it is seen before the answer.
    pub fn asks(self) -> bool {
        matches!(
            self,
            Slot::Ask
                | Slot::Cloze
                | Slot::Choices
                | Slot::Order
                | Slot::Pairs
                | Slot::Hint
                | Slot::Status
                | Slot::By
        )
    }
}

impl Entry {
    /// An empty one.
    pub fn new(kind: Kind) -> Entry {
        Entry {
            kind,
            values: BTreeMap::new(),
        }
    }

    /// What stands in a field.
    pub fn get(&self, row: Row) -> &str {
        self.values.get(&row).map_or("", String::as_str)
    }

    /// Puts a text into a field.
    pub fn set(&mut self, row: Row, text: &str) {
        let text = safe_line(text).trim().to_owned();
        if text.is_empty() {
            self.values.remove(&row);
        } else {
            self.values.insert(row, text);
        }
    }

    /// Whether nothing is in any field that counts for its kind.
    pub fn is_empty(&self) -> bool {
        let slots = self.kind.slots();
        let mut filled = self.values.keys();
        !filled.any(|row| !row.slot.is_kept() && slots.contains(&row.slot))
    }

    /// Whether it has what its kind answers with: until then it is half written.
    pub fn is_answered(&self) -> bool {
        let said = |slot| self.said(slot).next().is_some();
        match self.kind {
            Kind::Recall | Kind::BothWays | Kind::Text => said(Slot::Answer),
            Kind::Figure => said(Slot::Number),
            Kind::Date => said(Slot::Date),
            Kind::Choice => said(Slot::Choices) && said(Slot::Answer),
            Kind::List => said(Slot::List),
            Kind::Cloze | Kind::TypedCloze => {
                self.said(Slot::Cloze).any(|text| text.contains("}}"))
            }
            Kind::Order => said(Slot::Order),
            Kind::Pairs => said(Slot::Pairs),
        }
    }

    /// Its question alone, as a card that can be shown; nothing if it asks nothing.
    pub fn asked(&self) -> Option<Entry> {
        let slots = self.kind.slots();
        let asks = |row: &Row| row.slot.asks() && slots.contains(&row.slot);
        let mut asked = Entry::new(Kind::Recall);
        let values = self.values.iter().filter(|(row, _)| asks(row));
        asked
            .values
            .extend(values.map(|(row, text)| (*row, text.clone())));
        let has = asked.said(Slot::Ask).next().is_some();
        asked.set(Row::of(Slot::Answer), "…");
        has.then_some(asked)
    }

    /// Its id: the author's, or one made of what it asks that is not `taken`.
    pub fn id(&self, taken: &BTreeSet<String>) -> String {
        let own = self.get(Row::of(Slot::Id));
        if !own.is_empty() {
            return own.to_owned();
        }
        let slots = self.kind.slots();
        let asked = [Slot::Ask, Slot::Cloze].into_iter();
        let asked = asked.filter(|slot| slots.contains(slot));
        let mut asked = asked.flat_map(|slot| self.said(slot));
        slug(asked.next().unwrap_or_default(), taken)
    }

    /// The texts with gaps, each gap with its number: so that one set before it
    /// shifts nothing. As they are where which is which can't be told.
    fn numbered(&self) -> BTreeMap<Row, String> {
        let rows = [false, true].map(|other| Row {
            slot: Slot::Cloze,
            other,
        });
        let said = rows.into_iter().filter(|row| !self.get(*row).is_empty());
        let said: Vec<Row> = said.collect();
        let texts: Vec<_> = said.iter().map(|row| gaps(self.get(*row))).collect();
        let Some(numbers) = numbers(&texts) else {
            return BTreeMap::new();
        };
        let each = said.iter().zip(texts.iter().zip(numbers));
        each.map(|(row, (gaps, numbers))| {
            let mut text = self.get(*row).to_owned();
            for ((at, _), number) in gaps.iter().zip(numbers).rev() {
                if let Some(number) = number {
                    text.insert_str(at + 2, &format!("c{number}::"));
                }
            }
            (*row, text)
        })
        .collect()
    }

    /// What a key says in the languages in which it says anything, the deck's first.
    fn said(&self, slot: Slot) -> impl Iterator<Item = &str> {
        let rows = [false, true].map(|other| Row { slot, other });
        let texts = rows.map(|row| self.get(row)).into_iter();
        texts.filter(|text| !text.is_empty())
    }

    /// The entry as YAML, line by line without a dash, in a deck of a language.
    /// `taken` are the ids that it may not be given.
    pub fn lines(&self, language: Lang, taken: &BTreeSet<String>) -> Vec<String> {
        let mut lines = vec![format!("id: {}", scalar(&self.id(taken)))];
        let numbered = self.numbered();
        for slot in self.kind.slots() {
            if slot == Slot::Id {
                continue;
            }
            for other in [false, true] {
                let row = Row { slot, other };
                let text = numbered
                    .get(&row)
                    .map_or_else(|| self.get(row), String::as_str);
                if text.is_empty() || (other && !slot.is_said()) {
                    continue;
                }
                let key = match other {
                    false => slot.key().to_owned(),
                    true => format!("{}.{}", slot.key(), language.other().code()),
                };
                write(&mut lines, &key, slot, text);
            }
        }
        // A text is typed if there are spellings of it.
        let accept = self.get(Row::of(Slot::Accept));
        if self.kind == Kind::Text && accept.is_empty() {
            let answers = self.said(Slot::Answer);
            let answers: Vec<String> = answers
                .map(|answer| format!("  - {}", scalar(answer)))
                .collect();
            if !answers.is_empty() {
                lines.push("accept:".to_owned());
                lines.extend(answers);
            }
        }
        if self.kind == Kind::BothWays {
            lines.push("reverse: true".to_owned());
        }
        if self.kind == Kind::TypedCloze {
            lines.push("typed: true".to_owned());
        }
        lines
    }
}

impl Row {
    /// The field of a key in the deck's language.
    pub fn of(slot: Slot) -> Row {
        Row { slot, other: false }
    }
}

/// Writes a key with what stands in its field.
fn write(lines: &mut Vec<String>, key: &str, slot: Slot, text: &str) {
    if !slot.is_many() {
        lines.push(format!("{key}: {}", scalar(text)));
        return;
    }
    lines.push(format!("{key}:"));
    for item in text.split(BETWEEN).map(str::trim) {
        if item.is_empty() {
            continue;
        }
        lines.push(match (slot, item.split_once(BESIDE)) {
            (Slot::Pairs, Some((left, right))) => {
                format!("  - [{}, {}]", quoted(left.trim()), quoted(right.trim()))
            }
            // A side that is missing is told by who reads it.
            (Slot::Pairs, None) => format!("  - [{}]", quoted(item)),
            _ => format!("  - {}", scalar(item)),
        });
    }
}

/// A scalar as the deck format spells it.
fn scalar(text: &str) -> String {
    match serde_yaml::to_string(&Spelled(text)) {
        Ok(written) if !written.trim_end().contains('\n') => written.trim_end().to_owned(),
        _ => quoted(text),
    }
}

/// A scalar in double quotes, which may stand in brackets.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
