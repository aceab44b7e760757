//! Backups: whole copies of the database in the folder `backups` of the home.
//!
//! One is made each day before the first write, and those are thinned by age.
//! Others are made because someone asked, or because something is about to be
//! replaced; those stay until the learner removes them.

mod copy;
mod daily;
mod keep;

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;

use super::error::{StoreError, Trouble};
use super::{log, open};
use crate::order::Order as _;
use crate::schedule::Day;
use crate::text::Message;

pub(super) use copy::{copy, step};
pub(super) use daily::Daily;

/// What every backup's name ends with.
const END: &str = ".db";

/// How a backup came about, as its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Made {
    /// By itself, before the first write of a study day.
    Daily(Day),
    /// Because it was asked for, at a time on the learner's wall.
    Asked(DateTime),
    /// Before another was restored over it.
    BeforeRestore(DateTime),
    /// Before its tables were brought to a version.
    BeforeVersion(i64),
}

const TIME: &str = "%Y-%m-%dT%H%M%S";
const BEFORE_RESTORE: &str = "-before-restore";
const BEFORE_VERSION: &str = "before-version-";

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Made::Daily(day) => day.date().fmt(f),
            Made::Asked(at) => at.strftime(TIME).fmt(f),
            Made::BeforeRestore(at) => write!(f, "{}{BEFORE_RESTORE}", at.strftime(TIME)),
            Made::BeforeVersion(version) => write!(f, "{BEFORE_VERSION}{version}"),
        }
    }
}

impl Made {
    /// Whether it is of what was wanted: not what was restored over.
    pub(super) fn is_wanted(self) -> bool {
        !matches!(self, Made::BeforeRestore(_))
    }

    /// The word for it, of which there are no others.
    pub fn kind(self) -> &'static str {
        match self {
            Made::Daily(_) => "daily",
            Made::Asked(_) => "asked",
            Made::BeforeRestore(_) => "before-restore",
            Made::BeforeVersion(_) => "before-version",
        }
    }

    /// The day that its name tells, if it tells one.
    pub fn day(self) -> Option<Day> {
        match self {
            Made::Daily(day) => Some(day),
            Made::Asked(at) | Made::BeforeRestore(at) => Some(Day::of(at.date())),
            Made::BeforeVersion(_) => None,
        }
    }

    /// The time on the wall that its name tells; of a day, the morning.
    fn at(self) -> Option<DateTime> {
        match self {
            Made::Daily(day) => Some(day.date().to_datetime(Time::midnight())),
            Made::Asked(at) | Made::BeforeRestore(at) => Some(at),
            Made::BeforeVersion(_) => None,
        }
    }

    /// What a name says, without its ending.
    fn of(name: &str) -> Option<Made> {
        let time = |text: &str| DateTime::strptime(TIME, text).ok();
        let made = if let Some(version) = name.strip_prefix(BEFORE_VERSION) {
            Made::BeforeVersion(version.parse().ok()?)
        } else if let Some(at) = name.strip_suffix(BEFORE_RESTORE) {
            Made::BeforeRestore(time(at)?)
        } else if let Some(at) = time(name) {
            Made::Asked(at)
        } else {
            Made::Daily(Day::of(Date::strptime("%Y-%m-%d", name).ok()?))
        };
        // Other spellings are another's files.
        (made.to_string() == name).then_some(made)
    }
}

/// A backup in the folder.
#[derive(Debug)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// What it is called: its name without the ending.
    pub name: String,
    /// How it came about.
    pub made: Made,
    /// Its size in bytes.
    pub bytes: u64,
    /// What is in it, or why that can't be read.
    pub holds: Result<Holds, StoreError>,
}

/// What is in a database, at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holds {
    /// Events of the log.
    pub events: u64,
    /// Reviews among them that were not taken back.
    pub reviews: u64,
    /// When the latest event was.
    pub last: Option<Timestamp>,
}

impl Holds {
    /// Of an open database.
    pub(super) fn of(connection: &Connection) -> Result<Holds, Trouble> {
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        Ok(Holds {
            events: count("SELECT count(*) FROM event")?.unsigned_abs(),
            reviews: count("SELECT coalesce(sum(reviews), 0) FROM tally")?.unsigned_abs(),
            last: log::last(connection)?,
        })
    }
}

