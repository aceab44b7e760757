//! Whole deck files: the format's example, the decks that ship, and files that
//! are broken in every way that one can think of, and in many that one can't.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dateline::deck::{Deck, Reading, SHIPPED, Task, read};
use dateline::text::Lang;
use proptest::prelude::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks")
}

/// Reads bytes as a deck, without a panic.
fn reading(bytes: &[u8]) -> Reading {
    let reading = read(Path::new("deck.yaml"), bytes);
    assert!(reading.deck.is_some() || !reading.diagnostics.is_empty());
    for diagnostic in &reading.diagnostics {
        assert!(
            diagnostic.place.line > 0 && diagnostic.place.column > 0 && diagnostic.place.length > 0
        );
        let shown = diagnostic.to_string();
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
    }
    reading
}

fn told(reading: &Reading) -> Vec<String> {
    reading
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn kind(task: &Task) -> &'static str {
    match task {
        Task::Recall { cloze: None } => "recall",
        Task::Recall { cloze: Some(_) } => "cloze",
        Task::Text { .. } => "text",
        Task::Number { .. } => "number",
        Task::Date { .. } => "date",
        Task::Choice { .. } => "choice",
        Task::List { .. } => "list",
        Task::Cloze { .. } => "typed cloze",
        Task::Order { .. } => "order",
        Task::Pairs { .. } => "pairs",
        Task::Compare { .. } => "compare",
    }
}

#[test]
fn the_formats_own_example_is_a_deck() {
    let reading = reading(&std::fs::read(folder().join("chips.yaml")).unwrap());
    assert_eq!(told(&reading), [] as [&str; 0]);
    let deck = reading.deck.unwrap();
    let cards: Vec<_> = deck
        .cards
        .iter()
        .map(|card| (card.id.as_str(), kind(&card.task)))
        .collect();
    assert_eq!(
        cards,
        [
            ("chips/fab.jobs", "number"),
            ("chips/flip", "recall"),
            ("chips/flip#reverse", "recall"),
            ("chips/typed-text", "text"),
            ("chips/typed-figure", "number"),
            ("chips/typed-date", "date"),
            ("chips/one-of", "choice"),
            ("chips/some-of-a-list", "list"),
            ("chips/gaps#c1", "typed cloze"),
            ("chips/gaps#c2", "typed cloze"),
            ("chips/in-order", "order"),
            ("chips/pairs", "pairs"),
            ("chips/which-is-more", "compare"),
        ]
    );
    assert_eq!(deck.options.learning_steps.unwrap().len(), 2);
    let ratio = deck
        .facts
        .iter()
        .find(|fact| fact.id == "cost.ratio")
        .unwrap();
    assert_eq!(ratio.figure.format(Lang::Ko), "2.5배");
    assert_eq!(
        ratio.dateline.reported.as_ref().unwrap().0.format(Lang::En),
        "2×"
    );
}

#[test]
fn the_shipped_decks_are_whole_and_bilingual() {
    let mut kinds = BTreeSet::new();
    for (name, text) in SHIPPED {
        let reading = reading(text.as_bytes());
        assert_eq!(told(&reading), [] as [&str; 0], "{name}");
        let deck: Deck = reading.deck.unwrap();
        assert_eq!(format!("{}.yaml", deck.id), *name);
        for card in &deck.cards {
            kinds.insert(kind(&card.task));
            for (what, text) in [("ask", &card.question), ("answer", &card.answer)]
                .into_iter()
                .chain(card.note.iter().map(|note| ("note", note)))
                .chain(card.hint.iter().map(|hint| ("hint", hint)))
            {
                let both = Lang::ALL.iter().all(|lang| text.exactly(*lang).is_some());
                assert!(both, "{}: {what} in one language only", card.id);
            }
        }
    }
    assert_eq!(kinds.len(), 11, "{kinds:?}");
}

#[test]
fn a_broken_entry_keeps_only_itself_from_being_studied() {
    let bytes = std::fs::read(folder().join("broken.yaml")).unwrap();
    let reading = reading(&bytes);
    let expected = std::fs::read_to_string(folder().join("broken.txt")).unwrap();
    assert_eq!(told(&reading).join("\n"), expected.trim_end());
    let ids: Vec<_> = reading
        .deck
        .unwrap()
        .cards
        .iter()
        .map(|card| card.id.to_string())
        .collect();
    assert_eq!(ids, ["broken/good"]);
}

