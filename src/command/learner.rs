//! What the learner's log says to an author, if there is a learner here.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::{self, Write};
use std::path::PathBuf;

use super::setup::Folders;
use crate::author::{Flag, History};
use crate::collection::origin;
use crate::deck::{CardId, DeckFile, DeckId, Known};
use crate::message;
use crate::order::Order as _;
use crate::schedule::CardState;
use crate::store::{Past, Store, StoreError};
use crate::text::{Lang, safe_line};

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
    pub(super) fn of(files: &[DeckFile], lang: Lang) -> Learner {
        let home = Folders::find().ok().map(|folders| folders.home);
        let Some(home) = home.filter(|home| Store::is_in(home)) else {
            return Learner::default();
        };
        let looked = Store::open_or_copy(&home).and_then(|store| look(&store, files));
        looked.unwrap_or_else(|error| {
            let told = error.message();
            let told = told.says(lang);
            let told = message!("the log is left out: {told}", "기록은 뺍니다: {told}");
            let _ = writeln!(io::stderr(), "dateline: {}", safe_line(told.says(lang)));
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
    decks.order();
    let mut histories = Vec::new();
    for (deck, file) in decks {
        if states.keys().all(|card| card.deck() != deck.as_str()) {
            continue;
        }
        histories.extend(histories_of(store.past(&deck)?, file, &states));
    }
    Ok(Learner {
        flags: flags(&states),
        states,
        histories,
    })
}

/// The cards of a deck, which is in `file` if that has another name for it now: each
/// with what was done with it, whose histories it took over, and what it was when it
/// was reviewed, where that is another thing.
pub(super) fn histories_of(
    past: Past,
    file: Option<PathBuf>,
    states: &HashMap<CardId, CardState>,
) -> impl Iterator<Item = History> {
    let Past {
        known,
        taken_over,
        mut reviewed,
    } = past;
    let mut by_heir: HashMap<CardId, Vec<CardId>> = HashMap::new();
    for (was, now) in taken_over {
        by_heir.entry(now).or_default().push(was);
    }
    known.into_iter().map(move |card| History {
        reviews: states.get(&card.id).map_or(0, |state| state.reviews),
        once: once(&card, &by_heir),
        reviewed: reviewed.remove(&card.id),
        file: file.clone(),
        card,
    })
}

/// All that a card was called, itself and by whose history it took over.
fn once(card: &Known, by_heir: &HashMap<CardId, Vec<CardId>>) -> Vec<CardId> {
    let mut once: BTreeSet<CardId> = BTreeSet::new();
    let mut open = card.formerly.clone();
    // Each name once, so that going round ends.
    while let Some(name) = open.pop() {
        if !once.contains(&name) {
            open.extend(by_heir.get(&name).into_iter().flatten().cloned());
        }
        once.insert(name);
    }
    once.into_iter().collect()
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
    flags.order_by(|one, two| one.card.cmp(&two.card));
    flags
}
