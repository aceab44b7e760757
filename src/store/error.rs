//! What can go wrong with the learner's data, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::ErrorCode;

use super::limit;
use crate::message;
use crate::schedule::EventId;
use crate::text::{Lang, Message};

/// Displayed as what, where and what next, in English; [`StoreError::message`]
/// says it in every language. What the system said stays in its words.
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
        cause: Message,
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
        cause: Message,
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
        cause: Message,
    },
    /// A backup takes the place of nothing.
    BackupThere {
        /// The file that is there.
        path: PathBuf,
    },
    /// A backup goes into a folder that is there.
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A file can't be restored from.
    NotRestored {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: Message,
    },
    /// The database can't be put aside for another.
    NotReplaced {
        /// The database.
        path: PathBuf,
        /// Why.
        cause: Message,
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
    /// A file is as large as one may be here.
    Limit {
        /// The database.
        path: PathBuf,
    },
    /// The disk failed.
    Io {
        /// The database.
        path: PathBuf,
        /// How.
        cause: Message,
    },
    /// The disk failed, and it can't be told whether it was recorded.
    Uncertain {
        /// The database.
        path: PathBuf,
        /// How.
        cause: Message,
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
        why: Message,
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
        row: Message,
        /// Why.
        cause: Message,
    },
    /// A file or folder through which devices exchange events.
    Exchange {
        /// The file or folder.
        path: PathBuf,
        /// What could not be done with it.
        what: Message,
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
        cause: Message,
    },
}

impl StoreError {
    /// What, where and what next.
    pub fn message(&self) -> Message {
        Message::each(|lang| self.told(lang).says(lang).to_owned())
    }

