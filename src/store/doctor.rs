//! Whether what is in a home is whole and in order. Nothing is changed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};

use super::backups::{self, Holds};
use super::error::{StoreError, Trouble};
use super::weights::Models;
use super::{derived, index, open, replace, rows, salvage, wal, whereabouts};
use crate::clock::SLACK;
use crate::message;
use crate::schedule::{Day, DeviceId, Event, EventId};
use crate::text::Message;

/// Of a long list so many are told.
const MANY: usize = 100;

/// What was found in a home.
#[derive(Debug)]
pub struct Health {
    /// Where the database is.
    pub path: PathBuf,
    /// Its size in bytes; nothing where there is none.
    pub bytes: Option<u64>,
    /// The version of its tables, if that can be read.
    pub version: Option<i64>,
    /// The newest version known here.
    pub known_version: i64,
    /// What is in it, if that can be read.
    pub holds: Option<Holds>,
    /// Events of the days of study before the last of them.
    pub events_before_last_day: u64,
    /// What SQLite finds damaged.
    pub damage: Vec<Message>,
    /// Rows that name another one which is not there.
    pub dangling: u64,
    /// Rows of the log that are no events, each with the reason.
    pub unreadable: Vec<Message>,
    /// Tables that are not what follows from the log: in how many rows.
    pub out_of_step: Vec<(&'static str, u64)>,
    /// What the times of the log say of clocks.
    pub clocks: Clocks,
    /// Pages of the write-ahead log, and how many of them are in the file proper.
    pub wal: Option<(u64, u64)>,
    /// Damaged databases that were kept when they were repaired.
    pub kept: Vec<PathBuf>,
}

/// What the times of the log say of clocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clocks {
    /// Events dated before the one that was recorded before them on the same
    /// device: the clock was set back, or they were told later.
    pub back: Vec<Jump>,
    /// Events of the future.
    pub ahead: Vec<Jump>,
    /// How many there are of the first.
    pub backs: u64,
    /// And of the second.
    pub aheads: u64,
}

/// An event whose time is not in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// The event.
    pub id: EventId,
    /// When it is said to have happened.
    pub at: Timestamp,
    /// When the one before it was, or what time it is.
    pub against: Timestamp,
}

impl Health {
    /// Whether a new database has to be made of what can be saved.
    pub fn is_damaged(&self) -> bool {
        !self.damage.is_empty() || self.dangling > 0 || !self.unreadable.is_empty()
    }

    /// Whether what is derived has to be worked out again.
    pub fn is_out_of_step(&self) -> bool {
        !self.out_of_step.is_empty()
    }
}

/// Looks at the database of `home`.
///
/// # Errors
/// When it is another program's or a newer version's, or can't be opened for a
/// reason that is not damage.
pub fn examine(home: &Path, now: Timestamp) -> Result<Health, StoreError> {
    let path = home.join(open::FILE);
    let mut health = Health {
        bytes: path.metadata().ok().map(|data| data.len()),
        version: None,
        known_version: open::VERSION,
        holds: None,
        events_before_last_day: 0,
        damage: Vec::new(),
        dangling: 0,
        unreadable: Vec::new(),
        out_of_step: Vec::new(),
        clocks: Clocks::default(),
        wal: None,
        kept: replace::kept(&path),
        path,
    };
    if whereabouts::missing(home).is_some() {
        health.damage.push(message!(
            "the file is gone or empty",
            "파일이 없어졌거나 비어 있습니다"
        ));
        return Ok(health);
    }
    if health.bytes.is_none() {
        return Ok(health);
    }
    match look(&mut health, now) {
        Err(trouble) if trouble.is_damage() => {
            let told = match trouble {
                Trouble::Sql(error) => Message::same(error),
                Trouble::Damaged(cause) | Trouble::Uncertain(cause) => cause,
                Trouble::Row(row, cause) => row_told(&row, &cause),
                Trouble::Told(StoreError::Corrupt { cause, .. }) => cause,
                Trouble::Told(error) => error.message(),
            };
            if !health.damage.contains(&told) {
                health.damage.push(told);
            }
            Ok(health)
        }
        Err(trouble) => Err(trouble.tell(&health.path)),
        Ok(()) => Ok(health),
    }
}

