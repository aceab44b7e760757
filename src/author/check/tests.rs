//! One run tells all that is wrong: a broken part hides nothing else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::*;
use crate::author::subject::LOOKED_AT;
use crate::deck::{DeckOptions, Known, Origin, read};
use crate::text::Lang;

fn file(text: &str) -> DeckFile {
    DeckFile {
        origin: Origin::File(PathBuf::from("deck.yaml")),
        path: PathBuf::from("deck.yaml"),
        name: None,
        bytes: Ok(text.as_bytes().to_vec()),
        options: DeckOptions::default(),
    }
}

/// Lines and codes of what is told of a deck.
fn told(text: &str) -> Vec<(usize, &'static str)> {
    told_to(text, &[])
}

/// The same where the cards of another text were studied.
fn told_to(text: &str, histories: &[History]) -> Vec<(usize, &'static str)> {
    let files = [file(text)];
    let setting = Setting {
        today: Some(Date::parse_iso("2025-03-01").unwrap()),
        histories,
        ..Setting::default()
    };
    let checked = check(&files, &setting, &|| ());
    let told = checked[0].diagnostics.iter();
    told.map(|told| (told.place.line, told.code)).collect()
}

/// That all cards of a deck were studied.
fn studied(text: &str) -> Vec<History> {
    let deck = read(Path::new("deck.yaml"), text.as_bytes()).deck.unwrap();
    let cards = deck.cards.into_iter();
    cards
        .map(|card| History {
            card: Known {
                id: card.id,
                fingerprint: card.fingerprint,
                answer: None,
                studied: true,
                formerly: Vec::new(),
                waiting: false,
            },
            reviews: 3,
            once: Vec::new(),
            reviewed: None,
            file: None,
        })
        .collect()
}

