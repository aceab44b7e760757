//! `dateline` alone, and `dateline study [DECK…]`

use super::arguments::StudyArguments;
use super::{Failure, Setup, Status, lookup};

/// The home screen.
pub(super) fn home(setup: &Setup) -> Result<Status, Failure> {
    let collection = setup.collection()?;
    let _ = collection;
    Err(not_yet())
}

/// A session, at once.
pub(super) fn run(setup: &Setup, study: &StudyArguments) -> Result<Status, Failure> {
    let collection = setup.collection()?;
    let decks = lookup::decks(&collection, &study.decks)?;
    let _ = decks;
    Err(not_yet())
}

fn not_yet() -> Failure {
    Failure::Message("there are no screens yet".to_owned())
}
