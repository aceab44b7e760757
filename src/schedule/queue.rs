//! The queue: which cards today holds, within limits and one sibling a day,
//! and which of them comes next.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use crate::deck::{CardId, DeckId};
use crate::figure::Date;
use crate::schedule::{CardState, Day, Due, Limits, NewOrder, Options, ReviewOrder, StudyClock};

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
    /// Cards reviewed today: their siblings stay away.
    pub cards: HashSet<CardId>,
    /// What "more today" added.
    pub more: Limits,
}

/// What caps one session (`-n`, `--new`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Caps {
    /// Cards of any kind.
    pub cards: Option<u32>,
    /// New cards.
    pub new: Option<u32>,
}

/// How many cards wait: new, learning (steps), and due for review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New cards that today's limits let in.
    pub new: u32,
    /// Cards in learning or relearning that are due today.
    pub learning: u32,
    /// Reviews that today's limits let in.
    pub due: u32,
}

/// What today holds, after limits and siblings.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Cards in steps that are due before the day ends, by time.
    pub learning: Vec<(Timestamp, CardId)>,
    /// Reviews, in their order (cards whose steps crossed a day among them).
    pub reviews: Vec<CardId>,
    /// New cards, in their order.
    pub new: Vec<CardId>,
    /// By deck.
    pub counts: HashMap<DeckId, Counts>,
    /// What only the limits held back: "more today" has something to offer.
    pub held_back: Counts,
    /// When the next card comes that is not in this plan.
    pub next_due: Option<Due>,
}

impl Plan {
    /// Works out what `day` holds. The same input and seed give the same plan.
    pub fn make(
        candidates: &[Candidate],
        rules: &Rules,
        served: &Served,
        clock: &StudyClock,
        now: Timestamp,
        seed: u64,
    ) -> Plan {
        let _ = (candidates, rules, served, clock, now, seed);
        todo!()
    }

    /// All decks together.
    pub fn total(&self) -> Counts {
        todo!()
    }
}

/// The queue of one session.
#[derive(Debug, Clone)]
pub struct Queue {}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// This card.
    Card(CardId),
    /// Nothing now, and nothing within the learn-ahead: the session ends; a
    /// learning card waits until then.
    Later(Timestamp),
    /// Nothing more today.
    Done,
}

impl Queue {
    /// Mixes new cards evenly among the reviews of `plan`, within `caps`.
    pub fn new(plan: &Plan, rules: &Rules, caps: Caps) -> Queue {
        let _ = (plan, rules, caps);
        todo!()
    }

    /// What to ask at `now`: learning cards that are due, then the mix, then
    /// learning cards within the learn-ahead. Does not take it out.
    pub fn next(&self, now: Timestamp) -> Next {
        let _ = now;
        todo!()
    }

    /// A card was reviewed and stands at `state`: it leaves its place, and
    /// comes back today only if its steps say so.
    pub fn reviewed(&mut self, card: &CardId, state: &CardState, day_end: Timestamp) {
        let _ = (card, state, day_end);
        todo!()
    }

    /// A card leaves the session (suspended, buried).
    pub fn remove(&mut self, card: &CardId) {
        let _ = card;
        todo!()
    }

    /// A review was undone: the card, as it stands again, comes first.
    pub fn restore(&mut self, card: &CardId, state: &CardState) {
        let _ = (card, state);
        todo!()
    }

    /// What is left.
    pub fn counts(&self) -> Counts {
        todo!()
    }
}
