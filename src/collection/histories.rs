//! What is known of cards from before their deck was edited: by the index of
//! the decks, and by the log alone.

use std::collections::{HashMap, HashSet};

use crate::deck::{CardId, DeckId, Known};
use crate::schedule::CardState;
use crate::store::{Store, StoreError};

/// The cards of a deck as they last were, those that are gone and were studied
/// among them. `states` are those of all cards.
///
/// # Errors
/// When the database can't be read.
pub(crate) fn known(
    store: &Store,
    states: &HashMap<CardId, CardState>,
    deck: &DeckId,
) -> Result<Vec<Known>, StoreError> {
    let mut known = store.known(deck)?;
    let names: HashSet<&CardId> = known.iter().map(|known| &known.id).collect();
    let in_log = states
        .keys()
        .filter(|card| card.deck() == deck.as_str() && !names.contains(card));
    let mut in_log: Vec<CardId> = in_log.cloned().collect();
    in_log.sort();
    for card in in_log {
        known.extend(known_by_log(store, states, card)?);
    }
    Ok(known)
}

/// What the log alone says of a card: enough to find it again where the
/// index is lost, or was never made on this machine.
///
/// # Errors
/// When the database can't be read.
pub(super) fn known_by_log(
    store: &Store,
    states: &HashMap<CardId, CardState>,
    id: CardId,
) -> Result<Option<Known>, StoreError> {
    let Some(last) = store.reviews(&id)?.pop() else {
        return Ok(None);
    };
    let fingerprint = last.review.fingerprint;
    let state = states.get(&id);
    Ok(Some(Known {
        answer: fingerprint.value.clone().unwrap_or_default(),
        // One that was corrected since need not be so again.
        studied: state.is_some_and(|state| state.memory.is_some()),
        fingerprint,
        id,
    }))
}
