//! The learner's data, in one SQLite file: the log of events, which is only
//! appended to; the index of decks as they were last read; and the states
//! that follow from the log, which can be thrown away and rebuilt.

mod acts;
mod ahead;
mod aides;
mod arrivals;
mod backups;
mod cards;
mod changes;
mod commit;
mod decks;
mod derived;
mod device;
mod doctor;
mod error;
mod fill;
mod index;
mod indexing;
mod known;
mod limit;
mod log;
mod look;
mod memories;
mod names;
mod open;
mod passages;
mod quizzes;
mod ready;
mod record;
mod repair;
mod replace;
mod restore;
mod rows;
mod salvage;
mod states;
mod sync;
mod tally;
mod waiting;
mod wal;
mod weights;
mod whereabouts;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::deck::CardId;
use crate::schedule::{CardState, Day, DeviceId};

use aides::Aides;
use error::Trouble;
use weights::Models;

pub use acts::PastReview;
pub use ahead::Ahead;
pub use backups::{Backup, Folder as Backups, Holds, Made};
pub use cards::{Outline, date_of, day_number};
pub use decks::{IndexedDeck, NewDeck};
pub use device::Place;
pub use doctor::{Clocks, Health, Jump, examine};
pub use error::StoreError;
pub use indexing::Indexing;
pub use known::Past;
pub use limit::heed_file_limit;
pub use look::Look;
pub use memories::{Remembered, Sums};
pub use passages::Words;
pub use quizzes::OpenQuiz;
pub use ready::Ready;
pub use repair::{Lost, Repair, repair};
pub use restore::{Restored, restore};
pub use sync::{Exchanged, Synced, Told, is_exchanged};

/// An open home.
#[derive(Debug)]
pub struct Store {
    // Dropped first: the day's backup is whole before the database is closed.
    daily: backups::Daily,
    aides: RefCell<Aides>,
    connection: Connection,
    opened: whereabouts::Opened,
    /// What SQLite counts with each commit of another connection.
    seen: Cell<i64>,
    path: PathBuf,
    device: DeviceId,
    models: Models,
    /// Whether it is only looked at: all is in a copy, and nothing is recorded.
    is_copy: bool,
}

impl Store {
    /// Whether there is a database in the folder `home`.
    pub fn is_in(home: &Path) -> bool {
        open::is_in(home)
    }

    /// Opens the database in the folder `home`, which is made if need be.
    pub fn open(home: &Path) -> Result<Store, StoreError> {
        whereabouts::is_there(home)?;
        let (connection, path) = open::open(home)?;
        let place = device::place(&path);
        Store::begin(connection, path, &place)
    }

    /// Opens it as if on the machine and at the place that `place` stands for:
    /// another one makes another device.
    pub fn open_at(home: &Path, place: &Place) -> Result<Store, StoreError> {
        whereabouts::is_there(home)?;
        let (connection, path) = open::open(home)?;
        Store::begin(connection, path, place)
    }

    /// Opens the database in the folder `home` to look at it: where it can't be
    /// written, a copy that is gone with this. Decks that changed are taken into
    /// that, and nothing is recorded.
    ///
    /// # Errors
    /// As [`Store::open`], and where there is nothing to look at.
    pub fn open_or_copy(home: &Path) -> Result<Store, StoreError> {
        match Store::open(home) {
            Err(StoreError::ReadOnly { .. } | StoreError::CannotOpen { .. })
                if Store::is_in(home) && open::is_forbidden(home) =>
            {
                let (connection, path) = open::open_copy(home)?;
                let place = device::place(&path);
                let mut store = Store::begin(connection, path, &place)?;
                store.is_copy = true;
                Ok(store)
            }
            opened => opened,
        }
    }

    /// Why nothing is recorded, where it is only looked at.
    pub fn unwritable(&self) -> Option<StoreError> {
        self.is_copy.then(|| StoreError::ReadOnly {
            path: self.path.clone(),
        })
    }

    fn begin(
        mut connection: Connection,
        path: PathBuf,
        place: &Place,
    ) -> Result<Store, StoreError> {
        let home = path.parent().unwrap_or(Path::new("."));
        let daily = backups::Daily::new(home, &path);
        let begun =
            device::device(&mut connection, place).and_then(|device| Ok((device, Models::new()?)));
        match begun {
            Ok((device, models)) => {
                let store = Store {
                    daily,
                    aides: RefCell::default(),
                    connection,
                    opened: whereabouts::Opened::at(&path),
                    seen: Cell::default(),
                    path,
                    device,
                    models,
                    is_copy: false,
                };
                store.others_wrote()?;
                Ok(store)
            }
            Err(trouble) => Err(trouble.tell(&path)),
        }
    }

    /// This machine and home.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// Where the database is, as told to people.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Every card that anything ever happened to, under the name it has now.
    pub fn states(&self) -> Result<HashMap<CardId, CardState>, StoreError> {
        let mut states = HashMap::new();
        let read = states::each(&self.connection, |card, state| {
            states.insert(card, state);
        });
        self.told(read.map(|()| states))
    }

