//! What is left of the day's limits: those of the collection and those of each
//! deck hold together.

use std::collections::HashMap;

use crate::deck::DeckId;
use crate::schedule::{Limits, Options, Pile, Rules, Served};

/// How many more cards of a pile today's limits let in.
pub(super) struct Budget<'a> {
    pile: Pile,
    rules: &'a Rules,
    collection: u32,
    decks: HashMap<&'a DeckId, u32>,
}

impl<'a> Budget<'a> {
    pub(super) fn new(pile: Pile, rules: &'a Rules, served: &'a Served) -> Self {
        let served_today = match pile {
            Pile::New => &served.new,
            _ => &served.reviews,
        };
        let sum = served_today
            .values()
            .fold(0, |sum: u32, count| sum.saturating_add(*count));
        let left = |limits: Limits, done: u32| {
            let more = limit(served.more, pile);
            limit(limits, pile)
                .saturating_add(more)
                .saturating_sub(done)
        };
        let of_deck = |(deck, options): (&'a DeckId, &'a Options)| {
            let done = served_today.get(deck).copied().unwrap_or(0);
            (deck, left(options.limits, done))
        };
        Budget {
            pile,
            rules,
            collection: left(rules.limits, sum),
            decks: rules.decks.iter().map(of_deck).collect(),
        }
    }

    /// Whether one more card of `deck` is let in, unless it comes in any case;
    /// it counts then.
    pub(super) fn takes(&mut self, deck: &DeckId, in_any_case: bool) -> bool {
        let mut unlimited = u32::MAX;
        let of_deck = self.decks.get_mut(deck).unwrap_or(&mut unlimited);
        if !in_any_case && (self.collection == 0 || *of_deck == 0) {
            return false;
        }
        self.collection = self.collection.saturating_sub(1);
        *of_deck = of_deck.saturating_sub(1);
        true
    }

    /// Whether one more card of any of the decks would be let in.
    pub(super) fn has_room<'d>(&self, mut decks: impl Iterator<Item = &'d DeckId>) -> bool {
        self.collection > 0 && decks.any(|deck| self.decks.get(deck).is_none_or(|left| *left > 0))
    }

    /// Whether the limits will let cards of `deck` in on another day.
    pub(super) fn opens_again(&self, deck: &DeckId) -> bool {
        let of_deck = self.rules.decks.get(deck);
        limit(self.rules.limits, self.pile) > 0
            && of_deck.is_none_or(|options| limit(options.limits, self.pile) > 0)
    }
}

fn limit(limits: Limits, pile: Pile) -> u32 {
    match pile {
        Pile::New => limits.new,
        _ => limits.reviews,
    }
}
