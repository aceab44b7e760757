#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use std::path::Path;

use super::*;
use crate::deck::{open, read};

fn wrong(text: &str) -> Vec<Diagnostic> {
    read(Path::new("deck.yaml"), text.as_bytes()).diagnostics
}

#[test]
fn what_help_says_can_be_done() {
    for (text, expected) in [
        (
            "deck: a\ncards:\n  - id: x\n    ask: 칩?\n    anwser: b",
            "deck: a\ncards:\n  - id: x\n    ask: 칩?\n    answer: b",
        ),
        (
            "deck: a\ncards: [{ ask: 😀?, ask.kr: b, answer: c }]",
            "deck: a\ncards: [{ ask: 😀?, ask.ko: b, answer: c }]",
        ),
        (
            "deck: a\nfacts: { b: { value: 38,210 applications } }",
            "deck: a\nfacts: { b: { value: \"38,210 applications\" } }",
        ),
        (
            "deck: a\nfacts: { b: { value: 1,038,210 건, label: c } }",
            "deck: a\nfacts: { b: { value: \"1,038,210 건\", label: c } }",
        ),
        (
            "deck: a\nfacts: { fab.cost: { value: 1 } }\ncards:\n  - ask: Of fab.cots, {fab.cots}?\n    answer: b",
            "deck: a\nfacts: { fab.cost: { value: 1 } }\ncards:\n  - ask: Of fab.cots, {fab.cost}?\n    answer: b",
        ),
        (
            "deck: a\nfacts: { fab.cost: { value: 1 } }\ncards:\n  - ask: b?\n    number: \"{fab.cots}\"",
            "deck: a\nfacts: { fab.cost: { value: 1 } }\ncards:\n  - ask: b?\n    number: \"{fab.cost}\"",
        ),
        (
            "deck: a\nfacts: { fab.cost: { value: 1 }, c: { value: = fab.cots * 2 } }",
            "deck: a\nfacts: { fab.cost: { value: 1 }, c: { value: = fab.cost * 2 } }",
        ),
        (
            "deck: a\nfacts: { fab.cost: { value: 1 } }\ncards:\n  - ask: b?\n    number: {fab.cost}",
            "deck: a\nfacts: { fab.cost: { value: 1 } }\ncards:\n  - ask: b?\n    number: \"{fab.cost}\"",
        ),
        (
            "deck: a\nsources: { daily: { title: b, date: 2025 } }\ndefaults: { source: \"dialy\" }",
            "deck: a\nsources: { daily: { title: b, date: 2025 } }\ndefaults: { source: \"daily\" }",
        ),
        (
            "deck: a\ndefaults: { status: clam }",
            "deck: a\ndefaults: { status: claim }",
        ),
        (
            "deck: a\ncards:\n  - ask: b?\n    choices: [TSMC, ARM]\n    answer: TMSC",
            "deck: a\ncards:\n  - ask: b?\n    choices: [TSMC, ARM]\n    answer: TSMC",
        ),
        ("deck: My Deck\ncards: []", "deck: my-deck\ncards: []"),
    ] {
        let found = wrong(text);
        let read = Text::new(text.to_owned());
        let fix = found.iter().find_map(|wrong| mend(&read, wrong, Lang::En));
        let after = fix.map(|fix| applied(&read, &fix));
        assert_eq!(after.as_deref(), Some(expected), "{text}: {found:?}");
    }
}

#[test]
fn a_line_that_is_being_written_is_closed_quoted_or_indented() {
    for (line, expected) in [
        ("    ask: \"Who is it", "    ask: \"Who is it\""),
        ("    ask: Who: he?", "    ask: \"Who: he?\""),
        ("    hint: {a.b} of {c}", "    hint: \"{a.b} of {c}\""),
        ("    ask: *그것* 은?", "    ask: \"*그것* 은?\""),
        ("    ask: !x is \"it\"", "    ask: \"!x is \\\"it\\\"\""),
        ("    chart: [a, \"b", "    chart: [a, \"b\"]"),
        ("    ask:\tWho is he?", "    ask: Who is he?"),
        ("    accept: { a: [b, c", "    accept: { a: [b, c] }"),
        ("  - { id: y, ask: b?", "  - { id: y, ask: b? }"),
        ("   hint: b", "    hint: b"),
        ("\thint: b", "    hint: b"),
    ] {
        // Behind it the same entry goes on, and another is none for good.
        for broken in [
            "",
            "  - id: z\n    ask: [a\n",
            "    tags: [b\n  - id: z\n    ask: [a\n",
        ] {
            // Where braces end that are not closed, and what an anchor names, no
            // line tells by itself.
            if line.contains(['{', '*']) && broken.contains("tags") {
                continue;
            }
            let text = |line: &str| {
                format!("deck: a\ncards:\n  - id: x\n{line}\n    note: \"c\"\n{broken}")
            };
            let text = |line: &str| match line.starts_with("  - {") {
                true => text("    ask: b").replace("    note: \"c\"\n", &format!("{line}\n")),
                false => text(line),
            };
            let before = text(line);
            let read = Text::new(before.clone());
            let opened = open(Path::new("deck.yaml"), before.as_bytes());
            let found = opened.reading.diagnostics;
            let fix = found.iter().find_map(|one| repair(&read, one, Lang::En));
            let after = fix.map(|fix| applied(&read, &fix));
            assert_eq!(after, Some(text(expected)), "{before}: {found:?}");
        }
    }
}

