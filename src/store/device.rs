//! Which machine and home an event was made on. A home that was copied or
//! restored is another device from then on: its log and the other's can be
//! merged later, and neither takes back what the other did.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::error::Trouble;
use crate::schedule::DeviceId;

/// A fingerprint of the machine and of the place where the database lies.
pub type Place = [u8; 32];

/// Files that name the machine, where there are any.
const MACHINE: &[&str] = &[
    "/etc/machine-id",
    "/var/lib/dbus/machine-id",
    "/proc/sys/kernel/hostname",
    "/etc/hostname",
];

/// The fingerprint of this machine and of the database at `path`.
///
/// The number of the file system is left out: for network and removable disks
/// it may be another one after each start of the machine.
pub(super) fn place(path: &Path) -> Place {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    for file in MACHINE {
        add(&fs::read(file).unwrap_or_default());
    }
    add(std::env::var("COMPUTERNAME").unwrap_or_default().as_bytes());
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    add(whole.as_os_str().as_encoded_bytes());
    #[cfg(unix)]
    add(&fs::metadata(path).map_or([0; 8], |data| {
        std::os::unix::fs::MetadataExt::ino(&data).to_le_bytes()
    }));
    hash.finalize().into()
}

/// The device's id: the one in the database if it was made for this `place`,
/// else a new one.
pub(super) fn device(connection: &mut Connection, place: &Place) -> Result<DeviceId, Trouble> {
    if let Some(device) = kept(connection, place)? {
        return Ok(device);
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if let Some(device) = kept(&transaction, place)? {
        return Ok(device);
    }
    let before = all(&transaction)?;
    leave(&transaction, before)?;
    let device = DeviceId(Uuid::now_v7());
    keep(&transaction, "device", device.0.as_bytes())?;
    keep(&transaction, "place", place)?;
    transaction.commit()?;
    Ok(device)
}

/// The devices that this home was, and the one that it is.
pub(super) fn all(connection: &Connection) -> Result<Vec<DeviceId>, Trouble> {
    let mut all = formerly(connection)?;
    all.extend(ids(value(connection, "device")?));
    Ok(all)
}

/// Has this home be another device from its next opening on, which answers for
/// what those `before` it did.
pub(super) fn leave(connection: &Connection, before: Vec<DeviceId>) -> Result<(), Trouble> {
    let mut seen = HashSet::new();
    let each = before.into_iter().filter(|device| seen.insert(*device));
    let formerly: Vec<u8> = each.flat_map(|device| device.0.into_bytes()).collect();
    keep(connection, "formerly", &formerly)?;
    connection.execute("DELETE FROM meta WHERE key IN ('device', 'place')", [])?;
    Ok(())
}

/// The devices that this home was before it was copied, moved, restored or
/// repaired: what they did may have been told to no one yet.
pub(super) fn formerly(connection: &Connection) -> Result<Vec<DeviceId>, Trouble> {
    Ok(ids(value(connection, "formerly")?))
}

fn ids(kept: Option<Vec<u8>>) -> Vec<DeviceId> {
    let kept = kept.unwrap_or_default();
    let (ids, _) = kept.as_chunks::<16>();
    let each = ids.iter().map(|id| DeviceId(Uuid::from_bytes(*id)));
    each.collect()
}

fn kept(connection: &Connection, place: &Place) -> Result<Option<DeviceId>, Trouble> {
    if value(connection, "place")?.as_deref() != Some(place.as_slice()) {
        return Ok(None);
    }
    Ok(value(connection, "device")?
        .and_then(|bytes| Uuid::from_slice(&bytes).ok())
        .map(DeviceId))
}

/// What is kept in this home under a name.
pub(super) fn value(connection: &Connection, key: &str) -> Result<Option<Vec<u8>>, Trouble> {
    Ok(connection
        .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

/// Keeps something under a name.
pub(super) fn keep(connection: &Connection, key: &str, value: &[u8]) -> Result<(), Trouble> {
    connection
        .prepare_cached(
            "INSERT INTO meta (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute((key, value))?;
    Ok(())
}
