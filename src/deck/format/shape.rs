//! Whether a key may stand where it does, and its value has the right shape.

use super::check::MOST_OF_ONE;
use super::comma::cut_at_comma;
use super::field::{Key, Shape};
use super::mapping::split;
use super::spelling::unknown_key;
use crate::deck::yaml::{Fault, Node, Style, Value};
use crate::message;
use crate::text::{Lang, Message};

/// Holds values against the shapes of their keys.
pub struct Shapes {
    /// The deck's language.
    pub language: Lang,
}

impl Shapes {
    /// What is wrong with an entry, fact or source, called `noun` in each language.
    pub fn of_item(&self, item: &Node, keys: &[Key], noun: [&str; 2]) -> Vec<Fault> {
        if !matches!(item.value, Value::Map(_)) {
            let [noun, noun_ko] = noun;
            let [en, ko] = Lang::ALL.map(|lang| item.noun(lang));
            let message = if item.is_empty() {
                message!("{noun} is empty", "{noun_ko}: 비어 있습니다")
            } else {
                message!(
                    "{en} stands where {noun} should",
                    "{noun_ko}: 키와 값이 와야 하는데, 이것은 {ko}입니다"
                )
            };
            let first = keys.first().map_or("key", |key| key.name);
            return vec![
                Fault::new("wrong-shape", item.place, message).help(message!(
                    "write its keys under it, beginning with '{first}:'",
                    "그 아래 '{first}:'부터 키를 쓰세요"
                )),
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
            return cut_at_comma(mapping, position, keys)
                .unwrap_or_else(|| vec![unknown_key(key, written, keys)]);
        };
        if let Some(lang) = lang {
            if !known.localized {
                return vec![
                    Fault::new(
                        "unknown-key",
                        key.place,
                        message!(
                            "'{name}' has no languages",
                            "'{name}': 언어를 나누지 않는 키입니다"
                        ),
                    )
                    .help(message!(
                        "write '{name}' once, without '.{lang}'",
                        "'.{lang}' 없이 '{name}' 하나로 쓰세요"
                    )),
                ];
            }
            if lang == self.language && mapping.get(name).is_some() {
                return vec![
                    Fault::new(
                        "said-twice",
                        key.place,
                        message!(
                            "'{written}' says again what '{name}' says: the deck's language is {lang}",
                            "'{written}': '{name}' 키와 겹칩니다. 덱의 언어가 {lang}입니다"
                        ),
                    )
                    .help(message!(
                        "delete one, or write '{name}.{}'",
                        "하나를 지우거나 '{name}.{}'로 쓰세요",
                        lang.other()
                    )),
                ];
            }
        }
        self.of_value(written, value, known.shape)
    }

    fn of_value(&self, key: &str, value: &Node, shape: Shape) -> Vec<Fault> {
        let named = matches!(shape, Shape::Map(_) | Shape::Named(_) | Shape::Entries(_));
        if !named && value.is_blank() {
            return vec![empty(key, value)];
        }
        if matches!(&value.value, Value::Scalar(text, _) if too_long(text)) {
            return vec![long(key, value)];
        }
        match (shape, &value.value) {
            (Shape::Flag, _) => of_flag(key, value).into_iter().collect(),
            (Shape::Text | Shape::TextOrList, Value::Scalar(..)) => Vec::new(),
            (Shape::List | Shape::ListOrNamed | Shape::TextOrList, Value::List(items)) => items
                .iter()
                .enumerate()
                .filter_map(|(at, item)| of_text(key, at, item))
                .collect(),
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
                .flat_map(|(at, pair)| of_pair(key, at, pair))
                .collect(),
            (Shape::Map(keys), _) => {
                let name = format!("'{key}'");
                self.of_item(value, keys, [&name, &name])
            }
            (Shape::Text | Shape::TextOrList, _) => vec![no_text(key, value)],
            (Shape::List | Shape::ListOrNamed, _) => vec![no_list(key, value)],
            (Shape::Pairs | Shape::Named(_) | Shape::Entries(_), _) => {
                vec![no_collection(key, value, shape)]
            }
        }
    }
}

fn wrong(value: &Node, message: Message, help: Message) -> Fault {
    Fault::new("wrong-shape", value.place, message).help(help)
}

fn empty(key: &str, value: &Node) -> Fault {
    Fault::new(
        "empty-value",
        value.place,
        message!("'{key}' is empty", "'{key}': 비어 있습니다"),
    )
    .help(message!(
        "write something behind it, or delete the key",
        "값을 쓰거나 키를 지우세요"
    ))
}

fn of_flag(key: &str, value: &Node) -> Option<Fault> {
    let said = match &value.value {
        Value::Scalar(text, Style::Plain) => matches!(text.as_str(), "true" | "false"),
        _ => false,
    };
    (!said).then(|| {
        wrong(
            value,
            message!(
                "'{key}' must be true or false",
                "'{key}': true나 false여야 합니다"
            ),
            message!("write '{key}: true'", "'{key}: true'처럼 쓰세요"),
        )
    })
}

/// That a value is a list or a mapping where a text should be.
fn no_text(key: &str, value: &Node) -> Fault {
    match value.value {
        Value::List(_) => wrong(
            value,
            message!(
                "'{key}' must be a text, not a list",
                "'{key}': 목록이 아니라 글이어야 합니다"
            ),
            message!(
                "write one text; quote it if it begins with a bracket",
                "글 하나를 쓰세요. 괄호로 시작하면 따옴표로 묶으세요"
            ),
        ),
        _ => wrong(
            value,
            message!(
                "'{key}' must be a text, not a mapping",
                "'{key}': 매핑이 아니라 글이어야 합니다"
            ),
            quoted_help(value).unwrap_or_else(|| {
                message!(
                    "quote a text that contains ': '",
                    "': '가 든 글은 따옴표로 묶으세요"
                )
            }),
        ),
    }
}

/// That a value is a text or a mapping where a list should be.
fn no_list(key: &str, value: &Node) -> Fault {
    match &value.value {
        Value::Scalar(text, _) => wrong(
            value,
            message!(
                "'{key}' must be a list, not a text",
                "'{key}': 글이 아니라 목록이어야 합니다"
            ),
            message!(
                "put it in brackets: {key}: [{}]",
                "대괄호로 묶으세요: {key}: [{}]",
                text.lines().next().unwrap_or_default()
            ),
        ),
        _ => wrong(
            value,
            message!(
                "'{key}' must be a list, not a mapping",
                "'{key}': 매핑이 아니라 목록이어야 합니다"
            ),
            message!("begin each item with '- '", "항목마다 '- '로 시작하세요"),
        ),
    }
}

/// That a value is no collection of the pairs, names or entries that should be.
fn no_collection(key: &str, value: &Node, shape: Shape) -> Fault {
    let [noun, noun_ko] = Lang::ALL.map(|lang| value.noun(lang));
    match shape {
        Shape::Named(_) => wrong(
            value,
            message!(
                "'{key}' must be a mapping of names, not {noun}",
                "'{key}': '키: 값'이 와야 하는데 {noun_ko}만 있습니다"
            ),
            message!(
                "write 'name:' and its keys under it",
                "'name:'처럼 이름을 쓰고 그 아래 키를 쓰세요"
            ),
        ),
        Shape::Entries(_) => wrong(
            value,
            message!(
                "'{key}' must be a list of entries, not {noun}",
                "'{key}': 항목의 목록이어야 하는데, 이것은 {noun_ko}입니다"
            ),
            message!(
                "begin each entry with '- id:' or '- ask:'",
                "항목마다 '- id:'나 '- ask:'로 시작하세요"
            ),
        ),
        _ => wrong(
            value,
            message!(
                "'{key}' must be a list of pairs, not {noun}",
                "'{key}': 짝의 목록이어야 하는데, 이것은 {noun_ko}입니다"
            ),
            message!(
                "write {key}: [[left, right], [left, right]]",
                "{key}: [[왼쪽, 오른쪽], [왼쪽, 오른쪽]]처럼 쓰세요"
            ),
        ),
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
        message!(
            "a text of '{key}' is longer than {LONGEST_TEXT} characters",
            "'{key}': {LONGEST_TEXT}자보다 긴 글입니다"
        ),
    )
    .help(message!(
        "shorten it, or make several cards of it",
        "줄이거나 여러 카드로 나누세요"
    ))
}

/// What is wrong with the pair at `at`.
fn of_pair(key: &str, at: usize, pair: &Node) -> Vec<Fault> {
    let number = at + 1;
    let items = match pair.items() {
        [left, right] => {
            let sides = [left, right].into_iter();
            return sides.filter_map(|side| of_text(key, at, side)).collect();
        }
        items => items.len(),
    };
    let s = if items == 1 { "" } else { "s" };
    let [en, ko] = Lang::ALL.map(|lang| pair.noun(lang));
    let message = match pair.value {
        Value::List(_) => message!(
            "pair {number} of '{key}' has {items} item{s}, not two",
            "'{key}'의 {number}번째 짝: 항목이 둘이어야 하는데 {items}개입니다"
        ),
        _ => message!(
            "pair {number} of '{key}' is {en}, not a list",
            "'{key}'의 {number}번째 짝: 목록이어야 하는데 {ko}입니다"
        ),
    };
    let help = message!(
        "write each pair as [left, right]; quote a text with a comma",
        "짝마다 [왼쪽, 오른쪽]으로 쓰고, 쉼표가 든 글은 따옴표로 묶으세요"
    );
    vec![wrong(pair, message, help)]
}

/// What is wrong with the item of a list that should be a text.
fn of_text(key: &str, at: usize, item: &Node) -> Option<Fault> {
    let number = at + 1;
    match &item.value {
        Value::Scalar(..) if item.is_blank() => Some(
            Fault::new(
                "empty-value",
                item.place,
                message!(
                    "item {number} of '{key}' is empty",
                    "'{key}'의 {number}번째 항목이 비어 있습니다"
                ),
            )
            .help(message!(
                "write a text, or delete it",
                "글을 쓰거나 지우세요"
            )),
        ),
        Value::Scalar(text, _) if too_long(text) => Some(long(key, item)),
        Value::Scalar(..) => None,
        _ => {
            let [en, ko] = Lang::ALL.map(|lang| item.noun(lang));
            let message = message!(
                "item {number} of '{key}' must be a text, not {en}",
                "'{key}'의 {number}번째 항목: 글이어야 하는데 {ko}입니다"
            );
            let help = quoted_help(item).unwrap_or_else(|| {
                message!(
                    "quote a text that contains ': ' or begins with a bracket",
                    "': '가 들었거나 괄호로 시작하는 글은 따옴표로 묶으세요"
                )
            });
            Some(Fault::new("wrong-shape", item.place, message).help(help))
        }
    }
}

/// `{fab.cost}` without quotes is a mapping to YAML.
fn quoted_help(value: &Node) -> Option<Message> {
    match value.entries() {
        [(key, nothing)] if nothing.is_empty() => {
            let key = key.text()?;
            Some(message!(
                "quote it: \"{{{key}}}\"",
                "따옴표로 묶으세요: \"{{{key}}}\""
            ))
        }
        _ => None,
    }
}
