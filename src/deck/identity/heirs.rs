//! Who takes over a history by saying so.

use std::collections::HashMap;

use super::Known;
use crate::deck::{Card, CardId};

/// The cards that say which histories they take over.
pub(super) struct Heirs<'c>(HashMap<&'c str, Vec<&'c Card>>);

/// Who takes over one history.
pub(super) enum Heir<'c> {
    None,
    One(&'c Card),
    Several(Vec<CardId>),
}

impl<'c> Heirs<'c> {
    pub(super) fn of(cards: &'c [Card]) -> Self {
        let mut heirs: HashMap<&str, Vec<&Card>> = HashMap::new();
        for card in cards {
            for replaced in &card.replaces {
                heirs.entry(replaced).or_default().push(card);
            }
        }
        Heirs(heirs)
    }

    /// Who takes over a history: who names it as it was called last, else as it was
    /// called before.
    pub(super) fn heir(&self, known: &Known) -> Heir<'c> {
        let names = std::iter::once(&known.id).chain(known.formerly.iter().rev());
        let mut heirs = names.map(|name| self.named(name));
        let heir = heirs.find(|heir| !matches!(heir, Heir::None));
        heir.unwrap_or(Heir::None)
    }

    /// Who names a card, or names its entry and has the same part.
    fn named(&self, id: &CardId) -> Heir<'c> {
        let named = self.0.get(id.as_str()).or_else(|| self.0.get(id.entry()));
        let Some(cards) = named else {
            return Heir::None;
        };
        let same_part: Vec<&&Card> = cards
            .iter()
            .filter(|card| card.id.part() == id.part())
            .collect();
        match (cards.as_slice(), same_part.as_slice()) {
            ([card], _) => Heir::One(card),
            (_, [card]) => Heir::One(card),
            _ => Heir::Several(cards.iter().map(|card| card.id.clone()).collect()),
        }
    }
}
