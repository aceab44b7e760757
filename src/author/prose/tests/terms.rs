//! Quarters, halves of a year, and months by their name alone.

use super::super::*;
use super::source;

/// The terms of a text, those told by their distance with a `~`.
fn terms_of(text: &str) -> Vec<String> {
    let shown = |found: &TermFound| {
        let distance = if found.relative { "~" } else { "" };
        format!("{}{distance}", found.term)
    };
    let prose = Prose::read(text);
    terms(&prose, source()).iter().map(shown).collect()
}

#[test]
fn terms_stand_in_running_text() {
    for (text, expected) in [
        ("Q2 2025, Q2 of 2025, 2025 Q2", &["2025-Q2"; 3][..]),
        ("2Q25, 2Q 2025, Q2'25, 2025-Q2", &["2025-Q2"; 4]),
        (
            "the second quarter of 2025 and 2025's second quarter",
            &["2025-Q2"; 2],
        ),
        ("second-quarter sales in 2025", &["2025-Q2"]),
        ("2025년 2분기, 25년 2분기, 2025년2분기에", &["2025-Q2"; 3]),
        ("올해 2분기, 2/4분기, 2분기", &["2025-Q2"; 3]),
        (
            "지난해 4분기, last year's fourth quarter, Q4",
            &["2024-Q4"; 3],
        ),
        ("상반기, H1 2025, the first half of 2025", &["2025-H1"; 3]),
        ("last quarter, 지난 분기", &["2024-Q4~"; 2]),
        ("3분기 만에, 3분기 연속, 3분기째", &[]),
        ("5분기, Q5 2025, 2 quarters, the first half, H1, 2h", &[]),
        ("EQ2, Q25, Q2a, 12분기", &[]),
    ] {
        assert_eq!(terms_of(text), expected, "{text}");
    }
}

#[test]
fn months_stand_alone() {
    for (text, expected) in [
        ("| Route | July |", &["2025-07"][..]),
        (
            "since March, in **September**",
            &["2025-03", "2024-03", "2024-09"],
        ),
        ("July\n5 July, in July 2024", &["2025-07"]),
        ("It may march, May said", &[]),
    ] {
        let prose = Prose::read(text);
        let months = months(&prose, source());
        let months: Vec<_> = months.iter().map(|found| found.date.to_string()).collect();
        assert_eq!(months, expected, "{text}");
    }
}