fn look(health: &mut Health, now: Timestamp) -> Result<(), Trouble> {
    let connection = open::connect_to_read(&health.path)?;
    let version = open::check_version(&connection, &health.path);
    // Its head alone is torn: no other program has such a table.
    if is_misnamed(&connection)? {
        return Err(Trouble::Damaged(message!(
            "its head does not say what it is",
            "머리글이 무엇인지 말하지 않습니다"
        )));
    }
    let version = version?;
    health.version = Some(version);
    health.wal = wal::pages(&connection).ok().flatten();
    health.damage.extend(torn_wal(&connection, &health.path));
    // All that follows sees one moment.
    connection.execute_batch("BEGIN")?;
    integrity(&connection, health)?;
    if version == 0 {
        return Ok(());
    }
    if version == open::VERSION {
        let missing = missing(&connection)?;
        health.damage.extend(
            missing
                .iter()
                .map(|name| message!("its part '{name}' is not there", "'{name}' 부분이 없습니다")),
        );
        // Nothing can be asked of what is not there.
        if !missing.is_empty() {
            return Ok(());
        }
    }
    log(&connection, health, now)?;
    health.holds = Some(Holds::of(&connection)?);
    if version == open::VERSION && !health.is_damaged() {
        health.out_of_step = out_of_step(&connection)?;
        let torn = index::torn(&connection)?;
        health
            .out_of_step
            .extend((torn > 0).then_some(("deck", torn)));
    }
    Ok(())
}

/// The tables, indexes and triggers that a database lacks.
fn missing(connection: &Connection) -> Result<Vec<String>, Trouble> {
    let names = |connection: &Connection| -> Result<Vec<String>, Trouble> {
        let mut names = connection.prepare("SELECT name FROM sqlite_schema ORDER BY name")?;
        let names = names.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    };
    let there: HashSet<String> = names(connection)?.into_iter().collect();
    let mut missing = names(&open::in_memory()?)?;
    missing.retain(|name| !there.contains(name));
    Ok(missing)
}

/// Whether a database has our log, and says another version or program than
/// can be.
fn is_misnamed(connection: &Connection) -> Result<bool, Trouble> {
    /// No version is as far ahead as this.
    const AHEAD: i64 = 1000;
    let ours: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'event_is_not_changed')",
        [],
        |row| row.get(0),
    )?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application: i64 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let possible = (1..open::VERSION + AHEAD).contains(&version);
    Ok(ours && (application != open::APPLICATION || !possible))
}

/// Looks at the pages, and at what rows say of each other.
fn integrity(connection: &Connection, health: &mut Health) -> Result<(), Trouble> {
    let sql = format!("PRAGMA integrity_check({MANY})");
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let told: String = row.get(0)?;
        let lines = told
            .lines()
            .filter(|line| *line != "ok" && !line.starts_with("***"));
        health.damage.extend(lines.map(Message::same));
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut found = statement.query([])?;
    while found.next()?.is_some() {
        health.dangling += 1;
    }
    Ok(())
}

/// Which row can't be read, and why.
fn row_told(row: &Message, cause: &Message) -> Message {
    Message::each(|lang| format!("{}: {}", row.says(lang), cause.says(lang)))
}

