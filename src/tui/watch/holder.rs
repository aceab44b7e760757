//! Decks are held against articles on a thread of their own: the screen shows
//! what was saved before that is done.

use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::author::Holding;
use crate::tui::events::Bell;
use crate::tui::watch::Holder;

/// So long the screen waits all the same: what is done by then is seen at once,
/// and not a moment later.
const WORTH_WAITING: Duration = Duration::from_millis(30);

/// What holds decks on its own thread, and rings `bell` once it did.
///
/// # Errors
/// When there can't be another thread.
pub fn beside(bell: Bell) -> io::Result<Holder> {
    let (sender, orders) = mpsc::channel::<(Vec<Holding>, mpsc::Sender<()>)>();
    thread::Builder::new()
        .name("articles".to_owned())
        .spawn(move || {
            while let Ok(mut order) = orders.recv() {
                // What was saved again meanwhile need not be held as it was.
                while let Ok(newer) = orders.try_recv() {
                    order = newer;
                }
                let (decks, done) = order;
                for deck in &decks {
                    deck.run();
                }
                // Perhaps no one waits any more.
                let _ = done.send(());
                if !bell.ring() {
                    return;
                }
            }
        })?;
    Ok(Box::new(move |decks| {
        let (done, wait) = mpsc::channel();
        if sender.send((decks, done)).is_ok() {
            let _ = wait.recv_timeout(WORTH_WAITING);
        }
    }))
}
