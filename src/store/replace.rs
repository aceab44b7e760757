//! Another file in the place of a database that is damaged, which is kept
//! beside it to the byte.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::civil::DateTime;
use rusqlite::config::DbConfig;

use super::error::{StoreError, Trouble};
use super::open;
use crate::disk::{folder, sync_folder};
use crate::message;
use crate::order::Order as _;
use crate::text::Message;

/// The write-ahead log that SQLite keeps beside a database.
const WAL: &str = "-wal";
/// What it shares between processes there.
const SHM: &str = "-shm";

/// What a damaged database is called that is kept, between its name and the time.
const TORN: &str = ".torn-";
/// What it is called until all that can be saved of it is in the one in use: from
/// when that begins to be replaced until it is, this may be all that there is.
const UNSAVED: &str = ".unsaved-";

/// Where the write-ahead log of a database is, if it has one.
pub(super) fn wal(database: &Path) -> PathBuf {
    beside(database, WAL)
}

/// A damaged database, kept.
pub(super) struct Aside {
    live: PathBuf,
    kept: PathBuf,
    /// As it was when it was copied, and when no one else had it open.
    before: Vec<Option<Seen>>,
    seen: Vec<Option<Seen>>,
}

/// A file as it was seen.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    length: u64,
    written: Option<SystemTime>,
}

impl Aside {
    /// Copies the database `live`, and what was not yet moved into it, to the
    /// disk beside it under a name with the time in it.
    pub(super) fn keep(live: &Path, wall: DateTime) -> Result<Aside, StoreError> {
        Aside::under(live, TORN, wall)
    }

    /// The same, to save what it holds; [`Aside::saved`] ends that.
    pub(super) fn save(live: &Path, wall: DateTime) -> Result<Aside, StoreError> {
        Aside::under(live, UNSAVED, wall)
    }

    /// What was being saved when that could not be ended.
    pub(super) fn unsaved(live: &Path) -> Vec<Aside> {
        let aside = |kept| Aside {
            live: live.to_owned(),
            kept,
            before: Vec::new(),
            seen: Vec::new(),
        };
        copies(live, UNSAVED).into_iter().map(aside).collect()
    }

    fn under(live: &Path, mark: &str, wall: DateTime) -> Result<Aside, StoreError> {
        let kept = free_name(live, mark, &wall.strftime("%Y-%m-%dT%H%M%S").to_string());
        let mut aside = Aside {
            live: live.to_owned(),
            kept,
            before: Vec::new(),
            seen: Vec::new(),
        };
        aside.before = aside.look();
        let done = aside.copy();
        // Only now, since looking for others may let SQLite write.
        let done = done.and_then(|()| aside.alone());
        match done {
            Ok(()) => Ok(aside),
            Err(error) => {
                aside.forget();
                Err(error)
            }
        }
    }

    /// Where it is kept.
    pub(super) fn path(&self) -> &Path {
        &self.kept
    }

    /// Its write-ahead log.
    pub(super) fn wal(&self) -> PathBuf {
        wal(&self.kept)
    }

    fn copy(&mut self) -> Result<(), StoreError> {
        let copy = || -> io::Result<()> {
            for end in ["", WAL] {
                let (from, to) = (beside(&self.live, end), beside(&self.kept, end));
                if from
                    .metadata()
                    .is_ok_and(|data| end.is_empty() || data.len() > 0)
                {
                    fs::copy(&from, &to)?;
                    File::open(&to)?.sync_all()?;
                }
            }
            sync_folder(folder(&self.live))
        };
        copy().map_err(|error| self.refused(Message::same(error)))
    }

