//! `dateline card DECK/CARD`

use std::io::Write;

use serde::Serialize;

use super::arguments::CardArguments;
use super::phrase::Phrase;
use super::table::{Align, Table};
use super::{Failure, Setup, Status, lookup, time};
use crate::author::compose::Kind;
use crate::deck::{Card, Task};
use crate::schedule::{CardState, Rating};
use crate::strings::Say;
use crate::text::{Lang, safe_line};

/// A card in JSON.
#[derive(Debug, Serialize)]
struct Standing<'a> {
    id: &'a str,
    deck: &'a str,
    kind: &'static str,
    state: &'static str,
    /// In days; null until it has been reviewed.
    stability: Option<f32>,
    /// 1 to 10.
    difficulty: Option<f32>,
    /// Chance of recall today, 0 to 1.
    retrievability: Option<f32>,
    due: Option<String>,
    suspended: bool,
    /// The day it comes back, while it is put off.
    buried_until: Option<String>,
    flagged: bool,
    reviews: Vec<Reviewed>,
}

#[derive(Debug, Serialize)]
struct Reviewed {
    id: String,
    at: String,
    rating: Rating,
    took_ms: u32,
}

pub(super) fn run(
    setup: &Setup,
    arguments: &CardArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let collection = setup.look()?;
    let card = lookup::card(&collection, &arguments.card)?;
    let state = collection.state(&card.id)?;
    let clock = collection.clock();
    let today = clock.day(setup.clock.now());
    let retrievability = collection.model().recall(&state, today);
    let reviews = collection.store().reviews(&card.id)?;
    let standing = Standing {
        id: card.id.as_str(),
        deck: card.id.deck(),
        kind: kind(&card),
        state: state.phase.name(),
        stability: state.memory.map(|memory| memory.stability),
        difficulty: state.memory.map(|memory| memory.difficulty),
        retrievability,
        due: state.due.map(|due| time::due(due, clock)),
        suspended: state.suspended,
        buried_until: state
            .buried_until
            .filter(|until| *until > today)
            .map(|until| until.date().to_string()),
        flagged: state.flag.is_some(),
        reviews: reviews
            .iter()
            .map(|past| Reviewed {
                id: past.id.to_string(),
                at: time::in_zone(past.at, &clock.zone),
                rating: past.review.rating,
                took_ms: past.review.took_ms,
            })
            .collect(),
    };
    if setup.json {
        super::json::pretty(out, &standing)?;
        writeln!(out)?;
    } else {
        for_people(setup, &card, &standing, &state, out)?;
    }
    Ok(Status::Done)
}

fn for_people(
    setup: &Setup,
    card: &Card,
    standing: &Standing,
    state: &CardState,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    writeln!(out, "{}", safe_line(card.question.get(setup.study_lang)))?;
    writeln!(out, "{}\n", safe_line(card.answer.get(setup.study_lang)))?;
    let say = Say(setup.lang);
    let number = |value: Option<f32>| value.map_or("–".to_owned(), |value| format!("{value:.2}"));
    let percent = standing.retrievability.map_or("–".to_owned(), |chance| {
        say.percent(format_args!("{:.0}", chance * 100.0))
    });
    let mut table = Table::new(&[Align::Left, Align::Left]);
    let mut row = |phrase: Phrase, value: &str| table.row([phrase.say(setup.lang), value]);
    row(Phrase::Card, standing.id);
    row(
        Phrase::Kind,
        say.pick_of(standing.kind, kind_in_korean(card)),
    );
    row(Phrase::State, say.phase(state.phase));
    row(Phrase::Stability, &number(standing.stability));
    row(Phrase::Difficulty, &number(standing.difficulty));
    row(Phrase::Retrievability, &percent);
    row(Phrase::NextDue, standing.due.as_deref().unwrap_or("–"));
    if standing.suspended {
        row(Phrase::Suspended, Phrase::Yes.say(setup.lang));
    }
    if let Some(until) = &standing.buried_until {
        row(Phrase::BuriedUntil, until);
    }
    if let Some(why) = &state.flag {
        row(
            Phrase::Flagged,
            if why.is_empty() {
                Phrase::Yes.say(setup.lang)
            } else {
                why
            },
        );
    }
    table.write(out)?;
    if standing.reviews.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let mut table = Table::new(&[Align::Left, Align::Left, Align::Right]);
    for review in &standing.reviews {
        let took = time::took(u64::from(review.took_ms), setup.lang);
        table.row([review.at.as_str(), say.rated(review.rating), &took]);
    }
    table.write(out)?;
    Ok(())
}

/// What a card wants, in a word: the key of the deck format that makes it.
pub(super) fn kind(card: &Card) -> &'static str {
    match &card.task {
        Task::Recall { cloze: None } => "recall",
        Task::Recall { cloze: Some(_) } | Task::Cloze { .. } => "cloze",
        Task::Text { .. } => "text",
        Task::Number { .. } => "number",
        Task::Date { .. } => "date",
        Task::Choice { .. } => "choices",
        Task::List { .. } => "list",
        Task::Order { .. } => "order",
        Task::Pairs { .. } => "pairs",
        Task::Compare { .. } => "compare",
    }
}

/// The same in Korean, as the form says it that makes such cards.
fn kind_in_korean(card: &Card) -> &'static str {
    let say = Say(Lang::Ko);
    say.card_kind(match &card.task {
        Task::Recall { cloze: None } => Kind::Recall,
        Task::Recall { cloze: Some(_) } | Task::Cloze { .. } => Kind::Cloze,
        Task::Text { .. } => Kind::Text,
        Task::Number { .. } => Kind::Figure,
        Task::Date { .. } => Kind::Date,
        Task::Choice { .. } => Kind::Choice,
        Task::List { .. } => Kind::List,
        Task::Order { .. } => Kind::Order,
        Task::Pairs { .. } => Kind::Pairs,
        Task::Compare { .. } => return say.kind_comparison(),
    })
}
