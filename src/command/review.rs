//! `dateline review DECK/CARD again|hard|good|easy`

use std::io::{self, Write};

use super::arguments::ReviewArguments;
use super::{Failure, Setup, Status, event, lookup, time};
use crate::message;
use crate::schedule::{Act, Review, fuzz_seed, outcomes};
use crate::strings::Say;
use crate::text::safe_line;

/// Records a review as the screens would, and says what follows from it.
pub(super) fn run(
    setup: &Setup,
    arguments: &ReviewArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let mut collection = setup.collection()?;
    let card = lookup::card(&collection, &arguments.card)?;
    let now = setup.clock.now();
    let at = arguments.at.unwrap_or(now);
    let chosen = outcomes(
        collection.model(),
        &collection.state_at(&card.id, at)?,
        &collection.options(card.id.deck()),
        collection.clock(),
        at,
        fuzz_seed(&card.id),
    )
    .into_iter()
    .find(|outcome| outcome.rating == arguments.rating);
    let Some(chosen) = chosen else {
        return Err(Failure::Message(message!(
            "'{}' has no outcome",
            "'{}': 나오는 결과가 없습니다",
            arguments.rating
        )));
    };
    let review = Review {
        card: card.id.clone(),
        rating: arguments.rating,
        took_ms: arguments.took,
        due: chosen.due,
        phase: chosen.phase,
        fingerprint: card.fingerprint.clone(),
        answered: None,
        first_key_ms: None,
        suggested: None,
    };
    let event = collection.record(Act::Review(review), at, now)?;
    let clock = collection.clock();
    if setup.json {
        writeln!(out, "{}", event::json(&event, clock)?)?;
    } else {
        let due = collection.state(&card.id)?.due;
        let due = due.map(|due| time::due(due, clock)).unwrap_or_default();
        let rated = Say(setup.lang).rated(arguments.rating);
        writeln!(out, "{}  {rated}  → {due}", card.id)?;
    }
    // It is on the disk all the same.
    if let Some(error) = collection.finish_backup() {
        let say = Say(setup.lang);
        let told = format!("{}: {}", say.no_backup(), error.message().says(say.0));
        let _ = writeln!(io::stderr(), "dateline: {}", safe_line(&told));
    }
    Ok(Status::Done)
}