    /// Holds that no other process has it open, as far as that can be told of
    /// a damaged one.
    fn alone(&mut self) -> Result<(), StoreError> {
        let probe = || -> Result<(), Trouble> {
            let connection = open::connect(&self.live)?;
            // What is not yet in the file stays where it is, torn or not.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
            connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            connection.execute_batch("BEGIN EXCLUSIVE; ROLLBACK")?;
            Ok(())
        };
        if self.live.exists()
            && let Err(trouble) = probe()
            && trouble.is_busy()
        {
            return Err(self.refused(message!(
                "another dateline has it open",
                "다른 dateline이 열어 두었습니다"
            )));
        }
        self.seen = self.look();
        Ok(())
    }

    fn look(&self) -> Vec<Option<Seen>> {
        let look = |end: &&str| {
            let data = beside(&self.live, end).metadata().ok()?;
            Some(Seen {
                length: data.len(),
                written: data.modified().ok(),
            })
        };
        ["", WAL].iter().map(look).collect()
    }

    /// Puts the whole database `new` in its place.
    pub(super) fn swap(&self, new: &Path) -> Result<(), StoreError> {
        if self.look() != self.seen {
            return Err(self.refused(message!(
                "another dateline has written to it meanwhile",
                "그사이 다른 dateline이 썼습니다"
            )));
        }
        let swap = || -> io::Result<()> {
            File::open(new)?.sync_all()?;
            // What is not yet in the old file must not get into the new one.
            for end in [WAL, SHM] {
                match fs::remove_file(beside(&self.live, end)) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
            fs::rename(new, &self.live)?;
            sync_folder(folder(&self.live))
        };
        swap().map_err(|error| self.refused(Message::same(error)))
    }

    /// Takes the copy away again, as nothing was replaced; unless the original
    /// is not what it was any more.
    pub(super) fn forget(&self) {
        if self.look() != self.before {
            return;
        }
        for end in ["", WAL, SHM] {
            let _ = fs::remove_file(beside(&self.kept, end));
        }
    }

    /// All that could be saved of it is in the database in use. Where its name
    /// can't be changed, it is only saved once more some day.
    pub(super) fn saved(self) -> PathBuf {
        let name = self.kept.file_name().unwrap_or_default().to_string_lossy();
        let Some((_, time)) = name.split_once(UNSAVED) else {
            return self.kept;
        };
        let torn = free_name(&self.live, TORN, time);
        let moved = fs::rename(&self.kept, &torn).and_then(|()| {
            match fs::rename(self.wal(), beside(&torn, WAL)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            }
        });
        if moved.is_ok() { torn } else { self.kept }
    }

    /// Takes away what reading the copy left beside it.
    pub(super) fn tidy(&self) {
        let _ = fs::remove_file(beside(&self.kept, SHM));
    }

    fn refused(&self, cause: Message) -> StoreError {
        StoreError::NotReplaced {
            path: self.live.clone(),
            cause,
        }
    }
}

/// Damaged databases that were kept beside `live`, in the order of their names.
pub(super) fn kept(live: &Path) -> Vec<PathBuf> {
    [TORN, UNSAVED]
        .into_iter()
        .flat_map(|mark| copies(live, mark))
        .collect()
}

fn copies(live: &Path, mark: &str) -> Vec<PathBuf> {
    let mut start = live.file_name().unwrap_or_default().to_owned();
    start.push(mark);
    let start = start.to_string_lossy().into_owned();
    let mut copies: Vec<PathBuf> = fs::read_dir(folder(live))
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with(&start) && !name.ends_with(WAL) && !name.ends_with(SHM)
        })
        .map(|entry| entry.path())
        .collect();
    copies.order();
    copies
}

/// A name for the copy that no file has.
fn free_name(live: &Path, mark: &str, time: &str) -> PathBuf {
    let name = beside(live, &format!("{mark}{time}"));
    let taken = |path: &PathBuf| path.exists() || beside(path, WAL).exists();
    let mut free = name.clone();
    let mut number = 2_u32;
    while taken(&free) {
        free = beside(&name, &format!("-{number}"));
        number = number.saturating_add(1);
    }
    free
}

/// The file whose name has `end` behind that of `path`.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
