//! Shuffles: the same seed gives the same order on every machine, and in every
//! version. (`rand` promises that of its Xoshiro256++, and of no shuffle.)

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

/// The indices `0..count`, shuffled: sorted by the lot that each draws.
pub fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut lots: Vec<(u64, usize)> = (0..count).map(|index| (chance.next_u64(), index)).collect();
    lots.sort_unstable();
    lots.into_iter().map(|(_, index)| index).collect()
}

/// The same, but out of order: one line moved is not enough to set it right
/// (of three, one is), or who does nothing would be nearly right.
pub fn out_of_order(count: usize, seed: u64) -> Vec<usize> {
    let wanted = if count < 4 { 1 } else { 2 };
    let mut tries = (0..32).map(|more| shuffled(count, seed.wrapping_add(more)));
    tries
        .find(|order| out_of_place(order) >= wanted)
        .unwrap_or_else(|| (0..count).rev().collect())
}

/// How many lines must be moved at least, to bring all into order: all but the
/// longest row of lines that follow one another rightly.
fn out_of_place(order: &[usize]) -> usize {
    let mut rows: Vec<usize> = Vec::with_capacity(order.len());
    for (index, line) in order.iter().enumerate() {
        let before = order.iter().zip(&rows).take(index);
        let longest = before
            .filter(|(earlier, _)| *earlier < line)
            .map(|(_, row)| *row);
        rows.push(longest.max().unwrap_or(0) + 1);
    }
    order.len() - rows.into_iter().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_the_same_for_ever() {
        // Worked out from the published algorithm, apart from any crate. Whoever
        // changes these gives every class another test than its teacher has.
        for (seed, order) in [
            (0, [3, 0, 2, 1, 4]),
            (7, [0, 1, 3, 2, 4]),
            (u64::MAX, [3, 0, 4, 2, 1]),
        ] {
            assert_eq!(shuffled(5, seed), order, "{seed}");
        }
    }

    #[test]
    fn lines_that_must_be_moved() {
        let cases: [(&[usize], usize); 7] = [
            (&[], 0),
            (&[0], 0),
            (&[0, 1, 2], 0),
            (&[2, 0, 1], 1),
            (&[0, 2, 1, 3], 1),
            (&[1, 0, 3, 2], 2),
            (&[3, 2, 1, 0], 3),
        ];
        for (order, expected) in cases {
            assert_eq!(out_of_place(order), expected, "{order:?}");
        }
    }

    #[test]
    fn there_is_always_something_to_do() {
        for seed in 0..200 {
            for count in 2..8 {
                let order = out_of_order(count, seed);
                let least = if count < 4 { 1 } else { 2 };
                assert!(out_of_place(&order) >= least, "{order:?}");
                let mut sorted = order.clone();
                sorted.sort_unstable();
                assert!(sorted.into_iter().eq(0..count));
                assert_eq!(order, out_of_order(count, seed));
            }
        }
        assert_eq!(out_of_order(1, 3), [0]);
        assert_eq!(out_of_order(0, 3), [0; 0]);
    }
}
