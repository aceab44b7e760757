//! A repository that is held while git works in it: so the next run knows whether the
//! last one came to its end, and unlocks what a git that was killed left locked.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

/// The file that is held, among git's own. There is something in it until the run has
/// ended, and it was written when the last call of git began.
const FILE: &str = "dateline-run";

/// A lock that was made so long after a call began is not of that call.
const LONGEST: Duration = Duration::from_secs(60);

/// Held until it is dropped, and as long as a git that was given it runs on.
#[derive(Debug)]
pub(super) struct Hold {
    file: File,
    /// Whether a git was killed meanwhile.
    is_cut_short: Cell<bool>,
}

impl Hold {
    /// Holds the repository that has its files in `own`, and in `common` those that it
    /// shares with other working trees; nothing where another run holds it, or the
    /// disk knows no such thing.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub(super) fn take(own: &Path, common: &Path) -> io::Result<Option<Hold>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(own.join(FILE))?;
        if file.try_lock().is_err() {
            return Ok(None);
        }
        let before = file.metadata()?;
        if before.len() > 0 {
            let began = before.modified()?;
            for lock in locks(own).chain(locks(common)) {
                unlock(&lock, began)?;
            }
        }
        let hold = Hold {
            file,
            is_cut_short: Cell::new(false),
        };
        hold.begin()?;
        // Whatever else a power cut leaves: that something was begun.
        hold.file.sync_all()?;
        Ok(Some(hold))
    }

    /// Notes that a call of git begins.
    pub(super) fn begin(&self) -> io::Result<()> {
        if self.is_cut_short.get() {
            // When that one began counts.
            return Ok(());
        }
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(b"git\n")
    }

    /// What git gets to read: nothing, but as long as it runs it holds the file too.
    pub(super) fn lend(&self) -> io::Result<Stdio> {
        self.file.try_clone().map(Stdio::from)
    }

    /// Notes that a git was killed.
    pub(super) fn cut_short(&self) {
        self.is_cut_short.set(true);
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if !self.is_cut_short.get() {
            // Where that fails, the next run looks for locks that are not there.
            let _ = self.file.set_len(0);
        }
    }
}

/// Git's lock files: of the index and the like, and of what refers to commits.
fn locks(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned(), folder.join("refs"), folder.join("logs")];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && next != folder {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "lock") {
                found.push(path);
            }
        }
    }
    found.into_iter()
}

/// Takes a lock away that was made in the call that began then.
fn unlock(lock: &Path, began: SystemTime) -> io::Result<()> {
    let made = match fs::metadata(lock).and_then(|data| data.modified()) {
        Ok(made) => made,
        // Two folders may be one.
        Err(_) => return Ok(()),
    };
    match made.duration_since(began) {
        Ok(after) if after <= LONGEST => fs::remove_file(lock),
        _ => Ok(()),
    }
}
