//! Siblings: cards that share a group (their entry, or a fact that they ask for
//! or show). One of them a day.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::deck::CardId;

/// Which groups a day has had, and by which card.
#[derive(Debug, Default)]
pub(super) struct Siblings<'a> {
    groups: HashMap<&'a str, Claim<'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim<'a> {
    /// By this card.
    One(&'a CardId),
    /// By more than one (cards in steps are exempt).
    Several,
}

impl<'a> Siblings<'a> {
    /// A card comes today, or came.
    pub(super) fn claim(&mut self, card: &'a CardId, groups: impl IntoIterator<Item = &'a str>) {
        for group in groups {
            match self.groups.entry(group) {
                Entry::Vacant(entry) => {
                    entry.insert(Claim::One(card));
                }
                Entry::Occupied(mut entry) => {
                    if *entry.get() != Claim::One(card) {
                        entry.insert(Claim::Several);
                    }
                }
            }
        }
    }

    /// Whether another card of one of its groups keeps a card away. (It does not
    /// keep itself away.)
    pub(super) fn keep_away(
        &self,
        card: &CardId,
        groups: impl IntoIterator<Item = &'a str>,
    ) -> bool {
        groups
            .into_iter()
            .filter_map(|group| self.groups.get(group))
            .any(|claim| *claim != Claim::One(card))
    }
}
