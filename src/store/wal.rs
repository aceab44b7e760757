//! The write-ahead log: what is on the disk, and not in the database's own file yet.

use rusqlite::Connection;

/// So many pages are worth moving, what some ten ratings write: it has the disk waited
/// for twice, and once more at the next rating, which begins the log anew.
const WORTH_MOVING: u64 = 128;

/// How many pages of it SQLite goes by, and those of them that are in the file; nothing
/// where there is no log.
///
/// # Errors
/// When it can't be told.
pub(super) fn pages(connection: &Connection) -> Result<Option<(u64, u64)>, rusqlite::Error> {
    // It moves nothing, and says how it stands: -1 where there is none.
    let told = connection.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| {
        Ok((row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    });
    let (pages, moved) = told?;
    Ok(u64::try_from(pages).ok().zip(u64::try_from(moved).ok()))
}

/// Moves what is worth it into the file, as far as no one is in the way. Where that
/// fails nothing is lost: what was written stays where it is.
pub(super) fn rest(connection: &Connection) {
    if let Ok(Some((pages, moved))) = pages(connection)
        && pages.saturating_sub(moved) >= WORTH_MOVING
    {
        let _ = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    }
}