#[test]
fn the_broken_decks_tell_everything() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut decks: Vec<PathBuf> = fs::read_dir(root.join("whole"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    decks.sort();
    for deck in decks {
        let text = fs::read_to_string(&deck).unwrap();
        let files = [file(&text)];
        let checked = check(&files, &Setting::default(), &|| ());
        let mut shown = String::new();
        for told in &checked[0].diagnostics {
            let place = told.place;
            let (code, message) = (told.code, told.message.says(Lang::En));
            told.message.assert_alike();
            writeln!(shown, "{}:{} {code}: {message}", place.line, place.column).unwrap();
        }
        let name = deck.file_stem().unwrap().to_str().unwrap();
        insta::with_settings!({ snapshot_path => root.join("snapshots/whole"), prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

const SOUND: &str = "\
deck: sound
title: Sound
sources:
  daily: { title: The daily, date: 2025-02-01 }
  weekly:
    title: The weekly
    date: 2025-02-01
defaults: { source: daily, as_of: 2025-02-01 }
facts:
  plant: { value: 4 km, label: The plant }
  road:
    value: 5 km
    label: The road
    source: weekly
cards:
  - id: one
    ask: How long is the road?
    number: \"{road}\"
  - id: two
    compare: [plant, road]
    supersedes: [one]
  - ask: What did the weekly call the plant?
    answer: A {plant} hall
    source: weekly
  - id: four
    cloze: The plant stands {{beside}} the road.
";

#[test]
fn what_is_cut_is_missed_nowhere() {
    assert_eq!(told(SOUND), []);
    let histories = studied(SOUND);
    assert_eq!(told_to(SOUND, &histories), []);
    let lines: Vec<&str> = SOUND.lines().collect();
    // Each entry in turn, broken on one of its lines: the first line of each, and its last.
    for (from, to) in [
        (1, 1),
        (2, 2),
        (4, 4),
        (5, 7),
        (8, 8),
        (10, 10),
        (11, 14),
        (16, 18),
        (19, 21),
        (22, 24),
        (25, 26),
    ] {
        for line in from..=to {
            let mut broken: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            broken[line - 1].push_str(" \"x: [");
            let text = broken.join("\n") + "\n";
            let told = told_to(&text, &histories);
            assert!(!told.is_empty(), "{text}");
            for (line, code) in told {
                let follows = code == "broken-fact";
                assert!(
                    (from..=to).contains(&line) || follows,
                    "{line} {code}\n{text}"
                );
            }
        }
    }
}

#[test]
fn all_of_an_entry_is_told() {
    for (entry, codes) in [
        ("{ ask: Was it?, number: many }", "no-figure"),
        (
            "{ ask: Was it?, answer: Yes, tags: x }",
            "yes-no wrong-shape",
        ),
        (
            "{ ask: Was it?, answer: Yes, until: soon, status: sure }",
            "yes-no no-date status",
        ),
        (
            "{ ask: Was it last year?, date: soon, hint: '{x}' }",
            "relative-date no-date unknown-fact",
        ),
        (
            "{ hint: '{x}', until: soon }",
            "no-answer unknown-fact no-date",
        ),
        (
            "{ answer: Yes, number: many }",
            "yes-no two-kinds no-figure",
        ),
        (
            "{ ask: Which?, choices: [a, a], answer: [b, c], until: soon }",
            "duplicate-item answer-not-a-choice answer-not-a-choice no-date",
        ),
        (
            "{ ask: Which?, list: [a, a], need: 9, accept: [b] }",
            "duplicate-item need wrong-shape",
        ),
        (
            "{ ask: Which?, number: many, tolerance: wide, chart: [x] }",
            "no-figure no-figure unknown-fact",
        ),
        (
            "{ id: Bad, ask: Was it?, answer: 'No', reverse: 1 }",
            "bad-id yes-no wrong-shape",
        ),
    ] {
        let found = told(&format!("deck: d\ncards:\n  - {entry}\n"));
        let found: Vec<&str> = found.into_iter().map(|(_, code)| code).collect();
        assert_eq!(found.join(" "), codes, "{entry}");
    }
}

#[test]
fn a_broken_head_hides_no_entry() {
    for head in [
        "deck: Bad Name",
        "title: none",
        "deck: d\nlanguage: kr",
        "deck: d\noptions: { retention: 7 }",
        "deck: d\noptions: [x]",
        "deck: d\nas_of: soon",
        "deck: d\ntitle: [x]",
        "deck: d\nsources: { s: [x] }",
        "deck: d\nsources: { s: { url: x } }",
        "deck: d\nfacts: [x]",
        "deck: d\nfacts: { f: { value: many } }",
        "deck: d\ndefaults: { status: sure, tags: x }",
        "deck: \"d",
        "deck: d\ntitle: a: b",
        "deck: d\nfacts: {",
    ] {
        let told = told(&format!(
            "{head}\ncards:\n  - {{ ask: Was it?, answer: Yes }}\n"
        ));
        assert!(
            told.iter().any(|(_, code)| *code == "yes-no"),
            "{head}: {told:?}"
        );
        assert!(told.len() > 1, "{head}: {told:?}");
    }
}

/// A deck in which something is doubtful about each entry, each on lines of its own.
fn doubtful() -> (String, Vec<(usize, usize)>) {
    let mut text = String::from("deck: d\nfacts:\n");
    let mut entries = Vec::new();
    let mut begins = 3;
    let mut put = |text: &mut String, entry: &str| {
        text.push_str(entry);
        let end = begins + entry.lines().count();
        entries.push((begins, end - 1));
        begins = end;
    };
    for at in 1..=4 {
        put(
            &mut text,
            &format!("  f{at}: {{ value: {at} km, label: The current road }}\n"),
        );
    }
    text.push_str("cards:\n");
    let mut rest = String::new();
    begins_at_cards(&mut entries, &mut rest);
    (text + &rest, entries)
}

fn begins_at_cards(entries: &mut Vec<(usize, usize)>, text: &mut String) {
    let mut begins = entries.last().unwrap().1 + 2;
    for at in 1..=6 {
        let entry = match at % 3 {
            0 => format!("  - id: e{at}\n    ask: Was it \"{at}\"?\n    answer: \"No\"\n"),
            1 => format!("  - {{ id: e{at}, ask: \"Was it {at}?\", answer: 'Yes' }}\n"),
            _ => {
                format!("  - ask: >\n      Is it\n      {at}?\n    answer: Yes\n    tags: [a, b]\n")
            }
        };
        let end = begins + entry.lines().count();
        entries.push((begins, end - 1));
        text.push_str(&entry);
        begins = end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_slip_in_one_entry_hides_no_other(entry in 0_usize..10, at in 0_usize..200, whole in any::<bool>()) {
        let (text, entries) = doubtful();
        let (from, to) = entries[entry];
        let before: BTreeSet<(usize, &str)> = told(&text).into_iter().collect();
        prop_assert!(entries.iter().all(|(from, to)| before.iter().any(|(line, _)| from <= line && line <= to)));
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = from + at % (to - from + 1);
        if whole {
            // The numbers of the other lines stay.
            lines[line - 1] = String::new();
        } else {
            let characters = lines[line - 1].chars().count();
            let mut left = lines[line - 1].chars().enumerate().filter(|(which, _)| *which != at % characters);
            lines[line - 1] = left.by_ref().map(|(_, c)| c).collect();
        }
        let slipped = lines.join("\n") + "\n";
        let after: BTreeSet<(usize, &str)> = told(&slipped).into_iter().collect();
        for told in before.iter().filter(|(line, _)| !(from..=to).contains(line)) {
            prop_assert!(after.contains(told), "{told:?} is hidden in\n{slipped}{after:?}");
        }
    }

    #[test]
    fn no_deck_is_too_broken(which in 0_usize..100, cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..6)) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
        let mut decks: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
        decks.sort();
        let mut text = fs::read_to_string(&decks[which % decks.len()]).unwrap();
        if which % 2 == 0 {
            text = SOUND.to_owned();
        }
        for (at, whole) in cuts {
            if whole {
                let mut lines: Vec<&str> = text.lines().collect();
                if !lines.is_empty() {
                    lines.remove(at.index(lines.len()));
                }
                text = lines.join("\n") + "\n";
            } else {
                let mut characters: Vec<char> = text.chars().collect();
                characters.remove(at.index(characters.len()));
                text = characters.into_iter().collect();
            }
            let told = told(&text);
            let read = read(Path::new("deck.yaml"), text.as_bytes());
            prop_assert!(read.diagnostics.is_empty() || !told.is_empty());
        }
    }
}

#[test]
fn what_is_done_for_one_deck_does_not_grow_with_the_others() {
    let deck = |at: usize| {
        let text = format!("deck: d{at}\ncards:\n  - {{ id: a, ask: Who {at}?, answer: He }}\n");
        file(&text)
    };
    let looked_at = |decks: usize| {
        let files: Vec<DeckFile> = (0..decks).map(deck).collect();
        let sheets: Vec<Sheet<'_>> = files.iter().map(Sheet::read).collect();
        let setting = Setting::default();
        let world = world(&sheets, &setting);
        let before = LOOKED_AT.get();
        let _ = findings(&sheets[0], &world, &setting);
        LOOKED_AT.get() - before
    };
    assert_eq!((looked_at(1), looked_at(20)), (1, 1));
}

#[test]
fn a_deck_that_did_not_change_is_not_looked_through_again() {
    let file = file(
        "deck: d\nfacts:\n  cost: { value: 1B USD, label: Cost }\ncards:\n\
         - { id: a, ask: Is it?, answer: b } # dateline: ignore yes-no\n",
    );
    let sheet = Sheet::read(&file);
    let setting = Setting {
        today: Some(Date::parse_iso("2025-03-01").unwrap()),
        ..Setting::default()
    };
    let world = world(std::slice::from_ref(&sheet), &setting);
    let looked_at = || {
        let before = LOOKED_AT.get();
        let (told, _) = findings(&sheet, &world, &setting);
        (told.len(), LOOKED_AT.get() - before)
    };
    let (told, times) = looked_at();
    assert_eq!((times, looked_at()), (1, (told, 0)));
}

#[test]
fn a_name_that_is_no_facts_is_told_once() {
    let deck = |name: &str| {
        format!(
            "deck: d\nas_of: 2025-01-01\nfacts:\n  fab: {{ value: 20B USD }}\n  site: {{ value: 8B USD }}\ncards:\n  - id: a\n    ask: Why {{{name}}}?\n    ask.ko: \"{{fab}}인 까닭은?\"\n    answer: Machines\n    answer.ko: 기계\n"
        )
    };
    for (name, expected) in [
        ("fab", None),
        ("fba", Some((8, "unknown-fact"))),
        ("site", Some((9, "figures-differ"))),
    ] {
        let told = told(&deck(name));
        let of_figures =
            |(_, code): &&(usize, &str)| ["unknown-fact", "figures-differ"].contains(code);
        let told: Vec<_> = told.iter().filter(of_figures).copied().collect();
        assert_eq!(told, Vec::from_iter(expected), "{name}");
    }
}
