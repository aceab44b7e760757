//! Edits as a specification: what comes out, byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::in_brackets;
use super::page::{Edit, Page, admit};

fn page(text: &str) -> Page {
    Page::read(text.as_bytes()).unwrap_or_else(|| panic!("{text:?}"))
}

fn with(page: &Page, edit: Option<Edit>) -> Option<String> {
    let bytes = page.with(&[edit?])?;
    Some(String::from_utf8(bytes).unwrap())
}

#[test]
fn a_key_comes_first_in_whatever_way_a_mapping_is_written() {
    for (text, expected) in [
        ("- a: b", Some("- id: x\n  a: b")),
        ("- a: b\n  c: d\n", Some("- id: x\n  a: b\n  c: d\n")),
        ("-   a: b\r\n", Some("-   id: x\r\n    a: b\r\n")),
        ("\u{feff}- a: b\r\n", Some("\u{feff}- id: x\r\n  a: b\r\n")),
        (
            "# 주석\n- 가: 나 # 다\n",
            Some("# 주석\n- id: x\n  가: 나 # 다\n"),
        ),
        (
            "- # why\n    a: b\n",
            Some("- # why\n    id: x\n    a: b\n"),
        ),
        (
            "-\n  # why\n\n  a: b\n",
            Some("-\n  # why\n\n  id: x\n  a: b\n"),
        ),
        ("- &o\n  a: b\n", Some("- &o\n  id: x\n  a: b\n")),
        ("- &o a: b\n- *o\n", Some("- id: x\n  &o a: b\n- *o\n")),
        ("- ? a\n  : b\n", Some("- id: x\n  ? a\n  : b\n")),
        ("- {a: b}\n", Some("- {id: x, a: b}\n")),
        ("- { a: b } # c\n", Some("- { id: x, a: b } # c\n")),
        ("- {\n    a: b }\n", Some("- { id: x,\n    a: b }\n")),
        ("- &o { a: b }\n", Some("- &o { id: x, a: b }\n")),
        ("- !!map { a: b }\n", None),
        ("[{a: b}, {c: d}]", Some("[{id: x, a: b}, {c: d}]")),
        ("[a: b, {c: d}]", None),
        ("- - a: b\n", None),
        ("- a\n", None),
        // The anchor stands for the entry as a whole, elsewhere too.
        ("- &o\n  a: b\n- *o\n", None),
        // A comment that speaks of its line keeps it.
        (
            "- a: b # dateline: ignore no-source\n  c: d\n",
            Some("- a: b # dateline: ignore no-source\n  id: x\n  c: d\n"),
        ),
        ("- a: b # dateline: ignore no-source\n", None),
    ] {
        let Some(page) = Page::read(text.as_bytes()) else {
            assert_eq!(expected, None, "{text:?}");
            continue;
        };
        let found = with(&page, page.key(&[0], "id", "x"));
        assert_eq!(found.as_deref(), expected, "{text:?}");
    }
}

#[test]
fn what_an_alias_stands_for_is_left_alone() {
    let page = page("- &o { a: b }\n- *o\n");
    assert_eq!(page.key(&[1], "id", "x"), None);
}

