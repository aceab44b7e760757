//! Shuffles: the same seed gives the same order on every machine.

use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

/// The indices `0..count`, shuffled.
pub fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut StdRng::seed_from_u64(seed));
    order
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
