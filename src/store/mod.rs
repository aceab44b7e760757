//! The learner's data, in one SQLite file: the log of events, which is only
//! appended to; the index of decks as they were last read; and the states
//! that follow from the log, which can be thrown away and rebuilt.

mod arrivals;
mod backups;
mod cards;
mod commit;
mod derived;
mod device;
mod doctor;
mod error;
mod index;
mod indexing;
mod limit;
mod log;
mod look;
mod names;
mod open;
mod passages;
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
mod waiting;
mod weights;
mod whereabouts;

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::deck::{Card, CardId, DeckId, Fingerprint, Head, Known};
use crate::figure::Date;
use crate::schedule::{
    Act, CardState, Day, DayTally, DeviceId, Event, EventId, Review, Served, StudyClock, Try,
};

use error::Trouble;
use weights::Models;

pub use backups::{Backup, Folder as Backups, Holds, Made};
pub use cards::{Outline, date_of, day_number};
pub use device::Place;
pub use doctor::{Clocks, Health, Jump, examine};
pub use error::StoreError;
pub use indexing::Indexing;
pub use limit::heed_file_limit;
pub use look::Look;
pub use passages::Words;
pub use quizzes::OpenQuiz;
pub use repair::{Lost, Repair, repair};
pub use restore::{Restored, restore};
pub use sync::{Exchanged, Synced, Told, is_exchanged};
pub use waiting::Remembered;

/// An open home.
#[derive(Debug)]
pub struct Store {
    // Dropped first: the day's backup is whole before the database is closed.
    daily: backups::Daily,
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

/// A deck as the index has it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexedDeck {
    /// Its key in the index.
    pub key: i64,
    /// The deck.
    pub deck: DeckId,
    /// Where it was read from, as told to people.
    pub origin: String,
    /// What its file looked like when it was read; none if it is to be read again.
    pub stamp: Option<Vec<u8>>,
    /// SHA-256 of its bytes.
    pub hash: Vec<u8>,
    /// What is known of it beside its cards, unless an older version kept it.
    pub head: Option<Head>,
}

/// A deck as it was just read, for the index.
#[derive(Debug, Clone)]
pub struct NewDeck<'d> {
    /// All but its cards.
    pub head: Head,
    /// Where it was read from, as told to people.
    pub origin: String,
    /// What its file looked like; none if it is to be read again next time.
    pub stamp: Option<Vec<u8>>,
    /// SHA-256 of its bytes.
    pub hash: [u8; 32],
    /// Its cards, in the order of the file.
    pub cards: &'d [Card],
    /// What its facts update that are no cards.
    pub supersedes: &'d [String],
    /// Cards of before that are gone, and may come back.
    pub gone: &'d [Known],
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

