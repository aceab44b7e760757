//! Figures and dates as learners type them, each with the verdict it gets:
//! `answers/figures.tsv`, English and Korean, right and wrong in equal parts,
//! so that neither a grader that says yes to everything nor one that says no
//! would pass.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod table;

use std::fmt::Write;
use std::path::Path;

use dateline::answer::{Outcome, Response, Verdict, judge};
use dateline::deck::{Deck, read};
use unicode_normalization::UnicodeNormalization;

const TABLE: &str = include_str!("answers/figures.tsv");

/// What a question asks where the table does not say: nothing that names a unit.
const ASK: &str = "And what was it?";

/// A line of the table.
struct Case {
    line: usize,
    /// `number` or `date`, as a deck has it.
    key: &'static str,
    right: &'static str,
    tolerance: &'static str,
    typed: &'static str,
    verdict: &'static str,
    reason: &'static str,
    power: i32,
    ask: &'static str,
}

fn cases() -> Vec<Case> {
    let rows = table::rows(TABLE).into_iter();
    rows.map(|(line, fields)| {
        assert!(matches!(fields.len(), 7 | 8), "line {line}: {fields:?}");
        Case {
            line,
            key: fields[0],
            right: fields[1],
            tolerance: fields[2],
            typed: fields[3],
            verdict: fields[4],
            reason: fields[5],
            power: fields[6].parse().expect("a power of ten"),
            ask: fields.get(7).copied().unwrap_or(ASK),
        }
    })
    .collect()
}

/// A deck that asks what the table asks, a card for each line.
fn deck(cases: &[Case]) -> Deck {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut yaml = String::from("deck: figures\ntitle: Figures\nlanguage: en\ncards:\n");
    for case in cases {
        writeln!(yaml, "  - id: line-{}", case.line).unwrap();
        // One question a line, or the cards would be one card twice.
        let ask = format!("{}. {}", case.line, case.ask);
        writeln!(yaml, "    ask: {}", quoted(&ask)).unwrap();
        writeln!(yaml, "    {}: {}", case.key, quoted(case.right)).unwrap();
        if !case.tolerance.is_empty() {
            writeln!(yaml, "    tolerance: {}", quoted(case.tolerance)).unwrap();
        }
    }
    let reading = read(Path::new("figures.yaml"), yaml.as_bytes());
    let told: Vec<String> = reading
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    reading.deck.expect("a deck")
}

/// Judges what was `typed` for each case, as `spelled` spells it.
fn verdicts(spelled: impl Fn(&str) -> String) -> Vec<(Case, Verdict)> {
    let cases = cases();
    let deck = deck(&cases);
    assert_eq!(deck.cards.len(), cases.len());
    cases
        .into_iter()
        .zip(&deck.cards)
        .map(|(case, card)| {
            let verdict = judge(card, &Response::Typed(spelled(case.typed)));
            (case, verdict)
        })
        .collect()
}

fn check(judged: &[(Case, Verdict)]) {
    let mut failed = Vec::new();
    for (case, verdict) in judged {
        let got = (
            verdict.outcome.name(),
            verdict.reason.name(),
            verdict.power_of_ten,
        );
        let expected = (case.verdict, case.reason, case.power);
        if got != expected {
            failed.push(format!(
                "line {}: {:?} for {:?} is {got:?}, not {expected:?}",
                case.line, case.typed, case.right
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {}:\n{}",
        failed.len(),
        judged.len(),
        failed.join("\n")
    );
}

#[test]
fn judged_as_a_fair_teacher_would() {
    check(&verdicts(str::to_owned));
}

#[test]
fn whatever_the_normal_form_and_the_width() {
    check(&verdicts(|typed| typed.nfd().collect()));
    check(&verdicts(|typed| typed.nfc().collect()));
    check(&verdicts(full_width));
    check(&verdicts(|typed| full_width(typed).nfd().collect()));
}

/// Digits, letters and signs as wide as Hangul.
fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) - 0x21 + 0xFF01).unwrap_or(c),
            ' ' => '\u{3000}',
            '₩' => '￦',
            _ => c,
        })
        .collect()
}

#[test]
fn right_and_wrong_in_equal_parts() {
    let cases = cases();
    let share = |part: usize, of: usize| part * 100 / of;
    let wrong = |case: &&Case| case.verdict == Outcome::Wrong.name();
    let korean = |case: &&Case| case.typed.chars().any(|c| matches!(c, '가'..='힣'));
    let english = |case: &&Case| case.typed.chars().any(|c| c.is_ascii_alphabetic());
    let dates = |case: &&Case| case.key == "date";
    let all = cases.len();
    assert!(all >= 300, "{all} cases");
    assert!(cases.iter().filter(dates).count() >= 80);
    let wrongs = cases.iter().filter(wrong).count();
    assert!(
        (45..=55).contains(&share(wrongs, all)),
        "{wrongs} of {all} are wrong"
    );
    for (what, some) in [
        ("Korean", cases.iter().filter(korean).collect::<Vec<_>>()),
        ("English", cases.iter().filter(english).collect()),
        ("dates", cases.iter().filter(dates).collect()),
    ] {
        let wrongs = some.iter().copied().filter(wrong).count();
        assert!(
            (35..=65).contains(&share(wrongs, some.len())),
            "{wrongs} of {} are wrong: {what}",
            some.len()
        );
        assert!(some.len() >= 80, "{what}");
    }
}

#[test]
fn no_line_stands_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for case in cases() {
        let key = (case.key, case.right, case.tolerance, case.typed, case.ask);
        assert!(seen.insert(key), "line {}", case.line);
    }
}
