#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use proptest::prelude::*;

use super::*;

/// Where the cursor `‸` is: the path, the role, the text under it and the keys
/// beside it.
fn shown(text: &str) -> String {
    let cursor = text.find('‸').expect("a cursor");
    let text = text.replace('‸', "");
    let spot = locate(&text, cursor);
    let mut path = String::new();
    for step in &spot.path {
        match step {
            Step::Key(key) => path += &format!("/{key}"),
            Step::Item(at) => path += &format!("/{at}"),
        }
    }
    let role = match spot.role {
        Role::Key => "key",
        Role::Value => "value",
        Role::Bare => "bare",
        Role::Nothing => return "nothing".to_owned(),
    };
    let under = &text[spot.range];
    let beside = spot.siblings.join(" ");
    format!("{path} {role} '{under}' {beside}")
        .trim_end()
        .to_owned()
}

#[test]
fn a_cursor_is_somewhere() {
    for (text, expected) in [
        // Keys of the file.
        ("‸", " key ''"),
        ("de‸", " key 'de'"),
        ("‸\ndeck: a\ntitle: b", " key '' deck title"),
        ("deck: a\nti‸\nfacts:\n", " key 'ti' deck facts"),
        ("deck: a\nti‸tle: b", " key 'title' deck"),
        ("deck: a\n‸", " key '' deck"),
        ("\u{feff}de‸ck: a", " key 'deck'"),
        // Their values.
        ("deck: ‸", "/deck value ''"),
        ("deck:‸", "/deck value ''"),
        ("language: e‸n # why", "/language value 'en'"),
        ("language: en # w‸hy", "nothing"),
        ("# w‸hy\ndeck: a", "nothing"),
        ("title: 'it''s ‸'", "/title value 'it''s '"),
        ("title: \"a \\\" ‸b\" # c", "/title value 'a \\\" b'"),
        ("title: ‸\"a\"", "nothing"),
        ("title: \"‸a\"", "/title value 'a'"),
        ("title: a‸ b", "/title value 'a b'"),
        ("title: a b ‸", "/title value 'a b '"),
        // Mappings below.
        ("defaults:\n  ‸", "/defaults bare ''"),
        ("defaults:\n  so‸", "/defaults bare 'so'"),
        (
            "defaults:\n  source: a\n  ‸\nfacts:\n",
            "/defaults key '' source",
        ),
        ("defaults: { ‸ }", "/defaults key ''"),
        ("defaults: { source: a, st‸ }", "/defaults key 'st' source"),
        ("defaults: { ‸, source: a }", "/defaults key '' source"),
        (
            "defaults: { source: d‸, tags: [a] }",
            "/defaults/source value 'd'",
        ),
        ("defaults: { source: ‸}", "/defaults/source value ''"),
        ("defaults: { tags: [a, ‸] }", "/defaults/tags/1 value ''"),
        ("defaults: { tags: [\"a‸\"] }", "/defaults/tags/0 value 'a'"),
        ("defaults: { tags: [‸\"a\"] }", "nothing"),
        (
            "facts:\n  fab: { value: 1, lab‸",
            "/facts/fab key 'lab' value",
        ),
        (
            "facts:\n  fab.cost:\n    value: = a‸ / b",
            "/facts/fab.cost/value value '= a / b'",
        ),
        (
            "facts:\n  fab.co‸st:\n    value: 1",
            "/facts key 'fab.cost'",
        ),
        (
            "sources:\n  daily:\n    ti‸\ncards:\n",
            "/sources/daily bare 'ti'",
        ),
        // Entries.
        ("cards:\n  - ‸", "/cards/0 bare ''"),
        ("cards:\n  -‸", "/cards/0 bare ''"),
        ("cards:\n  - i‸", "/cards/0 bare 'i'"),
        (
            "cards:\n  - id: a\n    as‸\n    answer: b",
            "/cards/0 key 'as' id answer",
        ),
        (
            "cards:\n  - id: a\n    ‸\n  - id: b\n    ask: c",
            "/cards/0 key '' id",
        ),
        (
            "cards:\n  - id: a\n  - id: b\n    ask: c‸",
            "/cards/1/ask value 'c'",
        ),
        (
            "cards:\n  - id: a\n\n  - id: b\n    ask.ko: 칩은?\n    ‸",
            "/cards/1 key '' id ask.ko",
        ),
        ("cards:\n- id: a\n  ‸\n- id: b", "/cards/0 key '' id"),
        ("cards:\n- id: a\n‸", " key '' cards"),
        (
            "cards:\n  - { id: a, as‸k: b, hint: c }",
            "/cards/0 key 'ask' id hint",
        ),
        (
            "cards:\n  - id: a\n    supersedes: [b, c‸]",
            "/cards/0/supersedes/1 value 'c'",
        ),
        (
            "cards:\n  - id: a\n    supersedes:\n      - b‸",
            "/cards/0/supersedes/0 bare 'b'",
        ),
        (
            "cards:\n  - id: a\n    pairs: [[a, b], [c‸]]",
            "/cards/0/pairs/1/0 value 'c'",
        ),
        ("cards:\n  - number: \"{‸}\"", "/cards/0/number value '{}'"),
        // Several lines.
        (
            "cards:\n  - ask: |\n      one\n      tw‸o\n    answer: x",
            "/cards/0/ask value 'two'",
        ),
        (
            "cards:\n  - ask: |\n      key: va‸lue\n",
            "/cards/0/ask value 'key: value'",
        ),
        (
            "cards:\n  - ask: |\n      one\n    ‸\n    hint: x",
            "/cards/0 key '' ask hint",
        ),
        (
            "cards:\n  - ask: \"one\n      tw‸o\"",
            "/cards/0/ask value 'one\n      two'",
        ),
        (
            "cards:\n  - compare: [\n      a,\n      b‸\n    ]\n    hint: x",
            "/cards/0/compare/1 value 'b'",
        ),
        ("defaults: &d\n  source: a\n  ‸", "/defaults key '' source"),
        // What is broken above goes no further than its entry.
        (
            "cards:\n  - ask: \"one\n  - id: b\n    h‸",
            "/cards/1 key 'h' id",
        ),
        (
            "cards:\n  - compare: [a, b\n    id: x\n    h‸",
            "/cards/0 key 'h' compare id",
        ),
        ("facts:\n  a: { value: 1\n  b: { va‸ }", "/facts/b key 'va'"),
        ("deck: a\r\nti‸\r\nfacts:\r\n", " key 'ti' deck facts"),
        ("deck: ‸\r\nfacts:\r\n", "/deck value ''"),
    ] {
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

#[test]
fn a_long_deck_is_walked_once() {
    // Whoever went back at each quote, or ahead at each word, would not end.
    let mut text = String::from("facts:\n");
    for number in 0..40_000 {
        text += &format!("  f{number}: {{ label: \"a\", value: '1' }}\n");
    }
    let words = "w, ".repeat(100_000);
    text += &format!("cards:\n  - id: \"a\"\n    list: [{words}w]\n    h‸");
    assert_eq!(shown(&text), "/cards/0 key 'h' id list");
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in "([a-z:{}\\[\\],'\"#&|> \n-]|가|\r|\t){0,60}", at in 0usize..80) {
        let spot = locate(&text, at);
        prop_assert!(spot.range.end <= text.len().max(at));
        let cursor = at.min(text.len());
        if text.is_char_boundary(cursor) && spot.role != Role::Nothing {
            prop_assert!(text.get(spot.range.clone()).is_some(), "{:?}", spot);
            // A quote before or behind is left out.
            prop_assert!(spot.range.start <= cursor + 1 && cursor <= spot.range.end + 1);
        }
    }
}
