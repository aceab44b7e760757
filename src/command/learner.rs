//! What the learner's log says to an author, if there is a learner here.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::path::PathBuf;

use super::setup::Folders;
use crate::author::{Flag, History};
use crate::collection::origin;
use crate::deck::{CardId, DeckFile, DeckId};
use crate::schedule::CardState;
use crate::store::{Store, StoreError};
use crate::text::safe_line;

/// What was flagged and studied.
#[derive(Debug, Default)]
pub(super) struct Learner {
    /// Where each card stands that there is anything to tell of.
    pub states: HashMap<CardId, CardState>,
    /// What was flagged.
    pub flags: Vec<Flag>,
    /// The cards of the decks in question that were studied.
    pub histories: Vec<History>,
}

impl Learner {
    /// Looks into the log for the decks in `files`. A check needs no home: where
    /// there is none, or it can't be read, nothing is known.
    pub(super) fn of(files: &[DeckFile]) -> Learner {
        let home = Folders::find().ok().map(|folders| folders.home);
        let Some(home) = home.filter(|home| Store::is_in(home)) else {
            return Learner::default();
        };
        let looked = Store::open(&home).and_then(|store| look(&store, files));
        looked.unwrap_or_else(|error| {
            let _ = writeln!(
                io::stderr(),
                "dateline: the log is left out: {}",
                safe_line(&error.to_string())
            );
            Learner::default()
        })
    }
}

fn look(store: &Store, files: &[DeckFile]) -> Result<Learner, StoreError> {
    let states: HashMap<CardId, CardState> = store.states()?.into_iter().collect();
    let names: HashSet<&str> = files
        .iter()
        .filter_map(|file| file.name.as_deref())
        .collect();
    let mut decks: Vec<(DeckId, Option<PathBuf>)> = Vec::new();
    for name in &names {
        decks.extend(name.parse().ok().map(|deck| (deck, None)));
    }
    for before in store.indexed()? {
        let file = files
            .iter()
            .find(|file| origin(&file.path) == before.origin);
        if let Some(file) = file.filter(|_| !names.contains(before.deck.as_str())) {
            decks.push((before.deck, Some(file.path.clone())));
        }
    }
    decks.sort();
    let mut histories = Vec::new();
    for (deck, file) in decks {
        if states.keys().all(|card| card.deck() != deck.as_str()) {
            continue;
        }
        let known = store.known_before(&deck)?;
        histories.extend(known.into_iter().map(|card| History {
            reviews: states.get(&card.id).map_or(0, |state| state.reviews),
            card,
            file: file.clone(),
        }));
    }
    Ok(Learner {
        flags: flags(&states),
        states,
        histories,
    })
}

/// What was flagged, in the order of the names.
pub(super) fn flags(states: &HashMap<CardId, CardState>) -> Vec<Flag> {
    let flagged = states.iter().filter_map(|(card, state)| {
        let why = state.flag.clone()?;
        Some(Flag {
            card: card.as_str().to_owned(),
            why: Some(why).filter(|why| !why.trim().is_empty()),
        })
    });
    let mut flags: Vec<Flag> = flagged.collect();
    flags.sort_by(|one, two| one.card.cmp(&two.card));
    flags
}
