//! What a home remembers of a folder that it exchanges events through.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::device;
use super::super::error::Trouble;
use super::reader::{Progress, hex};
use crate::message;
use crate::schedule::{DeviceId, EventId};

/// Kept as JSON, by the folder's path. Without it everything is read again,
/// and comes to the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Memo {
    /// The folder, for people.
    folder: String,
    /// Who remembers: a copied home is another device.
    pub(super) device: Option<DeviceId>,
    /// Whether this device's files were left with all that it had recorded up
    /// to `sent`.
    pub(super) is_whole: bool,
    /// Its last event that is in its files.
    pub(super) sent: Option<EventId>,
    /// How far each file was read.
    pub(super) files: BTreeMap<String, Progress>,
}

impl Memo {
    /// What is remembered of a folder; nothing if it is not known.
    pub(super) fn load(connection: &Connection, folder: &Path) -> Result<Memo, Trouble> {
        let kept = device::value(connection, &key(folder))?;
        // What can't be read was kept by another version.
        Ok(kept
            .and_then(|kept| serde_json::from_slice(&kept).ok())
            .unwrap_or_default())
    }

    /// Remembers it.
    pub(super) fn save(&mut self, connection: &Connection, folder: &Path) -> Result<(), Trouble> {
        self.folder = whole(folder).display().to_string();
        let kept = serde_json::to_vec(self).map_err(|error| {
            Trouble::row(
                message!("what is known of the folder", "폴더에 대해 아는 것"),
                error,
            )
        })?;
        device::keep(connection, &key(folder), &kept)
    }

    /// Forgets how far some files were read.
    pub(super) fn forget(&mut self, files: impl Fn(&str) -> bool) {
        self.files.retain(|name, _| !files(name));
    }

    /// Forgets files that are not there any more.
    pub(super) fn keep_only(&mut self, names: &[String]) {
        self.files.retain(|name, _| names.contains(name));
    }
}

fn key(folder: &Path) -> String {
    let mut hash = Sha256::new();
    hash.update(whole(folder).as_os_str().as_encoded_bytes());
    format!("sync {}", hex(hash))
}

fn whole(folder: &Path) -> std::path::PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
