//! The JSON Schema of a deck file, made from the tables of keys that read it.
//!
//! It is draft 7, which the YAML language server knows best. A text may be
//! written as anything that YAML takes for a number or a truth, since a deck
//! keeps its spelling. What a schema can't say (that a fact is there, that a
//! figure can be read) is left to `check`.

mod examples;

use serde_json::{Map, Value, json};

use crate::deck::format::{Key, Mapping, RawDeck, Shape};
use crate::deck::{EntryKind, SPECIAL_KEYS, Status};
use crate::text::Lang;

/// The schema as it is printed.
pub fn schema() -> String {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A deck of dateline",
        "description": "Flashcards on current events: figures kept as facts, cards that ask, and \
            who says so. A text key with .en or .ko behind it holds the text in that language.",
        "required": ["deck"],
    });
    add(&mut schema, mapping("deck", RawDeck::KEYS));
    format!("{schema:#}\n")
}

/// The schema of a mapping with these keys, as the format calls it.
fn mapping(name: &str, keys: &[Key]) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let mut of_key = json!({ "description": about(key) });
        add(&mut of_key, value(name, key));
        if let Some(examples) = examples::of(name, key.name) {
            set(&mut of_key, "examples", examples);
        }
        properties.insert(key.name.to_owned(), of_key);
        for lang in Lang::ALL.into_iter().filter(|_| key.localized) {
            let told = format!("{} In {}.", about(key), english_name(lang));
            let mut of_lang = json!({ "description": told });
            add(&mut of_lang, value(name, key));
            properties.insert(format!("{}.{lang}", key.name), of_lang);
        }
    }
    json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The schema of the value of a key.
fn value(name: &str, key: &Key) -> Value {
    match (key.shape, key.name) {
        (Shape::Text, "language") => json!({ "enum": Lang::ALL.map(Lang::code) }),
        (Shape::Text, "status") => json!({ "enum": Status::NAMES.map(|(name, _)| name) }),
        (Shape::Text, "deck" | "id") => {
            let mut text = text();
            set(&mut text, "pattern", json!(SLUG));
            text
        }
        (Shape::Text, "url") => json!({ "type": "string", "pattern": "^\\s*https?://" }),
        (Shape::Text, _) => text(),
        (Shape::Flag, _) => json!({ "type": "boolean" }),
        (Shape::List, _) => texts(),
        (Shape::TextOrList, _) => json!({ "anyOf": [text(), texts()] }),
        (Shape::ListOrNamed, _) => json!({
            "anyOf": [
                texts(),
                { "type": "object", "additionalProperties": texts() },
            ],
        }),
        (Shape::Pairs, _) => json!({
            "type": "array",
            "items": { "type": "array", "items": text(), "minItems": 2, "maxItems": 2 },
        }),
        (Shape::Map(keys), _) => or_nothing(mapping(key.name, keys)),
        (Shape::Named(keys), _) => {
            let mut named = json!({
                "type": "object",
                "additionalProperties": mapping(key.name, keys),
            });
            if key.name == "facts" {
                set(&mut named, "propertyNames", json!({ "pattern": SLUG }));
            }
            or_nothing(named)
        }
        (Shape::Entries(keys), _) => {
            let mut entry = mapping(key.name, keys);
            if name == "deck" && key.name == "cards" {
                kinds(&mut entry, keys);
            }
            or_nothing(json!({ "type": "array", "items": entry }))
        }
    }
}

/// A name, as far as a schema tells: `check` knows it exactly.
const SLUG: &str = "^[^\\sA-Z/#~]+$";

fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

fn texts() -> Value {
    json!({ "type": "array", "items": text() })
}

/// A key with nothing under it yet: a deck that is being begun.
fn or_nothing(mut schema: Value) -> Value {
    if let Some(kind) = schema.get("type").cloned() {
        set(&mut schema, "type", json!([kind, "null"]));
    }
    schema
}

/// That an entry is of one kind, and what that kind takes.
fn kinds(entry: &mut Value, keys: &[Key]) {
    let mut each = Vec::new();
    let mut what_follows = Vec::new();
    let mut snippets = Vec::new();
    for kind in EntryKind::ALL {
        let is = match kind {
            // Choices need an answer too.
            EntryKind::Answer => json!({
                "allOf": [has(keys, "answer"), { "not": has(keys, "choices") }],
            }),
            EntryKind::Choice => json!({
                "allOf": [has(keys, "choices"), has(keys, "answer")],
            }),
            other => has(keys, other.made_by()),
        };
        let (label, description, body) = examples::snippet(kind);
        let mut titled = is.clone();
        set(&mut titled, "title", json!(label));
        each.push(titled);
        let mut then = Map::new();
        let refused: Map<String, Value> = SPECIAL_KEYS
            .iter()
            .filter(|key| !kind.takes().contains(*key))
            .flat_map(|key| spellings(keys, key))
            .map(|key| (key, json!(false)))
            .collect();
        then.insert("properties".to_owned(), Value::Object(refused));
        if kind.needs_question() {
            then.insert("allOf".to_owned(), json!([has(keys, "ask")]));
        }
        what_follows.push(json!({ "if": is, "then": then }));
        snippets.push(json!({ "label": label, "description": description, "body": body }));
    }
    set(entry, "oneOf", Value::Array(each));
    set(entry, "allOf", Value::Array(what_follows));
    set(entry, "defaultSnippets", Value::Array(snippets));
}

/// That a mapping has a key, in whatever language.
fn has(keys: &[Key], name: &str) -> Value {
    let spellings = spellings(keys, name);
    match spellings.as_slice() {
        [one] => json!({ "required": [one] }),
        several => {
            let each = several.iter().map(|key| json!({ "required": [key] }));
            json!({ "anyOf": each.collect::<Vec<Value>>() })
        }
    }
}

/// A key and, if it has languages, the key in each of them.
fn spellings(keys: &[Key], name: &str) -> Vec<String> {
    let localized = keys.iter().any(|key| key.name == name && key.localized);
    let languages = Lang::ALL.into_iter().filter(|_| localized);
    let in_languages = languages.map(|lang| format!("{name}.{lang}"));
    std::iter::once(name.to_owned())
        .chain(in_languages)
        .collect()
}

/// What a key is for, as one line.
fn about(key: &Key) -> String {
    key.about.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn english_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Ko => "Korean",
    }
}

/// Adds what another schema says.
fn add(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Value::Object(object) = schema {
        object.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests;
