//! Whether a file has the shape of a deck: the keys it may have, each with a
//! value of the right shape. What is broken is told with its place and left out,
//! so that one bad entry costs nothing but itself.

use std::collections::BTreeSet;

use super::field::{Key, Mapping, Shape, Skip, split};
use super::{RawDeck, RawOptions};
use crate::deck::Place;
use crate::deck::yaml::{Fault, Node, Style, Value};
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
        checked.faults.push(
            Fault::new("no-deck", root.place, format!("a deck is a mapping, this is {}", root.noun()))
                .help("begin with the deck's name: deck: my-deck"),
        );
        return checked;
    }
    let shapes = Shapes { language: language(root) };
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
            spoiled.iter().any(|fault| within(fault.place, from, next, last_line))
        };
        let known = find(RawDeck::KEYS, name);
        let items: Option<(&[Key], Vec<(&Node, &Node)>)> = match known.map(|key| key.shape) {
            Some(Shape::Entries(keys)) if matches!(value.value, Value::List(_)) => {
                Some((keys, value.items().iter().map(|item| (item, item)).collect()))
            }
            Some(Shape::Named(keys)) if matches!(value.value, Value::Map(_)) => {
                Some((keys, value.entries().iter().map(|(key, item)| (key, item)).collect()))
            }
            _ => None,
        };
        let Some((keys, items)) = items else {
            let faults = shapes.of_key(key, value, RawDeck::KEYS, root, position);
            let holds_many = matches!(
                known.map(|key| key.shape),
                Some(Shape::Entries(_) | Shape::Named(_) | Shape::Map(_))
            );
            if holds_many && value.is_empty() {
                // `cards:` and nothing under it: a deck that is being begun.
                checked.skip.keys.insert(name.to_owned());
            } else if !faults.is_empty() || spoils(key.place, next, value.last_line) {
                checked.skip.keys.insert(name.to_owned());
                checked.faults.extend(faults);
            }
            continue;
        };
        for (at, (start, item)) in items.iter().enumerate() {
            let noun = match name {
                "cards" => "an entry",
                "facts" => "a fact",
                _ => "a source",
            };
            let faults = shapes.of_item(item, keys, noun);
            let after = items.get(at + 1).map(|(start, _)| start.place).or(next);
            if checked.faults.len() > MOST_OF_ALL {
                checked.fatal = true;
                checked.faults.push(too_many(start.place));
                return checked;
            }
            if !faults.is_empty() || spoils(start.place, after, item.last_line) {
                checked.skip.items.entry(name.to_owned()).or_default().insert(at);
                checked.faults.extend(faults);
            }
        }
    }
    checked
}

/// So many faults of one item are told.
const MOST_OF_ONE: usize = 100;

/// A file with more faults than this is no deck.
pub const MOST_OF_ALL: usize = 1000;

/// That a file is wrong all through.
pub fn too_many(place: Place) -> Fault {
    Fault::new("too-many-errors", place, format!("there are more than {MOST_OF_ALL} errors up to here"))
        .help("is this a deck? mend the first errors")
}

