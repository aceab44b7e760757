//! Histories: which events belong together, though a card's name changed.

use std::collections::HashMap;

use crate::deck::CardId;
use crate::schedule::{Act, Event};

/// Which history each event belongs to. A history begins with the first event
/// of a name. An alias moves what happened so far under the old name to the new
/// one, in with what is there by time; the old name is then free for another
/// card, which begins a history of its own.
pub(super) struct Histories {
    by_name: HashMap<CardId, usize>,
    /// The history that each was moved into: itself, if it was not.
    into: Vec<usize>,
}

impl Histories {
    /// The history of each event that acts on a card, and that of each name.
    pub(super) fn of(events: &[&Event]) -> (Vec<Option<usize>>, Vec<(CardId, usize)>) {
        let mut histories = Histories {
            by_name: HashMap::new(),
            into: Vec::new(),
        };
        let of_event: Vec<Option<usize>> = events
            .iter()
            .map(|event| match &event.act {
                Act::Alias { card, was } => {
                    histories.rename(was, card);
                    None
                }
                act => act.card().map(|card| histories.named(card)),
            })
            .collect();
        let of_event = of_event
            .into_iter()
            .map(|history| history.map(|history| histories.root(history)))
            .collect();
        let names = std::mem::take(&mut histories.by_name)
            .into_iter()
            .map(|(card, history)| (card, histories.root(history)))
            .collect();
        (of_event, names)
    }

    fn named(&mut self, card: &CardId) -> usize {
        if let Some(history) = self.by_name.get(card) {
            return *history;
        }
        let history = self.into.len();
        self.into.push(history);
        self.by_name.insert(card.clone(), history);
        history
    }

    fn rename(&mut self, was: &CardId, card: &CardId) {
        if was == card {
            return;
        }
        let Some(moved) = self.by_name.remove(was) else {
            return;
        };
        match self.by_name.get(card) {
            Some(&present) => {
                let (moved, present) = (self.root(moved), self.root(present));
                if let Some(into) = self.into.get_mut(moved) {
                    *into = present;
                }
            }
            None => {
                self.by_name.insert(card.clone(), moved);
            }
        }
    }

    /// Where a history ended up; what lies on the way is shortened.
    fn root(&mut self, mut history: usize) -> usize {
        while let Some(&next) = self.into.get(history) {
            if next == history {
                break;
            }
            let beyond = self.into.get(next).copied().unwrap_or(next);
            if let Some(into) = self.into.get_mut(history) {
                *into = beyond;
            }
            history = next;
        }
        history
    }
}
