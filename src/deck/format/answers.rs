//! Tables of answers, which lie beside decks and are none.

use super::super::yaml::{Node, clean, parse};

/// What stands under a card of such a table.
pub(crate) const VERDICTS: [&str; 3] = ["correct", "close", "wrong"];

/// Whether a file is a table of answers: every key of it is a card's whole name,
/// and under one at least stands a verdict. No key of a deck has a slash in it, so
/// that no deck is taken for one, however broken it is.
pub fn is_table(root: &Node) -> bool {
    let names_card = |key: &Node| key.text().is_some_and(|name| name.contains('/'));
    let is_verdict = |key: &Node| key.text().is_some_and(|name| VERDICTS.contains(&name));
    let cards = root.entries();
    cards.iter().all(|(key, _)| names_card(key))
        && cards
            .iter()
            .flat_map(|(_, under)| under.entries())
            .any(|(key, _)| is_verdict(key))
}

/// The same of what is in a file.
pub(crate) fn is_answers(bytes: &[u8]) -> bool {
    let tree = clean(bytes).and_then(|clean| parse(&clean.text));
    tree.is_ok_and(|tree| is_table(&tree.root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_deck_is_no_table() {
        for (text, expected) in [
            ("a/b: { correct: [x] }\n", true),
            ("a/b:\n  correct: [x]\nc/d#c1:\n  rihgt: [y]\n", true),
            ("{ a/b: { wrong: [x] }, c/d: [y] }", true),
            ("a/b: { right: [x] }\n", false),
            ("a/b: [x]\n", false),
            ("a/b: { correct: [x] }\ndeck: a\n", false),
            ("a/b: { correct: [x] }\ncards: []\n", false),
            ("correct: [x]\n", false),
            ("- { a/b: { correct: [x] } }\n", false),
            ("title: A deck\n", false),
            ("a/b: { correct: [x\n", false),
            ("", false),
        ] {
            assert_eq!(is_answers(text.as_bytes()), expected, "{text}");
        }
    }
}
