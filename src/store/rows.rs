//! Rows of the log as rows: held against the event that they are, and copied
//! from one database to another as they are.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use super::error::Trouble;
use super::log::{self, Raw};
use crate::deck::CardId;
use crate::message;
use crate::schedule::{Event, EventId};

/// A row with all its columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) raw: Raw,
    pub(super) kind: String,
    pub(super) card: Option<String>,
}

impl Row {
    /// The event that it is.
    ///
    /// # Errors
    /// When it is none, or its columns say another thing than its data.
    pub(super) fn event(&self) -> Result<Event, Trouble> {
        let event = self.raw.read()?;
        let card = event.act.card().map(CardId::as_str);
        if event.act.kind() != self.kind || card != self.card.as_deref() {
            let row = message!("event {}", "기록 {}", event.id);
            return Err(Trouble::Row(
                row,
                message!(
                    "its columns contradict its data",
                    "열과 데이터가 서로 다릅니다"
                ),
            ));
        }
        Ok(event)
    }
}

/// Whether the columns of an event agree as they do when one is recorded: a
/// check for what was found without SQLite's help.
pub(super) fn is_plausible(event: &Event) -> bool {
    const MINUTES: i64 = 60_000;
    let wall = event.at.as_millisecond() + i64::from(event.offset) * 1000;
    let day = wall.div_euclid(24 * 60 * MINUTES);
    event.id.0.get_version_num() == 7
        && event.offset.abs() <= 26 * 3600
        && (i64::from(event.day.0) - day).abs() <= 2
}

/// Hands every row to `each`, in the order of recording; one that can't be
/// read, as the reason why.
///
/// # Errors
/// When the table can't be read any further.
pub(super) fn each(
    connection: &Connection,
    mut each: impl FnMut(Result<Row, Trouble>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let sql = format!("SELECT {}, kind, card FROM event ORDER BY id", log::COLUMNS);
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let read = || -> rusqlite::Result<Row> {
            Ok(Row {
                raw: Raw::take(row)?,
                kind: row.get(6)?,
                card: row.get(7)?,
            })
        };
        each(read().map_err(|error| match error {
            // The table goes on behind a value that is none of its column's.
            error if error.sqlite_error_code().is_none() => {
                let id = row.get::<_, Vec<u8>>(0).unwrap_or_default();
                let id = id.iter().map(|byte| format!("{byte:02x}"));
                let id: String = id.collect();
                Trouble::row(message!("event {id}", "기록 {id}"), error)
            }
            error => error.into(),
        }))?;
    }
    Ok(())
}

/// What came of a row that was to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    /// It is there now.
    New,
    /// It was there.
    Same,
    /// Another of the same id was there, and is.
    Differs,
}

/// Adds a row, unless there is one of its id.
pub(super) fn add(connection: &Connection, row: &Row) -> Result<Added, Trouble> {
    let Row { raw, kind, card } = row;
    let added = connection
        .prepare_cached(
            "INSERT INTO event (id, device, at, utc_offset, day, kind, card, data)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
        )?
        .execute((
            raw.id.0.as_bytes().as_slice(),
            raw.device.0.as_bytes().as_slice(),
            raw.at,
            raw.offset,
            raw.day.0,
            kind,
            card,
            &raw.data,
        ))?;
    if added > 0 {
        return Ok(Added::New);
    }
    Ok(match of_id(connection, raw.id)? {
        Some(there) if there == *raw => Added::Same,
        _ => Added::Differs,
    })
}

fn of_id(connection: &Connection, id: EventId) -> Result<Option<Raw>, Trouble> {
    let sql = format!("SELECT {} FROM event WHERE id = ?1", log::COLUMNS);
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id.0.as_bytes().as_slice()], Raw::take)
        .optional()?)
}

/// A time as it is kept, if it is one.
pub(super) fn time(ms: i64) -> Option<Timestamp> {
    Timestamp::from_millisecond(ms).ok()
}
