//! The learner's data, in one SQLite file: the log of events, which is only
//! appended to; the index of decks as they were last read; and the states
//! that follow from the log, which can be thrown away and rebuilt.

mod arrivals;
mod backups;
mod derived;
mod device;
mod doctor;
mod error;
mod index;
mod log;
mod look;
mod names;
mod open;
mod quizzes;
mod record;
mod repair;
mod replace;
mod restore;
mod rows;
mod salvage;
mod states;
mod sync;
mod tally;
mod weights;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, TransactionBehavior};

use crate::deck::{CardId, DeckId, Known};
use crate::schedule::{
    Act, CardState, Day, DayTally, DeviceId, Event, EventId, Review, Served, StudyClock, Try,
};

use error::Trouble;
use weights::Models;

pub use backups::{Backup, Folder as Backups, Holds, Made};
pub use device::Place;
pub use doctor::{Clocks, Health, Jump, examine};
pub use error::StoreError;
pub use look::Look;
pub use quizzes::OpenQuiz;
pub use repair::{Lost, Repair, repair};
pub use restore::{Restored, restore};
pub use sync::{Exchanged, Synced, Told, is_exchanged};

/// An open home.
#[derive(Debug)]
pub struct Store {
    // Dropped first: the day's backup is whole before the database is closed.
    daily: backups::Daily,
    connection: Connection,
    path: PathBuf,
    device: DeviceId,
    models: Models,
}

/// What the index keeps of a deck file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexedDeck {
    /// The deck.
    pub deck: DeckId,
    /// Where it was read from, as told to people.
    pub origin: String,
    /// SHA-256 of its bytes.
    pub hash: [u8; 32],
    /// Its text when it last was a deck: studied from while the file is broken.
    pub text: String,
    /// Its cards then. Whether each was studied is what the log says when the
    /// index is read; it is not kept.
    pub cards: Vec<Known>,
}

/// A review that counts: not taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct PastReview {
    /// The event.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// What was given and chosen.
    pub review: Review,
}

impl Store {
    /// Whether there is a database in the folder `home`.
    pub fn is_in(home: &Path) -> bool {
        open::is_in(home)
    }

    /// Opens the database in the folder `home`, which is made if need be.
    pub fn open(home: &Path) -> Result<Store, StoreError> {
        let (connection, path) = open::open(home)?;
        let place = device::place(&path);
        Store::begin(connection, path, &place)
    }

