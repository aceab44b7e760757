//! The same work on many things, on all cores.

mod turns;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::order::Order as _;
use turns::{Ends, Turns};

/// So many things wait for a worker of its own, or for who takes what it made.
const AHEAD: usize = 2;
/// One thread feeds at most so many, itself among them.
const MOST_FED: usize = 5;

thread_local! {
    /// Whether this thread is one of several that work on something.
    static HELPS: Cell<bool> = const { Cell::new(false) };
}

/// Works as one of several: what it does in turn it does alone, since the other
/// cores have their work.
fn help<T>(work: impl FnOnce() -> T) -> T {
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            HELPS.set(self.0);
        }
    }
    let _before = Before(HELPS.replace(true));
    work()
}

/// How many threads run at once.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// How many threads work on so many things.
fn workers(things: usize) -> usize {
    match things {
        // The system is not asked where nothing hangs on it.
        0 | 1 => things,
        _ if HELPS.get() => 1,
        _ => cores().min(things),
    }
}

/// What `work` makes of each of `others`, on a thread for each, behind what `own`
/// makes on this one meanwhile.
pub fn beside<T: Send, U: Send>(
    others: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> U + Sync,
    own: impl FnOnce() -> U,
) -> Vec<U> {
    let work = &work;
    thread::scope(|scope| {
        let start = |thing| scope.spawn(move || help(|| work(thing)));
        let others: Vec<_> = others.into_iter().map(start).collect();
        let mut made = vec![match others.is_empty() {
            true => own(),
            false => help(own),
        }];
        for other in others {
            match other.join() {
                Ok(one) => made.push(one),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        made
    })
}

/// What `work` makes of each of `things`, in their order.
pub fn each<'t, T: Sync, U: Send>(things: &'t [T], work: impl Fn(&'t T) -> U + Sync) -> Vec<U> {
    let workers = workers(things.len());
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
    let each = beside(1..workers, |_| take(), take);
    let mut done: Vec<(usize, U)> = each.into_iter().flatten().collect();
    done.order_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

/// Hands what `work` makes of each of `things` to `take`, in their order, on
/// this thread, while the others go on; until it fails.
///
/// # Errors
/// What `take` fails with.
pub fn in_order<'t, T: Sync, U: Send, E>(
    things: &'t [T],
    work: impl Fn(&'t T) -> U + Sync,
    mut take: impl FnMut(&'t T, U) -> Result<(), E>,
) -> Result<(), E> {
    let workers = workers(things.len());
    if workers < 2 {
        return things.iter().try_for_each(|thing| take(thing, work(thing)));
    }
    // Each may make one ahead: more of them only take room.
    let turns = &Turns::new(things.len(), 2 * workers);
    let (sender, made) = mpsc::channel::<(usize, U)>();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, work) = (sender.clone(), &work);
            let make = move || {
                let _ends = Ends(turns);
                while let Some(at) = turns.next() {
                    let thing = things.get(at);
                    // No one takes it any more.
                    if thing.is_none_or(|thing| sender.send((at, work(thing))).is_err()) {
                        return;
                    }
                }
            };
            scope.spawn(move || help(make));
        }
        drop(sender);
        let _ends = Ends(turns);
        let mut waiting = BTreeMap::new();
        let mut taken = 0;
        for (at, one) in made {
            waiting.insert(at, one);
            while let Some(one) = waiting.remove(&taken) {
                if let Some(thing) = things.get(taken) {
                    take(thing, one)?;
                }
                taken += 1;
                turns.take();
            }
        }
        Ok(())
    })
}

/// Hands what `work` makes of each thing that `next` gives to `take`, in their
/// order: both on this thread, while others work; until one of them fails.
///
/// # Errors
/// What `next` or `take` fails with.
pub fn through<T: Send, U: Send, E>(
    mut next: impl FnMut() -> Result<Option<T>, E>,
    work: impl Fn(T) -> U + Sync,
    mut take: impl FnMut(U) -> Result<(), E>,
) -> Result<(), E> {
    let cores = cores();
    if cores < 2 {
        while let Some(thing) = next()? {
            take(work(thing))?;
        }
        return Ok(());
    }
    // Each worker has a line of its own, and things go round.
    let work = &work;
    thread::scope(|scope| {
        let start = |_| {
            let (sender, things) = mpsc::sync_channel::<T>(AHEAD);
            let (done, made) = mpsc::sync_channel::<U>(AHEAD);
            scope.spawn(move || {
                let all = things.into_iter().map(work);
                // No one takes it any more.
                all.map(|one| done.send(one))
                    .take_while(Result::is_ok)
                    .for_each(drop);
            });
            (sender, made)
        };
        let lines: Vec<_> = (1..cores.min(MOST_FED)).map(start).collect();
        let (mut given, mut taken) = (0, 0);
        let mut ended = false;
        let line = |at: usize| lines.get(at % lines.len());
        loop {
            while !ended && given - taken < lines.len() * AHEAD {
                match next()?.zip(line(given)) {
                    Some((thing, (sender, _))) => ended = sender.send(thing).is_err(),
                    None => ended = true,
                }
                given += usize::from(!ended);
            }
            if given == taken {
                return Ok(());
            }
            // A worker that panicked does so again at the end of the scope.
            let Some(Ok(one)) = line(taken).map(|(_, made)| made.recv()) else {
                return Ok(());
            };
            taken += 1;
            take(one)?;
        }
    })
}

