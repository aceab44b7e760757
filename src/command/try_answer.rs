//! `dateline try DECK/CARD ANSWER`

use std::io::Write;

use serde::Serialize;

use super::arguments::TryArguments;
use super::phrase::Phrase;
use super::{Failure, Setup, Status, lookup, try_all};
use crate::answer::{Outcome, Reason, Verdict, difference, judge_among, response_in_words};
use crate::deck::{Card, Task};
use crate::strings::Say;
use crate::text::{Lang, safe_line, width};

/// A verdict in JSON.
#[derive(Debug, Serialize)]
struct Tried<'a> {
    verdict: &'static str,
    reason: &'static str,
    rating: &'static str,
    /// The power of ten that a figure was off by; 0 otherwise.
    power_of_ten: i32,
    /// Whether each part of the answer is right.
    parts: &'a [bool],
    /// What was not named.
    missing: Vec<&'a str>,
    /// The answer as the card shows it.
    answer: &'a str,
}

pub(super) fn run(
    setup: &Setup,
    arguments: &TryArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    if let Some(file) = &arguments.all {
        return try_all::run(setup, file, out);
    }
    let name = arguments.card.as_deref().unwrap_or_default();
    let typed = arguments.answer.as_deref().unwrap_or_default();
    let collection = setup.look()?;
    let card = lookup::card(&collection, name)?;
    let response = response_in_words(&card, typed);
    let mates = collection.deckmates(&card.id)?;
    let verdict = judge_among(&card, &response, &mates);
    let lang = verdict.slip_in(typed).unwrap_or(setup.study_lang);
    let answer = card.answer.get(lang);
    if setup.json {
        let tried = Tried {
            verdict: verdict.outcome.name(),
            reason: verdict.reason.name(),
            rating: verdict.rating.name(),
            power_of_ten: verdict.power_of_ten,
            parts: &verdict.parts,
            missing: missing(&card, &verdict, lang),
            answer,
        };
        super::json::pretty(out, &tried)?;
        writeln!(out)?;
        return Ok(Status::Done);
    }
    let mark = match verdict.outcome {
        Outcome::Correct => "✓",
        Outcome::Close => "≈",
        Outcome::Wrong => "✗",
    };
    let say = Say(setup.lang);
    let reason = say.reason(&verdict);
    let colon = if reason.is_empty() { "" } else { ": " };
    writeln!(
        out,
        "{mark} {}{colon}{reason} → {}",
        say.outcome(verdict.outcome),
        say.rated(verdict.rating)
    )?;
    let marked = verdict.outcome != Outcome::Correct || verdict.reason == Reason::Typo;
    draw(setup, typed, answer, marked, out)?;
    let missing = missing(&card, &verdict, lang);
    if !missing.is_empty() {
        let label = Phrase::Missing.say(setup.lang);
        writeln!(out, "{label}: {}", safe_line(&missing.join(", ")))?;
    }
    Ok(Status::Done)
}

/// What was typed above what is right, with `^` under what differs if that is
/// to be `marked`.
fn draw(
    setup: &Setup,
    typed: &str,
    right: &str,
    marked: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (typed, right) = (safe_line(typed), safe_line(right));
    let (typed, right) = difference(&typed, &right);
    let labels = [Phrase::You.say(setup.lang), Phrase::Right.say(setup.lang)];
    let most = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    for (label, runs) in labels.iter().zip([typed, right]) {
        let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        let padding = " ".repeat(most - width(label));
        writeln!(out, "{label}{padding}  {text}")?;
        let marks: String = runs
            .iter()
            .map(|(text, differs)| if *differs { "^" } else { " " }.repeat(width(text)))
            .collect();
        if marked && !marks.trim().is_empty() {
            writeln!(out, "{}  {}", " ".repeat(most), marks.trim_end())?;
        }
    }
    Ok(())
}

/// What the verdict says was not named, in words.
fn missing<'a>(card: &'a Card, verdict: &Verdict, lang: Lang) -> Vec<&'a str> {
    let text = |index: &usize| match &card.task {
        Task::List { items, .. } => items.get(*index).map(|item| item.text.get(lang)),
        Task::Choice { choices, .. } => choices.get(*index).map(|choice| choice.get(lang)),
        _ => None,
    };
    verdict
        .missing
        .iter()
        .filter_map(text)
        .map(String::as_str)
        .collect()
}
