//! Sorting, by one piece of code for all kinds of things.
//!
//! The standard library's sort is built anew for each kind of element, five
//! kilobytes a time. Here it sorts the places of the elements, whatever they
//! are, and what is built for each kind only puts them there.

use std::cmp::Ordering;

pub trait Order<T> {
    /// As [`slice::sort`]: what is equal stays in its order.
    fn order(&mut self)
    where
        T: Ord;

    /// As [`slice::sort_by`]: what is equal stays in its order.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As [`slice::sort_by_key`]: what is equal stays in its order.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Order<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        if self.len() < 2 {
            return;
        }
        let mut places = sorted(
            self.len(),
            &mut |one, other| match (self.get(one), self.get(other)) {
                (Some(one), Some(other)) => compare(one, other),
                _ => Ordering::Equal,
            },
        );
        put(&mut places, &mut |one, other| self.swap(one, other));
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }
}

/// Where each of the sorted elements stands now.
fn sorted(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Swaps elements until each place has what `places` says. Each goes straight
/// to its own place, along the ring of those that stand in each other's.
fn put(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..places.len() {
        let mut place = first;
        while let Some(from) = places.get_mut(place) {
            let next = std::mem::replace(from, place);
            if next == first {
                break;
            }
            swap(place, next);
            place = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Order as _;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(keys in prop::collection::vec(0..20u8, 0..80)) {
            let things: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut ours = things.clone();
            ours.order_by_key(|(key, _)| *key);
            let mut stable = things.clone();
            stable.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &stable);

            ours.order_by(|(_, one), (_, other)| other.cmp(one));
            stable.sort_by(|(_, one), (_, other)| other.cmp(one));
            prop_assert_eq!(&ours, &stable);

            ours.order();
            stable.sort();
            prop_assert_eq!(ours, stable);
        }
    }
}
