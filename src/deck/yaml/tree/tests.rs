#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use super::*;
use crate::text::Lang;

fn fault(text: &str) -> (&'static str, usize, usize) {
    match parse(text) {
        Err(fault) => (fault.code, fault.place.line, fault.place.column),
        Ok(tree) => {
            let fault = tree
                .faults
                .first()
                .unwrap_or_else(|| panic!("{text:?}: {tree:?}"));
            (fault.code, fault.place.line, fault.place.column)
        }
    }
}

#[test]
fn every_fault_has_its_place() {
    for (text, expected) in [
        ("# only a comment\n", ("empty-file", 1, 1)),
        ("a: b\n---\nc: d\n", ("more-documents", 2, 1)),
        ("가: 나\nask: one: two\n", ("not-yaml", 2, 9)),
        ("a: [1, 2\n", ("not-yaml", 2, 1)),
        ("a: 'b\n", ("not-yaml", 1, 4)),
        ("a: !x b\n", ("tag", 1, 4)),
        ("a: b\n가: 다\na: c\n", ("duplicate-key", 3, 1)),
        (
            "x:\n  - { 가: 1, 나: 2, 가: 3 }\n",
            ("duplicate-key", 2, 19),
        ),
        ("a: \"x\\e[31m\"\n", ("control-character", 1, 4)),
        ("? [a]\n: b\n", ("key-shape", 1, 3)),
        ("a: &x [*x]\n", ("alias", 1, 8)),
        ("a: *x\n", ("not-yaml", 1, 4)),
        ("- a: b\n  c: d\n \t- e: f\n", ("not-yaml", 3, 2)),
        ("a: &x 1\nb: &x 2\nc: *x\n", ("alias", 3, 4)),
    ] {
        assert_eq!(fault(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_no_yaml_comes_with_what_to_look_for() {
    for (text, help) in [
        ("a:\n\t- x\n", "indent with spaces"),
        ("- a: b\n\t- c: d\n", "indent with spaces"),
        ("a: one: two\n", "quote a text that contains ': '"),
        ("a:\tone\n", "a space behind the colon"),
        ("a: *x\n", "begins with '*'"),
        ("a: [1\n", "missing quote or bracket"),
    ] {
        let fault = parse(text).unwrap_err();
        fault.message.assert_alike();
        let told = fault.help.clone().unwrap();
        told.assert_alike();
        assert!(told.says(Lang::En).contains(help), "{text:?}: {fault:?}");
    }
}

#[test]
fn places_count_characters_from_one() {
    let tree =
        parse("# 주석\n가나: { 다: 라, x: \"마 바\" }\nlist:\n  - 하나\n  - two words # note\n")
            .unwrap();
    let root = &tree.root;
    let spot = |node: &Node| (node.place.line, node.place.column, node.place.length);
    assert_eq!(spot(root.key("가나").unwrap()), (2, 1, 2));
    let map = root.get("가나").unwrap();
    assert_eq!(spot(map), (2, 5, 1));
    assert_eq!(spot(map.get("다").unwrap()), (2, 10, 1));
    assert_eq!(spot(map.get("x").unwrap()), (2, 16, 5));
    let items = root.get("list").unwrap().items();
    assert_eq!(spot(&items[0]), (4, 5, 2));
    assert_eq!(spot(&items[1]), (5, 5, 9));
    for (text, expected) in [
        ("a: \"Yes\"   # a comment\n", (1, 4, 5)),
        ("a: \"Yes\" # a \"comment\"\nb: c\n", (1, 4, 5)),
        ("a: 'it''s' # it's\n", (1, 4, 7)),
        ("a: \"b\\\\\" # c\n", (1, 4, 5)),
        ("a: \"b\\\" c\" # d\n", (1, 4, 7)),
        ("a:\n  - '가' # 나\n", (2, 5, 3)),
        ("a: &b \"c\" # d\n", (1, 4, 6)),
    ] {
        let tree = parse(text).unwrap();
        let value = tree.root.get("a").unwrap();
        let value = value.items().first().unwrap_or(value);
        assert_eq!(spot(value), expected, "{text}");
    }
}

#[test]
fn bombs_are_refused_at_once() {
    let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        laughs += &format!(
            "a{level}: &a{level} [{}]\n",
            [alias.as_str(); 10].join(", ")
        );
    }
    let mut deep = String::new();
    for level in 0..2_000 {
        deep += &format!("{}a:\n", " ".repeat(level));
    }
    for (text, code) in [
        (laughs, "alias"),
        ("[".repeat(20_000), "too-deep"),
        (format!("a: {}", "{a: ".repeat(20_000)), "too-deep"),
        ("- ".repeat(10_000), "too-deep"),
        (deep, "too-deep"),
        ("? ".repeat(10_000), "too-deep"),
    ] {
        let (found, ..) = fault(&text);
        assert_eq!(found, code, "{}", &text[..20]);
    }
}

#[test]
fn a_text_that_begins_with_a_fact_is_to_be_quoted() {
    for (text, quoted) in [
        ("note: {a.b}에서 {c.d}으로 늘었다.\n", true),
        ("cards:\n  - ask: {a.b} of them?\n    answer: x\n", true),
        ("cards:\n  - { ask: a, answer: b\n", false),
        ("cards:\n  - { ask: a } # b\n   - c\n", false),
    ] {
        let fault = parse(text).expect_err(text);
        assert_eq!(fault.code, "not-yaml");
        let help = fault.help.expect(text);
        assert_eq!(
            help.says(crate::text::Lang::En).contains("must be quoted"),
            quoted,
            "{text} {help:?}"
        );
        let korean = fault.message.says(crate::text::Lang::Ko);
        assert!(
            !korean.contains("while") && !korean.contains("expected"),
            "{korean}"
        );
    }
}
