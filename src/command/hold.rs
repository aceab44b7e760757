//! A repository that is held while git changes it: so the next run knows whether a git
//! was killed in the middle, and unlocks what that one left locked.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

/// The file that is held, among git's own. There is something in it from the beginning
/// of a call of git that changes the repository until that has ended.
const FILE: &str = "dateline-run";

/// Git locks what it changes at once. A lock that was made so long after a call began
/// is not of that call.
const AT_ONCE: Duration = Duration::from_secs(10);

/// Held until it is dropped, and as long as a git that was given it runs on.
#[derive(Debug)]
pub(super) struct Hold(File);

impl Hold {
    /// Holds the repository that has its files in `own`, and in `common` those that it
    /// shares with other working trees, and unlocks it if need be; nothing where
    /// another run holds it, where nothing can be written, or the disk knows no such
    /// thing.
    pub(super) fn take(own: &Path, common: &Path) -> Option<Hold> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(own.join(FILE)).ok()?;
        file.try_lock().ok()?;
        let before = file.metadata().ok()?;
        if before.len() > 0 {
            let began = before.modified().ok()?;
            for lock in locks(own, common) {
                unlock(&lock, began);
            }
            file.set_len(0).ok()?;
        }
        Some(Hold(file))
    }

    /// Runs a git that changes the repository. What that gets to read is empty, but as
    /// long as it runs it holds the file too.
    ///
    /// # Errors
    /// When it can't be run.
    pub(super) fn run(&self, git: &mut Command) -> io::Result<Output> {
        let is_noted = self.begin().unwrap_or(false);
        if let Ok(held) = self.0.try_clone() {
            git.stdin(held);
        }
        let ended = git.output();
        // One that was killed has no status of its own.
        let is_killed = ended
            .as_ref()
            .is_ok_and(|ended| ended.status.code().is_none());
        if is_noted && !is_killed {
            // Where that fails, the next run looks for locks that are not there.
            let _ = self.0.set_len(0);
        }
        ended
    }

    /// Notes that a call begins; not where one was killed before, which counts.
    fn begin(&self) -> io::Result<bool> {
        let mut file = &self.0;
        if file.metadata()?.len() > 0 {
            return Ok(false);
        }
        file.seek(SeekFrom::Start(0))?;
        file.write_all(b"git\n")?;
        // In a power cut as well.
        file.sync_all().map(|()| true)
    }
}

/// Git's lock files: of the index and the like, and of what refers to commits.
fn locks(own: &Path, common: &Path) -> Vec<PathBuf> {
    let mut found = files(own);
    let mut folders = Vec::new();
    for place in [own, common] {
        folders.extend(["refs", "logs", "reftable"].map(|name| place.join(name)));
    }
    while let Some(folder) = folders.pop() {
        found.extend(files(&folder));
        folders.extend(within(&folder).filter(|path| path.is_dir()));
    }
    found.retain(|path| path.extension().is_some_and(|end| end == "lock"));
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    within(folder).filter(|path| path.is_file()).collect()
}

/// What lies in a folder itself, links left out.
fn within(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let own = entries.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()));
    own.map(|entry| entry.path())
}

/// Takes a lock away that was made by the call that began then. Where that fails git
/// says what stands in its way.
fn unlock(lock: &Path, began: SystemTime) {
    let made = fs::metadata(lock).and_then(|data| data.modified());
    let after = made.ok().and_then(|made| made.duration_since(began).ok());
    if after.is_some_and(|after| after <= AT_ONCE) {
        let _ = fs::remove_file(lock);
    }
}
