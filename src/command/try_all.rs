//! `dateline try --all FILE`

use std::io::{self, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::{Failure, Setup, Status, lookup, report};
use crate::answer::{Expected, Outcome, Verdict, judge_among, read_table, response_in_words};
use crate::collection::Collection;
use crate::deck::{Diagnostic, Place, Severity};
use crate::strings::Say;
use crate::text::safe_line;

/// An answer in JSON.
#[derive(Debug, Serialize)]
struct Tried<'a> {
    card: &'a str,
    answer: &'a str,
    expected: &'static str,
    /// `null` where there is no such card.
    verdict: Option<&'static str>,
    reason: Option<&'static str>,
    line: usize,
    column: usize,
}

/// Judges every answer of the table, and tells those whose verdict is another
/// than it expects.
pub(super) fn run(setup: &Setup, file: &Path, out: &mut dyn Write) -> Result<Status, Failure> {
    let bytes = bytes(file)?;
    let (expected, wrong) = read_table(file, &bytes);
    let collection = setup.collection()?;
    let judged: Vec<Judged> = expected
        .iter()
        .map(|expected| Judged::new(&collection, expected))
        .collect();
    let unmet: Vec<Diagnostic> = judged
        .iter()
        .filter_map(|judged| judged.told(setup, file))
        .collect();
    let mut told: Vec<Diagnostic> = wrong.into_iter().chain(unmet).collect();
    // A card that there is not is told once, not with each of its answers.
    told.dedup();
    if setup.json {
        let tried: Vec<Tried> = judged.iter().map(Judged::json).collect();
        serde_json::to_writer_pretty(&mut *out, &tried)?;
        writeln!(out)?;
        // What can't be read is no answer, and is told all the same.
        for diagnostic in told.iter().filter(|told| told.code != VERDICT) {
            let _ = report::human(diagnostic, Some(&bytes), false, &mut io::stderr());
        }
    } else {
        for diagnostic in &told {
            report::human(diagnostic, Some(&bytes), setup.color, out)?;
        }
        let summary = match told.len() {
            0 => "all as expected".to_owned(),
            1 => "1 error".to_owned(),
            errors => format!("{errors} errors"),
        };
        let s = if judged.len() == 1 { "" } else { "s" };
        writeln!(out, "{} answer{s}: {summary}", judged.len())?;
    }
    Ok(if told.is_empty() {
        Status::Done
    } else {
        Status::Found
    })
}

/// The code of a verdict that is another than expected.
const VERDICT: &str = "verdict";

fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if file.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|read| bytes = read)
    };
    read.map_err(|error| {
        Failure::Message(format!(
            "can't read {}: {error}; name a YAML file of answers, or - for standard input",
            file.display()
        ))
    })?;
    Ok(bytes)
}

/// An answer with the verdict it got, or why it got none.
struct Judged<'a> {
    expected: &'a Expected,
    got: Result<Verdict, String>,
}

impl<'a> Judged<'a> {
    fn new(collection: &Collection, expected: &'a Expected) -> Judged<'a> {
        let got = match lookup::card(collection, &expected.card) {
            Ok(card) => {
                let response = response_in_words(&card, &expected.answer);
                Ok(judge_among(&card, &response, collection.cards()))
            }
            Err(failure) => Err(failure.to_string()),
        };
        Judged { expected, got }
    }

    /// What is wrong with it.
    fn told(&self, setup: &Setup, path: &Path) -> Option<Diagnostic> {
        let diagnostic = |code, place: Place, message: &str, help: Option<String>| Diagnostic {
            code,
            severity: Severity::Error,
            path: path.to_owned(),
            place,
            message: message.to_owned(),
            help,
        };
        let verdict = match &self.got {
            Ok(verdict) => verdict,
            Err(failure) => {
                let (message, help) = failure.split_once("; ").unwrap_or((failure, ""));
                let help = Some(help.to_owned()).filter(|help| !help.is_empty());
                return Some(diagnostic(
                    "unknown-card",
                    self.expected.card_place,
                    message,
                    help,
                ));
            }
        };
        let (got, expected) = (verdict.outcome, self.expected.outcome);
        if got == expected {
            return None;
        }
        let reason = Say(setup.lang).reason(verdict);
        let reason = Some(reason).filter(|reason| !reason.is_empty());
        let because = reason
            .map(|reason| format!(" ({reason})"))
            .unwrap_or_default();
        let answer = safe_line(&self.expected.answer);
        let message = format!(
            "'{answer}' is {}{because}, not {}",
            got.name(),
            expected.name()
        );
        let help = match (expected, got) {
            (Outcome::Correct, Outcome::Wrong | Outcome::Close) => {
                "add it to the card's 'accept', or expect this"
            }
            _ => "expect this, or change the card",
        };
        Some(diagnostic(
            VERDICT,
            self.expected.place,
            &message,
            Some(help.to_owned()),
        ))
    }

    fn json(&self) -> Tried<'_> {
        let verdict = self.got.as_ref().ok();
        Tried {
            card: &self.expected.card,
            answer: &self.expected.answer,
            expected: self.expected.outcome.name(),
            verdict: verdict.map(|verdict| verdict.outcome.name()),
            reason: verdict.map(|verdict| verdict.reason.name()),
            line: self.expected.place.line,
            column: self.expected.place.column,
        }
    }
}