    /// Opens it as if on the machine and at the place that `place` stands for:
    /// another one makes another device.
    pub fn open_at(home: &Path, place: &Place) -> Result<Store, StoreError> {
        let (connection, path) = open::open(home)?;
        Store::begin(connection, path, place)
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
            Ok((device, models)) => Ok(Store {
                daily,
                connection,
                path,
                device,
                models,
            }),
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

    /// Appends what happened `at` a time, and brings what is derived in step,
    /// in one transaction: when this returns, it is on the disk; when it fails,
    /// nothing was written.
    ///
    /// A time after `now` is refused. One before what the log holds is taken
    /// at its word, whether it was told or the clock jumped back: the card's
    /// state is worked out in the order of time.
    pub fn record(
        &mut self,
        act: Act,
        at: Timestamp,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<Event, StoreError> {
        if at > now {
            return Err(StoreError::Future { at, now });
        }
        self.daily.before_write(clock.day(now));
        let device = self.device;
        self.write(|connection, models| {
            let mut touched = derived::Touched::new();
            let stamp = record::Stamp::new(device, at, clock);
            let event = record::append(connection, act, &stamp, models, &mut touched)?;
            tally::sum(connection, &touched)?;
            Ok(event)
        })
    }

    /// Several at once, all or none, that happen now, `at`.
    pub fn record_all(
        &mut self,
        acts: Vec<Act>,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<Vec<Event>, StoreError> {
        self.daily.before_write(clock.day(at));
        let device = self.device;
        self.write(|connection, models| {
            let stamp = record::Stamp::new(device, at, clock);
            record::append_all(connection, acts, &stamp, models)
        })
    }

    /// The last act of `at`'s study day on this device that can be taken back
    /// (review, suspend, unsuspend, bury, unbury, flag, unflag), not yet undone.
    pub fn undoable(&self, at: Timestamp, clock: &StudyClock) -> Result<Option<Event>, StoreError> {
        self.told(log::undoable(&self.connection, clock.day(at), self.device))
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

    /// What was done on a study day, for limits and siblings.
    pub fn served(&self, day: Day) -> Result<Served, StoreError> {
        self.read(|connection| tally::served(connection, day))
    }

    /// What was done by study day, since `from`.
    pub fn days(&self, from: Day) -> Result<Vec<(Day, DayTally)>, StoreError> {
        self.told(tally::days(&self.connection, from))
    }

    /// The events of the log in the order of their time, all or one card's
    /// (under any name it had). The log tells all: acts that were taken back
    /// are in it, and so is the taking back.
    pub fn events(&self, card: Option<&CardId>) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| match card {
            Some(card) => names::history(connection, &names::meant(connection, card)?),
            None => {
                let mut events = Vec::new();
                log::each(connection, |event| {
                    events.push(event);
                    Ok(())
                })?;
                Ok(events)
            }
        })
    }

    /// When the latest of all events happened.
    pub fn last(&self) -> Result<Option<Timestamp>, StoreError> {
        self.told(log::last(&self.connection))
    }

    /// A card's reviews that count, in the order of their time.
    pub fn reviews(&self, card: &CardId) -> Result<Vec<PastReview>, StoreError> {
        self.read(|connection| {
            let card = names::meant(connection, card)?;
            let mut reviews = Vec::new();
            for event in names::history(connection, &card)? {
                if let Act::Review(review) = event.act
                    && !log::is_undone(connection, event.id)?
                {
                    let (id, at) = (event.id, event.at);
                    reviews.push(PastReview { id, at, review });
                }
            }
            Ok(reviews)
        })
    }

    /// From the question to the first key of the answer, in milliseconds, of
    /// the last reviews that know it.
    pub fn first_keys(&self) -> Result<Vec<u32>, StoreError> {
        // Enough for a measure of the learner's own, and read in a moment.
        self.told(log::first_keys(&self.connection, 1000))
    }

    /// The quiz that was left last and can be resumed: one with an answer.
    pub fn open_quiz(&self) -> Result<Option<OpenQuiz>, StoreError> {
        self.read(quizzes::open)
    }

    /// Finished quizzes of a scope (see [`crate::schedule::Brief::scope`]), in
    /// their order.
    pub fn tries(&self, scope: &str) -> Result<Vec<Try>, StoreError> {
        self.told(quizzes::tries(&self.connection, scope))
    }

    /// The weights in force.
    pub fn weights(&self) -> Result<Option<Vec<f32>>, StoreError> {
        let rows = self.told(weights::rows(&self.connection))?;
        Ok(rows.into_iter().next_back().map(|(_, weights)| weights))
    }

    /// Throws away what is derived and works it out again from the log.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.write(derived::rebuild)
    }

    /// What the index knows of every deck.
    pub fn indexed(&self) -> Result<Vec<IndexedDeck>, StoreError> {
        self.read(index::all)
    }

    /// What the index knows of one deck's cards.
    pub fn known(&self, deck: &DeckId) -> Result<Vec<Known>, StoreError> {
        self.told(index::cards(&self.connection, deck.as_str()))
    }

    /// Keeps a deck in the index, and appends what reading it meant
    /// (renames, corrections), in one transaction. If another process has kept
    /// the very same text meanwhile, it appended that too, and it is not done
    /// again: a card that was corrected may have been reviewed since.
    pub fn index(
        &mut self,
        deck: &IndexedDeck,
        acts: Vec<Act>,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<(), StoreError> {
        self.daily.before_write(clock.day(at));
        let device = self.device;
        self.write(|connection, models| {
            let acts = if index::holds(connection, deck)? {
                Vec::new()
            } else {
                acts
            };
            index::put(connection, deck)?;
            let stamp = record::Stamp::new(device, at, clock);
            record::append_all(connection, acts, &stamp, models).map(drop)
        })
    }

    /// Moves what was written into the database proper, as far as no one is in
    /// the way: for moments in which no one waits. Closing does it too. Where
    /// it fails nothing is lost: what was written stays where it is.
    pub fn rest(&self) {
        let _ = self
            .connection
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    }

    /// A backup of now, called by the time on the learner's wall; returns where
    /// it is. An instant that has one already gets no other.
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
    /// As [`Store::back_up`], and when there is such a file.
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

    /// One transaction that writes: all of it, or nothing.
    fn write<T>(
        &mut self,
        change: impl FnOnce(&Connection, &mut Models) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        let models = &mut self.models;
        let connection = &mut self.connection;
        let done = (|| {
            // The lock first: what is read here must still hold when it is written.
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            models.load(&transaction)?;
            let value = change(&transaction, models)?;
            transaction.commit()?;
            Ok(value)
        })();
        self.told(done)
    }

    /// Several queries that see the same moment.
    fn read<T>(
        &self,
        look: impl FnOnce(&Connection) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        let seen = (|| {
            let transaction = self.connection.unchecked_transaction()?;
            look(&transaction)
        })();
        self.told(seen)
    }

    fn told<T>(&self, result: Result<T, Trouble>) -> Result<T, StoreError> {
        result.map_err(|trouble| trouble.tell(&self.path))
    }
}

#[cfg(test)]
mod tests;