/// Lets go of many things, on all cores: trees of files are made of small parts.
pub fn let_go<T: Send>(mut things: Vec<T>) {
    let cores = cores();
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
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn things_keep_their_order() {
        let things: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = things.iter().map(|thing| thing * 2).collect();
        assert_eq!(each(&things, |thing| thing * 2), doubled);
        assert_eq!(each(&[] as &[usize], |thing| *thing), Vec::<usize>::new());
        let mut taken = Vec::new();
        let done: Result<(), ()> = in_order(
            &things,
            |thing| thing * 2,
            |thing, two| {
                taken.push((*thing, two));
                Ok(())
            },
        );
        assert_eq!(done, Ok(()));
        let expected: Vec<(usize, usize)> =
            things.iter().map(|thing| (*thing, thing * 2)).collect();
        assert_eq!(taken, expected);
    }

    #[test]
    fn no_one_works_far_ahead_of_what_was_taken() {
        let things: Vec<usize> = (0..1000).collect();
        let worked = AtomicUsize::new(0);
        let work = |thing: &usize| {
            if *thing == 0 {
                thread::sleep(std::time::Duration::from_millis(50));
                return worked.load(Ordering::Relaxed);
            }
            worked.fetch_add(1, Ordering::Relaxed)
        };
        let mut taken = Vec::new();
        let done: Result<(), ()> = in_order(&things, work, |_, made| {
            taken.push(made);
            Ok(())
        });
        assert_eq!((done, taken.len()), (Ok(()), 1000));
        assert!(taken[0] < 2 * workers(1000), "{}", taken[0]);
    }

    #[test]
    fn a_worker_that_panics_keeps_no_one_waiting() {
        let things: Vec<usize> = (0..1000).collect();
        let all = || {
            let work = |thing: &usize| assert_ne!(*thing, 7);
            in_order(&things, work, |_, ()| Ok::<(), ()>(()))
        };
        assert!(std::panic::catch_unwind(all).is_err());
    }

    #[test]
    fn what_helps_does_in_turn_its_own_work_alone() {
        let of_each = each(&[0; 20], |_| workers(100));
        let alone = if cores() > 1 { 1 } else { cores() };
        assert_eq!(of_each, [alone; 20]);
        assert_eq!(workers(100), cores().min(100));
    }

    #[test]
    fn what_is_made_beside_stands_behind_what_is_ones_own() {
        let made = beside(1..5, |thing| thing * 2, || 100);
        assert_eq!(made, [100, 2, 4, 6, 8]);
        assert_eq!(beside([], |thing: usize| thing, || 100), [100]);
    }

    #[test]
    fn what_goes_through_keeps_its_order() {
        for count in [0, 1, 2, 5, 1000] {
            let mut things = 0..count;
            let mut taken = Vec::new();
            let next = || Ok::<_, ()>(things.next());
            let done = through(
                next,
                |thing| thing * 2,
                |two| {
                    taken.push(two);
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            assert_eq!(taken, (0..count).map(|thing| thing * 2).collect::<Vec<_>>());
        }
        // Until the one or the other fails.
        let mut things = 0..1000;
        let done = through(
            || Ok(things.next()),
            |thing| thing,
            |thing| {
                if thing == 7 { Err(thing) } else { Ok(()) }
            },
        );
        assert_eq!(done, Err(7));
        let mut things = 0..1000;
        let next = || match things.next() {
            Some(9) => Err(9),
            thing => Ok(thing),
        };
        assert_eq!(through(next, |thing| thing, |_| Ok(())), Err(9));
    }

    #[test]
    fn nothing_is_taken_behind_what_failed() {
        let things: Vec<usize> = (0..1000).collect();
        let mut taken = 0;
        let done = in_order(
            &things,
            |thing| *thing,
            |_, thing| {
                taken += 1;
                if thing == 7 { Err(thing) } else { Ok(()) }
            },
        );
        assert_eq!((done, taken), (Err(7), 8));
    }
}