/// The same for the options of a folder.
pub fn check_options(root: &Node) -> Checked {
    let shapes = Shapes { language: Lang::En };
    let mut checked = Checked::default();
    if !matches!(root.value, Value::Map(_)) {
        checked.faults.extend(shapes.of_item(root, RawOptions::KEYS, "a file of options"));
        checked.fatal = true;
    }
    for (position, (key, value)) in root.entries().iter().enumerate() {
        let faults = shapes.of_key(key, value, RawOptions::KEYS, root, position);
        if !faults.is_empty() {
            checked.skip.keys.insert(key.text().unwrap_or_default().to_owned());
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

fn within(spot: Place, from: Place, next: Option<Place>, last_line: usize) -> bool {
    let position = |place: Place| (place.line, place.column);
    position(spot) >= position(from)
        && spot.line <= last_line
        && next.is_none_or(|next| position(spot) < position(next))
}

fn find<'k>(keys: &'k [Key], name: &str) -> Option<&'k Key> {
    let (name, _) = split(name);
    keys.iter().find(|key| key.name == name)
}

struct Shapes {
    language: Lang,
}

impl Shapes {
    /// What is wrong with an entry, fact or source.
    fn of_item(&self, item: &Node, keys: &[Key], noun: &str) -> Vec<Fault> {
        if !matches!(item.value, Value::Map(_)) {
            let message = if item.is_empty() {
                format!("{noun} is empty")
            } else {
                format!("{} stands where {noun} should", item.noun())
            };
            let first = keys.first().map_or("key", |key| key.name);
            return vec![
                Fault::new("wrong-shape", item.place, message)
                    .help(format!("write its keys under it, beginning with '{first}:'")),
            ];
        }
        let mut faults = Vec::new();
        for (position, (key, value)) in item.entries().iter().enumerate() {
            faults.extend(self.of_key(key, value, keys, item, position));
            if faults.len() >= MOST_OF_ONE {
                break;
            }
        }
        faults
    }

    /// What is wrong with the key at `position` of a mapping, and with its value.
    fn of_key(
        &self,
        key: &Node,
        value: &Node,
        keys: &[Key],
        mapping: &Node,
        position: usize,
    ) -> Vec<Fault> {
        let written = key.text().unwrap_or_default();
        let (name, lang) = split(written);
        let Some(known) = keys.iter().find(|key| key.name == name) else {
            return vec![
                cut_at_comma(key, value, mapping, position)
                    .unwrap_or_else(|| unknown_key(key, written, keys)),
            ];
        };
        if let Some(lang) = lang {
            if !known.localized {
                return vec![
                    Fault::new("unknown-key", key.place, format!("'{name}' has no languages"))
                        .help(format!("write '{name}' once, without '.{lang}'")),
                ];
            }
            if lang == self.language && mapping.get(name).is_some() {
                return vec![
                    Fault::new(
                        "said-twice",
                        key.place,
                        format!("'{written}' says again what '{name}' says: the deck's language is {lang}"),
                    )
                    .help(format!("delete one, or write '{name}.{}'", lang.other())),
                ];
            }
        }
        self.of_value(written, value, known.shape)
    }

    fn of_value(&self, key: &str, value: &Node, shape: Shape) -> Vec<Fault> {
        let wrong = |message: String, help: String| {
            vec![Fault::new("wrong-shape", value.place, message).help(help)]
        };
        let empty = matches!(&value.value, Value::Scalar(text, _) if text.trim().is_empty());
        match (shape, &value.value) {
            (Shape::Text | Shape::TextOrList | Shape::Flag | Shape::List | Shape::Pairs, _)
                if empty =>
            {
                vec![
                    Fault::new("empty-value", value.place, format!("'{key}' is empty"))
                        .help("write something behind it, or delete the key"),
                ]
            }
            (_, Value::Scalar(text, _)) if too_long(text) => vec![long(key, value)],
            (Shape::Text | Shape::TextOrList, Value::Scalar(..)) => Vec::new(),
            (Shape::Text | Shape::TextOrList, Value::Map(_)) => wrong(
                format!("'{key}' must be a text, not a mapping"),
                quoted_help(value).unwrap_or_else(|| "quote a text that contains ': '".to_owned()),
            ),
            (Shape::Text, Value::List(_)) => wrong(
                format!("'{key}' must be a text, not a list"),
                "write one text; quote it if it begins with a bracket".to_owned(),
            ),
            (Shape::Flag, Value::Scalar(text, Style::Plain))
                if matches!(text.as_str(), "true" | "false") =>
            {
                Vec::new()
            }
            (Shape::Flag, _) => {
                wrong(format!("'{key}' must be true or false"), format!("write '{key}: true'"))
            }
            (Shape::List | Shape::TextOrList, Value::List(items)) => {
                items.iter().enumerate().filter_map(|(at, item)| of_text(key, at, item)).collect()
            }
            (Shape::List, Value::Scalar(text, _)) => wrong(
                format!("'{key}' must be a list, not a text"),
                format!("put it in brackets: {key}: [{}]", text.lines().next().unwrap_or_default()),
            ),
            (Shape::List, Value::Map(_)) => wrong(
                format!("'{key}' must be a list, not a mapping"),
                "begin each item with '- '".to_owned(),
            ),
            (Shape::Pairs, Value::List(pairs)) => pairs
                .iter()
                .enumerate()
                .flat_map(|(at, pair)| match pair.items() {
                    [left, right] => {
                        [left, right].into_iter().filter_map(|side| of_text(key, at, side)).collect()
                    }
                    sides => vec![
                        Fault::new(
                            "wrong-shape",
                            pair.place,
                            match pair.value {
                                Value::List(_) => format!(
                                    "pair {} of '{key}' has {} item{}, not two",
                                    at + 1,
                                    sides.len(),
                                    if sides.len() == 1 { "" } else { "s" }
                                ),
                                _ => format!("pair {} of '{key}' is {}, not a list", at + 1, pair.noun()),
                            },
                        )
                        .help("write each pair as [left, right]; quote a text with a comma"),
                    ],
                })
                .collect(),
            (Shape::Pairs, _) => wrong(
                format!("'{key}' must be a list of pairs, not {}", value.noun()),
                format!("write {key}: [[left, right], [left, right]]"),
            ),
            (Shape::Map(keys), _) => self.of_item(value, keys, &format!("'{key}'")),
            (Shape::Named(_), _) => wrong(
                format!("'{key}' must be a mapping of names, not {}", value.noun()),
                "write 'name:' and its keys under it".to_owned(),
            ),
            (Shape::Entries(_), _) => wrong(
                format!("'{key}' must be a list of entries, not {}", value.noun()),
                "begin each entry with '- id:' or '- ask:'".to_owned(),
            ),
        }
    }
}

/// The longest text, in characters: no one reads a longer one on a card.
const LONGEST_TEXT: usize = 10_000;

fn too_long(text: &str) -> bool {
    text.len() > LONGEST_TEXT && text.chars().nth(LONGEST_TEXT).is_some()
}

fn long(key: &str, value: &Node) -> Fault {
    Fault::new("too-long", value.place, format!("a text of '{key}' is longer than {LONGEST_TEXT} characters"))
        .help("shorten it, or make several cards of it")
}

/// What is wrong with the item of a list that should be a text.
fn of_text(key: &str, at: usize, item: &Node) -> Option<Fault> {
    let number = at + 1;
    match &item.value {
        Value::Scalar(text, _) if text.trim().is_empty() => Some(
            Fault::new("empty-value", item.place, format!("item {number} of '{key}' is empty"))
                .help("write a text, or delete it"),
        ),
        Value::Scalar(text, _) if too_long(text) => Some(long(key, item)),
        Value::Scalar(..) => None,
        _ => Some(
            Fault::new(
                "wrong-shape",
                item.place,
                format!("item {number} of '{key}' must be a text, not {}", item.noun()),
            )
            .help(quoted_help(item).unwrap_or_else(|| {
                "quote a text that contains ': ' or begins with a bracket".to_owned()
            })),
        ),
    }
}

/// `{fab.cost}` without quotes is a mapping to YAML.
fn quoted_help(value: &Node) -> Option<String> {
    match value.entries() {
        [(key, nothing)] if nothing.is_empty() => Some(format!("quote it: \"{{{}}}\"", key.text()?)),
        _ => None,
    }
}

/// In braces a comma ends the value: `{ value: 38,210 applications }` has a key
/// `210 applications`.
fn cut_at_comma(key: &Node, value: &Node, mapping: &Node, position: usize) -> Option<Fault> {
    let (before, cut) = mapping.entries().get(position.checked_sub(1)?)?;
    let Value::Scalar(text, Style::Plain) = &cut.value else { return None };
    if !value.is_empty() || cut.place.line != key.place.line {
        return None;
    }
    // The comma stands between the two; how many blanks follow it tells the text.
    let gap = key.place.column.checked_sub(cut.place.column + cut.place.length + 1)?;
    let whole = format!("{text},{}{}", " ".repeat(gap.min(4)), key.text()?);
    Some(
        Fault::new("unquoted-comma", cut.place, format!("'{whole}' ends at its comma: in braces it must be quoted"))
            .help(format!("write {}: \"{whole}\"", before.text()?)),
    )
}

fn unknown_key(key: &Node, written: &str, keys: &[Key]) -> Fault {
    let (name, suffix) = match written.split_once('.') {
        Some((name, suffix)) => (name, Some(suffix)),
        None => (written, None),
    };
    let known = keys.iter().find(|key| key.name == name);
    if let (Some(known), Some(code)) = (known, suffix) {
        if known.localized {
            let near = suggest(code, Lang::ALL.into_iter().map(Lang::code));
            let fault =
                Fault::new("unknown-language", key.place, format!("unknown language '{code}'"));
            return match near {
                Some(near) => fault.help(format!("did you mean '{name}.{near}'?")),
                None => fault.help(format!("write '{name}.en' or '{name}.ko'")),
            };
        }
    }
    let fault = Fault::new("unknown-key", key.place, format!("unknown key '{written}'"));
    let names = || keys.iter().map(|key| key.name);
    let near = suggest(name, names()).or_else(|| {
        let word = SAME_MEANING.iter().find(|(word, _)| *word == name.to_lowercase())?.1;
        names().find(|known| *known == word)
    });
    match near {
        Some(near) => {
            let suffix = suffix.map(|suffix| format!(".{suffix}")).unwrap_or_default();
            fault.help(format!("did you mean '{near}{suffix}'?"))
        }
        None => fault.help(format!("known keys are {}", names().collect::<Vec<_>>().join(", "))),
    }
}

/// What other programs call our keys.
const SAME_MEANING: &[(&str, &str)] = &[
    ("question", "ask"),
    ("prompt", "ask"),
    ("front", "ask"),
    ("q", "ask"),
    ("back", "answer"),
    ("a", "answer"),
    ("solution", "answer"),
    ("options", "choices"),
    ("synonyms", "accept"),
    ("matching", "pairs"),
    ("sequence", "order"),
    ("comment", "note"),
    ("explanation", "note"),
    ("name", "deck"),
    ("entries", "cards"),
    ("link", "url"),
    ("author", "by"),
];

/// Words longer than this, and more words than this, are not compared.
const LONGEST_WORD: usize = 60;
const MOST_WORDS: usize = 2000;

/// The word of `among` that `word` was probably meant to be.
pub fn suggest<'w>(word: &str, among: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    let length = word.chars().take(LONGEST_WORD + 1).count();
    if length > LONGEST_WORD {
        return None;
    }
    let allowed = (length / 3).max(1);
    among
        .take(MOST_WORDS)
        .filter(|known| known.chars().take(LONGEST_WORD + 1).count().abs_diff(length) <= allowed)
        .map(|known| (strsim::osa_distance(&word, &known.to_lowercase()), known))
        .filter(|(distance, known)| *distance <= allowed && *distance < known.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}
