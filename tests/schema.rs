//! The JSON Schema in `decks` is the one that the program prints, and an
//! independent validator finds by it what `check` finds: `UPDATE_SCHEMA=1 cargo
//! test --test schema` writes it anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::fs;
use std::path::{Path, PathBuf};

use dateline::author::{schema, template};
use dateline::deck::{SHIPPED, Severity, read};
use dateline::figure::Date;
use dateline::text::Lang;
use jsonschema::Validator;
use serde_json::{Value, json};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    jsonschema::draft7::new(&schema).unwrap()
}

/// What is wrong with a deck by the schema.
fn wrong(validator: &Validator, deck: &str) -> Vec<String> {
    // That reader stumbles over a byte-order mark.
    let deck = deck.strip_prefix('\u{feff}').unwrap_or(deck);
    let deck: Value = serde_yaml::from_str(deck).expect(deck);
    let errors = validator.iter_errors(&deck);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_file_is_in_step() {
    let path = at("decks/deck.schema.json");
    let now = schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let file = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        file == now,
        "decks/deck.schema.json is old; write it anew with UPDATE_SCHEMA=1"
    );
}

#[test]
fn it_is_a_schema() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
}

#[test]
fn good_decks_are_valid() {
    let validator = validator();
    let mut decks: Vec<(String, String)> = SHIPPED
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    for lang in Lang::ALL {
        let today = Date::parse("2025-02-09").unwrap();
        let text = template(&"chips".parse().unwrap(), "chips.yaml", lang, today);
        decks.push((format!("the template in {lang}"), text));
    }
    for folder in fs::read_dir(at("tests/broken")).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            // Some are no text at all.
            if let Ok(text) = fs::read_to_string(&path) {
                decks.push((path.display().to_string(), text));
            }
        }
    }
    let chips = fs::read_to_string(at("tests/decks/chips.yaml")).unwrap();
    decks.push(("chips.yaml".to_owned(), chips));
    let mut valid = 0;
    for (name, text) in decks {
        let reading = read(Path::new(&name), text.as_bytes());
        let errors = reading.diagnostics.iter();
        if errors
            .filter(|told| told.severity == Severity::Error)
            .count()
            == 0
        {
            assert_eq!(wrong(&validator, &text), [""; 0], "{name}");
            valid += 1;
        }
    }
    assert!(valid > 80, "{valid}");
}

#[test]
fn examples_are_valid() {
    fn walk(schema: &Value, tried: &mut usize) {
        match schema {
            Value::Object(object) => {
                if let Some(examples) = object.get("examples").and_then(Value::as_array) {
                    let validator = jsonschema::draft7::new(schema).unwrap();
                    for example in examples {
                        assert!(validator.is_valid(example), "{example}: {schema}");
                        *tried += 1;
                    }
                }
                object.values().for_each(|value| walk(value, tried));
            }
            Value::Array(items) => items.iter().for_each(|value| walk(value, tried)),
            _ => {}
        }
    }
    let mut tried = 0;
    walk(&serde_json::from_str(&schema()).unwrap(), &mut tried);
    assert!(tried > 50, "{tried}");
}

#[test]
fn what_reading_refuses_is_invalid() {
    let validator = validator();
    for (code, deck) in [
        ("no-deck", "title: x"),
        ("unknown-key", "deck: d\nttle: x"),
        (
            "unknown-key",
            "deck: d\ncards: [{ id: a, ask: q, anwser: r }]",
        ),
        (
            "unknown-key",
            "deck: d\ncards: [{ id.ko: a, ask: q, answer: r }]",
        ),
        (
            "unknown-language",
            "deck: d\ncards: [{ ask.fr: q, ask: q, answer: r }]",
        ),
        ("unknown-key", "deck: d\nsources: { a: { name: x } }"),
        (
            "unknown-key",
            "deck: d\nfacts: { a: { value: 1, reverse: true } }",
        ),
        ("bad-id", "deck: My deck"),
        ("bad-id", "deck: d\nfacts: { A b: { value: 1 } }"),
        ("bad-id", "deck: d\ncards: [{ id: a/b, ask: q, answer: r }]"),
        ("language", "deck: d\nlanguage: de"),
        (
            "status",
            "deck: d\ncards: [{ ask: q, answer: r, status: sure }]",
        ),
        (
            "url",
            "deck: d\nsources: { a: { title: x, date: 2025, url: example.org } }",
        ),
        ("no-answer", "deck: d\ncards: [{ ask: q }]"),
        ("no-answer", "deck: d\ncards: [{ ask: q, choices: [a, b] }]"),
        ("no-question", "deck: d\ncards: [{ answer: r }]"),
        ("no-question", "deck: d\ncards: [{ date: 2025 }]"),
        (
            "two-kinds",
            "deck: d\ncards: [{ ask: q, answer: r, date: 2025 }]",
        ),
        (
            "two-kinds",
            "deck: d\ncards: [{ ask: q, number: 1, list.ko: [a, b] }]",
        ),
        (
            "misplaced-key",
            "deck: d\ncards: [{ ask: q, number: 1, reverse: true }]",
        ),
        (
            "misplaced-key",
            "deck: d\ncards: [{ ask: q, cloze: \"{{a}} b\" }]",
        ),
        (
            "misplaced-key",
            "deck: d\ncards: [{ ask: q, date: 2025, accept.ko: [a] }]",
        ),
        ("wrong-shape", "deck: d\ncards: { a: b }"),
        ("wrong-shape", "deck: d\ncards: [a]"),
        ("wrong-shape", "deck: d\nfacts: [a]"),
        ("wrong-shape", "deck: d\ncards: [{ ask: [q], answer: r }]"),
        (
            "wrong-shape",
            "deck: d\ncards: [{ ask: q, answer: r, tags: a }]",
        ),
        (
            "wrong-shape",
            "deck: d\ncards: [{ ask: q, answer: r, reverse: \"yes\" }]",
        ),
        (
            "wrong-shape",
            "deck: d\ncards: [{ ask: q, pairs: [[a, b, c], [d, e]] }]",
        ),
    ] {
        let reading = read(Path::new("d.yaml"), deck.as_bytes());
        let codes: Vec<&str> = reading.diagnostics.iter().map(|told| told.code).collect();
        assert!(codes.contains(&code), "{deck}: {codes:?}");
        assert_ne!(wrong(&validator, deck), [""; 0], "{deck}");
    }
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    let validator = validator();
    let deck = "deck: d\ncards:\n- { id: a, ask: q, answer: r }\n- { id: b, ask: q, number: 1, reverse: true }\n";
    let told = wrong(&validator, deck);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("/cards/1/reverse"), "{told:?}");
}

#[test]
fn a_deck_that_is_begun_is_valid() {
    let validator = validator();
    for deck in [
        "deck: d",
        "deck: d\ncards:\nfacts:\nsources:\n",
        "deck: 2025\ntitle: 5\n",
    ] {
        assert_eq!(wrong(&validator, deck), [""; 0], "{deck}");
    }
    assert!(!validator.is_valid(&json!(null)));
}
