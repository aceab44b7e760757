//! Which card of today is which card of yesterday, when a deck was edited.

use crate::deck::{Card, CardId, Fingerprint};

/// A card as the index knew it before the deck was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name then.
    pub id: CardId,
    /// What it was then.
    pub fingerprint: Fingerprint,
    /// Its answer as it was shown, for "was … → is …".
    pub answer: String,
    /// Whether it has ever been reviewed.
    pub studied: bool,
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
pub fn reconcile(known: &[Known], cards: &[Card]) -> Match {
    let _ = (known, cards);
    todo!()
}
