//! Whether a file has the shape of a deck: the keys it may have, each with a
//! value of the right shape. What is broken is told with its place and left out,
//! so that one bad entry costs nothing but itself.

use std::collections::BTreeSet;

use super::answers::is_table;
use super::field::{Key, Shape};
use super::mapping::{Mapping, Skip, split};
use super::shape::Shapes;
use super::{RawDeck, RawOptions};
use crate::deck::Place;
use crate::deck::yaml::{Fault, Node, Value};
use crate::message;
use crate::text::Lang;

/// What [`check`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// All that is wrong.
    pub faults: Vec<Fault>,
    /// What can't be read.
    pub skip: Skip,
    /// Whether the file as a whole is no deck.
    pub fatal: bool,
}

/// Holds the tree of a deck file against the format. `spoiled` is what is wrong
/// with single nodes already: what holds them is left out too.
pub fn check(root: &Node, spoiled: &[Fault]) -> Checked {
    let mut checked = Checked::default();
    if !matches!(root.value, Value::Map(_)) {
        checked.fatal = true;
        let [en, ko] = Lang::ALL.map(|lang| root.noun(lang));
        checked.faults.push(
            Fault::new(
                "no-deck",
                root.place,
                message!(
                    "a deck is a mapping, this is {en}",
                    "덱에는 '키: 값'이 와야 하는데 {ko}만 있습니다"
                ),
            )
            .help(message!(
                "begin with the deck's name: deck: my-deck",
                "덱의 이름으로 시작하세요: deck: my-deck"
            )),
        );
        return checked;
    }
    if is_table(root) {
        checked.fatal = true;
        checked.faults.push(
            Fault::new(
                "no-deck",
                root.place,
                message!(
                    "this is a table of answers, and no deck",
                    "덱이 아니라 답의 표입니다"
                ),
            )
            .help(message!(
                "'dateline try --all FILE' judges the answers in it",
                "여기 적힌 답은 'dateline try --all FILE'로 판정합니다"
            )),
        );
        return checked;
    }
    let shapes = Shapes {
        language: language(root),
    };
    let mut seen = BTreeSet::new();
    for fault in spoiled.iter().take(MOST_OF_ONE) {
        checked.faults.push(fault.clone());
    }
    for (position, (key, value)) in root.entries().iter().enumerate() {
        let name = key.text().unwrap_or_default();
        if !seen.insert(name) {
            continue;
        }
        if checked.faults.len() > MOST_OF_ALL {
            checked.fatal = true;
            checked.faults.push(too_many(key.place));
            return checked;
        }
        let next = root.entries().get(position + 1).map(|(key, _)| key.place);
        let spoils = |from: Place, next: Option<Place>, last_line: usize| {
            spoiled
                .iter()
                .any(|fault| within(fault.place, from, next, last_line))
        };
        let known = find(RawDeck::KEYS, name);
        let items = known.and_then(|known| items_of(known.shape, value));
        // What is strange about a key is the character that was told.
        let is_new = |fault: &Fault| {
            !UNKNOWN.contains(&fault.code) || !spoiled.iter().any(|told| covers(fault, told))
        };
        let Some((keys, items)) = items else {
            let mut faults = shapes.of_key(key, value, RawDeck::KEYS, root, position);
            let is_sound = faults.is_empty();
            faults.retain(is_new);
            let holds_many = matches!(
                known.map(|key| key.shape),
                Some(Shape::Entries(_) | Shape::Named(_) | Shape::Map(_))
            );
            if holds_many && value.is_empty() {
                // `cards:` and nothing under it: a deck that is being begun.
                checked.skip.keys.insert(name.to_owned());
            } else if !is_sound || spoils(key.place, next, value.last_line) {
                checked.skip.keys.insert(name.to_owned());
                checked.faults.extend(faults);
            }
            continue;
        };
        for (at, (start, item)) in items.iter().enumerate() {
            let noun = match name {
                "cards" => ["an entry", "항목"],
                "facts" => ["a fact", "사실"],
                _ => ["a source", "출처"],
            };
            let mut faults = shapes.of_item(item, keys, noun);
            faults.retain(is_new);
            let after = items.get(at + 1).map(|(start, _)| start.place).or(next);
            if checked.faults.len() > MOST_OF_ALL {
                checked.fatal = true;
                checked.faults.push(too_many(start.place));
                return checked;
            }
            let spoilt = spoils(start.place, after, item.last_line);
            let of_keys = |fault: &Fault| UNKNOWN.contains(&fault.code);
            if name == "cards" && !spoilt && !faults.is_empty() && faults.iter().all(of_keys) {
                checked.skip.doubted.insert(at);
                checked.faults.extend(faults);
            } else if !faults.is_empty() || spoilt {
                checked
                    .skip
                    .items
                    .entry(name.to_owned())
                    .or_default()
                    .insert(at);
                checked.faults.extend(faults);
            }
        }
    }
    checked
}

