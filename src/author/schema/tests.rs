//! Every key has its words and an example, and a snippet makes a card.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// Every key of every mapping, with the name of the mapping.
fn keys() -> Vec<(&'static str, Key)> {
    let mut found = Vec::new();
    let mut waiting = vec![("deck", RawDeck::KEYS)];
    while let Some((name, keys)) = waiting.pop() {
        for key in keys {
            found.push((name, *key));
            if let Shape::Map(keys) | Shape::Named(keys) | Shape::Entries(keys) = key.shape {
                waiting.push((key.name, keys));
            }
        }
    }
    found
}

#[test]
fn every_key_has_its_words_and_an_example() {
    let mut names = BTreeSet::new();
    for (mapping, key) in keys() {
        let told = about(&key);
        assert!(
            told.ends_with('.') && told.len() > 5,
            "{mapping}.{}: {told}",
            key.name
        );
        let holds = matches!(
            key.shape,
            Shape::Map(_) | Shape::Named(_) | Shape::Entries(_)
        );
        let examples = examples::of(mapping, key.name);
        assert_eq!(examples.is_none(), holds, "{mapping}.{}", key.name);
        names.insert(mapping);
    }
    let all = ["cards", "deck", "defaults", "facts", "options", "sources"];
    assert_eq!(names, BTreeSet::from(all));
}

#[test]
fn every_snippet_makes_a_card_of_its_kind() {
    let facts = "facts: { fact: { value: 1, label: a }, other-fact: { value: 2, label: b } }";
    for kind in EntryKind::ALL {
        let (_, _, body) = examples::snippet(kind);
        let mut text = body.to_string();
        while let Some(start) = text.find("${") {
            let end = start + text[start..].find('}').unwrap();
            let filled = text[start..end].split_once(':').unwrap().1.to_owned();
            text.replace_range(start..=end, &filled);
        }
        let deck = format!("deck: d\n{facts}\ncards:\n- {text}\n");
        let reading = crate::deck::read(Path::new("d.yaml"), deck.as_bytes());
        assert_eq!(reading.diagnostics, [], "{text}");
        assert_eq!(reading.deck.unwrap().cards.len(), 1, "{text}");
        assert!(text.contains(&format!("\"{}\":", kind.made_by())), "{text}");
    }
}
