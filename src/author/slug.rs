//! An id for an entry that has none, made of what it asks.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::deck::yaml::Node;
use crate::deck::{DeckId, Named, slug as is_slug};

/// An id is about so wide, Hangul counted twice: one reads and types it.
const WIDEST: usize = 40;

/// An id made of the words of `text`, in ASCII and Hangul, which is none of
/// `taken`. The same text always makes the same one.
pub(super) fn slug(text: &str, taken: &BTreeSet<String>) -> String {
    let words = words(text);
    let mut id = String::new();
    let mut width = 0;
    for word in words {
        let wide = word.chars().map(columns).sum::<usize>() + usize::from(!id.is_empty());
        if width + wide <= WIDEST {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(&word);
            width += wide;
        } else if id.is_empty() {
            for character in word.chars() {
                width += columns(character);
                if width > WIDEST {
                    break;
                }
                id.push(character);
            }
            break;
        } else {
            break;
        }
    }
    if id.is_empty() || !is_plain(&id) {
        id = format!("card-{id}").trim_end_matches('-').to_owned();
    }
    if taken.contains(&id) {
        let free = (2..)
            .map(|number| format!("{id}-{number}"))
            .find(|numbered| !taken.contains(numbered));
        id = free.unwrap_or(id);
    }
    debug_assert!(is_slug(&id, Named::Entry).is_ok(), "{id}");
    id
}

/// Ids that no entry of a deck may be given: those of its cards and facts, and
/// those of the names `deck/entry` that something `elsewhere` goes by.
pub(super) fn taken<'n>(
    root: &Node,
    deck: &DeckId,
    elsewhere: impl IntoIterator<Item = &'n String>,
) -> BTreeSet<String> {
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let entries = root.get("cards").map(Node::items).unwrap_or_default();
    let facts = facts.iter().filter_map(|(name, _)| name.text());
    let entries = entries
        .iter()
        .filter_map(|entry| entry.get("id").and_then(Node::text));
    let here = facts.chain(entries).map(|name| name.trim().to_owned());
    let elsewhere = elsewhere.into_iter().filter_map(|name| {
        let (of, entry) = name.split_once('/')?;
        let entry = entry.split('#').next()?;
        (of == deck.as_str()).then(|| entry.to_owned())
    });
    here.chain(elsewhere).collect()
}

/// The words of a text: letters and digits, without what braces hold.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut depth = 0_usize;
    for character in text.nfc() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            // It belongs to the word before: "Korea's".
            '\'' | '’' => continue,
            _ if depth > 0 => {}
            c if is_hangul(c) => {
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
                continue;
            }
            c => {
                let letters: String = c
                    .nfkd()
                    .filter(char::is_ascii_alphanumeric)
                    .collect::<String>()
                    .to_ascii_lowercase();
                if let Some(word) = words.last_mut().filter(|_| !letters.is_empty()) {
                    word.push_str(&letters);
                    continue;
                }
            }
        }
        if words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_hangul(character: char) -> bool {
    matches!(character, '가'..='힣')
}

fn columns(character: char) -> usize {
    if is_hangul(character) { 2 } else { 1 }
}

/// Whether YAML takes an id for a text whoever reads it: not for a number, a
/// date, or a truth.
fn is_plain(id: &str) -> bool {
    let is_word = !matches!(
        id,
        "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf"
    );
    let is_number = id.parse::<f64>().is_ok() || id.starts_with("0x") || id.starts_with("0o");
    is_word && !is_number && id.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_is_made_of_words() {
        for (text, expected) in [
            ("What does a foundry make?", "what-does-a-foundry-make"),
            ("파운드리 모델의 창시자는?", "파운드리-모델의-창시자는"),
            ("Korea's share of H800s", "koreas-share-of-h800s"),
            ("Café au Lait, 3.5 €", "cafe-au-lait-3-5"),
            (
                "Which of the many companies in the valley was first?",
                "which-of-the-many-companies-in-the",
            ),
            ("What will {fab.cost} buy?", "what-will-buy"),
            (
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
                "donaudampfschifffahrtselektrizitatenhaup",
            ),
            ("1957", "card-1957"),
            ("2025-02-09", "card-2025-02-09"),
            ("1e5", "card-1e5"),
            ("Yes", "card-yes"),
            ("日本?", "card"),
            ("", "card"),
            ("{x}", "card"),
            ("*Bold* `code`", "bold-code"),
            ("\u{1112}\u{1161}\u{11ab}국", "한국"),
        ] {
            assert_eq!(slug(text, &BTreeSet::new()), expected, "{text}");
        }
    }

    #[test]
    fn a_second_one_is_numbered() {
        let mut taken = BTreeSet::new();
        for expected in ["why", "why-2", "why-3"] {
            let id = slug("Why?", &taken);
            assert_eq!(id, expected);
            taken.insert(id);
        }
    }

    proptest! {
        #[test]
        fn every_text_makes_an_id(text in ".{0,80}") {
            let id = slug(&text, &BTreeSet::new());
            prop_assert!(is_slug(&id, Named::Entry).is_ok(), "{id}");
            prop_assert!(id.chars().all(|c| c.is_ascii() || is_hangul(c)));
        }
    }
}
