//! Texts as learners type them, each with the verdict it gets:
//! `answers/texts.tsv`, English and Korean, right and wrong in equal parts, so
//! that neither a grader that says yes to everything nor one that says no
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

use dateline::answer::{Verdict, judge_among, response_in_words};
use dateline::deck::{Card, read};
use unicode_normalization::UnicodeNormalization;

const TABLE: &str = include_str!("answers/texts.tsv");

/// A line of the table.
struct Case {
    line: usize,
    right: &'static str,
    typed: &'static str,
    verdict: &'static str,
    reason: &'static str,
    rivals: Vec<&'static str>,
}

fn cases() -> Vec<Case> {
    let rows = table::rows(TABLE).into_iter();
    rows.map(|(line, fields)| {
        assert!(matches!(fields.len(), 4 | 5), "line {line}: {fields:?}");
        Case {
            line,
            right: fields[0],
            typed: fields[1],
            verdict: fields[2],
            reason: fields[3],
            rivals: fields
                .get(4)
                .map(|rivals| parts(rivals))
                .unwrap_or_default(),
        }
    })
    .collect()
}

fn parts(text: &str) -> Vec<&str> {
    text.split('|').map(str::trim).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn list(texts: &[&str]) -> String {
    let each: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", each.join(", "))
}

/// The cards of a deck that asks for it first, and for its rivals then.
fn deck(case: &Case) -> Vec<Card> {
    let mut yaml = String::from("deck: texts\ntitle: Texts\nlanguage: en\ncards:\n  - id: it\n");
    match case.right.split_once(": ") {
        Some(("gap", right)) => {
            writeln!(
                yaml,
                "    cloze: 'It is {{{{c1::{right}}}}}.'\n    typed: true"
            )
            .unwrap();
        }
        Some((need, right)) if need.starts_with("list ") => {
            let need = need.trim_start_matches("list ");
            let items = list(&parts(right));
            writeln!(yaml, "    ask: Which?\n    list: {items}\n    need: {need}").unwrap();
        }
        _ => {
            let right = parts(case.right);
            let is_korean = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
            writeln!(yaml, "    ask: Which?\n    answer: {}", quoted(right[0])).unwrap();
            let mut accepted = right[1..].to_vec();
            if !is_korean(right[0]) && right.get(1).is_some_and(|text| is_korean(text)) {
                writeln!(yaml, "    answer.ko: {}", quoted(accepted.remove(0))).unwrap();
            }
            // It is typed, whatever else is accepted.
            if accepted.is_empty() {
                accepted.push(right[0]);
            }
            writeln!(yaml, "    accept: {}", list(&accepted)).unwrap();
        }
    }
    for (index, rival) in case.rivals.iter().enumerate() {
        let rival = quoted(rival);
        writeln!(
            yaml,
            "  - {{ id: r{index}, ask: And {index}?, answer: {rival} }}"
        )
        .unwrap();
    }
    let reading = read(Path::new("texts.yaml"), yaml.as_bytes());
    let deck = reading
        .deck
        .unwrap_or_else(|| panic!("line {}: {yaml}", case.line));
    assert_eq!(
        deck.cards.len(),
        1 + case.rivals.len(),
        "line {}: {yaml}",
        case.line
    );
    deck.cards
}

fn judged(case: &Case, typed: &str) -> Verdict {
    let cards = deck(case);
    judge_among(&cards[0], &response_in_words(&cards[0], typed), &cards)
}

#[test]
fn every_answer_gets_its_verdict() {
    let mut failed = Vec::new();
    for case in cases() {
        let verdict = judged(&case, case.typed);
        let got = (verdict.outcome.name(), verdict.reason.name());
        if got != (case.verdict, case.reason) {
            let Case {
                line,
                right,
                typed,
                verdict,
                reason,
                ..
            } = case;
            failed.push(format!(
                "{line}: {typed:?} for {right}: {got:?}, not {verdict}, {reason}"
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{}\n{} failed",
        failed.join("\n"),
        failed.len()
    );
}

#[test]
fn right_and_wrong_are_in_equal_parts() {
    let cases = cases();
    let wrong = cases.iter().filter(|case| case.verdict == "wrong").count();
    assert!(cases.len() >= 200, "{}", cases.len());
    let share = wrong * 100 / cases.len();
    assert!((45..=55).contains(&share), "{share} % are wrong");
}

#[test]
fn a_verdict_does_not_depend_on_the_normal_form() {
    for case in cases() {
        let decomposed: String = case.typed.nfd().collect();
        let (one, other) = (judged(&case, case.typed), judged(&case, &decomposed));
        assert_eq!(one, other, "line {}: {:?}", case.line, case.typed);
    }
}
