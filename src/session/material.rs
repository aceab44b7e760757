//! What a session works on: its cards, their learner, and what today holds.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

use crate::deck::{Card, CardId};
use crate::schedule::Queue;
use crate::session::Learner;

/// The cards of a deck, for the few answers that are held against them: read
/// when they are asked for.
#[derive(Clone)]
pub struct Mates(Arc<Of>);

/// The cards of a card's deck.
type Of = dyn Fn(&CardId) -> Vec<Arc<Card>>;

impl Mates {
    /// Those that `of` gives for a card: the cards of its deck.
    pub fn new(of: impl Fn(&CardId) -> Vec<Arc<Card>> + 'static) -> Mates {
        Mates(Arc::new(of))
    }

    /// Those among `cards`.
    pub fn among(cards: impl IntoIterator<Item = Arc<Card>>) -> Mates {
        let cards: Vec<Arc<Card>> = cards.into_iter().collect();
        Mates::new(move |card| {
            let mates = cards.iter().filter(|mate| mate.id.deck() == card.deck());
            mates.cloned().collect()
        })
    }

    /// The cards of a card's deck.
    pub fn of(&self, card: &CardId) -> Vec<Arc<Card>> {
        (self.0)(card)
    }
}

impl fmt::Debug for Mates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mates")
    }
}

/// What a session works on. Of its cards it has the names: the text of one is
/// brought when it comes.
#[derive(Debug)]
pub struct Material {
    /// Every card that may come.
    pub cards: HashSet<CardId>,
    /// The cards of their decks.
    pub mates: Mates,
    /// Where they stand, and what reviews go by.
    pub learner: Learner,
    /// What today holds.
    pub queue: Queue,
    /// For shuffles; the same seed gives the same session.
    pub seed: u64,
    /// When `--minutes` is over.
    pub until: Option<Timestamp>,
}