/// The folder of the backups of a home.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Of a home; it need not be there.
    pub fn of(home: &Path) -> Folder {
        Folder(home.join("backups"))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where a backup that is asked for at an instant goes in a folder of the
    /// learner's.
    pub fn place_in(folder: &Path, now: Timestamp, zone: &TimeZone) -> PathBuf {
        Folder(folder.to_owned()).free(Made::Asked(wall(now, zone)))
    }

    /// Where a backup is or will be.
    fn place(&self, made: Made) -> PathBuf {
        self.0.join(format!("{made}{END}"))
    }

    /// The same for one that has a time: under the next second that is free, so
    /// that two in one are two.
    fn free(&self, made: Made) -> PathBuf {
        let later = |at: DateTime| at.saturating_add(SignedDuration::from_secs(1));
        let mut made = made;
        loop {
            let to = self.place(made);
            made = match made {
                _ if !to.exists() => return to,
                Made::Asked(at) if later(at) > at => Made::Asked(later(at)),
                Made::BeforeRestore(at) if later(at) > at => Made::BeforeRestore(later(at)),
                _ => return to,
            };
        }
    }

    fn daily(&self, day: Day) -> PathBuf {
        self.place(Made::Daily(day))
    }

    /// The backups in it, the latest made first; what else lies there is left out.
    pub fn backups(&self) -> Vec<Backup> {
        let files = self.files().into_iter();
        let backups = files.map(|(made, path)| Backup {
            name: made.to_string(),
            bytes: path.metadata().map_or(0, |data| data.len()),
            holds: holds(&path),
            path,
            made,
        });
        backups.collect()
    }

    /// The files alone, the latest made first, as their names tell it: a home that
    /// was copied has other times of writing.
    pub(super) fn files(&self) -> Vec<(Made, PathBuf)> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.0).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let made = name.to_str().and_then(|name| name.strip_suffix(END));
            if let Some(made) = made.and_then(Made::of) {
                let written = entry.metadata().and_then(|data| data.modified());
                let written = written.ok().and_then(|at| Timestamp::try_from(at).ok());
                let written = written.map(|at| wall(at, &TimeZone::system()));
                files.push((made.at().or(written), written, made, entry.path()));
            }
        }
        files.order();
        let latest_first = files.into_iter().rev();
        latest_first.map(|(.., made, path)| (made, path)).collect()
    }

    /// The backup that `name` means: by its name, or with its ending.
    pub fn named(&self, name: &str) -> Option<PathBuf> {
        let made = Made::of(name.strip_suffix(END).unwrap_or(name))?;
        Some(self.place(made)).filter(|path| path.is_file())
    }

    /// Makes it: the learner's alone, as the home is.
    fn make(&self) -> Result<(), StoreError> {
        open::make_home(&self.0).map_err(|error| self.refused(&error))
    }

    fn refused(&self, cause: &dyn fmt::Display) -> StoreError {
        StoreError::NoBackup {
            path: self.0.clone(),
            cause: Message::same(cause),
        }
    }

    /// Only who has the lock makes backups here. It goes with the process.
    fn lock_file(&self) -> Result<File, StoreError> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options
            .open(self.0.join(".lock"))
            .map_err(|error| self.refused(&error))
    }

    fn lock(&self) -> Result<File, StoreError> {
        let file = self.lock_file()?;
        // Where there are no locks, the names still keep two apart.
        let _ = file.lock();
        Ok(file)
    }

    fn try_lock(&self) -> Result<Option<File>, StoreError> {
        let file = self.lock_file()?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
        }
    }

    /// The same, unless it is there.
    pub(super) fn add_once(&self, from: &Connection, made: Made) -> Result<(), Trouble> {
        self.make()?;
        let _lock = self.lock()?;
        match self.place(made) {
            to if to.exists() => Ok(()),
            to => copy(from, &to, |_| {}),
        }
    }

    /// Copies an open database into it.
    pub(super) fn add(&self, from: &Connection, made: Made) -> Result<PathBuf, Trouble> {
        self.make()?;
        let _lock = self.lock()?;
        copy::sweep(&self.0);
        let to = self.free(made);
        copy(from, &to, |_| {})?;
        Ok(to)
    }

    /// Removes the daily ones that are too many on `today`.
    fn thin(&self, today: Day) {
        let files = self.files();
        let days: BTreeSet<Day> = files
            .iter()
            .filter_map(|(made, ..)| match made {
                Made::Daily(day) => Some(*day),
                _ => None,
            })
            .collect();
        let kept = keep::kept(&days, today);
        for day in days.difference(&kept) {
            // One that can't be removed costs room, and nothing else.
            let _ = fs::remove_file(self.daily(*day));
        }
    }
}

fn holds(path: &Path) -> Result<Holds, StoreError> {
    let read = || Holds::of(&open::connect_to_read(path)?);
    // Whose database it is comes first: a stranger's has no such tables.
    open::check(path).and_then(|_| read().map_err(|trouble| trouble.tell(path)))
}

/// A moment on the learner's wall, as names of backups have it.
pub(super) fn wall(now: Timestamp, zone: &TimeZone) -> DateTime {
    let wall = zone.to_datetime(now);
    wall.with().subsec_nanosecond(0).build().unwrap_or(wall)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;

    #[test]
    fn names_say_how_they_came_about() {
        let at = "2025-02-09T15:30:12".parse().unwrap();
        let cases = [
            ("2025-02-09", Some(Made::Daily(Day(20_128)))),
            ("2025-02-09T153012", Some(Made::Asked(at))),
            (
                "2025-02-09T153012-before-restore",
                Some(Made::BeforeRestore(at)),
            ),
            ("before-version-3", Some(Made::BeforeVersion(3))),
            ("2025-2-9", None),
            ("2025-02-30", None),
            ("2025-02-09 copy", None),
            ("before-version-03", None),
            ("dateline", None),
            ("", None),
        ];
        for (name, made) in cases {
            assert_eq!(Made::of(name), made, "{name:?}");
            if let Some(made) = made {
                assert_eq!(made.to_string(), name);
            }
        }
    }
}
