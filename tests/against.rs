//! The truth check on whole articles, and that no slip of a digit passes it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::fs;
use std::path::Path;

use dateline::author::against::{Article, Report};
use dateline::author::{Setting, check};
use dateline::deck::{DeckFile, DeckOptions, Diagnostic, Origin, Severity};

/// Decks with the articles that they are from, in `tests/articles`.
const CASES: [(&str, &str, Option<&str>); 3] = [
    ("battery.yaml", "battery.txt", None),
    ("tidal.yaml", "tidal.md", Some("post")),
    ("library.yaml", "library.html", None),
];

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/articles")
        .join(name);
    fs::read_to_string(path).unwrap()
}

/// What is wrong with a deck, and how its claims stand to the articles.
fn held(deck: &str, articles: &[Article]) -> (Vec<Diagnostic>, Report) {
    let files = [DeckFile {
        origin: Origin::File("deck.yaml".into()),
        path: "deck.yaml".into(),
        name: None,
        bytes: Ok(deck.as_bytes().to_vec()),
        options: DeckOptions::default(),
    }];
    let setting = Setting {
        articles,
        ..Setting::default()
    };
    let checked = check(&files, &setting, &|| {}).remove(0);
    let wrong = |told: &Diagnostic| told.severity == Severity::Error;
    let diagnostics = checked.diagnostics.into_iter().filter(wrong);
    (diagnostics.collect(), checked.truth.unwrap())
}

#[test]
fn decks_are_borne_out_by_their_articles() {
    for (deck, article, source) in CASES {
        let articles = [Article::new(
            source.map(str::to_owned),
            Path::new(article),
            &text(article),
        )];
        let (diagnostics, report) = held(&text(deck), &articles);
        let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert_eq!(told, Vec::<String>::new(), "{deck}");
        assert_eq!(report.found(), report.claimed(), "{deck}");
        assert!(report.claimed() > 25, "{deck}");
        assert_eq!(report.excused(), 0, "{deck}");
    }
}

/// The digits that the article vouches for: not those of comments, names,
/// numbers of gaps, what is wrong on purpose, and what is from elsewhere.
fn digits(deck: &str) -> Vec<usize> {
    let skipped = [
        "#",
        "distractors",
        "id",
        "deck",
        "title",
        "other",
        "value: 384,400 km",
    ];
    let mut at = 0;
    let mut digits = Vec::new();
    for line in deck.split_inclusive('\n') {
        let words = line.trim_start();
        let is_name = words.trim_end().ends_with(':');
        if !is_name && !skipped.iter().any(|word| words.starts_with(word)) {
            let found = line.match_indices(|c: char| c.is_ascii_digit());
            let found = found.filter(|(byte, _)| !line[..*byte].ends_with("{{c"));
            digits.extend(found.map(|(byte, _)| at + byte));
        }
        at += line.len();
    }
    digits
}

/// Every slip of one digit in a deck that its article does not give away.
fn missed(case: usize) -> Vec<String> {
    let (deck, article, source) = CASES[case];
    let article = Article::new(
        source.map(str::to_owned),
        Path::new(article),
        &text(article),
    );
    let articles = [article];
    let deck = text(deck);
    let mut missed = Vec::new();
    let digits = digits(&deck);
    assert!(digits.len() > 60, "{}", digits.len());
    for at in digits {
        for digit in '0'..='9' {
            if deck[at..].starts_with(digit) {
                continue;
            }
            let mut changed = deck.clone();
            changed.replace_range(at..=at, &digit.to_string());
            if held(&changed, &articles).0.is_empty() {
                let line = deck[..at].matches('\n').count();
                missed.push(format!(
                    "{}: {}",
                    line + 1,
                    changed.lines().nth(line).unwrap()
                ));
            }
        }
    }
    missed
}

#[test]
fn one_digit_changed_anywhere_in_a_korean_deck_is_caught() {
    assert_eq!(missed(0), Vec::<String>::new());
}

#[test]
fn one_digit_changed_anywhere_in_an_english_deck_is_caught() {
    assert_eq!(missed(1), Vec::<String>::new());
}

#[test]
fn one_digit_changed_anywhere_in_a_deck_of_two_languages_is_caught() {
    assert_eq!(missed(2), Vec::<String>::new());
}
