//! What can go wrong with the learner's data, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::ErrorCode;

use crate::schedule::EventId;

/// Displayed as what, where and what next.
#[derive(Debug)]
pub enum StoreError {
    /// The home is not there and cannot be made.
    CannotCreate {
        /// The home.
        home: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The database is there (or its folder is) and cannot be opened.
    CannotOpen {
        /// The database.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// The home or the database may only be read.
    ReadOnly {
        /// The database.
        path: PathBuf,
    },
    /// The file is no database.
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is another program's database.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The database is damaged.
    Corrupt {
        /// The database.
        path: PathBuf,
        /// What was found.
        cause: String,
    },
    /// The database is new: there is nothing in it, not even tables.
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A backup can't be made.
    NoBackup {
        /// Where it should have been.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// A file can't be restored from.
    NotRestored {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// The database can't be put aside for another.
    NotReplaced {
        /// The database.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// The database is gone or empty, and there are backups of it.
    Gone {
        /// Where it was.
        path: PathBuf,
        /// The newest backup.
        backup: String,
    },
    /// The database was taken away or replaced while it was open.
    TakenAway {
        /// Where it was.
        path: PathBuf,
    },
    /// The database was written by a newer version.
    Newer {
        /// The database.
        path: PathBuf,
        /// The version it has.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// Another process kept the database to itself.
    Busy {
        /// The database.
        path: PathBuf,
    },
    /// There is no room to write.
    Full {
        /// The database.
        path: PathBuf,
    },
    /// The disk failed.
    Io {
        /// The database.
        path: PathBuf,
        /// How.
        cause: String,
    },
    /// The disk failed, and it can't be told whether it was recorded.
    Uncertain {
        /// The database.
        path: PathBuf,
        /// How.
        cause: String,
    },
    /// An event that has not happened yet.
    Future {
        /// When it is said to have happened.
        at: Timestamp,
        /// The clock.
        now: Timestamp,
    },
    /// Most of the log is of the future: the clock must be behind.
    Behind {
        /// The clock.
        now: Timestamp,
    },
    /// An undo of something that cannot be taken back.
    NotUndoable {
        /// What it names.
        event: EventId,
        /// Why it cannot.
        why: &'static str,
    },
    /// Weights that are none.
    Weights {
        /// Why.
        cause: String,
    },
    /// A row that does not hold what this version understands.
    Unreadable {
        /// The database.
        path: PathBuf,
        /// Which row.
        row: String,
        /// Why.
        cause: String,
    },
    /// A file or folder through which devices exchange events.
    Exchange {
        /// The file or folder.
        path: PathBuf,
        /// What could not be done with it.
        what: &'static str,
        /// Why.
        cause: String,
    },
    /// Another process is exchanging this home's events.
    Exchanging {
        /// What it holds while it does.
        path: PathBuf,
    },
    /// Anything else that SQLite refused.
    Refused {
        /// The database.
        path: PathBuf,
        /// Why.
        cause: String,
    },
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::CannotCreate { home, cause } => write!(
                f,
                "cannot make the folder {}: {cause}; set DATELINE_HOME to a folder that can be written",
                home.display()
            ),
            StoreError::CannotOpen { path, cause } => write!(
                f,
                "cannot open {}: {cause}; check who may read and write it and its folder, or set DATELINE_HOME",
                path.display()
            ),
            StoreError::ReadOnly { path } => write!(
                f,
                "cannot write to {}: it or its folder is read-only; make it writable, or set DATELINE_HOME to a folder that is",
                path.display()
            ),
            StoreError::NotADatabase { path } => write!(
                f,
                "{} is not a database; move it away to start afresh, or let `dateline doctor --repair` save what of it can be read",
                path.display()
            ),
            StoreError::Foreign { path } => write!(
                f,
                "{} is another program's database; move it away, or set DATELINE_HOME to another folder",
                path.display()
            ),
            StoreError::Corrupt { path, cause } => write!(
                f,
                "{} is damaged ({cause}); `dateline doctor --repair` saves what can be read, and keeps it as it is beside that",
                path.display()
            ),
            StoreError::Empty { path } => {
                write!(f, "{} is empty; name another file", path.display())
            }
            StoreError::NoBackup { path, cause } => write!(
                f,
                "cannot make the backup {}: {cause}; free some space, or name another file: dateline backup FILE",
                path.display()
            ),
            StoreError::NotRestored { path, cause } => write!(
                f,
                "cannot restore from {}: {cause}; nothing was changed, see `dateline restore` for the backups",
                path.display()
            ),
            StoreError::NotReplaced { path, cause } => write!(
                f,
                "cannot put another database in the place of {}: {cause}; what it held is still there, close other datelines and try again",
                path.display()
            ),
            StoreError::Gone { path, backup } => write!(
                f,
                "{} is gone or empty, and there are backups of it; `dateline restore {backup}` brings the newest back, or move the folder of the backups away to begin anew",
                path.display()
            ),
            StoreError::TakenAway { path } => write!(
                f,
                "{} was taken away or replaced while it was open; nothing was recorded, quit and start again",
                path.display()
            ),
            StoreError::Newer { path, found, known } => write!(
                f,
                "{} was written by a newer dateline (its version is {found}, this one knows up to {known}); upgrade dateline",
                path.display()
            ),
            StoreError::Busy { path } => write!(
                f,
                "another dateline is writing to {} and did not finish within 5 seconds; nothing was recorded, try again or close the other one",
                path.display()
            ),
            StoreError::Full { path } => write!(
                f,
                "no room to write to {}: the disk is full; nothing was recorded, free some space and try again",
                path.display()
            ),
            StoreError::Io { path, cause } => write!(
                f,
                "the disk failed on {}: {cause}; nothing was recorded, check the disk and try again",
                path.display()
            ),
            StoreError::Uncertain { path, cause } => write!(
                f,
                "the disk failed on {}: {cause}; it may be recorded or not, check the disk, and see `dateline log` before you try again",
                path.display()
            ),
            StoreError::Future { at, now } => write!(
                f,
                "cannot record an event of the future: {at} is after now, {now}; give a time in the past, or set the clock right"
            ),
            StoreError::Behind { now } => write!(
                f,
                "most of the log is dated after now, {now}; nothing was taken back, set this machine's clock right first"
            ),
            StoreError::NotUndoable { event, why } => {
                write!(
                    f,
                    "cannot undo event {event}: {why}; see `dateline log` for what was done"
                )
            }
            StoreError::Weights { cause } => write!(
                f,
                "these are not weights of the memory model: {cause}; nothing was recorded, give the 21 numbers of FSRS-6"
            ),
            StoreError::Unreadable { path, row, cause } => write!(
                f,
                "cannot read {row} in {}: {cause}; upgrade dateline if a newer one wrote it, else let `dateline doctor --repair` leave it out",
                path.display()
            ),
            StoreError::Exchange { path, what, cause } => write!(
                f,
                "cannot {what} {}: {cause}; nothing is lost, put that right and sync again",
                path.display()
            ),
            StoreError::Exchanging { path } => write!(
                f,
                "another dateline is syncing this home ({} is locked); wait until it is done",
                path.display()
            ),
            StoreError::Refused { path, cause } => write!(
                f,
                "{} did not take it: {cause}; nothing was recorded, please report this",
                path.display()
            ),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            StoreError::CannotCreate { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

/// What goes wrong within the store, before it is known in which file.
#[derive(Debug)]
pub(super) enum Trouble {
    /// SQLite refused.
    Sql(rusqlite::Error),
    /// A row does not hold what it should: which, and why.
    Row(String, String),
    /// The database is not whole.
    Damaged(String),
    /// It may be recorded or not, and why.
    Uncertain(String),
    /// Already told as people need it.
    Told(StoreError),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Trouble::Sql(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Trouble::Told(error)
    }
}

impl Trouble {
    /// A row that cannot be read.
    pub(super) fn row(row: impl Into<String>, cause: impl fmt::Display) -> Self {
        Trouble::Row(row.into(), cause.to_string())
    }

    /// Whether another process was in the way, so that trying again may help.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Trouble::Sql(error) if matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
        ))
    }

    /// That another process was in the way for too long.
    pub(super) fn busy() -> Self {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Trouble::Sql(rusqlite::Error::SqliteFailure(code, None))
    }

    /// What went wrong with a copy to `path`: a disk that is full or fails is
    /// the copy's, damage is the original's.
    pub(super) fn of_copy(self, path: &Path) -> Self {
        match self {
            Trouble::Sql(error)
                if !matches!(
                    error.sqlite_error_code(),
                    Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
                ) =>
            {
                StoreError::NoBackup {
                    path: path.to_owned(),
                    cause: error.to_string(),
                }
                .into()
            }
            other => other,
        }
    }

    /// Whether the database is damaged, so that it has to be repaired.
    pub(super) fn is_damage(&self) -> bool {
        match self {
            Trouble::Damaged(_) | Trouble::Row(..) => true,
            Trouble::Uncertain(_) => false,
            Trouble::Told(error) => matches!(
                error,
                StoreError::Corrupt { .. }
                    | StoreError::NotADatabase { .. }
                    | StoreError::Unreadable { .. }
            ),
            Trouble::Sql(error) => {
                let code = error.sqlite_error_code();
                ends_too_early(error)
                    || is(error, rusqlite::ffi::SQLITE_IOERR_READ)
                    || matches!(
                        code,
                        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
                    )
            }
        }
    }

    /// As people need it, once it is known that `path` is meant.
    pub(super) fn tell(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        let error = match self {
            Trouble::Told(error) => return error,
            Trouble::Row(row, cause) => return StoreError::Unreadable { path, row, cause },
            Trouble::Damaged(cause) => return StoreError::Corrupt { path, cause },
            Trouble::Uncertain(cause) => return StoreError::Uncertain { path, cause },
            Trouble::Sql(error) => error,
        };
        let cause = error.to_string();
        match error.sqlite_error_code() {
            _ if ends_too_early(&error) => StoreError::Corrupt {
                path,
                cause: "it ends too early".to_owned(),
            },
            Some(ErrorCode::NotADatabase) => StoreError::NotADatabase { path },
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Corrupt { path, cause },
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            Some(ErrorCode::SystemIoFailure) => StoreError::Io { path, cause },
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::CannotOpen { path, cause }
            }
            _ => StoreError::Refused { path, cause },
        }
    }
}

/// Whether a file ends within a page.
fn ends_too_early(error: &rusqlite::Error) -> bool {
    is(error, rusqlite::ffi::SQLITE_IOERR_SHORT_READ)
}

/// Whether an error is of this kind, by its extended code.
pub(super) fn is(error: &rusqlite::Error, code: std::ffi::c_int) -> bool {
    error.sqlite_error().map(|error| error.extended_code) == Some(code)
}
