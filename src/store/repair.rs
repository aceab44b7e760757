//! Repairing: a new database of all events that can still be had, in the place
//! of one that is damaged, which is kept beside it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use super::backups::{self, Folder};
use super::error::{StoreError, Trouble};
use super::replace::Aside;
use super::restore::Staged;
use super::rows::{self, Added, Row};
use super::weights::Models;
use super::{derived, device, log, open, salvage, wal};
use crate::schedule::{DeviceId, EventId};
use crate::text::Message;

/// What was saved of a database, and what was not.
#[derive(Debug)]
pub struct Repair {
    /// Where the damaged one is kept, if there was one.
    pub kept: Option<PathBuf>,
    /// The events that there are now.
    pub events: u64,
    /// Of those, the ones that only the backup still had.
    pub from_backup: u64,
    /// The backup that was taken for help.
    pub backup: Option<PathBuf>,
    /// Events that the damaged one had otherwise than the backup, or twice:
    /// what is whole was taken.
    pub differing: u64,
    /// What is known of events that could not be saved.
    pub lost: Vec<Lost>,
    /// Whether that is all, as far as the file can tell.
    pub all_known: bool,
}

impl Repair {
    /// Whether anything was lost, or may have been.
    pub fn is_short(&self) -> bool {
        !self.lost.is_empty() || !self.all_known
    }
}

/// An event of which no more than its name is left.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// The event.
    pub id: EventId,
    /// When it happened.
    pub at: Option<Timestamp>,
    /// The card that it was about.
    pub card: Option<String>,
}

/// Saves what can be saved of the database of `home` into a new one, from it
/// and from the newest whole backup, and puts that in its place. What is
/// derived is worked out again; the decks are read anew at the next start.
///
/// # Errors
/// When another process has it open, or there is no room; then it is as it was.
pub fn repair(home: &Path, now: Timestamp, zone: &TimeZone) -> Result<Repair, StoreError> {
    let path = home.join(open::FILE);
    // What an earlier repair kept and could not put back may be in no other.
    let mut asides = Aside::unsaved(&path);
    asides.push(Aside::save(&path, backups::wall(now, zone))?);
    let done = rescue(home, &asides);
    asides.iter().for_each(Aside::tidy);
    match done {
        Ok(mut repair) => {
            let mut kept: Vec<PathBuf> = asides.into_iter().map(Aside::saved).collect();
            repair.kept = kept.pop().filter(|kept| kept.exists());
            Ok(repair)
        }
        Err(error) => {
            if let Some(aside) = asides.last() {
                aside.forget();
            }
            Err(error)
        }
    }
}

fn rescue(home: &Path, asides: &[Aside]) -> Result<Repair, StoreError> {
    let staged = Staged::new(home)?;
    let (mut connection, staged_path) = open::open(staged.folder())?;
    let saved =
        fill(&mut connection, home, asides).map_err(|trouble| trouble.tell(&staged_path))?;
    let closed = close(connection).map_err(Trouble::from);
    closed.map_err(|trouble| trouble.tell(&staged_path))?;
    if let Some(aside) = asides.last() {
        aside.swap(&staged.file())?;
    }
    Ok(saved)
}

/// Closes a database that is to be one file. What is in its write-ahead log goes
/// into the file; closing it would do that too, but not tell when it fails.
fn close(connection: Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.close().map_err(|(_, error)| error)
}

fn fill(connection: &mut Connection, home: &Path, asides: &[Aside]) -> Result<Repair, Trouble> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut rescue = Rescue::new(&transaction);
    let backup = rescue.take_backup(home)?;
    let named: Vec<Named> = asides
        .iter()
        .map(|aside| rescue.take_aside(aside))
        .collect::<Result<_, _>>()?;
    let all_known = named.iter().all(|named| named.is_complete);
    // What is missing in one may have been saved from another.
    let lost: BTreeSet<Lost> = named
        .into_iter()
        .flat_map(|named| named.lost(&rescue))
        .collect();
    let events =
        transaction.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0))?;
    let only_backup = rescue.of_backup.difference(&rescue.of_torn).count();
    let repair = Repair {
        kept: None,
        events: events.unsigned_abs(),
        from_backup: only_backup as u64,
        backup: backup.filter(|_| only_backup > 0),
        differing: rescue.differing.len() as u64,
        all_known,
        lost: lost.into_iter().collect(),
    };
    let devices = match rescue.devices {
        // All that its log tells of: what is told to others twice is taken once.
        devices if devices.is_empty() => log::devices(&transaction)?,
        devices => devices,
    };
    device::leave(&transaction, devices)?;
    derived::rebuild(&transaction, &mut Models::new()?)?;
    transaction.commit()?;
    Ok(repair)
}

/// The new log while it is put together.
struct Rescue<'a> {
    new: &'a Connection,
    of_backup: HashSet<EventId>,
    of_torn: HashSet<EventId>,
    differing: HashSet<EventId>,
    /// The devices that the home was.
    devices: Vec<DeviceId>,
}