/// Whether a control character stands within what a fault is about.
fn covers(fault: &Fault, told: &Fault) -> bool {
    let Place {
        line,
        column,
        length,
    } = fault.place;
    told.code == "control-character"
        && told.place.line == line
        && (column..column + length).contains(&told.place.column)
}

/// Codes of what is wrong with a key, and leaves the others of its entry sound.
const UNKNOWN: [&str; 2] = ["unknown-key", "unknown-language"];

/// So many faults of one item are told.
pub const MOST_OF_ONE: usize = 100;

/// A file with more faults than this is no deck.
pub const MOST_OF_ALL: usize = 1000;

/// That a file is wrong all through.
pub fn too_many(place: Place) -> Fault {
    Fault::new(
        "too-many-errors",
        place,
        message!(
            "there are more than {MOST_OF_ALL} errors up to here",
            "여기까지 오류가 {MOST_OF_ALL}건이 넘습니다"
        ),
    )
    .help(message!(
        "is this a deck? mend the first errors",
        "덱이 맞나요? 앞의 오류부터 바로잡으세요"
    ))
}

/// The same for the options of a folder.
pub fn check_options(root: &Node) -> Checked {
    let shapes = Shapes { language: Lang::En };
    let mut checked = Checked::default();
    if !matches!(root.value, Value::Map(_)) {
        checked.faults.extend(shapes.of_item(
            root,
            RawOptions::KEYS,
            ["a file of options", "옵션"],
        ));
        checked.fatal = true;
    }
    for (position, (key, value)) in root.entries().iter().enumerate() {
        let faults = shapes.of_key(key, value, RawOptions::KEYS, root, position);
        if !faults.is_empty() {
            checked
                .skip
                .keys
                .insert(key.text().unwrap_or_default().to_owned());
            checked.faults.extend(faults);
        }
    }
    checked
}

/// The language of a deck's keys without a suffix.
pub fn language(root: &Node) -> Lang {
    root.get("language")
        .and_then(Node::text)
        .and_then(|code| code.parse().ok())
        .unwrap_or(Lang::En)
}

/// The items of a key that holds many, each with the node that names it, and
/// the keys that an item may have.
pub(super) type Items<'n> = (&'static [Key], Vec<(&'n Node, &'n Node)>);

pub(super) fn items_of(shape: Shape, value: &Node) -> Option<Items<'_>> {
    match (shape, &value.value) {
        (Shape::Entries(keys), Value::List(items)) => {
            Some((keys, items.iter().map(|item| (item, item)).collect()))
        }
        (Shape::Named(keys), Value::Map(entries)) => Some((
            keys,
            entries.iter().map(|(name, item)| (name, item)).collect(),
        )),
        _ => None,
    }
}

pub(super) fn within(spot: Place, from: Place, next: Option<Place>, last_line: usize) -> bool {
    let position = |place: Place| (place.line, place.column);
    position(spot) >= position(from)
        && spot.line <= last_line
        && next.is_none_or(|next| position(spot) < position(next))
}

fn find<'k>(keys: &'k [Key], name: &str) -> Option<&'k Key> {
    let (name, _) = split(name);
    keys.iter().find(|key| key.name == name)
}
