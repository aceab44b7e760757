//! Who says so: a claim or a forecast, and the name of whoever makes it.
//!
//! Good decks name them in the question, and a name that stands there is no
//! question: so it is left out, and where a trace of it remains the card can't
//! be asked.

use super::form::{filled, with_choices};
use crate::deck::{Card, Status, Task};
use crate::quiz::chance::Chance;
use crate::quiz::distractor::{Pool, names_of, overlaps, speakers};
use crate::text::{Lang, Localized, fold};

/// Stands where the name did.
const BLANK: &str = "[…]";
/// Words of names that many names have.
const COMMON: [&str; 8] = ["the", "and", "its", "an", "of", "in", "for", "a"];

/// `card` asked for whoever says so.
pub(super) fn card(card: &Card, pool: &Pool<'_>, chance: Chance) -> Option<Card> {
    let by = card.dateline.by.as_ref()?;
    // A name in one language only would not be read beside the others.
    let both = Lang::ALL
        .iter()
        .all(|lang| by.exactly(*lang).is_some() == card.question.exactly(*lang).is_some());
    if !both {
        return None;
    }
    // What a source says in its own name, anyone can tell who reads it.
    let own = |source: &Option<Localized>| source.as_ref().is_some_and(|it| overlaps(it, by));
    if own(&card.dateline.publisher) || own(&card.dateline.title) {
        return None;
    }
    let names = names_of(by);
    let statement = statement(card)?.map(|_, text| blank(text, &names));
    if statement.iter().any(|(_, text)| has_trace(text, &names)) {
        return None;
    }
    let wrong = speakers(card, by, &statement, pool, chance)?;
    let asks = |lang| match (card.dateline.status, lang) {
        (Status::Forecast, Lang::En) => "Who expects so?",
        (Status::Forecast, Lang::Ko) => "누가 그렇게 내다보는가?",
        (_, Lang::En) => "Who says so?",
        (_, Lang::Ko) => "누가 그렇게 말하는가?",
    };
    let mut made = with_choices(card, by.clone(), wrong, chance);
    made.question = statement.map(|lang, text| format!("{text}\n\n{}", asks(lang)));
    made.answer = by.clone();
    made.chart = Vec::new();
    Some(made)
}

/// What is said: a cloze with its gaps filled, or a question and its answer.
fn statement(card: &Card) -> Option<Localized> {
    match &card.task {
        Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) } => {
            Some(cloze.map(|_, pieces| filled(pieces)))
        }
        Task::Recall { cloze: None }
        | Task::Text { .. }
        | Task::Number { .. }
        | Task::Date { .. } => Some(card.question.map(|lang, question| {
            let answer = card.answer.get(lang);
            // The marks of a list stand at the beginning of a line.
            let lead = if answer.contains('\n') { "" } else { "→ " };
            format!("{question}\n{lead}{answer}")
        })),
        Task::Choice { .. }
        | Task::List { .. }
        | Task::Order { .. }
        | Task::Pairs { .. }
        | Task::Compare { .. } => None,
    }
}

/// `text` with every one of `names` left out, where it is a word.
fn blank(text: &str, names: &[String]) -> String {
    names.iter().fold(text.to_owned(), |text, name| {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(name.as_str()) {
            let (before, from) = rest.split_at(at);
            let after = from.get(name.len()..).unwrap_or_default();
            // Hangul takes particles; a Latin name must end where a word does.
            let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let latin = name.ends_with(|c: char| c.is_ascii_alphanumeric());
            let inside = latin && (joined(before.chars().last()) || joined(after.chars().next()));
            out.push_str(before);
            out.push_str(if inside { name } else { BLANK });
            rest = after;
        }
        out.push_str(rest);
        out
    })
}

/// Whether a word of one of the names is left in `text`.
fn has_trace(text: &str, names: &[String]) -> bool {
    let said: Vec<String> = text.split_whitespace().map(fold).collect();
    names
        .iter()
        .flat_map(|name| name.split([' ', ',', '-']))
        .map(fold)
        .filter(|word| word.chars().count() > 1 && !COMMON.contains(&word.as_str()))
        .any(|word| said.iter().any(|said| said.contains(&word)))
}
