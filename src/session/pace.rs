//! How fast a learner begins to answer, by their own measure.

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// So many times must be known before one of them is called slow.
const ENOUGH: usize = 50;

/// A time is no longer than this, in milliseconds: whoever takes a minute went
/// for coffee.
const LONGEST: u32 = 60_000;

/// The times from a question to the first key of its answer, in milliseconds:
/// read when an answer is first held against them.
#[derive(Clone)]
pub struct Pace {
    past: Rc<dyn Fn() -> Vec<u32>>,
    /// Once read: ascending, none over [`LONGEST`].
    times: OnceCell<Vec<u32>>,
}

impl Pace {
    /// From the times of the reviews past, in any order, as they are when the first
    /// answer is held against them: those told to [`Pace::add`] before are among them.
    pub fn new(past: impl Fn() -> Vec<u32> + 'static) -> Pace {
        Pace {
            past: Rc::new(past),
            times: OnceCell::new(),
        }
    }

    fn times(&self) -> &Vec<u32> {
        self.times.get_or_init(|| {
            let mut times = (self.past)();
            for time in &mut times {
                *time = LONGEST.min(*time);
            }
            times.sort_unstable();
            times
        })
    }

    /// One more, if an answer was given.
    pub fn add(&mut self, time: Option<u32>) {
        let time = time.map(|time| time.min(LONGEST));
        if let Some((times, time)) = self.times.get_mut().zip(time) {
            let place = times.partition_point(|known| *known <= time);
            times.insert(place, time);
        }
    }

    /// Whether a time is above the 90th percentile of all (nearest rank), of
    /// which there must be enough to tell.
    pub fn is_slow(&self, time: u32) -> bool {
        let times = self.times();
        if times.len() < ENOUGH {
            return false;
        }
        let rank = (times.len() * 9).div_ceil(10);
        let limit = rank.checked_sub(1).and_then(|rank| times.get(rank));
        limit.is_some_and(|limit| time.min(LONGEST) > *limit)
    }
}

/// Of whom nothing is known.
impl Default for Pace {
    fn default() -> Pace {
        Pace::new(Vec::new)
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pace").field(&self.times.get()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_is_above_nine_of_ten() {
        let hundred = Pace::new(|| (1..=100).rev().map(|second| second * 100).collect());
        let few = Pace::new(|| (1..=49).map(|second| second * 100).collect());
        let capped = Pace::new(|| vec![90_000; 60]);
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
            assert_eq!(pace.is_slow(time), slow, "{time} in {pace:?}");
        }
    }

    #[test]
    fn it_learns() {
        let mut pace = Pace::new(|| (1..=49).map(|second| second * 100).collect());
        pace.add(None);
        assert!(!pace.is_slow(10_000));
        pace.add(Some(50));
        assert!(pace.is_slow(10_000));
        assert!(pace.times().is_sorted());
    }

    #[test]
    fn what_is_read_later_is_not_added_once_more() {
        let past = Rc::new(std::cell::RefCell::new(vec![100; 49]));
        let log = past.clone();
        let mut pace = Pace::new(move || log.borrow().clone());
        past.borrow_mut().push(9_000);
        pace.add(Some(9_000));
        assert_eq!(pace.times().len(), 50);
        pace.add(Some(9_000));
        assert_eq!(pace.times().len(), 51);
    }
}