/// A deck with these lines under `cards:`.
fn with_cards(cards: &str) -> String {
    format!("deck: d\ncards:\n{cards}")
}

#[test]
fn files_that_no_one_wrote_are_refused() {
    let mut laughs = String::from("deck: d\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        laughs += &format!(
            "a{level}: &a{level} [{}]\n",
            [alias.as_str(); 10].join(", ")
        );
    }
    let deep: String = (0..2000)
        .map(|level| format!("{}a:\n", " ".repeat(level)))
        .collect();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", Vec::new(), "empty-file"),
        ("blank", b" \n \n".to_vec(), "empty-file"),
        ("only a mark", b"\xef\xbb\xbf".to_vec(), "empty-file"),
        ("comments", b"# x\n".to_vec(), "empty-file"),
        ("not UTF-8", b"deck: caf\xe9\n".to_vec(), "not-utf8"),
        ("UTF-16", b"\xff\xfed\0e\0c\0k\0".to_vec(), "not-utf8"),
        ("binary", vec![0; 5000], "not-text"),
        (
            "an archive",
            b"PK\x03\x04\x14\x00\x08\x08".to_vec(),
            "no-deck",
        ),
        ("100 MB", vec![b'a'; 100 << 20], "too-large"),
        ("not YAML", b"deck: d\ncards: [\n".to_vec(), "not-yaml"),
        ("a scalar", b"just some words".to_vec(), "no-deck"),
        ("a list", b"- a\n- b\n".to_vec(), "no-deck"),
        ("a bomb of aliases", laughs.into_bytes(), "alias"),
        (
            "20,000 brackets",
            "[".repeat(20_000).into_bytes(),
            "too-deep",
        ),
        (
            "20,000 braces",
            "{a: ".repeat(20_000).into_bytes(),
            "too-deep",
        ),
        ("2,000 levels", deep.into_bytes(), "too-deep"),
        (
            "10,000 dashes",
            "- ".repeat(10_000).into_bytes(),
            "too-deep",
        ),
        (
            "two documents",
            b"deck: a\n---\ndeck: b\n".to_vec(),
            "more-documents",
        ),
        ("no name", b"title: x\n".to_vec(), "no-deck"),
        (
            "wrong all through",
            with_cards(&"  - x\n".repeat(5000)).into_bytes(),
            "too-many-errors",
        ),
    ];
    for (name, bytes, code) in cases {
        let reading = reading(&bytes);
        let codes: Vec<_> = reading.diagnostics.iter().map(|d| d.code).collect();
        assert!(
            reading.deck.is_none() && codes.contains(&code),
            "{name}: {codes:?}"
        );
    }
}

