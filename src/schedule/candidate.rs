//! What a day's plan is made from: the cards at hand, the rules, and what was
//! already done today.

use std::collections::HashMap;

use crate::deck::{CardId, DeckId};
use crate::figure::Date;
use crate::schedule::{CardState, Limits, NewOrder, Options, ReviewOrder};

/// A card that may be asked: in a deck at hand, not withdrawn.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The card.
    pub card: CardId,
    /// Its deck.
    pub deck: DeckId,
    /// Where it stands.
    pub state: CardState,
    /// Its dateline, for new cards.
    pub as_of: Option<Date>,
    /// Where it stands among all cards: by deck, then in the order of the file.
    pub position: usize,
    /// Its entry and the facts it asks for or shows; cards that share one are siblings.
    pub groups: Vec<String>,
}

/// What the learner and the decks' authors set.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Over the whole collection.
    pub limits: Limits,
    /// Order of reviews.
    pub review_order: ReviewOrder,
    /// Order of new cards.
    pub new_order: NewOrder,
    /// How early a learning card may come when nothing else is left, in seconds.
    pub learn_ahead: u32,
    /// Each deck's own options.
    pub decks: HashMap<DeckId, Options>,
}

/// What was already done on this study day.
#[derive(Debug, Clone, Default)]
pub struct Served {
    /// New cards first reviewed today, by deck.
    pub new: HashMap<DeckId, u32>,
    /// Reviews (of cards in state review) done today, by deck.
    pub reviews: HashMap<DeckId, u32>,
    /// Cards reviewed today, and the facts that they share with their siblings,
    /// who stay away.
    pub cards: HashMap<CardId, Vec<String>>,
    /// What "more today" added.
    pub more: Limits,
}
