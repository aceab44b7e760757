//! The same work on many things, on all cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each of `things`, in their order.
pub(super) fn each<'t, T: Sync, U: Send>(
    things: &'t [T],
    work: impl Fn(&'t T) -> U + Sync,
) -> Vec<U> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let workers = cores.min(things.len());
    if workers < 2 {
        return things.iter().map(work).collect();
    }
    // Each takes the next thing that none has taken: files differ in length.
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else {
                return done;
            };
            done.push((at, work(thing)));
        }
    };
    let mut done: Vec<(usize, U)> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            match other.join() {
                Ok(theirs) => done.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

/// Lets go of many things, on all cores: trees of files are made of small parts.
pub(super) fn let_go<T: Send>(mut things: Vec<T>) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = things.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        while things.len() > share {
            let others = things.split_off(things.len() - share);
            scope.spawn(move || drop(others));
        }
        drop(things);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_keep_their_order() {
        let things: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = things.iter().map(|thing| thing * 2).collect();
        assert_eq!(each(&things, |thing| thing * 2), doubled);
        assert_eq!(each(&[] as &[usize], |thing| *thing), Vec::<usize>::new());
    }
}