/// So many acts of the future may be all that there is.
const AHEAD_AT_LEAST: usize = 10;

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
        self.before_write(clock.day(now));
        let device = self.device;
        self.write(|connection, models| {
            let mut touched = derived::Touched::new();
            let stamp = record::Stamp::new(device, at, clock);
            let event = record::append(connection, act, &stamp, models, &mut touched)?;
            tally::sum(connection, &touched)?;
            Ok(event)
        })
    }

    /// Appends the review, now, of a card that stood as `shown` when it came up.
    /// One that was reviewed since then, in another window or by a script, is
    /// left at that: `None`, and nothing is written.
    pub fn review(
        &mut self,
        review: Review,
        shown: &CardState,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<Option<Event>, StoreError> {
        self.before_write(clock.day(now));
        let device = self.device;
        self.write(|connection, models| {
            let card = names::meant(connection, &review.card)?;
            let standing = states::get(connection, &card)?;
            if standing.is_some_and(|standing| standing.state.reviewed_since(shown)) {
                return Ok(None);
            }
            let stamp = record::Stamp::new(device, now, clock);
            record::append_all(connection, vec![Act::Review(review)], &stamp, models)
                .map(|mut events| events.pop())
        })
    }

    /// Several at once, all or none, that happen now, `at`.
    pub fn record_all(
        &mut self,
        acts: Vec<Act>,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<Vec<Event>, StoreError> {
        self.before_write(clock.day(at));
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

    /// Takes back what is dated after `now`, as a clock that was ahead recorded it,
    /// and can be taken back; returns how many acts that were. The log keeps them.
    ///
    /// # Errors
    /// When it could not be written; when most of the log is of the future, so
    /// that it is rather this clock that is wrong. Then nothing was.
    pub fn undo_ahead(&mut self, now: Timestamp, clock: &StudyClock) -> Result<usize, StoreError> {
        let (ahead, others) =
            self.told(log::undoable_after(&self.connection, now + doctor::SLACK))?;
        if ahead.len() > others.max(AHEAD_AT_LEAST) {
            return Err(StoreError::Behind { now });
        }
        let undo = |event: &Event| Act::Undo {
            event: event.id,
            card: event.act.card().cloned(),
        };
        self.record_all(ahead.iter().map(undo).collect(), now, clock)?;
        Ok(ahead.len())
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

    /// When the latest of all events happened, those taken back left out.
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

    /// What the index knows of every deck, in the order of their names.
    pub fn indexed(&self) -> Result<Vec<IndexedDeck>, StoreError> {
        self.read(index::all)
    }

    /// What the index knows of one deck's cards, those that are gone among them.
    pub fn known(&self, deck: &DeckId) -> Result<Vec<Known>, StoreError> {
        self.told(index::known(&self.connection, deck.as_str()))
    }

    /// The cards of a deck as they were before it was edited, those that only the
    /// log remembers among them.
    pub fn known_before(&self, deck: &DeckId) -> Result<Vec<Known>, StoreError> {
        self.read(|connection| indexing::known_before(connection, deck.as_str()))
    }

    /// What cards of a deck were at their last review that are another thing now:
    /// of those to which nothing happened since.
    pub fn reviewed_as(&self, deck: &DeckId) -> Result<HashMap<CardId, Fingerprint>, StoreError> {
        self.told(indexing::reviewed_as(&self.connection, deck.as_str()))
    }

    /// The histories that cards of a deck took over: the name before, and since.
    pub fn taken_over(&self, deck: &DeckId) -> Result<Vec<(CardId, CardId)>, StoreError> {
        let taken = self.told(names::taken_over(&self.connection, deck.as_str()))?;
        Ok(taken.into_iter().map(|(was, now, _)| (was, now)).collect())
    }

    /// What the log alone says of a card: enough to find it again where the
    /// index is lost, or was never made on this machine.
    pub fn known_by_log(&self, card: &CardId) -> Result<Option<Known>, StoreError> {
        self.read(|connection| indexing::known_by_log(connection, card))
    }

    /// Takes decks into the index, in one transaction: all that `work` does, or
    /// nothing if it fails.
    pub fn index<T>(
        &mut self,
        at: Timestamp,
        clock: &StudyClock,
        work: impl FnOnce(&mut Indexing<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.before_write(clock.day(at));
        let stamp = record::Stamp::new(self.device, at, clock);
        let path = self.path.clone();
        self.change(|connection, models| {
            Ok(work(&mut Indexing::new(connection, models, stamp, &path))?)
        })
    }

    /// Lets others write that wait for it, between two of many writes.
    pub fn give_way(&self) {
        std::thread::sleep(open::GAP);
    }

    /// A card of the index, unless it is gone.
    pub fn card(&self, card: &CardId) -> Result<Option<Card>, StoreError> {
        self.told(index::card(&self.connection, card.as_str()))
    }

    /// The key of the deck that has a card, unless it is gone.
    pub fn deck_of(&self, card: &CardId) -> Result<Option<i64>, StoreError> {
        self.told(cards::deck_of(&self.connection, card.as_str()))
    }

    /// The cards of an entry, or the one card, that anything ever happened to.
    pub fn studied_as(&self, name: &str) -> Result<Vec<CardId>, StoreError> {
        self.told(states::of_entry(&self.connection, name))
    }

    /// The cards of a deck that anything ever happened to.
    pub fn studied_of(&self, deck: &DeckId) -> Result<Vec<CardId>, StoreError> {
        self.told(states::of_deck(&self.connection, deck.as_str()))
    }

    /// The cards of a deck, in the order of the file.
    pub fn cards(&self, deck: &DeckId) -> Result<Vec<Card>, StoreError> {
        self.told(cards::of_deck(&self.connection, deck.as_str()))
    }

    /// The names of a deck's cards, in the order of the file.
    pub fn names(&self, deck: &DeckId) -> Result<Vec<CardId>, StoreError> {
        self.told(cards::names_of(&self.connection, deck.as_str()))
    }

    /// How many cards of each deck, by its key, are past the day on which they
    /// were last true.
    pub fn stale(&self, today: Date) -> Result<Vec<(i64, u32)>, StoreError> {
        let today = day_number(today).unwrap_or(0);
        self.told(cards::stale(&self.connection, today))
    }

    /// What the cards and facts of decks update (or, with `replaces`, take the
    /// history of): the key of the deck, the other's name, and the card's.
    pub fn ties(&self, replaces: bool) -> Result<Vec<(i64, String, String)>, StoreError> {
        self.told(cards::tied(&self.connection, replaces))
    }

    /// Cards that bear on a day wherever they stand in the order of reviews: in
    /// steps, corrected, or missed in a quiz of that day. One may come twice.
    pub fn first(
        &self,
        day: Day,
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::first(connection, day, &mut take))
    }

    /// Reviews that are due on `day` or before, those longest due first and by
    /// lot among those of one day.
    pub fn reviews_due(
        &self,
        day: Day,
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::reviews(connection, day, &mut take))
    }

    /// Reviews that come after `day`, the soonest first.
    pub fn reviews_later(
        &self,
        day: Day,
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::later(connection, day, &mut take))
    }

    /// Cards that are suspended, buried or flagged, in the order of their names.
    pub fn set_aside(
        &self,
        mut take: impl FnMut(Outline, CardState) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read(|connection| waiting::aside(connection, &mut take))
    }

    /// The newest dateline among the new cards of each of `decks`, by their keys,
    /// where a deck has any.
    pub fn newest_new(
        &self,
        mut decks: impl Iterator<Item = i64>,
    ) -> Result<Vec<Option<i64>>, StoreError> {
        self.read(|connection| waiting::newest(connection, &mut decks))
    }

    /// So many new cards of a deck, by its key, and where they stand: the newest
    /// dateline first, or in the order of the file; but for the first `skip`.
    pub fn new_cards(
        &self,
        deck: i64,
        by_file: bool,
        skip: usize,
        most: usize,
    ) -> Result<Vec<(Outline, CardState)>, StoreError> {
        self.told(waiting::new(&self.connection, deck, by_file, skip, most))
    }

    /// Hands over the cards of a deck that have all of the `words`, read from
    /// behind the passage `after`, in at most `most` passages, which are counted
    /// down; the last one that was looked at, if there may be more.
    pub fn find(
        &self,
        deck: i64,
        after: i64,
        most: &mut usize,
        words: &Words,
        take: &mut dyn FnMut(CardId),
    ) -> Result<Option<i64>, StoreError> {
        self.told(passages::find(
            &self.connection,
            deck,
            after,
            most,
            words,
            take,
        ))
    }

    /// What is remembered of the cards behind the one called `after`, of at most
    /// `most`; the last one's name, if there may be more.
    pub fn memories(
        &self,
        after: &str,
        most: usize,
    ) -> Result<(Vec<Remembered>, Option<String>), StoreError> {
        self.told(waiting::memories(&self.connection, after, most))
    }

    /// How many reviews come on each day after `from` up to `to`, by the key of
    /// their deck.
    pub fn coming(&self, from: Day, to: Day) -> Result<Vec<(Day, i64, u32)>, StoreError> {
        self.told(waiting::coming(&self.connection, from, to))
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
            None => self.change(change),
        }
    }

    /// The same, in a copy too.
    fn change<T>(
        &mut self,
        change: impl FnOnce(&Connection, &mut Models) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        self.opened.is_at(&self.path)?;
        let models = &mut self.models;
        let connection = &mut self.connection;
        let done = (|| {
            // The lock first: what is read here must still hold when it is written.
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
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
