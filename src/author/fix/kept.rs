//! What of a deck is the same after a fix: its cards with their histories, and
//! all else that is wrong with it.

use std::collections::{BTreeMap, HashMap};

use crate::deck::yaml::Node;
use crate::deck::{Card, CardId, Known, Opened, Place, Severity, reconcile};
use crate::order::Order as _;

/// The cards of a deck, those too of entries with which nothing is wrong but
/// that they say `id:` and no id; and what else is wrong.
pub(super) struct Kept<'o> {
    /// In the order of the file.
    pub cards: Vec<&'o Card>,
    codes: Vec<&'static str>,
}

impl<'o> Kept<'o> {
    /// Of a deck; `None` of what is none.
    pub fn of(opened: &'o Opened) -> Option<Kept<'o>> {
        let deck = opened.reading.deck.as_ref()?;
        let blank = blank_ids(opened);
        let whole = opened.whole.iter().flat_map(|whole| &whole.deck.cards);
        // Beside a broken key it is not told that there is no answer at all.
        let asks = |card: &&Card| card.answer.iter().all(|(_, text)| !text.is_empty());
        let nameless = whole.filter(|card| blank.contains_key(&card.place));
        let nameless = nameless.filter(asks);
        let mut cards: Vec<&Card> = deck.cards.iter().chain(nameless).collect();
        cards.order_by_key(|card| card.place);
        let told = opened.reading.diagnostics.iter();
        let others = told.filter(|told| !blank.values().any(|place| *place == told.place));
        let mut codes: Vec<&'static str> = others.map(|told| told.code).collect();
        codes.order();
        Some(Kept { cards, codes })
    }

    /// Whether `now` is this with other names for the same cards, each of which
    /// keeps its history.
    pub fn is_kept_in(&self, now: &Kept<'_>) -> bool {
        if now.codes != self.codes || now.cards.len() != self.cards.len() {
            return false;
        }
        let known: Vec<Known> = self
            .cards
            .iter()
            .map(|card| Known {
                id: card.id.clone(),
                fingerprint: card.fingerprint.clone(),
                answer: None,
                studied: true,
                formerly: Vec::new(),
                waiting: false,
            })
            .collect();
        let cards: Vec<Card> = now.cards.iter().map(|card| (*card).clone()).collect();
        let found = reconcile(&known, &cards, true);
        let renamed: HashMap<&CardId, &CardId> =
            found.renamed.iter().map(|(was, is)| (was, is)).collect();
        let now: HashMap<&CardId, &Card> = cards.iter().map(|card| (&card.id, card)).collect();
        found.lost.is_empty()
            && found.corrected.is_empty()
            && self.cards.iter().all(|card| {
                let is = renamed.get(&card.id).copied().unwrap_or(&card.id);
                now.get(is)
                    .is_some_and(|is| is.fingerprint == card.fingerprint && is.task == card.task)
            })
    }
}

/// The entries with which nothing is wrong but that no id stands behind `id:`,
/// each with where it should.
fn blank_ids(opened: &Opened) -> BTreeMap<Place, Place> {
    let cards = opened.root.as_ref().and_then(|root| root.get("cards"));
    let entries = cards.map(Node::items).unwrap_or_default();
    let blank = entries.iter().filter_map(|entry| {
        let id = entry.get("id").filter(|id| id.is_blank())?;
        let lines = entry.place.line..=entry.end_line();
        let mut told = opened.reading.diagnostics.iter();
        let more = told.any(|told| {
            told.severity == Severity::Error
                && told.place != id.place
                && lines.contains(&told.place.line)
        });
        (!more).then_some((entry.place, id.place))
    });
    blank.collect()
}
