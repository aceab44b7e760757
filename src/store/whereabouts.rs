//! Where the database lies: whether the file that was opened still is the one
//! under its name, and whether one that was there before is gone.

use std::fs;
use std::path::Path;

use super::backups::{Folder, Made};
use super::error::StoreError;
use super::open;

/// The file that was opened, as far as the system tells files apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opened(Option<(u64, u64)>);

impl Opened {
    /// The file that lies at `path` now.
    pub(super) fn at(path: &Path) -> Opened {
        Opened(fs::metadata(path).ok().and_then(|data| number(&data)))
    }

    /// Holds that it still lies at `path`: what is written to a file without a
    /// name is lost with the last program that has it open.
    pub(super) fn is_at(self, path: &Path) -> Result<(), StoreError> {
        match Opened::at(path) == self {
            true => Ok(()),
            false => Err(StoreError::TakenAway {
                path: path.to_owned(),
            }),
        }
    }
}

#[cfg(unix)]
fn number(data: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((data.dev(), data.ino()))
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// Holds that the database of `home` is not gone: where there are backups there
/// was one, and a new one in its place would hide that.
pub(super) fn is_there(home: &Path) -> Result<(), StoreError> {
    let path = home.join(open::FILE);
    let Some(backup) = missing(home) else {
        return Ok(());
    };
    Err(StoreError::Gone {
        path,
        backup: backup.to_string(),
    })
}

/// The newest backup of a database that is not there any more, or empty: of those
/// that were not restored over, if there are any.
pub(super) fn missing(home: &Path) -> Option<Made> {
    let file = fs::metadata(home.join(open::FILE));
    if file.is_ok_and(|data| data.len() > 0) {
        return None;
    }
    let backups = Folder::of(home).files();
    let wanted = backups.iter().find(|(made, _)| made.is_wanted());
    wanted.or(backups.first()).map(|(made, _)| *made)
}
