//! Histories that cards take over from others.

use std::path::Path;

use jiff::Timestamp;

use super::placing::acts;
use super::shelving::{Told, origin};
use super::{Collection, Shelved};
use crate::deck::{CardId, Known, SHIPPED_AT, reconcile};
use crate::order::Order as _;
use crate::store::{IndexedDeck, StoreError};

impl Collection {
    /// Histories that cards take over by `replaces` from where an edit of their
    /// own deck does not find them: from other decks above all.
    pub(super) fn inherit(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let mut ties = self.store.ties(true)?;
        ties.retain(|(deck, ..)| self.by_key.contains_key(deck));
        let replaced = ties.iter().map(|(_, other, _)| other.as_str());
        let mut known = self.left_behind(replaced)?;
        if known.is_empty() {
            return Ok(());
        }
        known.order_by(|a, b| a.id.cmp(&b.id));
        let mut names: Vec<&str> = ties.iter().map(|(_, _, card)| card.as_str()).collect();
        names.order();
        names.dedup();
        let mut heirs = Vec::new();
        for name in names {
            if let Ok(id) = name.parse::<CardId>() {
                heirs.extend(self.store.card(&id)?);
            }
        }
        let mut found = reconcile(&known, &heirs, true);
        let mut told = Told::default();
        for (card, candidates) in std::mem::take(&mut found.lost) {
            // Where the first of those stands that may be meant.
            let deck = candidates.first().and_then(|one| self.shelved(one.deck()));
            let path = deck.map(|shelved| shelved.path.clone()).unwrap_or_default();
            told.lost(vec![(card, candidates)], &path);
        }
        let acts = acts(found);
        self.diagnostics.extend(told.diagnostics);
        self.lost.extend(told.lost);
        if !acts.is_empty() {
            self.store
                .index(now, &self.clock, |indexing| indexing.take_over(&acts))?;
        }
        Ok(())
    }

    /// What is known of the cards that were studied under these names, and are in
    /// no deck any more.
    fn left_behind<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
    ) -> Result<Vec<Known>, StoreError> {
        let mut gone: Vec<CardId> = Vec::new();
        for name in names {
            for id in self.store.studied_as(name)? {
                if !gone.contains(&id) && !self.has(&id)? {
                    gone.push(id);
                }
            }
        }
        let mut known = Vec::new();
        if gone.is_empty() {
            return Ok(known);
        }
        let indexed = self.store.indexed()?;
        for id in gone {
            if self.lives_elsewhere(&id, &indexed)? {
                continue;
            }
            let deck = indexed.iter().find(|deck| deck.deck.as_str() == id.deck());
            let kept = match deck {
                Some(deck) => self
                    .store
                    .known(&deck.deck)?
                    .into_iter()
                    .find(|one| one.id == id),
                None => None,
            };
            match kept {
                Some(kept) => known.push(kept),
                None => known.extend(self.store.known_by_log(&id)?),
            }
        }
        Ok(known)
    }

    /// Whether a deck that is not at hand had this card when it last was. It
    /// may merely not be named today; but if its file is gone, or another deck
    /// now, so is the card.
    fn lives_elsewhere(&self, id: &CardId, indexed: &[IndexedDeck]) -> Result<bool, StoreError> {
        let is_at_hand = |deck: &IndexedDeck| {
            let same = |shelved: &Shelved| {
                shelved.head.id == deck.deck || origin(&shelved.path) == deck.origin
            };
            self.decks.iter().any(same)
        };
        let mut decks = indexed.iter();
        let there = decks.any(|deck| {
            deck.deck.as_str() == id.deck()
                && !is_at_hand(deck)
                && (deck.origin.starts_with(SHIPPED_AT) || Path::new(&deck.origin).exists())
        });
        Ok(there && self.store.deck_of(id)?.is_some())
    }
}
