//! What stands where in a file, and what became of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::deck::open;

fn listed(text: &str) -> Vec<Listed> {
    Listed::all(
        text.as_bytes(),
        &open(Path::new("deck.yaml"), text.as_bytes()),
    )
}

/// `name first-last kind`, where a flow entry has its columns too.
fn told(entry: &Listed) -> String {
    let name = entry.name.clone();
    let name = name.unwrap_or_else(|| format!("“{}”", entry.asks(Lang::En)));
    let at = |(line, column): (usize, usize)| match (line, column) {
        (usize::MAX, _) => "end".to_owned(),
        (line, 1) => line.to_string(),
        (line, column) => format!("{line}:{column}"),
    };
    let kind = match (entry.cards.len(), &entry.fact) {
        (0, None) => "broken".to_owned(),
        (0, Some(fact)) => fact.figure.format(Lang::En),
        (1, _) => "card".to_owned(),
        (count, _) => format!("{count} cards"),
    };
    format!("{name} {}-{} {kind}", at(entry.start), at(entry.end))
}

#[test]
fn entries_end_where_the_next_begins() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "deck: d\nfacts:\n  a: { value: 5 km }\n  b:\n    value: 6 km\n    ask: B?\n\
             cards:\n  - id: c\n    ask: C\n    answer: c\n\n  # why\n  - ask: D\n    anser: d\n\
             sources:\n  s: { title: S }\n",
            &[
                "a 3-4 5 km",
                "b 4-7 card",
                "c 8-13 card",
                "“D” 13-15 broken",
            ],
        ),
        // Cards first, and several of one entry.
        (
            "deck: d\ncards:\n- id: c\n  cloze: '{{c1::A}} {{c2::B}}'\n- 7\nfacts:\n  a: { value: 5 km }\n",
            &["c 3-5 2 cards", "“” 5-6 broken", "a 7-end 5 km"],
        ),
        // On one line.
        (
            "deck: d\nfacts: { a: { value: 5 km }, b: { value: x y z } }\ncards: []\n",
            &["a 2:10-2:30 5 km", "b 2:30-3 broken"],
        ),
        // No deck, but YAML.
        ("cards:\n  - id: c\n    ask: C\n", &["c 2-end broken"]),
        // No YAML: what it seems to be.
        (
            "deck: d\nfacts:\n  a: { value: 5 km }\n  b.c:\n    value: 6 km\ncards:\n  - id: [c\n    ask: \"C, of course\"\n\
             \x20   list:\n      - x\n  - { ask: E, id: e }\n  -\n    ask: F\ntitle: T\n",
            &[
                "a 3-4 broken",
                "b.c 4-6 broken",
                "c 7-11 broken",
                "e 11-12 broken",
                "“F” 12-14 broken",
            ],
        ),
        ("", &[]),
    ];
    for (text, expected) in cases {
        let told: Vec<String> = listed(text).iter().map(told).collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn which_is_which() {
    // Cards by what they say; a name before a colon.
    let deck = |cards: &str| {
        let entries = cards
            .split_whitespace()
            .map(|card| match card.split_once(':') {
                Some((id, ask)) => format!("  - {{ id: {id}, ask: {ask}, answer: a }}\n"),
                None => format!("  - {{ ask: {card}, answer: a }}\n"),
            });
        format!("deck: d\ncards:\n{}", entries.collect::<String>())
    };
    let cases: [(&str, &str, &[Option<usize>]); 11] = [
        ("a:A b:B", "b:X a:A", &[Some(1), Some(0)]),
        ("a:A b:B", "c:A", &[None]),
        ("a:A a:B", "a:B a:C a:D", &[Some(0), Some(1), None]),
        // Without a name: what says the same, and what stands in its place.
        ("A B C", "C A B", &[Some(2), Some(0), Some(1)]),
        ("A B C", "A X C", &[Some(0), Some(1), Some(2)]),
        ("A B C", "X B Y", &[Some(0), Some(1), Some(2)]),
        ("A B C", "A X Y C", &[Some(0), None, None, Some(2)]),
        ("A B", "X Y Z", &[None, None, None]),
        ("a:A B c:C", "a:A X c:C", &[Some(0), Some(1), Some(2)]),
        ("a:A B c:C", "X", &[Some(1)]),
        ("a:A b:B", "X Y", &[None, None]),
    ];
    for (before, now, expected) in cases {
        let was = matched(&listed(&deck(before)), &listed(&deck(now)));
        assert_eq!(was, expected, "{before} → {now}");
    }
}

#[test]
fn what_it_says_is_its_own() {
    let one = "deck: d\ncards:\n  - id: a\n    ask: A\n    answer: a\n  - id: b\n    ask: B\n    answer: b\n";
    let two = one
        .replace("deck: d\n", "deck: d\ntitle: D\n")
        .replace("  - id: b\n", "\n  # The next.\n  - id: b\n")
        .replace("answer: b", "answer: c");
    let (one, two) = (listed(one), listed(&two));
    assert!(two[0].says_what(&one[0]), "{one:?} {two:?}");
    assert!(!two[1].says_what(&one[1]), "{one:?} {two:?}");
}

/// Lines of decks, whole and not.
const LINES: &[&str] = &[
    "deck: d",
    "facts:",
    "facts: { a: { value: 5 km }, b: 7 }",
    "  a: { value: 5 km, ask: A? }",
    "  b:",
    "    value: '6 km",
    "cards:",
    "- id: c",
    "  - id: [d",
    "  - { ask: 'E: e?', id: e }",
    "  -",
    "    ask: F",
    "    answer: f",
    "    cloze: \"{{c1::칩}}의 {{c2::값}}\"",
    "# dateline: ignore stale",
    "",
    "\tg",
    "  - *x",
    "&x y: z",
];

proptest! {
    #[test]
    fn every_place_is_one_entrys_at_most(
        before in prop::collection::vec(0..LINES.len(), 0..14),
        now in prop::collection::vec(0..LINES.len(), 0..14),
        line in 1..16_usize,
        column in 1..40_usize,
    ) {
        let text = |lines: Vec<usize>| {
            let lines: Vec<&str> = lines.into_iter().map(|at| LINES[at]).collect();
            format!("deck: d\n{}\n", lines.join("\n"))
        };
        let (before, now) = (listed(&text(before)), listed(&text(now)));
        let place = Place { line, column, length: 1 };
        prop_assert!(now.iter().filter(|entry| entry.has(place)).count() <= 1, "{now:?}");
        for entry in &now {
            prop_assert!(entry.start <= entry.end, "{entry:?}");
        }
        // No one is two, and no fact a card.
        let was = matched(&before, &now);
        let mut known: Vec<usize> = was.iter().flatten().copied().collect();
        known.sort_unstable();
        let all = known.len();
        known.dedup();
        prop_assert_eq!(known.len(), all);
        for (entry, was) in now.iter().zip(&was) {
            if let Some(was) = was {
                prop_assert_eq!(entry.is_fact, before[*was].is_fact);
                prop_assert_eq!(&entry.name, &before[*was].name);
            }
        }
        // What did not change is what it was.
        let same: Vec<Option<usize>> = (0..now.len()).map(Some).collect();
        prop_assert_eq!(matched(&now, &now), same);
    }
}
