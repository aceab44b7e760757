//! Fuzz: intervals are spread a little, so that cards learned together do not
//! stay together. Ranges follow Anki's.

use crate::deck::CardId;

/// The interval's range in days, both ends included, within `minimum` and
/// `maximum`; intervals under 2.5 days are not spread.
pub fn fuzz_range(interval: f32, minimum: u32, maximum: u32) -> (u32, u32) {
    let _ = (interval, minimum, maximum);
    todo!()
}

/// A card's seed: the same on every machine.
pub fn fuzz_seed(card: &CardId) -> u64 {
    let _ = card;
    todo!()
}
