#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use std::path::Path;

use super::*;
use crate::author::{History, Setting, check};
use crate::deck::{Card, DeckFile, DeckOptions, Known, Origin, Severity, open, read};

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
fn no_repair_puts_an_error_in_the_place_of_another() {
    for (broken, expected) in [
        // As the line above it is indented it would be a key of that fact.
        (
            "deck: a\nfacts:\n  b:\n    value: 1\n    label: B\n\tc:\n    value: 2\n    label: C\n",
            Some(
                "deck: a\nfacts:\n  b:\n    value: 1\n    label: B\n  c:\n    value: 2\n    label: C\n",
            ),
        ),
        // No deck has a key with a backslash, wherever it stands.
        (
            "deck: a\nfacts:\n  b:\n    value: 1\n    label: B\n   \\ reported: 1%\n    label.ko: 비\n    zeal: 1\n",
            None,
        ),
        // A list of names has no list in it.
        (
            "deck: a\ncards:\n  - id: x\n    ask: b?\n    colour: red\n    choices: [c, choices.ko: [d, e], f\n    answer: c\n",
            None,
        ),
        // What stands under a fact is no source.
        (
            "deck: a\nsources:\n  s:\n    title: S\n  f:\n    value: 1\n    label: B\n    label.ko: 비\n    source:s\nfacts:\n",
            None,
        ),
        // What else is wrong with an entry is told once it can be read.
        (
            "deck: a\ncards:\n  - id: x\n    ask: \"b?\n    colour: red\n    shape: round\n    answer: c\n",
            Some(
                "deck: a\ncards:\n  - id: x\n    ask: \"b?\"\n    colour: red\n    shape: round\n    answer: c\n",
            ),
        ),
    ] {
        let read = Text::new(broken.to_owned());
        let opened = open(Path::new("deck.yaml"), broken.as_bytes());
        let found = opened.reading.diagnostics;
        let fix = found.iter().find_map(|one| repair(&read, one, Lang::Ko));
        let after = fix.map(|fix| applied(&read, &fix));
        assert_eq!(after.as_deref(), expected, "{broken}: {found:?}");
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
        // The key that was probably meant stands there.
        "deck: a\ncards:\n  - { ask: b?, answer: c, anwser: d }",
        "deck: a\ncards:\n  - { ask: b?, answer: c, anwser: d }\n  - id: e\n    ask: [f\n",
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
        // Where a block is announced, and behind the name of an entry.
        (
            "cards:\n  - id: a\n    ask: |\n      b\n      ‸c\n",
            Some("cards:\n  - id: a\n    ask: | # dateline: ignore yes-no\n      b\n      c\n"),
        ),
        (
            "cards:\n  - id: a\n    ask: \"b\n      ‸c\n      d\"\n",
            Some("cards:\n  - id: a # dateline: ignore yes-no\n    ask: \"b\n      c\n      d\"\n"),
        ),
        (
            "facts:\n  f:\n    label: \"‸b\n      c\"\n    value: 1\n",
            Some(
                "facts:\n  f: # dateline: ignore yes-no\n    label: \"b\n      c\"\n    value: 1\n",
            ),
        ),
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

/// The text after what a finding of this code misses is added, and what of this
/// code is found then; cards of `studied` were reviewed.
fn added(text: &str, studied: &[Card], code: &str) -> Option<(String, usize)> {
    let history = |card: &Card| History {
        card: Known {
            id: card.id.clone(),
            fingerprint: card.fingerprint.clone(),
            answer: None,
            studied: true,
            formerly: Vec::new(),
            waiting: false,
        },
        reviews: 3,
        once: Vec::new(),
        reviewed: None,
        file: None,
    };
    let histories: Vec<History> = studied.iter().map(history).collect();
    let setting = Setting {
        histories: &histories,
        ..Setting::default()
    };
    let found = |text: &str| -> Vec<Diagnostic> {
        let file = DeckFile {
            origin: Origin::File("deck.yaml".into()),
            path: "deck.yaml".into(),
            name: None,
            bytes: Ok(text.as_bytes().to_vec()),
            options: DeckOptions::default(),
        };
        let files = [file];
        let mut checked = check(&files, &setting, &|| ());
        let all = checked.remove(0).diagnostics.into_iter();
        all.filter(|told| told.code == code).collect()
    };
    let read = Text::new(text.to_owned());
    let told = found(text).into_iter().next();
    let fix = add(&read, &told.expect(text), Lang::En)?;
    let after = applied(&read, &fix);
    let left = found(&after).len();
    Some((after, left))
}

#[test]
fn a_card_takes_the_history_that_may_be_its_own() {
    let before = "deck: d\ncards:\n- { id: cost, ask: What did it cost?, answer: 20 }\n";
    let studied = read(Path::new("deck.yaml"), before.as_bytes())
        .deck
        .unwrap();
    for (entry, expected) in [
        (
            "- id: price # new\n  ask: How much was it?\n  answer: 20\n",
            Some(
                "- id: price # new\n  replaces: [d/cost]\n  ask: How much was it?\n  answer: 20\n",
            ),
        ),
        (
            "- { id: price, ask: How much was it?, answer: 20 }\n",
            Some("- { id: price, replaces: [d/cost], ask: How much was it?, answer: 20 }\n"),
        ),
        // Which of the two it is only its author knows.
        (
            "- { id: a, ask: How much was it?, answer: 20 }\n- { id: b, ask: What is it?, answer: 20 }\n",
            None,
        ),
        (
            "- { id: a, ask: How much was it?, answer: 20, replaces: [x] }\n",
            None,
        ),
    ] {
        let text = |entry: &str| format!("deck: d\ncards:\n{entry}");
        let found = added(&text(entry), &studied.cards, "lost-history");
        assert_eq!(found, expected.map(|entry| (text(entry), 0)), "{entry}");
    }
}

#[test]
fn keys_of_the_other_language_are_added_to_be_written() {
    let head = "deck: d\ntitle: D\ntitle.ko: 디\ncards:\n";
    for (entry, expected) in [
        (
            "- id: a\n  ask: Who founded it? # first\n  # the answer\n  answer: a person\n",
            Some(
                "- id: a\n  ask: Who founded it? # first\n  ask.ko: \"\"\n  # the answer\n  answer: a person\n  answer.ko: \"\"\n",
            ),
        ),
        (
            "- { id: a, ask.ko: 누구?, answer.ko: 사람 }",
            Some("- { id: a, ask.ko: 누구?, ask: \"\", answer.ko: 사람, answer: \"\" }"),
        ),
        (
            "- id: a\r\n  ask: Which are they?\r\n  ask.ko: 무엇?\r\n  list: [a chip, a fab]\r\n  need: 1\r\n",
            Some(
                "- id: a\r\n  ask: Which are they?\r\n  ask.ko: 무엇?\r\n  list: [a chip, a fab]\r\n  list.ko: [\"\", \"\"]\r\n  need: 1\r\n",
            ),
        ),
        (
            "- id: a\n  ask.ko: 누구?\n  answer: a person\n  answer.ko: 사람\n  ask: &b Who?\n  note: |\n    by a person\n",
            None,
        ),
    ] {
        let found = added(&format!("{head}{entry}"), &[], "missing-language");
        let expected = expected.map(|entry| (format!("{head}{entry}"), 0));
        assert_eq!(found, expected, "{entry}");
    }
}
