//! Which card of today is which card of yesterday, when a deck was edited.

mod alike;
mod heirs;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::value;
use crate::deck::{Card, CardId, Fingerprint};
use alike::Search;
use heirs::{Heir, Heirs};

/// A card as the index knew it before the deck was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name then.
    pub id: CardId,
    /// What it was then.
    pub fingerprint: Fingerprint,
    /// Its answer as it was shown, for "was … → is …", unless the log alone tells of it.
    pub answer: Option<String>,
    /// Whether it has ever been reviewed.
    pub studied: bool,
    /// The names whose histories it took over.
    pub formerly: Vec<CardId>,
    /// Whether a card that was there already may be this one: what tells of it came
    /// here later than the deck, which was written after it, or it was gone when the
    /// deck was last read.
    pub waiting: bool,
}

/// A figure or date that a card asks for and that changed in value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The card.
    pub card: CardId,
    /// The answer before.
    pub was: String,
    /// The answer now.
    pub is: String,
}

/// What reading a deck again means for the histories of its cards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Match {
    /// Cards that took another name: (before, now).
    pub renamed: Vec<(CardId, CardId)>,
    /// Cards whose value changed.
    pub corrected: Vec<Correction>,
    /// Studied cards that are gone, with those that might be them: told, never guessed.
    pub lost: Vec<(CardId, Vec<CardId>)>,
}

/// Finds out what became of the `known` cards of a deck among its `cards` of now.
///
/// A card is the same by its name; else by what `replaces` says; else by its
/// question and answer, by its question alone, or, for entries without an id
/// (whose name follows their content), by its answer alone: each only where a
/// single card before and a single one now can be meant. A card that was there
/// before may be meant too: by its question or its answer if it took over from that
/// name once, by both if it was never studied and the history is waiting. The rest
/// is told. Of a deck that is not `whole` a card may be in what can't be read: there
/// only names count, and an id or a gap's number that was written in.
pub fn reconcile(known: &[Known], cards: &[Card], whole: bool) -> Match {
    let now: HashMap<&CardId, &Card> = cards.iter().map(|card| (&card.id, card)).collect();
    let mut found = Match::default();
    let mut gone: Vec<&Known> = Vec::new();
    for known in known {
        match now.get(&known.id) {
            Some(card) => found.correct(known, card),
            None => gone.push(known),
        }
    }
    if gone.is_empty() {
        return found;
    }

    let mut doubtful: HashMap<&CardId, Vec<CardId>> = HashMap::new();
    let heirs = Heirs::of(cards);
    gone.retain(|known| match heirs.heir(known) {
        Heir::None => true,
        Heir::One(card) => {
            found.rename(known, card);
            false
        }
        Heir::Several(cards) => {
            doubtful.insert(&known.id, cards);
            true
        }
    });

    let taken = found.renamed.iter().map(|(_, card)| card).collect();
    let mut search = Search::new(known, cards, &taken);
    let may = |known: &Known| !doubtful.contains_key(&known.id);
    for (known, card) in search.find(&mut gone, whole, may) {
        found.rename(known, card);
    }
    if !whole {
        return found;
    }
    for known in gone.into_iter().filter(|known| known.studied) {
        let candidates = doubtful.remove(&known.id);
        let candidates = candidates.unwrap_or_else(|| search.candidates(known));
        found.lost.push((known.id.clone(), candidates));
    }
    found
}

impl Match {
    /// `known` is `card` now, under another name.
    fn rename(&mut self, known: &Known, card: &Card) {
        self.renamed.push((known.id.clone(), card.id.clone()));
        self.correct(known, card);
    }

    /// `known` is `card` now: whether what it asks for has changed in value.
    fn correct(&mut self, known: &Known, card: &Card) {
        let (Some(was), Some(is)) = (&known.fingerprint.value, &card.fingerprint.value) else {
            return;
        };
        let language = card.answer.language();
        if known.studied && was != is {
            self.corrected.push(Correction {
                card: card.id.clone(),
                was: known
                    .answer
                    .clone()
                    .unwrap_or_else(|| value::shown(was, language)),
                is: card.answer.get(language).clone(),
            });
        }
    }
}