    /// The sentence, with what it quotes of ours in one language.
    fn told(&self, lang: Lang) -> Message {
        match self {
            StoreError::CannotCreate { home, cause } => message!(
                "cannot make the folder {}: {cause}; set DATELINE_HOME to a folder that can be written",
                "{}: 폴더를 만들 수 없습니다({cause}); DATELINE_HOME을 쓸 수 있는 폴더로 정하세요",
                home.display()
            ),
            StoreError::CannotOpen { path, cause } => message!(
                "cannot open {}: {}; check who may read and write it and its folder, or set DATELINE_HOME",
                "{}: 열 수 없습니다({}); 파일과 폴더를 누가 읽고 쓸 수 있는지 보거나 DATELINE_HOME을 정하세요",
                path.display(),
                cause.says(lang)
            ),
            StoreError::ReadOnly { path } => message!(
                "cannot write to {}: it or its folder is read-only; make it writable, or set DATELINE_HOME to a folder that is",
                "{}: 쓸 수 없습니다. 파일이나 폴더가 읽기 전용입니다; 쓸 수 있게 하거나 DATELINE_HOME을 쓸 수 있는 폴더로 정하세요",
                path.display()
            ),
            StoreError::NotADatabase { path } => message!(
                "{} is not a database; move it away to start afresh, or let `dateline doctor --repair` save what of it can be read",
                "{}: 데이터베이스가 아닙니다; 다른 곳으로 옮겨 새로 시작하거나 `dateline doctor --repair`로 읽을 수 있는 것을 살리세요",
                path.display()
            ),
            StoreError::Foreign { path } => message!(
                "{} is another program's database; move it away, or set DATELINE_HOME to another folder",
                "{}: 다른 프로그램의 데이터베이스입니다; 다른 곳으로 옮기거나 DATELINE_HOME을 다른 폴더로 정하세요",
                path.display()
            ),
            StoreError::Corrupt { path, cause } => message!(
                "{} is damaged ({}); `dateline doctor --repair` saves what can be read, and keeps it as it is beside that",
                "{}: 손상되었습니다({}); `dateline doctor --repair`가 읽을 수 있는 것을 살리고, 손상된 것은 그대로 옆에 남겨 둡니다",
                path.display(),
                cause.says(lang)
            ),
            StoreError::Empty { path } => message!(
                "{} is empty; name another file",
                "{}: 비어 있습니다; 다른 파일을 고르세요",
                path.display()
            ),
            StoreError::NoBackup { path, cause } => message!(
                "cannot make the backup {}: {}; free some space, or name another file: dateline backup FILE",
                "{}: 백업을 만들 수 없습니다({}); 공간을 비우거나 다른 파일을 고르세요: dateline backup FILE",
                path.display(),
                cause.says(lang)
            ),
            StoreError::BackupThere { path } => message!(
                "{} is there already, and a backup takes the place of nothing; name another file: dateline backup FILE",
                "{}: 이미 있는 파일이고, 백업은 아무것도 덮어쓰지 않습니다; 다른 파일을 고르세요: dateline backup FILE",
                path.display()
            ),
            StoreError::NoFolder { path } => message!(
                "there is no folder {} for the backup; make it first, or name a file in another folder",
                "{}: 백업을 둘 폴더가 없습니다; 먼저 폴더를 만들거나 다른 폴더의 파일을 고르세요",
                path.display()
            ),
            StoreError::NotRestored { path, cause } => message!(
                "cannot restore from {}: {}; nothing was changed, see `dateline restore` for the backups",
                "{}: 복원할 수 없습니다({}); 바뀐 것은 없습니다. `dateline restore`가 백업을 보여 줍니다",
                path.display(),
                cause.says(lang)
            ),
            StoreError::NotReplaced { path, cause } => message!(
                "cannot put another database in the place of {}: {}; what it held is still there, close other datelines and try again",
                "{}: 다른 데이터베이스로 바꿀 수 없습니다({}); 있던 것은 그대로입니다. 다른 dateline을 닫고 다시 하세요",
                path.display(),
                cause.says(lang)
            ),
            StoreError::Gone { path, backup } => message!(
                "{} is gone or empty, and there are backups of it; `dateline restore {backup}` brings the newest back, or move the folder of the backups away to begin anew",
                "{}: 없어졌거나 비어 있는데, 백업은 있습니다; `dateline restore {backup}`로 가장 새것을 되살리세요. 새로 시작하려면 백업 폴더를 다른 곳으로 옮기세요",
                path.display()
            ),
            StoreError::TakenAway { path } => message!(
                "{} was taken away or replaced while it was open; nothing was recorded, quit and start again",
                "{}: 열려 있는 동안 옮겨졌거나 바뀌었습니다; 기록된 것은 없습니다. 끝내고 다시 시작하세요",
                path.display()
            ),
            StoreError::Newer { path, found, known } => message!(
                "{} was written by a newer dateline (its version is {found}, this one knows up to {known}); upgrade dateline",
                "{}: 더 새로운 dateline이 쓴 것입니다(그 버전은 {found}, 여기서 아는 버전은 {known}까지); dateline을 새 버전으로 바꾸세요",
                path.display()
            ),
            StoreError::Busy { path } => message!(
                "another dateline is writing to {} and did not finish within 5 seconds; nothing was recorded, try again or close the other one",
                "{}: 다른 dateline이 쓰고 있고 5초 안에 끝나지 않았습니다; 기록된 것은 없습니다. 다시 하거나 다른 쪽을 닫으세요",
                path.display()
            ),
            StoreError::Full { path } => message!(
                "no room to write to {}: the disk is full; nothing was recorded, free some space and try again",
                "{}: 쓸 자리가 없습니다. 디스크가 가득 찼습니다; 기록된 것은 없습니다. 공간을 비우고 다시 하세요",
                path.display()
            ),
            StoreError::Limit { path } => message!(
                "no room to write to {}: no file may grow larger here (ulimit -f); nothing was recorded, raise that limit and start again",
                "{}: 쓸 자리가 없습니다. 여기서는 파일이 더 커질 수 없습니다(ulimit -f); 기록된 것은 없습니다. 그 한도를 늘리고 다시 시작하세요",
                path.display()
            ),
            StoreError::Io { path, cause } => message!(
                "the disk failed on {}: {}; nothing was recorded, check the disk and try again",
                "{}: 디스크에 이상이 있습니다({}); 기록된 것은 없습니다. 디스크를 살펴보고 다시 하세요",
                path.display(),
                cause.says(lang)
            ),
            StoreError::Uncertain { path, cause } => message!(
                "the disk failed on {}: {}; it may be recorded or not, check the disk, and see `dateline log` before you try again",
                "{}: 디스크에 이상이 있습니다({}); 기록되었을 수도, 아닐 수도 있습니다. 디스크를 살펴보고 `dateline log`를 본 뒤 다시 하세요",
                path.display(),
                cause.says(lang)
            ),
            StoreError::Future { at, now } => message!(
                "cannot record an event of the future: {at} is after now, {now}; give a time in the past, or set the clock right",
                "아직 오지 않은 때의 일은 기록할 수 없습니다: {at}, 지금은 {now}; 지난 시각을 쓰거나 시계를 맞추세요"
            ),
            StoreError::Behind { now } => message!(
                "most of the log is dated after now, {now}; nothing was taken back, set this machine's clock right first",
                "기록 대부분이 지금({now})보다 나중입니다; 취소한 것은 없습니다. 먼저 이 기기의 시계를 맞추세요"
            ),
            StoreError::NotUndoable { event, why } => message!(
                "cannot undo event {event}: {}; see `dateline log` for what was done",
                "기록 {event}: 취소할 수 없습니다({}); `dateline log`가 한 일을 보여 줍니다",
                why.says(lang)
            ),
            StoreError::Weights { cause } => message!(
                "these are not weights of the memory model: {cause}; nothing was recorded, give the 21 numbers of FSRS-6",
                "기억 모형의 매개변수가 아닙니다({cause}); 기록된 것은 없습니다. FSRS-6의 수 21개를 쓰세요"
            ),
            StoreError::Unreadable { path, row, cause } => message!(
                "cannot read {} in {}: {}; upgrade dateline if a newer one wrote it, else let `dateline doctor --repair` leave it out",
                "{1}에서 읽을 수 없는 것: {0}({2}); 더 새로운 dateline이 썼다면 dateline을 새 버전으로 바꾸고, 아니면 `dateline doctor --repair`로 빼세요",
                row.says(lang),
                path.display(),
                cause.says(lang)
            ),
            StoreError::Exchange { path, what, cause } => message!(
                "cannot {} {}: {cause}; nothing is lost, put that right and sync again",
                "{1}: {0} 수 없습니다({cause}); 잃은 것은 없습니다. 바로잡고 다시 동기화하세요",
                what.says(lang),
                path.display()
            ),
            StoreError::Exchanging { path } => message!(
                "another dateline is syncing this home ({} is locked); wait until it is done",
                "다른 dateline이 이 홈을 동기화하고 있습니다({}: 잠김); 끝날 때까지 기다리세요",
                path.display()
            ),
            StoreError::Refused { path, cause } => message!(
                "{} did not take it: {}; nothing was recorded, please report this",
                "{}: 받아들여지지 않았습니다({}); 기록된 것은 없습니다. 이 일을 알려 주세요",
                path.display(),
                cause.says(lang)
            ),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl From<StoreError> for Message {
    fn from(error: StoreError) -> Self {
        error.message()
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
    Row(Message, Message),
    /// The database is not whole.
    Damaged(Message),
    /// It may be recorded or not, and why.
    Uncertain(Message),
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
    pub(super) fn row(row: Message, cause: impl fmt::Display) -> Self {
        Trouble::Row(row, Message::same(cause))
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
                    cause: Message::same(error),
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
        let cause = Message::same(&error);
        match error.sqlite_error_code() {
            _ if ends_too_early(&error) => StoreError::Corrupt {
                path,
                cause: message!("it ends too early", "너무 일찍 끝납니다"),
            },
            Some(ErrorCode::NotADatabase) => StoreError::NotADatabase { path },
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Corrupt { path, cause },
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            _ if has_no_room_beside(&error) => StoreError::Full { path },
            Some(ErrorCode::SystemIoFailure) if limit::is_reached() => StoreError::Limit { path },
            Some(ErrorCode::SystemIoFailure) => StoreError::Io { path, cause },
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::CannotOpen { path, cause }
            }
            _ => StoreError::Refused { path, cause },
        }
    }
}

/// Whether there is no room for what SQLite keeps beside a database, even to read.
pub(super) fn has_no_room_beside(error: &rusqlite::Error) -> bool {
    is(error, rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

/// Whether a file ends within a page.
fn ends_too_early(error: &rusqlite::Error) -> bool {
    is(error, rusqlite::ffi::SQLITE_IOERR_SHORT_READ)
}

/// Whether an error is of this kind, by its extended code.
pub(super) fn is(error: &rusqlite::Error, code: std::ffi::c_int) -> bool {
    error.sqlite_error().map(|error| error.extended_code) == Some(code)
}
