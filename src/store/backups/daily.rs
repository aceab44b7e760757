//! A backup of each day as it was before the first write of the day, made
//! while the learner goes on.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::Connection;

use super::super::error::{StoreError, Trouble};
use super::super::open;
use super::{Folder, copy};
use crate::message;
use crate::schedule::Day;
use crate::text::Message;

/// Between two steps of the copy, so that a rating waits for the disk no
/// longer than for one step.
const PAUSE: Duration = Duration::from_millis(10);

/// Sees to the backup of each day.
#[derive(Debug)]
pub(in super::super) struct Daily {
    database: PathBuf,
    folder: Folder,
    /// The day that is seen to.
    seen_to: Option<Day>,
    running: Option<Running>,
    trouble: Option<StoreError>,
}

/// A copy that is being made.
#[derive(Debug)]
struct Running {
    /// Dropped, there are no more pauses.
    _unhurried: mpsc::Sender<()>,
    thread: JoinHandle<Result<(), StoreError>>,
}

impl Daily {
    /// For the database of a home.
    pub(in super::super) fn new(home: &Path, database: &Path) -> Daily {
        Daily {
            database: database.to_owned(),
            folder: Folder::of(home),
            seen_to: None,
            running: None,
            trouble: None,
        }
    }

    /// To be called before a write on a day. What there is to keep is held at
    /// once, by a transaction that reads: copying it goes on beside the write.
    pub(in super::super) fn before_write(&mut self, day: Day) {
        if self.seen_to == Some(day) {
            return;
        }
        self.end();
        match self.begin(day) {
            Ok(Begun::SeenTo(running)) => {
                self.seen_to = Some(day);
                self.running = running;
            }
            // Whoever makes it may be killed before it is whole.
            Ok(Begun::Elsewhere) => {}
            Err(trouble) => {
                // A write must not fail because of it, nor try again each time.
                self.seen_to = Some(day);
                self.trouble = Some(trouble.tell(&self.database));
            }
        }
    }

    fn begin(&self, day: Day) -> Result<Begun, Trouble> {
        let to = self.folder.daily(day);
        if to.exists() {
            return Ok(Begun::SeenTo(None));
        }
        let from = open::connect_to_read(&self.database)?;
        copy::save_memory(&from)?;
        from.execute_batch("BEGIN")?;
        // On the first day there is nothing from before it.
        let anything: bool = from.query_row(
            "SELECT EXISTS (SELECT 1 FROM event WHERE day < ?1 OR day > ?1)",
            [day.0],
            |row| row.get(0),
        )?;
        if !anything {
            return Ok(Begun::SeenTo(None));
        }
        self.folder.make()?;
        let Some(lock) = self.folder.try_lock()? else {
            return Ok(Begun::Elsewhere);
        };
        // Another process may have been done with it just before the lock.
        if to.exists() {
            return Ok(Begun::SeenTo(None));
        }
        let (sender, receiver) = mpsc::channel();
        let (folder, database) = (self.folder.clone(), self.database.clone());
        let thread = thread::Builder::new().name("backup".to_owned());
        let thread = thread.spawn(move || {
            let made = make(&from, &folder, day, &receiver);
            let _ = lock.unlock();
            made.map_err(|trouble| trouble.tell(&database))
        });
        let thread = thread.map_err(|error| StoreError::NoBackup {
            path: to,
            cause: Message::same(error),
        })?;
        Ok(Begun::SeenTo(Some(Running {
            _unhurried: sender,
            thread,
        })))
    }

    /// Waits for the copy that is being made, which hurries.
    pub(in super::super) fn end(&mut self) {
        if let Some(Running { _unhurried, thread }) = self.running.take() {
            drop(_unhurried);
            self.collect(thread);
        }
    }

    /// Why there is no backup of this day, told once, as soon as it is known.
    pub(in super::super) fn trouble(&mut self) -> Option<StoreError> {
        let over = |running: &mut Running| running.thread.is_finished();
        if let Some(Running { thread, .. }) = self.running.take_if(over) {
            self.collect(thread);
        }
        self.trouble.take()
    }

    fn collect(&mut self, thread: JoinHandle<Result<(), StoreError>>) {
        let made = thread.join().unwrap_or_else(|_| {
            Err(StoreError::NoBackup {
                path: self.database.clone(),
                cause: message!(
                    "the copy did not come to an end",
                    "복사가 끝나지 않았습니다"
                ),
            })
        });
        if let Err(error) = made {
            self.trouble = Some(error);
        }
    }
}

impl Drop for Daily {
    fn drop(&mut self) {
        self.end();
    }
}

/// What came of beginning.
enum Begun {
    /// It is there, or being made here, or there is nothing to keep.
    SeenTo(Option<Running>),
    /// Another process is at it.
    Elsewhere,
}

fn make(
    from: &Connection,
    folder: &Folder,
    day: Day,
    unhurried: &mpsc::Receiver<()>,
) -> Result<(), Trouble> {
    copy::sweep(folder.path());
    copy::copy(from, &folder.daily(day), |part| {
        // Nothing is ever sent: it waits, or it is hurried and does not.
        if unhurried.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
            // All of it at the end would keep the disk from a rating for long.
            let _ = part.sync_data();
        }
    })?;
    folder.thin(day);
    Ok(())
}
