//! Restoring: another database takes the place of the one in use, which is
//! kept as a backup first.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, TransactionBehavior};
use tempfile::TempDir;

use super::backups::{self, Folder, Holds, Made};
use super::error::{StoreError, Trouble};
use super::weights::Models;
use super::{derived, device, log, open, replace};
use crate::message;
use crate::text::Message;

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// What there is now.
    pub holds: Holds,
    /// Where that is kept which was there.
    pub kept: Option<PathBuf>,
}

/// Puts what is in the database `from` in the place of what is in that of
/// `home`. Other processes that have it open see it change from one moment to
/// the next; what they write later is added to it.
///
/// # Errors
/// When `from` is no whole database of ours that is known here, or what there
/// is can't be kept; then nothing was changed.
pub fn restore(
    home: &Path,
    from: &Path,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Restored, StoreError> {
    open::make_home(home).map_err(|cause| StoreError::CannotCreate {
        home: home.to_owned(),
        cause,
    })?;
    let path = home.join(open::FILE);
    let staged = stage(home, from, &path).map_err(|error| refused(from, error))?;
    let wall = backups::wall(now, zone);
    let kept = match put(home, &path, &staged, Made::BeforeRestore(wall)) {
        Ok(kept) => kept,
        // There is nothing whole to change: the file itself is kept.
        Err(trouble) if trouble.is_damage() => {
            let aside = replace::Aside::keep(&path, wall)?;
            aside.swap(&staged.file())?;
            Some(aside.saved())
        }
        Err(trouble) => return Err(trouble.tell(&path)),
    };
    let (connection, path) = open::open(home)?;
    let holds = Holds::of(&connection).map_err(|trouble| trouble.tell(&path))?;
    Ok(Restored { holds, kept })
}

/// A whole database of this version in a folder of its own, which goes with it.
pub(super) struct Staged(TempDir);

impl Staged {
    /// An empty folder in the home.
    pub(super) fn new(home: &Path) -> Result<Staged, StoreError> {
        let folder = tempfile::Builder::new().prefix(".new-").tempdir_in(home);
        let folder = folder.map_err(|cause| StoreError::CannotCreate {
            home: home.to_owned(),
            cause,
        })?;
        Ok(Staged(folder))
    }

    pub(super) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn file(&self) -> PathBuf {
        self.0.path().join(open::FILE)
    }
}

/// Copies `from`, holds that it is whole, and brings it up to date.
fn stage(home: &Path, from: &Path, live: &Path) -> Result<Staged, StoreError> {
    let same = |path: &Path| path.canonicalize().ok();
    if same(from).is_some_and(|from| same(live) == Some(from)) {
        return Err(StoreError::NotRestored {
            path: from.to_owned(),
            cause: message!("it is the database in use", "쓰고 있는 데이터베이스입니다"),
        });
    }
    open::check(from)?;
    let staged = Staged::new(home)?;
    let filled = (|| -> Result<(), Trouble> {
        backups::copy(&open::connect_to_read(from)?, &staged.file(), |_| {})?;
        let (mut connection, _) = open::open(staged.folder())?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        log::each(&transaction, |_| Ok(()))?;
        derived::rebuild(&transaction, &mut Models::new()?)?;
        // What comes now is not what the device once did after this backup.
        let before = device::all(&transaction)?;
        device::leave(&transaction, before)?;
        transaction.commit()?;
        connection.close().map_err(|(_, error)| error)?;
        Ok(())
    })();
    filled.map_err(|trouble| trouble.tell(from))?;
    Ok(staged)
}

/// Why a file can't be restored from: the advice that fits the database in use
/// does not fit another.
fn refused(from: &Path, error: StoreError) -> StoreError {
    let cause = match error {
        StoreError::NotADatabase { .. } => {
            message!("it is not a database", "데이터베이스가 아닙니다")
        }
        StoreError::Foreign { .. } => message!(
            "it is another program's database",
            "다른 프로그램의 데이터베이스입니다"
        ),
        StoreError::Empty { .. } => message!("it is empty", "비어 있습니다"),
        StoreError::Corrupt { cause, .. } => Message::each(|lang| {
            let cause = cause.says(lang);
            let told = message!("it is damaged ({cause})", "손상되었습니다({cause})");
            told.says(lang).to_owned()
        }),
        StoreError::Unreadable { row, cause, .. } => Message::each(|lang| {
            let (row, cause) = (row.says(lang), cause.says(lang));
            let told = message!(
                "it is damaged ({row} can't be read: {cause})",
                "손상되었습니다(읽을 수 없는 것: {row}, {cause})"
            );
            told.says(lang).to_owned()
        }),
        StoreError::CannotOpen { cause, .. } => cause,
        StoreError::Newer { found, known, .. } => message!(
            "a newer dateline wrote it (its version is {found}, this one knows up to {known})",
            "더 새로운 dateline이 쓴 것입니다(그 버전은 {found}, 여기서 아는 버전은 {known}까지)"
        ),
        other => return other,
    };
    StoreError::NotRestored {
        path: from.to_owned(),
        cause,
    }
}

/// Puts what is staged into the database in use, in one transaction, and what
/// that held into the backups.
fn put(home: &Path, path: &Path, staged: &Staged, made: Made) -> Result<Option<PathBuf>, Trouble> {
    let (mut live, _) = open::open(home)?;
    live.pragma_update(None, "foreign_keys", false)?;
    // What goes is not left in free pages: a repair would save it from there.
    live.pragma_update(None, "secure_delete", true)?;
    live.execute(
        "ATTACH ?1 AS staged",
        [staged.file().to_string_lossy().as_ref()],
    )?;
    // The lock first: no one writes between what is kept and what takes its place.
    let transaction = live.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let before = open::connect_to_read(path)?;
    let anything: bool =
        before.query_row("SELECT EXISTS (SELECT 1 FROM event)", [], |row| row.get(0))?;
    let kept = match anything {
        true => Some(Folder::of(home).add(&before, made)?),
        false => None,
    };
    drop(before);
    let mut devices = device::all(&transaction)?;
    exchange(&transaction)?;
    // One that has it open goes on as what it was.
    devices.extend(device::all(&transaction)?);
    device::leave(&transaction, devices)?;
    transaction.commit()?;
    Ok(kept)
}

/// Puts the tables of the database `staged` in the place of the main one's.
fn exchange(connection: &Connection) -> Result<(), Trouble> {
    for table in names(connection, "main")? {
        connection.execute_batch(&format!("DROP TABLE main.\"{table}\""))?;
    }
    let objects = |kind: &str| -> Result<Vec<String>, Trouble> {
        let sql = format!(
            "SELECT sql FROM staged.sqlite_schema
             WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND (type = 'table') = {kind}"
        );
        let mut statement = connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    for table in objects("TRUE")? {
        connection.execute_batch(&table)?;
    }
    for table in names(connection, "staged")? {
        connection.execute_batch(&format!(
            "INSERT INTO main.\"{table}\" SELECT * FROM staged.\"{table}\""
        ))?;
    }
    for index_or_trigger in objects("FALSE")? {
        connection.execute_batch(&index_or_trigger)?;
    }
    Ok(())
}

fn names(connection: &Connection, schema: &str) -> Result<Vec<String>, Trouble> {
    let mut statement = connection.prepare(&format!(
        "SELECT name FROM {schema}.sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