impl<'a> Rescue<'a> {
    fn new(new: &'a Connection) -> Rescue<'a> {
        Rescue {
            new,
            of_backup: HashSet::new(),
            of_torn: HashSet::new(),
            differing: HashSet::new(),
            devices: Vec::new(),
        }
    }

    /// Takes all of the newest backup that is whole; which that was.
    fn take_backup(&mut self, home: &Path) -> Result<Option<PathBuf>, Trouble> {
        for (made, path) in Folder::of(home).files() {
            if !made.is_wanted() || open::check(&path).is_err() {
                continue;
            }
            let Ok(backup) = open::connect_to_read(&path) else {
                continue;
            };
            if whole(&backup).is_ok() {
                rows::each(&backup, |row| {
                    let row = row?;
                    rows::add(self.new, &row)?;
                    self.of_backup.insert(row.raw.id);
                    Ok(())
                })?;
                self.devices.extend(device::all(&backup)?);
                return Ok(Some(path));
            }
        }
        Ok(None)
    }

    /// Whether an event was saved.
    fn has(&self, id: EventId) -> bool {
        self.of_backup.contains(&id) || self.of_torn.contains(&id)
    }

    /// Takes all that can be found in a damaged database; what its indexes name.
    fn take_aside(&mut self, aside: &Aside) -> Result<Named, Trouble> {
        let mut named = Named::default();
        if !aside.path().exists() {
            return Ok(named);
        }
        // What SQLite can read counts before what was merely found.
        if let Ok(torn) = open::connect_to_read(aside.path()) {
            let _ = torn.pragma_update(None, "cell_size_check", true);
            named = Named::of(&torn);
            // Of a write-ahead log that is torn SQLite knows only the beginning.
            let seen = wal::pages(&torn).map(|told| told.map_or(0, |(pages, _)| pages));
            named.is_complete &= seen.ok() == salvage::frames(aside.path(), &aside.wal());
            self.take_torn(&torn, &named)?;
            self.devices.extend(device::all(&torn).unwrap_or_default());
        }
        salvage::events(aside.path(), &aside.wal(), |row| self.found(&row, &named))?;
        Ok(named)
    }

    /// Takes the rows that SQLite can read, up to where it can't.
    fn take_torn(&mut self, torn: &Connection, named: &Named) -> Result<(), Trouble> {
        let mut failed = Ok(());
        // That the torn one ends too early is what this is about.
        let _ = rows::each(torn, |row| {
            if let Ok(row) = row
                && row.event().is_ok()
            {
                failed = self.found(&row, named);
            }
            match failed {
                Ok(()) => Ok(()),
                Err(_) => Err(Trouble::Damaged(Message::same(""))),
            }
        });
        failed
    }

    /// Takes a row of the damaged database.
    fn found(&mut self, row: &Row, named: &Named) -> Result<(), Trouble> {
        let id = row.raw.id;
        if named.is_strange(id) && !self.of_backup.contains(&id) {
            return Ok(());
        }
        if rows::add(self.new, row)? == Added::Differs {
            self.differing.insert(id);
        }
        self.of_torn.insert(id);
        Ok(())
    }
}

/// Holds that a database is whole and every row of its log an event.
fn whole(connection: &Connection) -> Result<(), Trouble> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Trouble::Damaged(Message::same(found)));
    }
    rows::each(connection, |row| row?.event().map(drop))
}

/// The events that a damaged database names in its indexes, which lie on
/// other pages than the log.
#[derive(Default)]
struct Named {
    events: BTreeMap<EventId, (Option<i64>, Option<String>)>,
    is_complete: bool,
}

impl Named {
    fn of(torn: &Connection) -> Named {
        let mut named = Named::default();
        let by_time = named.take(torn, "SELECT id, at, NULL FROM event INDEXED BY event_at");
        let by_day = named.take(
            torn,
            "SELECT id, NULL, NULL FROM event INDEXED BY event_day",
        );
        named.is_complete = by_time.is_some() && by_time == by_day;
        named.take(
            torn,
            "SELECT id, at, card FROM event INDEXED BY event_card WHERE card IS NOT NULL",
        );
        named
    }

    /// The ids that an index names, if it could be read to its end.
    fn take(&mut self, torn: &Connection, sql: &str) -> Option<BTreeSet<EventId>> {
        let mut ids = BTreeSet::new();
        let mut read = || -> rusqlite::Result<()> {
            let mut statement = torn.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = EventId(Uuid::from_bytes(row.get(0)?));
                let known = self.events.entry(id).or_default();
                known.0 = known.0.or(row.get(1)?);
                known.1 = known.1.take().or(row.get(2)?);
                ids.insert(id);
            }
            Ok(())
        };
        read().ok().map(|()| ids)
    }

    /// Whether an event has an id that it can't have: two indexes that could be
    /// read, and agree, do not name it.
    fn is_strange(&self, id: EventId) -> bool {
        self.is_complete && !self.events.contains_key(&id)
    }

    /// What it names that was not saved.
    fn lost(self, rescue: &Rescue<'_>) -> impl Iterator<Item = Lost> {
        let lost = self.events.into_iter().filter(|(id, _)| !rescue.has(*id));
        lost.map(|(id, (at, card))| Lost {
            id,
            at: at.and_then(rows::time),
            card,
        })
    }
}
