//! Chance, always from a seed that was handed in: the same on every machine,
//! and in every version.
//!
//! The generator is Xoshiro256++, which `rand` names among its portable ones:
//! its stream is fixed, where that of `StdRng` may change with a release. Bits
//! are turned into numbers here, so that no distribution can change either.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

use crate::deck::CardId;
use crate::schedule::Day;

/// A number from 0 up to, not including, 1.
pub(super) fn fraction(seed: u64) -> f64 {
    let bits = Xoshiro256PlusPlus::seed_from_u64(seed).next_u64() >> 11;
    bits as f64 / (1u64 << 53) as f64
}

/// A card's lot among those that are due on one day. It hangs on the card and
/// that day alone, so that it can be kept with the card, and is another one when
/// the card comes again.
pub fn lot_on(day: Day, card: &CardId) -> i64 {
    (lot(u64::from(day.0.unsigned_abs()), card) >> 1).cast_signed()
}

/// A card's lot: sorting by it shuffles. It hangs on the card and the seed
/// alone, so that the order of the others stays when one is done.
pub(super) fn lot(seed: u64, card: &CardId) -> u64 {
    // FNV-1a: it only has to tell cards apart, fast, for every card there is.
    let hash = card
        .as_str()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    Xoshiro256PlusPlus::seed_from_u64(seed ^ hash).next_u64()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn chance_is_the_same_for_ever() {
        // Worked out from the published algorithms, apart from any crate.
        // Whoever changes these changes what every learner's keys show.
        assert_eq!(fraction(0), 0.3245752680314067);
        assert_eq!(fraction(1), 0.8116121588818848);
        let card = CardId::new(&serde_json::from_str("\"chips\"").unwrap(), "flip", None);
        assert_eq!(lot(0, &card), 1230374928333080054);
    }
}
