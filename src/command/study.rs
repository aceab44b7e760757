//! `dateline` alone, and `dateline study [DECK…]`

use std::io::Write;

use super::arguments::StudyArguments;
use super::{Failure, Setup, Status, lookup, plain};
use crate::collection::Collection;
use crate::schedule::{Act, Caps};
use crate::session::Session;
use crate::tui::{self, Start, Wanted};

/// The home screen.
pub(super) fn home(setup: &Setup) -> Result<Status, Failure> {
    show(setup, setup.quiet_look()?, Start::Home)
}

/// A session, at once.
pub(super) fn run(
    setup: &Setup,
    study: &StudyArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let mut collection = setup.quiet_collection()?;
    let wanted = Wanted {
        decks: lookup::decks(&collection, &study.decks)?,
        caps: Caps {
            cards: study.number,
            new: study.new,
        },
        minutes: study.minutes,
    };
    if let Some(new) = study.new {
        lift_limit(setup, &mut collection, &wanted, new)?;
    }
    if !study.plain {
        return show(setup, collection, Start::Study(wanted));
    }
    let now = setup.clock.now();
    let material = collection.material(&wanted.decks, wanted.caps, wanted.minutes, now)?;
    let session = Session::start(material, now);
    plain::talk(setup, out, |talk, now| {
        crate::plain::study(&mut collection, session, talk, now)
    })
}

/// Who asks for so many new cards gets them, whatever the day's limit: what it
/// holds back of them is let in, as by "more today".
fn lift_limit(
    setup: &Setup,
    collection: &mut Collection,
    wanted: &Wanted,
    new: u32,
) -> Result<(), Failure> {
    let now = setup.clock.now();
    let plan = collection.plan(&wanted.decks, now)?;
    let let_in = u32::try_from(plan.new.len()).unwrap_or(u32::MAX);
    let lacks = new.saturating_sub(let_in);
    if lacks == 0 {
        return Ok(());
    }
    let held = collection.held_back(&wanted.decks, lacks, now)?;
    let more = lacks.min(held.new);
    if more > 0 {
        let act = Act::More {
            new: more,
            reviews: 0,
        };
        collection.record(act, now, now)?;
    }
    Ok(())
}

/// The screens, until the learner quits.
pub(super) fn show(setup: &Setup, collection: Collection, start: Start) -> Result<Status, Failure> {
    let clock = setup.clock.clone();
    tui::run(collection, move || clock.now(), setup.manner(), start)?;
    Ok(Status::Done)
}