    /// One card, by the name it has now or one it had.
    pub fn state(&self, card: &CardId) -> Result<CardState, StoreError> {
        self.read(|connection| {
            let card = names::meant(connection, card)?;
            Ok(states::get(connection, &card)?
                .map(|standing| standing.state)
                .unwrap_or_default())
        })
    }

    /// Whether another process wrote since this was last asked, or it was opened.
    pub fn others_wrote(&self) -> Result<bool, StoreError> {
        let version = self
            .connection
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut count| count.query_row([], |row| row.get(0)));
        let version: i64 = self.told(version.map_err(Trouble::from))?;
        Ok(self.seen.replace(version) != version)
    }

    /// The weights in force.
    pub fn weights(&self) -> Result<Option<Vec<f32>>, StoreError> {
        let rows = self.told(weights::rows(&self.connection))?;
        Ok(rows.into_iter().next_back().map(|(_, weights)| weights))
    }

    /// Throws away what is derived and works it out again from the log; decks are
    /// read again when they are next looked at.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.write(|connection, models| {
            index::forget_all(connection)?;
            derived::rebuild(connection, models)
        })
    }

    /// Lets others write that wait for it, between two of many writes.
    pub fn give_way(&self) {
        std::thread::sleep(open::GAP);
    }

    /// Moves what was written into the database proper, once there is much of it and
    /// as far as no one is in the way: for moments in which no one waits, or between
    /// many writes. Closing does it too.
    pub fn rest(&self) {
        // A search that was left half way needs no help any more.
        self.aides.borrow_mut().let_go();
        wal::rest(&self.connection);
    }

    /// A backup of now, called by the time on the learner's wall, or by the next
    /// second that has none; returns where it is.
    ///
    /// # Errors
    /// When it can't be made; a database that is damaged makes no backup.
    pub fn back_up(&self, now: Timestamp, zone: &TimeZone) -> Result<PathBuf, StoreError> {
        let home = self.path.parent().unwrap_or(Path::new("."));
        let made = Made::Asked(backups::wall(now, zone));
        self.read(|connection| Backups::of(home).add(connection, made))
    }

    /// A backup of now in the new file `to`.
    ///
    /// # Errors
    /// As [`Store::back_up`], and when there is such a file or no such folder.
    pub fn back_up_to(&self, to: &Path) -> Result<(), StoreError> {
        self.read(|connection| backups::copy(connection, to, |_| {}))
    }

    /// What is in it, at a glance.
    pub fn holds(&self) -> Result<Holds, StoreError> {
        self.read(Holds::of)
    }

    /// Waits for the backup of this day, if one is being made; why it could not be.
    pub fn finish_backup(&mut self) -> Option<StoreError> {
        self.daily.end();
        self.daily.trouble()
    }

    /// Why the backup of this day could not be made; told once.
    pub fn backup_trouble(&mut self) -> Option<StoreError> {
        self.daily.trouble()
    }

    /// Begins the backup of a day, before the first write on it.
    fn before_write(&mut self, day: Day) {
        if !self.is_copy {
            self.daily.before_write(day);
        }
    }

    /// One transaction that writes: all of it, or nothing.
    fn write<T>(
        &mut self,
        change: impl FnOnce(&Connection, &mut Models) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        match self.unwritable() {
            Some(error) => Err(error),
            // The lock first: what is read here must still hold when it is written.
            None => self.change(TransactionBehavior::Immediate, change),
        }
    }

    /// The same, in a copy too. Where it does not begin with the lock, it fails as
    /// busy when another process wrote since it first read.
    fn change<T>(
        &mut self,
        behavior: TransactionBehavior,
        change: impl FnOnce(&Connection, &mut Models) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        self.opened.is_at(&self.path)?;
        let models = &mut self.models;
        let connection = &mut self.connection;
        let done = (|| {
            let transaction = connection.transaction_with_behavior(behavior)?;
            models.load(&transaction)?;
            let value = change(&transaction, models)?;
            Ok(commit::commit(transaction).map(|()| value))
        })();
        let done = done.and_then(|committed: Result<T, commit::Uncommitted>| {
            committed.map_err(|uncommitted| uncommitted.void(connection))
        });
        self.told(done)
    }

    /// Several queries that see the same moment.
    fn read<T>(
        &self,
        look: impl FnOnce(&Connection) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        let seen = (|| {
            let _moment = self.moment()?;
            look(&self.connection)
        })();
        self.told(seen)
    }

    /// All that `look` asks is seen as of the same moment, which also costs less
    /// than to look for the newest each time.
    pub fn at_once<T>(
        &self,
        look: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let _moment = self.told(self.moment())?;
        look()
    }

    /// Holds on to a moment until it is dropped, unless one is held already.
    fn moment(&self) -> Result<Option<Transaction<'_>>, Trouble> {
        match self.connection.is_autocommit() {
            true => Ok(Some(self.connection.unchecked_transaction()?)),
            false => Ok(None),
        }
    }

    fn told<T>(&self, result: Result<T, Trouble>) -> Result<T, StoreError> {
        result.map_err(|trouble| trouble.tell(&self.path))
    }
}

#[cfg(test)]
mod tests;