#[test]
fn a_large_deck_is_read() {
    let many = |line: &dyn Fn(usize) -> String, count| (0..count).map(line).collect::<String>();
    let facts =
        |line: &dyn Fn(usize) -> String, count| format!("deck: d\nfacts:\n{}", many(line, count));
    for (name, text) in [
        (
            "entries",
            with_cards(&many(
                &|n| format!("- {{ id: x{n}, ask: q{n}, answer: r{n} }}\n"),
                3_000,
            )),
        ),
        (
            "facts in a chain",
            facts(
                &|n| format!("  f{n}: {{ value: = f{} + 1 }}\n", n + 1),
                3_000,
            ) + "  f3000: { value: 1 }\n",
        ),
        (
            "facts in a circle",
            facts(
                &|n| format!("  f{n}: {{ value: = f{} }}\n", (n + 1) % 3_000),
                3_000,
            ),
        ),
        (
            "facts that square",
            facts(
                &|n| format!("  f{}: {{ value: = f{n} * f{n} }}\n", n + 1),
                60,
            ) + "  f0: { value: 7777777 }\n",
        ),
        (
            "unknown facts",
            with_cards(&many(
                &|n| format!("- {{ id: x{n}, ask: \"{{f{n}}}\", answer: r }}\n"),
                3_000,
            )),
        ),
        (
            "choices",
            with_cards(&format!(
                "- ask: q\n  answer: c1\n  choices: [{}]\n",
                many(&|n| format!("c{n}, "), 5_000)
            )),
        ),
        (
            "gaps",
            with_cards(&format!(
                "- cloze: {}\n",
                many(&|n| format!("x {{{{c{}::g}}}} ", n % 90 + 1), 5_000)
            )),
        ),
        (
            "groups",
            with_cards(&format!(
                "- cloze: {}\n",
                many(&|n| format!("x {{{{c{}::g}}}} ", n + 1), 5_000)
            )),
        ),
        (
            "unknown keys",
            format!("deck: d\n{}", many(&|n| format!("key{n}: x\n"), 5_000)),
        ),
        (
            "unknown keys of an entry",
            with_cards(&format!(
                "- id: x\n{}",
                many(&|n| format!("  key{n}: x\n"), 5_000)
            )),
        ),
        (
            "open braces",
            with_cards(&format!("- ask: q\n  answer: \"{}\"\n", "{".repeat(50_000))),
        ),
        (
            "one line",
            with_cards(&format!(
                "- {{ ask: q, answer: r, tags: [{}] }}\n",
                "'가 나', ".repeat(50_000)
            )),
        ),
        (
            "the same key",
            format!("deck: d\nfacts:\n{}", "  a: { value: 1 }\n".repeat(5_000)),
        ),
        (
            "a shared title",
            format!(
                "deck: d\ntitle: x\nsources: {{ s: {{ title: {} }} }}\ndefaults: {{ source: s }}\ncards:\n{}",
                "x".repeat(9_999),
                many(&|n| format!("- {{ ask: {n}, answer: r }}\n"), 10_000)
            ),
        ),
        (
            "a long id",
            with_cards(&format!(
                "- id: {}\n  ask: q\n  answer: r\n",
                "x".repeat(100_000)
            )),
        ),
        (
            "a long number",
            with_cards(&format!("- ask: q\n  number: {}\n", "9".repeat(100_000))),
        ),
        (
            "a long formula",
            format!(
                "deck: d\nfacts:\n  a: {{ value: = {} }}\n",
                "(".repeat(50_000)
            ),
        ),
        (
            "a sum",
            format!(
                "deck: d\nfacts:\n  a: {{ value: = {}1 }}\n",
                "1 + ".repeat(50_000)
            ),
        ),
    ] {
        let reading = read(Path::new("deck.yaml"), text.as_bytes());
        assert!(reading.diagnostics.len() < 1200, "{name}");
    }
}

/// Cuts, doubles, swaps and spoils parts of a text.
fn mutated(text: &str, cuts: &[(u32, u32, u8)]) -> Vec<u8> {
    const SPOILS: [&[u8]; 16] = [
        b"{", b"}", b"[", b"]", b": ", b"- ", b"\n", b"\"", b"'", b"{{", b"::", b"\t", b"\x1b",
        b"\xff", b"&a ", b"= ",
    ];
    let mut bytes = text.as_bytes().to_vec();
    for (at, length, how) in cuts {
        let at = *at as usize % bytes.len().max(1);
        let end = (at + *length as usize % 60).min(bytes.len());
        match how % 3 {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ => drop(bytes.splice(
                at..at,
                SPOILS[*how as usize / 3 % SPOILS.len()].iter().copied(),
            )),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mutation_of_a_deck_panics(
        which in 0usize..3,
        cuts in prop::collection::vec(any::<(u32, u32, u8)>(), 1..12),
    ) {
        let chips = std::fs::read_to_string(folder().join("chips.yaml")).unwrap();
        let broken = std::fs::read_to_string(folder().join("broken.yaml")).unwrap();
        let text = [chips.as_str(), broken.as_str(), SHIPPED[1].1][which];
        let mutated = mutated(text, &cuts);
        prop_assert_eq!(reading(&mutated), reading(&mutated));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        reading(&bytes);
    }

    #[test]
    fn no_text_panics(text in "(deck: d\n)?(cards:\n)?[-:{}\\[\\]'\"a-c0-9가-나 \n#&*!|>%,=]{0,120}") {
        reading(text.as_bytes());
    }
}

#[test]
fn a_key_with_a_control_character_is_told_without_it() {
    let Reading { diagnostics, .. } = read(
        Path::new("d.yaml"),
        b"deck: d\ncards:\n  - \"i\\td\": x\n    ask: q\n",
    );
    assert!(!diagnostics.is_empty());
    for diagnostic in diagnostics {
        let told = diagnostic.to_string();
        assert!(!told.chars().any(char::is_control), "{told:?}");
    }
}
