//! A copy of a database while it is in use, by SQLite's own backup: whole, on
//! the disk, and under its name only then.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use tempfile::NamedTempFile;

use super::super::error::{StoreError, Trouble};
use crate::disk;
use crate::message;
use crate::text::Message;

/// A copy that is not whole yet is called `.backup-*.part`.
const PREFIX: &str = ".backup-";
const SUFFIX: &str = ".part";

/// So many pages are copied between two pauses: a megabyte.
const STEP: i32 = 256;

/// Copies the whole of `from`, as it is when the copy begins if it is in a
/// transaction, to the new file `to`; calls `pause` with the copy between
/// steps.
///
/// # Errors
/// When it can't be read or written, is damaged, `to` is there already or its
/// folder is not;
/// then nothing is.
pub(in super::super) fn copy(
    from: &Connection,
    to: &Path,
    pause: impl FnMut(&File),
) -> Result<(), Trouble> {
    if to.symlink_metadata().is_ok() {
        return Err(StoreError::BackupThere {
            path: to.to_owned(),
        }
        .into());
    }
    let folder = disk::folder(to);
    let refuse = |error: &io::Error| match error.kind() {
        ErrorKind::AlreadyExists => StoreError::BackupThere {
            path: to.to_owned(),
        },
        ErrorKind::NotFound => StoreError::NoFolder {
            path: folder.to_owned(),
        },
        _ => StoreError::NoBackup {
            path: to.to_owned(),
            cause: Message::same(error),
        },
    };
    let part = tempfile::Builder::new()
        .prefix(PREFIX)
        .suffix(SUFFIX)
        .tempfile_in(folder)
        // Its own words name the copy that is not whole, which no one asked for.
        .map_err(|error| refuse(&error.kind().into()))?;
    fill(from, &part, to, pause).map_err(|trouble| trouble.of_copy(to))?;
    disk::put_new(part, to).map_err(|error| refuse(&error))?;
    Ok(())
}

/// Copies into an empty file that is to get a name, and holds that the copy is
/// whole.
fn fill(
    from: &Connection,
    part: &NamedTempFile,
    name: &Path,
    mut pause: impl FnMut(&File),
) -> Result<(), Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut to = Connection::open_with_flags(part.path(), flags)?;
    // It counts only once all of it is on the disk, so no page needs to be
    // there before another.
    to.pragma_update(None, "synchronous", "OFF")?;
    to.pragma_update(None, "journal_mode", "OFF")?;
    save_memory(&to)?;
    step(from, &mut to, STEP, &mut || pause(part.as_file()))?;
    // One file, without others beside it.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    let found = quick_check(&to)?;
    if found != "ok" {
        // The copy's disk may have failed, and the original be whole.
        return Err(match quick_check(from)?.as_str() {
            "ok" => StoreError::NoBackup {
                path: name.to_owned(),
                cause: message!(
                    "what was written is not what is read ({found})",
                    "쓴 것과 읽은 것이 다릅니다({found})"
                ),
            }
            .into(),
            _ => Trouble::Damaged(Message::same(found)),
        });
    }
    to.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// "ok", or what is wrong, in a line.
fn quick_check(connection: &Connection) -> Result<String, rusqlite::Error> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    // SQLite heads it with the name of the database.
    let lines = found.lines().filter(|line| !line.starts_with("***"));
    Ok(lines.collect::<Vec<_>>().join(", "))
}

/// Lets a connection of a copy keep little: no page is needed twice, and a
/// session has not much room.
pub(super) fn save_memory(connection: &Connection) -> Result<(), Trouble> {
    /// SQLite counts pages, or KiB below zero.
    const HALF_A_MEGABYTE: i32 = -512;
    Ok(connection.pragma_update(None, "cache_size", HALF_A_MEGABYTE)?)
}

/// Copies in steps of so many pages (all at once if negative).
pub(in super::super) fn step(
    from: &Connection,
    to: &mut Connection,
    pages: i32,
    pause: &mut impl FnMut(),
) -> Result<(), Trouble> {
    let backup = Backup::new(from, to)?;
    let since = std::time::Instant::now();
    loop {
        match backup.step(pages)? {
            StepResult::Done => return Ok(()),
            StepResult::More => pause(),
            // Another process is writing: it ends, or has ended badly.
            _ if since.elapsed() > super::super::open::PATIENCE => return Err(Trouble::busy()),
            _ => std::thread::sleep(std::time::Duration::from_millis(1)),
        }
    }
}

/// Removes what copies left behind that were killed. The caller holds that no
/// other is being made in the folder.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // SQLite may have put files of its own beside it.
        if name.starts_with(PREFIX) && name.contains(SUFFIX) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