#[test]
fn a_fix_leaves_fewer_findings() {
    // One mistake each: with the fix there is none.
    for text in [
        "deck: a\ncards:\n  - { ask: b?, anwser: c }",
        "deck: a\ncards:\n  - { ask: b?, answer: c, 'anwser.ko': d }",
        "deck: a\nfacts: { b: { value: 38,210 } }",
        "deck: a\nfacts: { fab: { value: 1, label: d } }\ncards:\n  - { ask: b?, answer: c, chart: [fan] }",
    ] {
        let found = wrong(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let read = Text::new(text.to_owned());
        let fix = mend(&read, &found[0], Lang::En);
        let fix = fix.unwrap_or_else(|| panic!("{text}: {found:?}"));
        assert_eq!(wrong(&applied(&read, &fix)), [], "{text}: {fix:?}");
    }
}

#[test]
fn what_can_not_be_told_is_left() {
    for text in [
        "deck: a\ncards:\n  - { ask: b?, answer: c, xyzzy: d }",
        "deck: a\ncards:\n  - { ask: b? }",
        "deck: [",
        "deck: a\nfacts: { b: { value: 3\",2 } }",
    ] {
        let read = Text::new(text.to_owned());
        for wrong in wrong(text) {
            assert_eq!(mend(&read, &wrong, Lang::Ko), None, "{text}: {wrong:?}");
        }
    }
}

#[test]
fn a_warning_can_be_ignored_where_a_comment_can_stand() {
    let line = |text: &str| text.lines().position(|line| line.contains('‸')).unwrap();
    for (text, expected) in [
        (
            "deck: a\nb: ‸칩",
            Some("deck: a\nb: 칩 # dateline: ignore yes-no"),
        ),
        (
            "b: ‸c # dateline: ignore stale\n",
            Some("b: c # dateline: ignore stale, yes-no\n"),
        ),
        (
            "b: ‸c\r\nd: e",
            Some("b: c # dateline: ignore yes-no\r\nd: e"),
        ),
        ("b: |\n  ‸c\n", None),
        ("b: \"c\n  ‸d\n  e\"\n", None),
    ] {
        let place = Place {
            line: line(text) + 1,
            column: 4,
            length: 1,
        };
        let read = Text::new(text.replace('‸', ""));
        let warning = Diagnostic {
            code: "yes-no",
            severity: Severity::Warning,
            path: "deck.yaml".into(),
            place,
            message: crate::message!("doubtful", "의심스럽습니다"),
            help: None,
        };
        let fix = ignore(&read, &warning, Lang::En);
        let after = fix.map(|fix| applied(&read, &fix));
        assert_eq!(after.as_deref(), expected, "{text}");
        let error = Diagnostic {
            severity: Severity::Error,
            ..warning
        };
        assert_eq!(ignore(&read, &error, Lang::En), None);
    }
}

#[test]
fn a_difference_is_what_was_put_in() {
    for (before, after, range, by) in [
        ("a칩b", "a칩xb", 4..4, "x"),
        ("aa", "aaa", 2..2, "a"),
        ("가나", "가다나", 3..3, "다"),
        ("abc", "axc", 1..2, "x"),
        ("", "x", 0..0, "x"),
    ] {
        let text = Text::new(before.to_owned());
        let found = difference(&text, after.as_bytes());
        assert_eq!(found, Some((range, by.to_owned())), "{before} {after}");
    }
    assert_eq!(difference(&Text::new("a".to_owned()), b"a"), None);
}
