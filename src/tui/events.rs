//! What wakes the program: keys, clicks, a new size, a signal, or the time.
//! Between them it sleeps.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::Event;

/// So long it is looked whether the terminal has more of a burst: asked for no time
/// at all, crossterm does not look at what it has read already.
const AT_ONCE: Duration = Duration::from_millis(1);

/// One thing that happened outside.
#[derive(Debug)]
pub enum Wake {
    /// The terminal.
    Terminal(Event),
    /// A signal that ends the program, by its number.
    End(i32),
    /// A signal that stops it for a while.
    Stop,
    /// It goes on after someone else stopped it.
    Continue,
    /// The bell was rung: something else changed.
    Changed,
    /// The terminal can't be read any more.
    Gone(io::Error),
    /// Nothing, for as long as was to be waited.
    Time,
}

/// Wakes the program from another thread.
#[derive(Debug, Clone)]
pub struct Bell(Sender<Wake>);

impl Bell {
    /// Something changed. Returns whether anyone still listens.
    pub fn ring(&self) -> bool {
        self.0.send(Wake::Changed).is_ok()
    }
}

/// Where events come from.
#[derive(Debug)]
pub struct Events {
    receiver: Receiver<Wake>,
    sender: Sender<Wake>,
    /// Asks for what the terminal has behind so many events. Between two bursts it
    /// is not read: an editor may have it.
    request: Sender<usize>,
    /// Whether it was asked and has not answered yet.
    asked: Cell<bool>,
    /// So many events came from it.
    heard: Cell<usize>,
    /// What came from the terminal while only signals were waited for.
    kept: RefCell<VecDeque<Event>>,
}

impl Events {
    /// Listens to the terminal and to signals, each in a thread of its own: a
    /// terminal that hangs up can keep its reader busy for ever, and the
    /// program must be able to leave all the same.
    ///
    /// # Errors
    /// When signals can't be listened to.
    pub fn listen() -> io::Result<Events> {
        let (sender, receiver) = mpsc::channel();
        signals(sender.clone())?;
        // Crossterm begins to listen for resizes when it is first asked for an
        // event. Asked here, it misses none of those that follow a picture.
        crossterm::event::poll(Duration::ZERO)?;
        let (request, requests) = mpsc::channel();
        let own = sender.clone();
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || {
                let more = || matches!(crossterm::event::poll(AT_ONCE), Ok(true));
                read(&requests, &sender, crossterm::event::read, more);
            })?;
        Ok(Events {
            receiver,
            sender: own,
            request,
            asked: Cell::new(false),
            heard: Cell::new(0),
            kept: RefCell::default(),
        })
    }

    /// A bell that wakes the program.
    pub fn bell(&self) -> Bell {
        Bell(self.sender.clone())
    }

    /// Waits for the next event, at most this long.
    pub fn next(&self, timeout: Duration) -> Wake {
        if let Some(kept) = self.kept() {
            return kept;
        }
        if !self.asked.replace(true) {
            // Whoever can't be asked any more has told why.
            let _ = self.request.send(self.heard.get());
        }
        self.wait(timeout)
    }

    /// Waits for a signal while another program has the terminal. What was typed
    /// ahead of that comes next.
    pub fn signal(&self, timeout: Duration) -> Wake {
        loop {
            match self.wait(timeout) {
                Wake::Terminal(event) => self.kept.borrow_mut().push_back(event),
                wake => return wake,
            }
        }
    }

    fn kept(&self) -> Option<Wake> {
        self.kept.borrow_mut().pop_front().map(Wake::Terminal)
    }

    fn wait(&self, timeout: Duration) -> Wake {
        match self.receiver.recv_timeout(timeout) {
            Ok(wake) => self.answered(wake),
            Err(RecvTimeoutError::Timeout) => Wake::Time,
            Err(RecvTimeoutError::Disconnected) => {
                Wake::Gone(io::Error::from(io::ErrorKind::BrokenPipe))
            }
        }
    }

    /// An event that is already there.
    pub fn ready(&self) -> Option<Wake> {
        if let Some(kept) = self.kept() {
            return Some(kept);
        }
        let wake = self.receiver.try_recv().ok()?;
        Some(self.answered(wake))
    }

    fn answered(&self, wake: Wake) -> Wake {
        if matches!(wake, Wake::Terminal(_)) {
            self.asked.set(false);
            self.heard.set(self.heard.get() + 1);
        }
        wake
    }
}

/// Reads from the terminal what is asked for: an event, and with it all that come
/// at once, as long as there is `more`.
fn read(
    requests: &Receiver<usize>,
    sender: &Sender<Wake>,
    mut next: impl FnMut() -> io::Result<Event>,
    mut more: impl FnMut() -> bool,
) {
    let mut told = 0;
    while let Ok(heard) = requests.recv() {
        // Asked in the middle of a burst, which answered it: to read on would take
        // from an editor what is typed there.
        if heard < told {
            continue;
        }
        loop {
            let (wake, last) = match next() {
                Ok(event) => (Wake::Terminal(event), false),
                Err(error) => (Wake::Gone(error), true),
            };
            if sender.send(wake).is_err() || last {
                return;
            }
            told += 1;
            if !more() {
                break;
            }
        }
    }
}

#[cfg(unix)]
fn signals(sender: Sender<Wake>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    let mut signals =
        signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let wake = match signal {
                    SIGTSTP => Wake::Stop,
                    SIGCONT => Wake::Continue,
                    signal => Wake::End(signal),
                };
                if sender.send(wake).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}

#[cfg(not(unix))]
fn signals(_: Sender<Wake>) -> io::Result<()> {
    Ok(())
}

/// Stops the program, as ctrl-z does; returns when it goes on.
pub fn stop() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Whether a signal is what a key of the terminal sends: meant for whichever
/// program has it.
pub fn is_of_a_key(signal: i32) -> bool {
    #[cfg(unix)]
    return matches!(
        signal,
        signal_hook::consts::SIGINT | signal_hook::consts::SIGQUIT
    );
    #[cfg(not(unix))]
    {
        let _ = signal;
        false
    }
}

/// Ends the program the way the signal would have, so that whoever sent it
/// sees that it worked.
pub fn end_by(signal: i32) {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    #[cfg(not(unix))]
    let _ = signal;
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_a_burst_has_answered_is_not_read_for_again() {
        let (request, requests) = mpsc::channel();
        let (sender, receiver) = mpsc::channel();
        // The second was asked for when the first event was there, the third when
        // all three were.
        for heard in [0, 1, 3] {
            request.send(heard).unwrap();
        }
        drop(request);
        let mut bursts = [true, true, false, false].into_iter();
        let next = || Ok(Event::FocusGained);
        read(&requests, &sender, next, || bursts.next().unwrap());
        drop(sender);
        assert_eq!(receiver.iter().count(), 4);
    }
}