#[test]
fn gaps_are_numbered_in_whatever_way_they_are_written() {
    for (text, numbers, expected) in [
        ("- a {{b}} c", vec![Some(1)], Some("- a {{c1::b}} c")),
        (
            "- '{{가}}''s {{나::힌트}}'",
            vec![Some(2), Some(1)],
            Some("- '{{c2::가}}''s {{c1::나::힌트}}'"),
        ),
        (
            r#"- "\\{{a}} \"{{b}}\" {{\x61}}""#,
            vec![Some(1), None],
            Some(r#"- "\\{{a}} \"{{c1::b}}\" {{\x61}}""#),
        ),
        ("- a {{ b }}", vec![Some(1)], Some("- a {{ c1::b }}")),
        (
            "- >-\n  a {{b\n  c}}\n\n  {{d}}\n# {{e}}\n",
            vec![Some(1), Some(2)],
            Some("- >-\n  a {{c1::b\n  c}}\n\n  {{c2::d}}\n# {{e}}\n"),
        ),
        (
            "- |2+\n   {{b}} # no comment\n\n",
            vec![Some(3)],
            Some("- |2+\n   {{c3::b}} # no comment\n\n"),
        ),
        (
            "- a {{b}} # {{c}}\n",
            vec![Some(1)],
            Some("- a {{c1::b}} # {{c}}\n"),
        ),
        ("- &o \"{{b}}\" # {{c\n", vec![Some(1)], None),
        ("- &o a {{b}}\n- *o\n", vec![Some(1)], None),
        ("- \"{{a}} {\\x7bb}}\"\n", vec![Some(1), Some(2)], None),
        ("- a {{b}}\n", vec![Some(1), Some(2)], None),
        ("- [a]\n", vec![Some(1)], None),
    ] {
        let page = page(text);
        let found = with(&page, page.number(&[0], &numbers));
        assert_eq!(found.as_deref(), expected, "{text:?}");
    }
}

#[test]
fn a_comment_goes_on_top() {
    for (text, expected) in [
        ("a: b", "# x\na: b"),
        ("a: b\r\nc: d", "# x\r\na: b\r\nc: d"),
        ("\u{feff}# y\na: b\n", "\u{feff}# x\n# y\na: b\n"),
        ("%YAML 1.2\n---\na: b\n", "# x\n%YAML 1.2\n---\na: b\n"),
    ] {
        let page = page(text);
        let found = with(&page, Some(page.comment_on_top("x")));
        assert_eq!(found.as_deref(), Some(expected), "{text:?}");
    }
}

#[test]
fn what_would_change_more_is_refused() {
    let page = page("- a: b\n");
    for (key, value) in [
        ("a", "c"),
        ("id", "x: y"),
        ("id", "[x"),
        ("id", "x # y"),
        ("#", "x"),
    ] {
        assert_eq!(
            with(&page, page.key(&[0], key, value)),
            None,
            "{key}: {value}"
        );
    }
}

#[test]
fn those_that_hold_together_are_taken() {
    let even = |some: &[i32]| some.iter().all(|number| number % 2 == 0);
    let apart = |some: &[i32]| some.windows(2).all(|two| two[1] - two[0] > 1);
    for (candidates, holds, expected) in [
        (vec![], &even as &dyn Fn(&[i32]) -> bool, (vec![], vec![])),
        (vec![2, 4], &even, (vec![2, 4], vec![])),
        (vec![1, 2, 3, 4, 5], &even, (vec![2, 4], vec![1, 3, 5])),
        (vec![1, 2, 3, 4, 6], &apart, (vec![1, 3, 6], vec![2, 4])),
    ] {
        assert_eq!(admit(candidates.clone(), holds), expected, "{candidates:?}");
    }
}

#[test]
fn an_entry_comes_behind_the_last() {
    for (text, expected) in [
        (
            "deck: d\ncards:\n  - ask: A\n",
            Some("deck: d\ncards:\n  - ask: A\n  - ask: N\n    answer: n\n"),
        ),
        (
            "cards:\n- ask: A",
            Some("cards:\n- ask: A\n- ask: N\n  answer: n\n"),
        ),
        // An empty line between entries, comments of the last and of what follows.
        (
            "cards:\n  - ask: A\n\n  # b\n  - ask: B # why\n    # more\n\n\n# facts\nfacts:\n  x: 1\n",
            Some(
                "cards:\n  - ask: A\n\n  # b\n  - ask: B # why\n    # more\n\n  - ask: N\n    answer: n\n\n\n# facts\nfacts:\n  x: 1\n",
            ),
        ),
        // Block scalars, anchors, flow style within, line ends of another system.
        (
            "cards:\r\n  - &a\r\n    ask: |\r\n      # no comment\r\n      - no dash\r\n",
            Some(
                "cards:\r\n  - &a\r\n    ask: |\r\n      # no comment\r\n      - no dash\r\n  - ask: N\r\n    answer: n\r\n",
            ),
        ),
        (
            "\u{feff}cards:\n  - { ask: A,\n      answer: 나 }\n  # - ask: later\n",
            Some(
                "\u{feff}cards:\n  - { ask: A,\n      answer: 나 }\n  # - ask: later\n  - ask: N\n    answer: n\n",
            ),
        ),
        (
            "cards:\n  -\n    ask: A\n",
            Some("cards:\n  -\n    ask: A\n  - ask: N\n    answer: n\n"),
        ),
        // Moved in as far as the one above.
        (
            "cards:\n  -   ask: A\n      answer: a\n",
            Some("cards:\n  -   ask: A\n      answer: a\n  -   ask: N\n      answer: n\n"),
        ),
        // Nothing there yet.
        (
            "deck: d\n",
            Some("deck: d\ncards:\n  - ask: N\n    answer: n\n"),
        ),
        (
            "deck: d",
            Some("deck: d\ncards:\n  - ask: N\n    answer: n\n"),
        ),
        (
            "cards:\nfacts: { x: 1 }\n",
            Some("cards:\n  - ask: N\n    answer: n\nfacts: { x: 1 }\n"),
        ),
        (
            "cards: [ ] # none\nfacts: {}\n",
            Some("cards: # none\n  - ask: N\n    answer: n\nfacts: {}\n"),
        ),
        ("cards: []", Some("cards:\n  - ask: N\n    answer: n\n")),
        // No room for it, or it would mean something else.
        ("cards: *no\n", None),
        ("cards: &a\n  - ask: A\nx: *a\n", None),
        ("cards:\n  - ask: |+\n      A\n\n\nx: 1\n", None),
        ("- a\n", None),
    ] {
        let page = Page::read(text.as_bytes());
        let entry = ["ask: N".to_owned(), "answer: n".to_owned()];
        let got = page.and_then(|page| with(&page, page.append("cards", &entry)));
        assert_eq!(got.as_deref(), expected, "{text:?}");
    }
}

#[test]
fn an_entry_comes_behind_the_last_in_brackets_too() {
    const NEW: &str = "{ ask: \"N, 수\", accept: [n, \"{m}\"] }";
    for (text, expected) in [
        ("cards: [{ ask: A }]\n", "cards: [{ ask: A }, NEW]\n"),
        (
            "cards: [{ask: A}] # why\nx: 1\n",
            "cards: [{ask: A}, {ask: \"N, 수\", accept: [n, \"{m}\"]}] # why\nx: 1\n",
        ),
        ("cards: [{ ask: A },]\n", "cards: [{ ask: A }, NEW,]\n"),
        ("cards: [ { ask: A } ]\n", "cards: [ { ask: A }, NEW ]\n"),
        (
            "\u{feff}cards: [\r\n  { ask: A }, # one, two\r\n  { ask: 나 } # three, four\r\n  # five\r\n]\r\nx: 1",
            "\u{feff}cards: [\r\n  { ask: A }, # one, two\r\n  { ask: 나 }, # three, four\r\n  # five\r\n  NEW\r\n]\r\nx: 1",
        ),
        (
            "cards:\n  [\n    { ask: A },\n    &b { ask: B,\n      answer: b }, # b\n  ]\nx: 1\n",
            "cards:\n  [\n    { ask: A },\n    &b { ask: B,\n      answer: b }, # b\n    NEW,\n  ]\nx: 1\n",
        ),
        (
            "cards: [{ ask: A },\n  { ask: \"]\" }]\n",
            "cards: [{ ask: A },\n  { ask: \"]\" },\n  NEW]\n",
        ),
        ("cards: [ask: A]\n", "cards: [ask: A, NEW]\n"),
        ("cards: [ # none\n  ]\n", "cards: [ # none\n  NEW]\n"),
        ("{ deck: d, cards: [] }", "{ deck: d, cards: [NEW] }"),
        (
            "{ cards: [{ ask: A }], deck: d }",
            "{ cards: [{ ask: A }, NEW], deck: d }",
        ),
    ] {
        let page = page(text);
        let entry = ["ask: N, 수", "accept:", "  - n", "  - '{m}'"].map(str::to_owned);
        let got = with(&page, page.append("cards", &entry));
        let expected = expected.replace("NEW", NEW);
        assert_eq!(got, Some(expected), "{text:?}");
    }
}

#[test]
fn what_holds_for_an_entry_is_told_without_the_others() {
    for (text, before, behind) in [
        (
            "deck: d\ncards:\n  - ask: A\n    answer: a\n# x\nx: 1\n",
            "deck: d\ncards:\n",
            "# x\nx: 1\n",
        ),
        ("deck: d\ncards: []\n", "deck: d\ncards:\n", ""),
        ("deck: d", "deck: d\ncards:\n", ""),
        (
            "deck: d\ncards: [{ ask: A },\n  { ask: B }] # b\nx: 1\n",
            "deck: d\ncards:\n",
            "x: 1\n",
        ),
    ] {
        let around = page(text).around("cards");
        assert_eq!(
            around,
            Some((before.to_owned(), behind.to_owned())),
            "{text:?}"
        );
    }
}

#[test]
fn texts_are_quoted_where_yaml_wants_it() {
    for (text, expected) in [
        ("TSMC", "TSMC"),
        ("모리스 창", "모리스 창"),
        ("a: b", "\"a: b\""),
        ("38,210", "\"38,210\""),
        ("say \"no\"", "say \"no\""),
        ("[x]", "\"[x]\""),
        ("a #b", "\"a #b\""),
        ("", "\"\""),
    ] {
        assert_eq!(in_brackets(text), expected);
    }
}
