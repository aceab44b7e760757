//! The write-ahead log: what is on the disk, and not in the database's own file yet.

use rusqlite::Connection;

/// So many pages are worth moving, what some ten ratings write: it has the disk waited
/// for twice, and once more at the next rating, which begins the log anew.
const WORTH_MOVING: u64 = 128;

/// How many pages of it SQLite goes by, and those of them that are in the file.
pub(super) fn pages(connection: &Connection) -> Option<(u64, u64)> {
    // It moves nothing, and says how it stands.
    let told = connection.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| {
        Ok((row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    });
    let (pages, moved) = told.ok()?;
    // Where there is no log, it says -1.
    let count = |told: i64| u64::try_from(told.max(0)).ok();
    Some((count(pages)?, count(moved)?))
}

/// Moves what is worth it into the file, as far as no one is in the way. Where that
/// fails nothing is lost: what was written stays where it is.
pub(super) fn rest(connection: &Connection) {
    let waiting = pages(connection).map_or(0, |(pages, moved)| pages.saturating_sub(moved));
    if waiting >= WORTH_MOVING {
        let _ = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    }
}
