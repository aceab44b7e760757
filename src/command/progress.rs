//! A line on standard error that tells how far something long is.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What is over sooner needs no telling.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(100);

/// How far a number of things is, counted from any thread.
pub(super) struct Progress {
    doing: &'static str,
    of: usize,
    steps: usize,
    begun: Instant,
    terminal: bool,
    told: Mutex<Told>,
}

#[derive(Default)]
struct Told {
    done: usize,
    last: Option<Instant>,
}

impl Progress {
    /// That `of` things are to be done, each in so many steps.
    pub fn in_steps(doing: &'static str, of: usize, steps: usize) -> Progress {
        Progress {
            doing,
            of,
            steps: steps.max(1),
            begun: Instant::now(),
            terminal: io::stderr().is_terminal(),
            told: Mutex::default(),
        }
    }

    /// One more step is done.
    pub fn step(&self) {
        if !self.terminal {
            return;
        }
        let Ok(mut told) = self.told.lock() else {
            return;
        };
        told.done += 1;
        let now = Instant::now();
        let due = now.duration_since(self.begun) > PATIENCE
            && told.last.is_none_or(|last| now.duration_since(last) > PACE);
        if due {
            told.last = Some(now);
            // Who closed standard error does not want to know.
            let _ = write!(
                io::stderr(),
                "\r{} {} of {}",
                self.doing,
                told.done / self.steps,
                self.of
            );
        }
    }

    /// Takes the line away.
    pub fn end(self) {
        let shown = self.told.lock().is_ok_and(|told| told.last.is_some());
        if shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