/// Looks at every event.
fn log(connection: &Connection, health: &mut Health, now: Timestamp) -> Result<(), Trouble> {
    let mut before = HashMap::new();
    let mut days: BTreeMap<Day, u64> = BTreeMap::new();
    rows::each(connection, |row| {
        match row.and_then(|row| row.event()) {
            Ok(event) => {
                *days.entry(event.day).or_default() += 1;
                health.clocks.see(&event, &mut before);
                // What was taken back does no harm.
                let ahead = event.at.duration_since(now) > SLACK;
                if ahead && !super::log::is_undone(connection, event.id)? {
                    health.clocks.ahead(&event, now);
                }
            }
            Err(Trouble::Row(row, cause)) if health.unreadable.len() < MANY => {
                health.unreadable.push(row_told(&row, &cause));
            }
            Err(Trouble::Row(..)) => {}
            Err(trouble) => return Err(trouble),
        }
        Ok(())
    })?;
    days.pop_last();
    health.events_before_last_day = days.values().sum();
    Ok(())
}

impl Clocks {
    /// Events come in the order in which they were recorded.
    fn see(&mut self, event: &Event, before: &mut HashMap<DeviceId, Timestamp>) {
        let last = before.insert(event.device, event.at);
        if let Some(last) = last.filter(|last| last.duration_since(event.at) > SLACK) {
            self.backs += 1;
            note(&mut self.back, event, last);
        }
    }

    /// An event of the future stands in the log.
    fn ahead(&mut self, event: &Event, now: Timestamp) {
        self.aheads += 1;
        note(&mut self.ahead, event, now);
    }
}

/// Notes an event whose time is not in its place, unless there are many.
fn note(jumps: &mut Vec<Jump>, event: &Event, against: Timestamp) {
    if jumps.len() < MANY {
        let (id, at) = (event.id, event.at);
        jumps.push(Jump { id, at, against });
    }
}

/// Of a write-ahead log that is torn SQLite goes by what stands before the tear,
/// and says nothing of what stands behind. The last transaction is another case: it
/// may have been cut short before anyone was told of it, as may what was then written
/// over it.
fn torn_wal(connection: &Connection, path: &Path) -> Option<Message> {
    /// So often it is looked at anew because someone is writing.
    const LOOKS: usize = 10;
    const CUT_SHORT: usize = 2;
    let pages = || Some(wal::pages(connection).ok()??.0);
    for _ in 0..LOOKS {
        let known = pages()?;
        let ends = salvage::transactions(path, &replace::wal(path))?;
        if pages()? == known {
            let behind = ends.iter().filter(|end| **end > known).count();
            let there = ends.last().copied().unwrap_or(0);
            return (behind > CUT_SHORT).then(|| {
                message!(
                    "the write-ahead log is torn: {known} of its {there} pages can be read in their order",
                    "미리 쓰기 로그가 손상되었습니다(차례대로 읽을 수 있는 페이지: {there} 가운데 {known})"
                )
            });
        }
    }
    None
}

/// Works out what is derived in a copy, and holds what is kept against it.
fn out_of_step(connection: &Connection) -> Result<Vec<(&'static str, u64)>, Trouble> {
    // One of SQLite's own, which it takes away by itself.
    let mut copy = Connection::open("")?;
    backups::step(connection, &mut copy, -1, &mut || {})?;
    for table in derived::TABLES {
        copy.execute_batch(&format!(
            "CREATE TEMP TABLE kept_{table} AS SELECT * FROM main.{table}"
        ))?;
    }
    let transaction = copy.transaction_with_behavior(TransactionBehavior::Immediate)?;
    derived::rebuild(&transaction, &mut Models::new()?)?;
    let mut differing = Vec::new();
    for table in derived::TABLES {
        let (kept, right) = (format!("temp.kept_{table}"), format!("main.{table}"));
        let more = |these: &str, those: &str| {
            let sql = format!(
                "SELECT count(*) FROM (SELECT * FROM {these} EXCEPT SELECT * FROM {those})"
            );
            transaction.query_row(&sql, [], |row| row.get::<_, i64>(0))
        };
        // A row with another value is one too many here and one too few there.
        let rows = more(&kept, &right)?.max(more(&right, &kept)?);
        if rows > 0 {
            differing.push((table, rows.unsigned_abs()));
        }
    }
    Ok(differing)
}
