//! Fuzz: intervals are spread a little, so that cards learned together do not
//! stay together. Ranges follow Anki's.

use sha2::{Digest, Sha256};

use crate::deck::CardId;

/// From, to, and the part of each day in between that is added to the spread.
const RANGES: [(f32, f32, f32); 3] = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, f32::MAX, 0.05)];

/// The interval's range in days, both ends included, within `minimum` and
/// `maximum`; intervals under 2.5 days are not spread.
///
/// The spread is a day either way, and more the longer the interval: 15 % of
/// its days from 2.5 to 7, 10 % of those from 7 to 20, 5 % of those beyond. An
/// interval that `minimum` leaves no room is given the day after as well, if it
/// is more than two days and `maximum` allows it.
pub fn fuzz_range(interval: f32, minimum: u32, maximum: u32) -> (u32, u32) {
    let minimum = minimum.min(maximum);
    let interval = if interval.is_nan() { 0.0 } else { interval };
    let interval = interval.clamp(minimum as f32, maximum as f32);
    let spread = spread(interval);
    let lower = ((interval - spread).round() as u32).clamp(minimum, maximum);
    let mut upper = ((interval + spread).round() as u32).clamp(minimum, maximum);
    if upper == lower && upper > 2 && upper < maximum {
        upper += 1;
    }
    (lower, upper)
}

fn spread(interval: f32) -> f32 {
    if interval < 2.5 {
        return 0.0;
    }
    RANGES.iter().fold(1.0, |spread, (from, to, part)| {
        spread + part * (interval.min(*to) - from).max(0.0)
    })
}

/// The day within the range that a `fraction` (from 0 up to 1) picks.
pub(super) fn fuzzed(interval: f32, minimum: u32, maximum: u32, fraction: f64) -> u32 {
    let (lower, upper) = fuzz_range(interval, minimum, maximum);
    let days = f64::from(upper) - f64::from(lower) + 1.0;
    lower.saturating_add((fraction * days) as u32).min(upper)
}

/// A card's seed: the same on every machine (the first eight bytes of the
/// SHA-256 of its name, the lowest first).
pub fn fuzz_seed(card: &CardId) -> u64 {
    Sha256::digest(card.as_str().as_bytes())
        .iter()
        .take(8)
        .rev()
        .fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ranges_are_ankis() {
        for (interval, minimum, maximum, range, why) in [
            (0.1, 1, 100, (1, 1), "nothing comes back before a day"),
            (1.0, 1, 1000, (1, 1), "a day is not spread"),
            (2.49, 1, 1000, (2, 2), "nor is anything under 2.5"),
            (2.5, 1, 1000, (2, 4), "from 2.5 on, a day either way"),
            (7.0, 1, 1000, (5, 9), "1 + 15 % of 4.5 days is 1.675"),
            (
                17.0,
                1,
                1000,
                (14, 20),
                "and 10 % of the 10 days over 7: 2.675",
            ),
            (20.0, 1, 1000, (17, 23), "2.975 at 20"),
            (
                37.0,
                1,
                1000,
                (33, 41),
                "and 5 % of the 17 days over 20: 3.825",
            ),
            (100.0, 1, 1000, (93, 107), "6.975 at 100"),
            (6.9, 3, 1000, (5, 9), "no jump just under a border"),
            (7.1, 3, 1000, (5, 9), "nor just over it"),
            (19.9, 3, 1000, (17, 23), "nor at the next"),
            (
                100.0,
                101,
                1000,
                (101, 108),
                "the minimum lifts the interval itself, and cuts",
            ),
            (100.0, 1, 99, (92, 99), "the maximum lowers it, and cuts"),
            (100.0, 97, 103, (97, 103), "both"),
            (2.0, 2, 1000, (2, 2), "two days may stay two"),
            (
                2.0,
                3,
                1000,
                (3, 4),
                "lifted to three there are two days to pick from",
            ),
            (2.0, 3, 3, (3, 3), "unless that is the maximum"),
            (1.0, 3, 2, (2, 2), "a minimum over the maximum gives way"),
            (
                f32::INFINITY,
                1,
                36_500,
                (34_673, 36_500),
                "what is no number of days is the maximum",
            ),
            (f32::NAN, 1, 36_500, (1, 1), "or the minimum"),
        ] {
            assert_eq!(
                fuzz_range(interval, minimum, maximum),
                range,
                "{interval}: {why}"
            );
        }
    }

    #[test]
    fn each_day_of_the_range_has_its_share() {
        for (fraction, days) in [
            (0.0, 5),
            (0.19, 5),
            (0.2, 6),
            (0.5, 7),
            (0.8, 9),
            (0.99, 9),
            (1.0, 9),
        ] {
            assert_eq!(fuzzed(7.0, 1, 1000, fraction), days, "{fraction}");
        }
    }

    #[test]
    fn a_seed_is_the_same_everywhere() {
        for (card, seed) in [
            ("chips/flip", 11134406374022016121_u64),
            ("칩/뒤집기#reverse", 2697656888601682681),
        ] {
            let card: CardId = serde_json::from_value(card.into()).unwrap();
            assert_eq!(fuzz_seed(&card), seed, "{card}");
        }
    }

    proptest! {
        #[test]
        fn a_day_within_the_bounds(
            interval in 0.0f32..40_000.0,
            minimum in 1u32..400,
            maximum in 1u32..40_000,
            fraction in 0.0f64..1.0,
        ) {
            let days = fuzzed(interval, minimum, maximum, fraction);
            prop_assert!(days >= minimum.min(maximum) && days <= maximum);
            let (lower, upper) = fuzz_range(interval, minimum, maximum);
            prop_assert!(lower <= days && days <= upper);
        }
    }
}
