//! Whether a key may stand where it does, and its value has the right shape;
//! and what is meant where it has another.

use super::check::MOST_OF_ONE;
use super::field::{Key, Shape};
use super::mapping::split;
use super::spelling::unknown_key;
use crate::deck::yaml::{Fault, Node, Style, Value};
use crate::text::Lang;

/// Holds values against the shapes of their keys.
pub struct Shapes {
    /// The deck's language.
    pub language: Lang,
}

impl Shapes {
    /// What is wrong with an entry, fact or source.
    pub fn of_item(&self, item: &Node, keys: &[Key], noun: &str) -> Vec<Fault> {
        if !matches!(item.value, Value::Map(_)) {
            let message = if item.is_empty() {
                format!("{noun} is empty")
            } else {
                format!("{} stands where {noun} should", item.noun())
            };
            let first = keys.first().map_or("key", |key| key.name);
            return vec![Fault::new("wrong-shape", item.place, message).help(format!(
                "write its keys under it, beginning with '{first}:'"
            ))];
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
    pub fn of_key(
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
                    Fault::new(
                        "unknown-key",
                        key.place,
                        format!("'{name}' has no languages"),
                    )
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
            (
                Shape::Text
                | Shape::TextOrList
                | Shape::Flag
                | Shape::List
                | Shape::ListOrNamed
                | Shape::Pairs,
                _,
            ) if empty => {
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
            (Shape::Flag, _) => wrong(
                format!("'{key}' must be true or false"),
                format!("write '{key}: true'"),
            ),
            (Shape::List | Shape::ListOrNamed | Shape::TextOrList, Value::List(items)) => items
                .iter()
                .enumerate()
                .filter_map(|(at, item)| of_text(key, at, item))
                .collect(),
            (Shape::List | Shape::ListOrNamed, Value::Scalar(text, _)) => wrong(
                format!("'{key}' must be a list, not a text"),
                format!(
                    "put it in brackets: {key}: [{}]",
                    text.lines().next().unwrap_or_default()
                ),
            ),
            (Shape::List, Value::Map(_)) => wrong(
                format!("'{key}' must be a list, not a mapping"),
                "begin each item with '- '".to_owned(),
            ),
            (Shape::ListOrNamed, Value::Map(entries)) => entries
                .iter()
                .flat_map(|(name, texts)| {
                    let name = name.text().unwrap_or_default();
                    self.of_value(name, texts, Shape::List)
                })
                .collect(),
            (Shape::Pairs, Value::List(pairs)) => pairs
                .iter()
                .enumerate()
                .flat_map(|(at, pair)| match pair.items() {
                    [left, right] => [left, right]
                        .into_iter()
                        .filter_map(|side| of_text(key, at, side))
                        .collect(),
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
                                _ => format!(
                                    "pair {} of '{key}' is {}, not a list",
                                    at + 1,
                                    pair.noun()
                                ),
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
    Fault::new(
        "too-long",
        value.place,
        format!("a text of '{key}' is longer than {LONGEST_TEXT} characters"),
    )
    .help("shorten it, or make several cards of it")
}

/// What is wrong with the item of a list that should be a text.
fn of_text(key: &str, at: usize, item: &Node) -> Option<Fault> {
    let number = at + 1;
    match &item.value {
        Value::Scalar(text, _) if text.trim().is_empty() => Some(
            Fault::new(
                "empty-value",
                item.place,
                format!("item {number} of '{key}' is empty"),
            )
            .help("write a text, or delete it"),
        ),
        Value::Scalar(text, _) if too_long(text) => Some(long(key, item)),
        Value::Scalar(..) => None,
        _ => Some(
            Fault::new(
                "wrong-shape",
                item.place,
                format!(
                    "item {number} of '{key}' must be a text, not {}",
                    item.noun()
                ),
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
        [(key, nothing)] if nothing.is_empty() => {
            Some(format!("quote it: \"{{{}}}\"", key.text()?))
        }
        _ => None,
    }
}

/// In braces a comma ends the value: `{ value: 38,210 applications }` has a key
/// `210 applications`.
fn cut_at_comma(key: &Node, value: &Node, mapping: &Node, position: usize) -> Option<Fault> {
    let (before, cut) = mapping.entries().get(position.checked_sub(1)?)?;
    let Value::Scalar(text, Style::Plain) = &cut.value else {
        return None;
    };
    if !value.is_empty() || cut.place.line != key.place.line {
        return None;
    }
    // The comma stands between the two; how many blanks follow it tells the text.
    let gap = key
        .place
        .column
        .checked_sub(cut.place.column + cut.place.length + 1)?;
    let whole = format!("{text},{}{}", " ".repeat(gap.min(4)), key.text()?);
    Some(
        Fault::new(
            "unquoted-comma",
            cut.place,
            format!("'{whole}' ends at its comma: in braces it must be quoted"),
        )
        .help(format!("write {}: \"{whole}\"", before.text()?)),
    )
}
