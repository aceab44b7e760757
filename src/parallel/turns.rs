//! Whose turn it is, so that no one works far ahead of what was taken.

use std::sync::{Condvar, Mutex, PoisonError};

/// Which of so many things is next.
pub struct Turns {
    count: usize,
    /// So many may be worked on that were not taken.
    ahead: usize,
    /// The next thing, and how many were taken.
    stand: Mutex<(usize, usize)>,
    moved: Condvar,
}

impl Turns {
    /// The turns of `count` things, of which `ahead` may be worked on at a time.
    pub fn new(count: usize, ahead: usize) -> Turns {
        Turns {
            count,
            ahead,
            stand: Mutex::default(),
            moved: Condvar::new(),
        }
    }

    /// The next thing for a worker, who waits for it if that is too early; none
    /// behind the last.
    pub fn next(&self) -> Option<usize> {
        let stand = self.stand.lock().unwrap_or_else(PoisonError::into_inner);
        let too_early =
            |(next, taken): &mut (usize, usize)| *next < self.count && *next >= *taken + self.ahead;
        let waited = self.moved.wait_while(stand, too_early);
        let mut stand = waited.unwrap_or_else(PoisonError::into_inner);
        let at = stand.0;
        stand.0 += 1;
        (at < self.count).then_some(at)
    }

    /// One more was taken.
    pub fn take(&self) {
        self.change(|(_, taken)| *taken += 1);
    }

    fn change(&self, change: impl FnOnce(&mut (usize, usize))) {
        change(&mut self.stand.lock().unwrap_or_else(PoisonError::into_inner));
        self.moved.notify_all();
    }
}

/// Ends all turns when it goes: who waits for one, waits for no one that is gone.
pub struct Ends<'t>(pub &'t Turns);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        let end = self.0.count;
        self.0.change(|(next, _)| *next = end);
    }
}
