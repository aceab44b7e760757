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

/// The same, but never in order: there is something to do.
pub fn out_of_order(count: usize, seed: u64) -> Vec<usize> {
    let mut order = shuffled(count, seed);
    if order.is_sorted() {
        order.rotate_left(usize::from(count > 1));
    }
    order
}
