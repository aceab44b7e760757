//! One exchange of a home at a time: two would both append to its files.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use super::super::error::StoreError;
use crate::message;

/// Held while an exchange is under way; the system takes it back from a process
/// that was killed.
#[derive(Debug)]
pub(super) struct Turn {
    file: Option<File>,
}

impl Turn {
    /// For the home of a database.
    pub(super) fn take(database: &Path) -> Result<Turn, StoreError> {
        let path = database.with_file_name("sync.lock");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let unlocked = |cause: std::io::Error| StoreError::Exchange {
            path: path.clone(),
            what: message!("write", "쓸"),
            cause: cause.to_string(),
        };
        let file = options.open(&path).map_err(unlocked)?;
        match file.try_lock() {
            Ok(()) => Ok(Turn { file: Some(file) }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Exchanging { path }),
            // A disk that knows no locks: there is one user of this home.
            Err(TryLockError::Error(cause)) if cause.kind() == std::io::ErrorKind::Unsupported => {
                Ok(Turn { file: None })
            }
            Err(TryLockError::Error(cause)) => Err(unlocked(cause)),
        }
    }
}

impl Drop for Turn {
    /// Closing the file would do, but for a program that is just being started
    /// from here: it holds the file too, until it is another program.
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = file.unlock();
        }
    }
}
