//! `dateline try --all FILE`

use std::io::{self, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::{Failure, Setup, Status, lookup, report};
use crate::answer::{Expected, Outcome, Verdict, judge_among, read_table, response_in_words};
use crate::collection::Collection;
use crate::deck::{Diagnostic, Place, Severity};
use crate::message;
use crate::store::StoreError;
use crate::strings::Say;
use crate::text::{Lang, Message, safe_line};

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
    let collection = setup.look()?;
    let judged: Result<Vec<Judged>, StoreError> = expected
        .iter()
        .map(|expected| Judged::new(&collection, expected))
        .collect();
    let judged = judged?;
    let unmet: Vec<Diagnostic> = judged
        .iter()
        .filter_map(|judged| judged.told(file))
        .collect();
    let mut told: Vec<Diagnostic> = wrong.into_iter().chain(unmet).collect();
    // A card that there is not is told once, not with each of its answers.
    told.dedup();
    let source = report::Source::of(&bytes);
    if setup.json {
        let tried: Vec<Tried> = judged.iter().map(Judged::json).collect();
        super::json::pretty(out, &tried)?;
        writeln!(out)?;
        // What can't be read is no answer, and is told all the same.
        for diagnostic in told.iter().filter(|told| told.code != VERDICT) {
            let _ = report::human(
                diagnostic,
                Some(&source),
                false,
                setup.lang,
                &mut io::stderr(),
            );
        }
    } else {
        for diagnostic in &told {
            report::human(diagnostic, Some(&source), setup.color, setup.lang, out)?;
        }
        writeln!(
            out,
            "{}",
            summary(judged.len(), told.len()).says(setup.lang)
        )?;
    }
    Ok(if told.is_empty() {
        Status::Done
    } else {
        Status::Found
    })
}

/// `6 answers: 2 errors`
fn summary(answers: usize, errors: usize) -> Message {
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let (many, wrong) = (s(answers), s(errors));
    match errors {
        0 => message!(
            "{answers} answer{many}: all as expected",
            "답 {answers}개: 모두 기대한 대로입니다"
        ),
        errors => message!(
            "{answers} answer{many}: {errors} error{wrong}",
            "답 {answers}개: 오류 {errors}건"
        ),
    }
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
        Failure::Message(message!(
            "can't read {}: {error}; name a YAML file of answers, or - for standard input",
            "{}: 읽을 수 없습니다({error}); 답을 적은 YAML 파일이나, 표준 입력이면 -를 지정하세요",
            file.display()
        ))
    })?;
    Ok(bytes)
}

/// An answer with the verdict it got, or why it got none.
struct Judged<'a> {
    expected: &'a Expected,
    got: Result<Verdict, Message>,
}

impl<'a> Judged<'a> {
    fn new(collection: &Collection, expected: &'a Expected) -> Result<Judged<'a>, StoreError> {
        let got = match lookup::find(collection, &expected.card)? {
            Ok(card) => {
                let response = response_in_words(&card, &expected.answer);
                let mates = collection.deckmates(&card.id)?;
                Ok(judge_among(&card, &response, &mates))
            }
            Err(message) => Err(message),
        };
        Ok(Judged { expected, got })
    }

    /// What is wrong with it.
    fn told(&self, path: &Path) -> Option<Diagnostic> {
        let diagnostic = |code, place: Place, message: Message, help: Option<Message>| Diagnostic {
            code,
            severity: Severity::Error,
            path: path.to_owned(),
            place,
            message,
            help,
        };
        let verdict = match &self.got {
            Ok(verdict) => verdict,
            Err(message) => {
                let (message, help) = message.parts();
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
        let because = |lang| {
            let reason = Some(Say(lang).reason(verdict));
            let reason = reason.filter(|reason| !reason.is_empty());
            reason.map_or_else(String::new, |reason| format!(" ({reason})"))
        };
        let [why, why_ko] = Lang::ALL.map(because);
        let (is, not) = (got.name(), expected.name());
        let answer = safe_line(&self.expected.answer);
        let message = message!(
            "'{answer}' is {is}{why}, not {not}",
            "'{answer}': 기대한 판정은 {not}, 실제 판정은 {is}입니다{why_ko}"
        );
        let help = match (expected, got) {
            (Outcome::Correct, Outcome::Wrong | Outcome::Close) => {
                message!(
                    "add it to the card's 'accept', or expect this",
                    "카드의 'accept'에 더하거나, 기대하는 판정을 고치세요"
                )
            }
            _ => message!(
                "expect this, or change the card",
                "기대하는 판정이나 카드를 고치세요"
            ),
        };
        Some(diagnostic(
            VERDICT,
            self.expected.place,
            message,
            Some(help),
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
