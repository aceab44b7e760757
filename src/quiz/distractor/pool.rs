//! Where wrong choices are drawn from.

use std::cell::OnceCell;
use std::sync::Arc;

use super::column::Columns;
use crate::deck::{Card, CardId, DeckId};
use crate::figure::Date;
use crate::order::Order as _;

/// The cards of the decks that a quiz is of, in the order of their names.
///
/// Decks that the quiz is not of don't count: whoever has more decks than the
/// teacher still gets the teacher's test.
#[derive(Debug)]
pub(in crate::quiz) struct Pool<'a> {
    cards: Vec<&'a Arc<Card>>,
    columns: OnceCell<Columns<'a>>,
}

impl<'a> Pool<'a> {
    /// The cards that are in one of `decks`, or all if none are named; their
    /// order does not matter.
    pub fn new(cards: &'a [Arc<Card>], decks: &[DeckId]) -> Pool<'a> {
        let mut cards: Vec<&Arc<Card>> = cards
            .iter()
            .filter(|card| {
                decks.is_empty() || decks.iter().any(|deck| deck.as_str() == card.id.deck())
            })
            .collect();
        cards.order_by(|one, other| one.id.cmp(&other.id));
        cards.dedup_by(|one, other| one.id == other.id);
        Pool {
            cards,
            columns: OnceCell::new(),
        }
    }

    /// Every card.
    pub fn cards(&self) -> &[&'a Arc<Card>] {
        &self.cards
    }

    /// What is of a kind with what in them.
    pub(super) fn columns(&self) -> &Columns<'a> {
        self.columns.get_or_init(|| Columns::of(&self.cards))
    }

    /// The card of a name.
    pub fn card(&self, id: &CardId) -> Option<&'a Arc<Card>> {
        let at = self.cards.binary_search_by(|card| card.id.cmp(id)).ok()?;
        self.cards.get(at).copied()
    }

    /// The day as of which the newest of them was true: what is asked of the
    /// past was not later.
    pub(super) fn latest(&self) -> Option<Date> {
        let datelines = self.cards.iter().map(|card| &card.dateline);
        let days = datelines.filter_map(|dateline| dateline.as_of.or(dateline.published));
        days.filter(|day| day.year.is_some()).max()
    }

    /// The cards that may hold a wrong answer to `card`: not its siblings, which
    /// share what it asks for.
    pub fn others<'p>(&'p self, card: &'p Card) -> impl Iterator<Item = &'a Card> + 'p {
        self.cards
            .iter()
            .map(|other: &&'a Arc<Card>| -> &'a Card { other })
            .filter(move |other| !are_siblings(card, other))
    }
}

/// Whether two cards are of one entry, or share a fact.
fn are_siblings(one: &Card, other: &Card) -> bool {
    one.id.entry() == other.id.entry() || one.facts.iter().any(|fact| other.facts.contains(fact))
}

/// Whether two cards share a tag.
pub(super) fn share_tag(one: &Card, other: &Card) -> bool {
    one.tags.iter().any(|tag| other.tags.contains(tag))
}
