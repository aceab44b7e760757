//! A repository that is held while git changes it: so the next run knows whether a git
//! was killed in the middle, and unlocks what that one left locked.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

/// The file that is held, among git's own. In it is the name of a call of git that
/// changes the repository, until that has ended.
const FILE: &str = "dateline-run";

/// Git locks what is here at once. A lock that was made so long after a call began is
/// not of that call.
const AT_ONCE: Duration = Duration::from_secs(10);

/// Calls that take their time, and lock only what is known of the other machine; that
/// no one locks for long.
const FAR: [&str; 2] = ["fetch", "push"];

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
        let mut cut_short = Vec::new();
        (&file).read_to_end(&mut cut_short).ok()?;
        if !cut_short.is_empty() {
            let began = file.metadata().and_then(|data| data.modified()).ok()?;
            let is_far = FAR.iter().any(|call| call.as_bytes() == cut_short);
            let (locks, within) = match is_far {
                true => (locks(&common.join("refs/remotes"), true), Duration::MAX),
                false => (locks_here(own, common), AT_ONCE),
            };
            for lock in locks {
                unlock(&lock, began, within);
            }
            file.set_len(0).ok()?;
        }
        Some(Hold(file))
    }

    /// Runs a call of git that changes the repository. What that gets to read is empty,
    /// but as long as it runs it holds the file too.
    ///
    /// # Errors
    /// When it can't be run.
    pub(super) fn run(&self, call: &str, git: &mut Command) -> io::Result<Output> {
        let is_noted = self.begin(call).unwrap_or(false);
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
    fn begin(&self, call: &str) -> io::Result<bool> {
        let mut file = &self.0;
        if file.metadata()?.len() > 0 {
            return Ok(false);
        }
        file.seek(SeekFrom::Start(0))?;
        file.write_all(call.as_bytes())?;
        // In a power cut as well.
        file.sync_all().map(|()| true)
    }
}

/// Git's lock files of the index and the like, and of what refers to commits.
fn locks_here(own: &Path, common: &Path) -> Vec<PathBuf> {
    let mut found = locks(own, false);
    for place in [own, common] {
        for name in ["refs", "logs", "reftable"] {
            found.extend(locks(&place.join(name), true));
        }
    }
    found
}

/// Lock files in a folder, or in those within it too.
fn locks(folder: &Path, is_deep: bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, kind) = (entry.path(), entry.file_type());
            if kind.is_ok_and(|kind| kind.is_dir()) {
                folders.extend(is_deep.then_some(path));
            } else if path.extension().is_some_and(|end| end == "lock") {
                found.push(path);
            }
        }
    }
    found
}

/// Takes a lock away that was made by the call that began then. Where that fails git
/// says what stands in its way.
fn unlock(lock: &Path, began: SystemTime, within: Duration) {
    let made = fs::metadata(lock).and_then(|data| data.modified());
    let after = made.ok().and_then(|made| made.duration_since(began).ok());
    if after.is_some_and(|after| after <= within) {
        let _ = fs::remove_file(lock);
    }
}
