//! A deck's cards as the index keeps them, made without the database: so that it
//! can be done beside whoever writes.

use super::index::encode;
use super::passages;
use crate::deck::{Card, CardId};

/// What the index keeps of a deck's cards that has to be worked out.
#[derive(Debug)]
pub struct Ready(pub(super) Result<Rows, Unfit>);

/// The cards' values, and the passages that a search goes through.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// The values, one behind the other, in the order of the cards.
    values: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
    pub(super) passages: Vec<Vec<u8>>,
}

/// A card that can't be kept, and why.
#[derive(Debug)]
pub(super) struct Unfit(pub(super) CardId, pub(super) postcard::Error);

impl Ready {
    /// Makes ready what is to be kept of `cards`.
    pub fn of(cards: &[Card]) -> Ready {
        Ready(Rows::of(cards))
    }
}

impl Rows {
    fn of(cards: &[Card]) -> Result<Rows, Unfit> {
        let mut rows = Rows {
            passages: passages::of(cards),
            ..Rows::default()
        };
        for card in cards {
            encode(card, &mut rows.values).map_err(|error| Unfit(card.id.clone(), error))?;
            rows.ends.push(rows.values.len());
        }
        Ok(rows)
    }

    /// The cards' values, in their order.
    pub(super) fn values(&self) -> impl Iterator<Item = &[u8]> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let each = begins.zip(self.ends.iter().copied());
        each.map(|(begin, end)| self.values.get(begin..end).unwrap_or_default())
    }
}
