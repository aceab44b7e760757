//! How fast a learner begins to answer, by their own measure.

/// So many times must be known before one of them is called slow.
const ENOUGH: usize = 50;

/// A time is no longer than this, in milliseconds: whoever takes a minute went
/// for coffee.
const LONGEST: u32 = 60_000;

/// The times from a question to the first key of its answer, in milliseconds.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    /// Ascending, none over [`LONGEST`].
    times: Vec<u32>,
}

impl Pace {
    /// From the times of reviews past, in any order.
    pub fn of(times: impl IntoIterator<Item = u32>) -> Pace {
        let mut times: Vec<u32> = times.into_iter().map(|time| time.min(LONGEST)).collect();
        times.sort_unstable();
        Pace { times }
    }

    /// One more, if an answer was given.
    pub fn add(&mut self, time: Option<u32>) {
        if let Some(time) = time.map(|time| time.min(LONGEST)) {
            let place = self.times.partition_point(|known| *known <= time);
            self.times.insert(place, time);
        }
    }

    /// Whether a time is above the 90th percentile of all (nearest rank), of
    /// which there must be enough to tell.
    pub fn is_slow(&self, time: u32) -> bool {
        if self.times.len() < ENOUGH {
            return false;
        }
        let rank = (self.times.len() * 9).div_ceil(10);
        let limit = rank.checked_sub(1).and_then(|rank| self.times.get(rank));
        limit.is_some_and(|limit| time.min(LONGEST) > *limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_is_above_nine_of_ten() {
        let hundred = Pace::of((1..=100).rev().map(|second| second * 100));
        let few = Pace::of((1..=49).map(|second| second * 100));
        let capped = Pace::of((0..60).map(|_| 90_000));
        // (times known, this time, whether it is slow)
        for (pace, time, slow) in [
            (&hundred, 9_000, false),
            (&hundred, 9_001, true),
            (&hundred, 100, false),
            (&few, 60_000, false),
            // All over the longest are alike.
            (&capped, 3_600_000, false),
            (&Pace::default(), 1, false),
        ] {
            assert_eq!(pace.is_slow(time), slow, "{time} in {:?}", pace.times);
        }
    }

    #[test]
    fn it_learns() {
        let mut pace = Pace::of((1..=49).map(|second| second * 100));
        pace.add(None);
        assert!(!pace.is_slow(10_000));
        pace.add(Some(50));
        assert!(pace.is_slow(10_000));
        assert!(pace.times.is_sorted());
    }
}
