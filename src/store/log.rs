//! The log: what happened, in the order in which it was recorded. It is only
//! appended to.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::error::Trouble;
use crate::deck::CardId;
use crate::message;
use crate::parallel;
use crate::schedule::{Act, Day, DeviceId, Event, EventId};

/// Where an event stands in a replay: by time, and by id within a millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    /// Milliseconds since 1970.
    pub(super) at: i64,
    /// The event.
    pub(super) id: EventId,
}

impl Moment {
    /// Before any event.
    pub(super) const START: Moment = Moment {
        at: i64::MIN,
        id: EventId(Uuid::nil()),
    };

    /// An event's.
    pub(super) fn of(event: &Event) -> Moment {
        Moment {
            at: event.at.as_millisecond(),
            id: event.id,
        }
    }

    /// The event's id, as it is kept.
    pub(super) fn key(&self) -> &[u8] {
        self.id.0.as_bytes()
    }
}

/// A time as the log keeps it: whole milliseconds. Those of the last second of all
/// time have no number.
pub(super) fn whole(at: Timestamp) -> Timestamp {
    let second = || Timestamp::from_second(at.as_second());
    let whole = Timestamp::from_millisecond(at.as_millisecond()).or_else(|_| second());
    whole.unwrap_or(at)
}

/// An id for an event at `at` that is greater than any in the log, whatever
/// the clock did since.
pub(super) fn next_id(connection: &Connection, at: Timestamp) -> Result<EventId, Trouble> {
    let last = connection
        .prepare_cached("SELECT max(id) FROM event")?
        .query_row([], |row| row.get::<_, Option<[u8; 16]>>(0))?
        .map(Uuid::from_bytes);
    Ok(EventId(id_after(last, at, fresh())))
}

/// Bits that no one can foresee: those of a UUID of now.
fn fresh() -> u128 {
    Uuid::now_v7().as_u128()
}

/// The UUIDv7 for `at`, or one that lies a little after `last` if that would
/// not be greater.
fn id_after(last: Option<Uuid>, at: Timestamp, chance: u128) -> Uuid {
    const MILLISECONDS: u128 = 0xFFFF_FFFF_FFFF << 80;
    const VERSION: u128 = 0x7 << 76;
    const VARIANT: u128 = 0x2 << 62;
    const HIGH: u128 = 0xFFF << 64;
    const LOW: u128 = (1 << 62) - 1;
    let time = u128::from(u64::try_from(at.as_millisecond()).unwrap_or(0)) << 80;
    // The 12 bits after the time start low, so that there is room behind.
    let made = (time & MILLISECONDS) | VERSION | VARIANT | (chance & LOW);
    let Some(last) = last.map(|last| last.as_u128()).filter(|last| *last >= made) else {
        return Uuid::from_u128(made);
    };
    // A random step, since a copied home may be counting from the same id.
    let counter = (((last & HIGH) >> 2) | (last & LOW)) + 1 + (chance & 0xFFFF_FFFF);
    let carried = (last & MILLISECONDS) + ((counter >> 74) << 80);
    Uuid::from_u128(
        (carried & MILLISECONDS) | VERSION | ((counter << 2) & HIGH) | VARIANT | (counter & LOW),
    )
}

/// Appends one event.
pub(super) fn insert(connection: &Connection, event: &Event) -> Result<(), Trouble> {
    let data = serde_json::to_string(&event.act)
        .map_err(|error| Trouble::row(message!("event {}", "기록 {}", event.id), error))?;
    put(connection, event, &data, "INSERT").map(drop)
}

/// Appends one event with its act as JSON, unless the log has one of this id;
/// tells whether it was appended.
pub(super) fn insert_new(
    connection: &Connection,
    event: &Event,
    data: &str,
) -> Result<bool, Trouble> {
    put(connection, event, data, "INSERT OR IGNORE")
}

fn put(connection: &Connection, event: &Event, data: &str, insert: &str) -> Result<bool, Trouble> {
    let count = connection
        .prepare_cached(&format!(
            "{insert} INTO event (id, device, at, utc_offset, day, kind, card, data)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        ))?
        .execute((
            event.id.0.as_bytes().as_slice(),
            event.device.0.as_bytes().as_slice(),
            event.at.as_millisecond(),
            event.offset,
            event.day.0,
            event.act.kind(),
            event.act.card().map(CardId::as_str),
            data,
        ))?;
    Ok(count > 0)
}

/// The columns that [`Raw`] takes.
pub(super) const COLUMNS: &str = "id, device, at, utc_offset, day, data";

/// A row of the log, not yet read as an event.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Raw {
    pub(super) id: EventId,
    pub(super) device: DeviceId,
    pub(super) at: i64,
    pub(super) offset: i32,
    pub(super) day: Day,
    pub(super) data: String,
}

impl Raw {
    pub(super) fn take(row: &Row<'_>) -> rusqlite::Result<Raw> {
        Ok(Raw {
            id: EventId(Uuid::from_bytes(row.get(0)?)),
            device: DeviceId(Uuid::from_bytes(row.get(1)?)),
            at: row.get(2)?,
            offset: row.get(3)?,
            day: Day(row.get(4)?),
            data: row.get(5)?,
        })
    }

    pub(super) fn read(&self) -> Result<Event, Trouble> {
        let place = || message!("event {}", "기록 {}", self.id);
        Ok(Event {
            id: self.id,
            device: self.device,
            at: Timestamp::from_millisecond(self.at)
                .map_err(|error| Trouble::row(place(), error))?,
            offset: self.offset,
            day: self.day,
            act: act(&self.data).map_err(|error| Trouble::row(place(), error))?,
        })
    }
}

/// An act out of its JSON. Most are reviews, and one that begins as they are
/// written is read without a search for its kind first.
fn act(data: &str) -> serde_json::Result<Act> {
    if data.starts_with(r#"{"kind":"review","#)
        && let Ok(review) = serde_json::from_str(data)
    {
        return Ok(Act::Review(review));
    }
    serde_json::from_str(data)
}

/// One event.
pub(super) fn event(connection: &Connection, id: EventId) -> Result<Option<Event>, Trouble> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE id = ?1"))?
        .query_row([id.0.as_bytes().as_slice()], Raw::take)
        .optional()?
        .map(|raw| raw.read())
        .transpose()
}

/// Whether the event of this id, if there is one, is the very same one.
pub(super) fn holds(
    connection: &Connection,
    event: &Event,
    data: &str,
) -> Result<Option<bool>, Trouble> {
    let kept = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE id = ?1"))?
        .query_row([event.id.0.as_bytes().as_slice()], Raw::take)
        .optional()?;
    Ok(kept.map(|kept| {
        kept.device == event.device
            && kept.at == event.at.as_millisecond()
            && (kept.offset, kept.day) == (event.offset, event.day)
            && kept.data == data
    }))
}

/// Hands every event of a device that was recorded after `after` to `each`, in
/// the order in which they were, with its act as JSON: as it is kept, and not
/// read.
pub(super) fn of_device(
    connection: &Connection,
    device: DeviceId,
    after: Option<EventId>,
    mut each: impl FnMut(Kept<'_>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let after = after.map_or_else(Vec::new, |id| id.0.as_bytes().to_vec());
    let sql = format!("SELECT {COLUMNS} FROM event WHERE device = ?1 AND id > ?2 ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query((device.0.as_bytes().as_slice(), after))?;
    while let Some(row) = rows.next()? {
        let raw = Raw::take(row)?;
        let place = || message!("event {}", "기록 {}", raw.id);
        each(Kept {
            id: raw.id,
            device: raw.device,
            at: Timestamp::from_millisecond(raw.at)
                .map_err(|error| Trouble::row(place(), error))?,
            offset: raw.offset,
            day: raw.day,
            act: &raw.data,
        })?;
    }
    Ok(())
}

/// An event whose act is not read.
pub(super) struct Kept<'a> {
    pub(super) id: EventId,
    pub(super) device: DeviceId,
    pub(super) at: Timestamp,
    pub(super) offset: i32,
    pub(super) day: Day,
    /// As JSON.
    pub(super) act: &'a str,
}

/// So many events are read out of their JSON at a time.
const BATCH: usize = 1_024;

/// Hands every event to `each`, in the order of a replay.
pub(super) fn each(
    connection: &Connection,
    each: impl FnMut(Event) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    each_but(connection, "''", each)
}

/// The same of events of `kinds`, a list of SQL: few of all, so the log is gone
/// through as it lies, and they are sorted.
pub(super) fn each_of(
    connection: &Connection,
    kinds: &str,
    each: impl FnMut(Event) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    hand_over(
        connection,
        &format!("kind IN ({kinds}) ORDER BY +at, id"),
        each,
    )
}

/// The same of events of all other kinds.
pub(super) fn each_but(
    connection: &Connection,
    kinds: &str,
    each: impl FnMut(Event) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    // As it lies, the log is read several times as fast.
    let order = match is_in_order(connection)? {
        true => "id",
        false => "at, id",
    };
    hand_over(
        connection,
        &format!("kind NOT IN ({kinds}) ORDER BY {order}"),
        each,
    )
}

/// Whether all that happened was recorded in that order: no clock was set back.
fn is_in_order(connection: &Connection) -> Result<bool, Trouble> {
    let mut statement = connection.prepare_cached("SELECT id FROM event ORDER BY at, id")?;
    let mut rows = statement.query([])?;
    let mut before = [0; 16];
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if id < before {
            return Ok(false);
        }
        before = id;
    }
    Ok(true)
}

/// Reads events on this thread and has them read out of their JSON on others,
/// while `each` takes those before.
fn hand_over(
    connection: &Connection,
    which: &str,
    mut each: impl FnMut(Event) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let next = || -> Result<Option<Vec<Raw>>, Trouble> {
        let mut batch = Vec::with_capacity(BATCH);
        while batch.len() < BATCH
            && let Some(row) = rows.next()?
        {
            batch.push(Raw::take(row)?);
        }
        Ok((!batch.is_empty()).then_some(batch))
    };
    let read = |batch: Vec<Raw>| batch.iter().map(Raw::read).collect::<Vec<_>>();
    parallel::through(next, read, |events| {
        events.into_iter().try_for_each(|event| each(event?))
    })
}

/// The devices that recorded anything.
pub(super) fn devices(connection: &Connection) -> Result<Vec<DeviceId>, Trouble> {
    let mut statement = connection.prepare("SELECT DISTINCT device FROM event")?;
    let rows = statement.query_map([], |row| Ok(DeviceId(Uuid::from_bytes(row.get(0)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The time of the latest event that stands.
pub(super) fn last(connection: &Connection) -> Result<Option<Timestamp>, Trouble> {
    let last: Option<i64> = connection
        .prepare_cached(&format!(
            "SELECT at FROM event WHERE {STANDS} ORDER BY at DESC LIMIT 1"
        ))?
        .query_row([], |row| row.get(0))
        .optional()?;
    last.map(|last| {
        Timestamp::from_millisecond(last)
            .map_err(|error| Trouble::row(message!("the last event", "마지막 기록"), error))
    })
    .transpose()
}

/// The events that were recorded under one name, in no order.
pub(super) fn under(connection: &Connection, name: &str) -> Result<Vec<Event>, Trouble> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE card = ?1"))?
        .query_map([name], Raw::take)?
        .map(|raw| raw?.read())
        .collect()
}

/// Whether the log holds anything that comes after `moment` in a replay.
pub(super) fn goes_on_after(connection: &Connection, moment: Moment) -> Result<bool, Trouble> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM event WHERE (at, id) > (?1, ?2))")?
        .query_row((moment.at, moment.key()), |row| row.get(0))?)
}

/// Whether an event was taken back.
pub(super) fn is_undone(connection: &Connection, id: EventId) -> Result<bool, Trouble> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM undone WHERE event = ?1)")?
        .query_row([id.0.as_bytes().as_slice()], |row| row.get(0))?)
}

/// That an event stands.
pub(super) const STANDS: &str = "NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.id)";

/// Kinds of acts that can be taken back.
const UNDOABLE: &str =
    "'review', 'suspend', 'unsuspend', 'bury', 'unbury', 'flag', 'unflag', 'more'";

/// The last act of `day` on `device` that can be taken back and was not.
pub(super) fn undoable(
    connection: &Connection,
    day: Day,
    device: DeviceId,
) -> Result<Option<Event>, Trouble> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM event
             WHERE day = ?1 AND device = ?2 AND kind IN ({UNDOABLE}) AND {STANDS}
             ORDER BY id DESC LIMIT 1"
        ))?
        .query_row((day.0, device.0.as_bytes().as_slice()), Raw::take)
        .optional()?
        .map(|raw| raw.read())
        .transpose()
}

/// Of the acts that can be taken back and were not those dated after `at`, and
/// how many others there are.
pub(super) fn undoable_after(
    connection: &Connection,
    at: Timestamp,
) -> Result<(Vec<Event>, usize), Trouble> {
    let rest = format!("FROM event WHERE kind IN ({UNDOABLE}) AND {STANDS}");
    let after = connection
        .prepare(&format!(
            "SELECT {COLUMNS} {rest} AND at > ?1 ORDER BY id DESC"
        ))?
        .query_map([at.as_millisecond()], Raw::take)?
        .map(|raw| raw?.read())
        .collect::<Result<Vec<Event>, Trouble>>()?;
    let others: i64 = connection
        .prepare(&format!("SELECT count(*) {rest} AND at <= ?1"))?
        .query_row([at.as_millisecond()], |row| row.get(0))?;
    Ok((after, usize::try_from(others).unwrap_or(0)))
}

/// From the question to the first key of the answer, in milliseconds, of those
/// among the last reviews that know it: the last of at most so many.
pub(super) fn first_keys(connection: &Connection, among: u32) -> Result<Vec<u32>, Trouble> {
    connection
        .prepare_cached(
            "SELECT data ->> 'first_key_ms' AS took FROM
                 (SELECT data FROM event WHERE kind = 'review' ORDER BY id DESC LIMIT ?1)
             WHERE took IS NOT NULL",
        )?
        .query_map([among], |row| row.get(0))?
        .map(|took| Ok(took?))
        .collect()
}

/// What "more today" added on a day: every such act that stands.
pub(super) fn more(connection: &Connection, day: Day) -> Result<Vec<Event>, Trouble> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM event WHERE day = ?1 AND kind = 'more' AND {STANDS}"
        ))?
        .query_map([day.0], Raw::take)?
        .map(|raw| raw?.read())
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(ms).unwrap()
    }

    #[test]
    fn ids_are_version_7_carry_their_time_and_always_rise() {
        let full = u128::MAX;
        // (what the clock says, chance)
        let cases = [
            (1_000, 0),
            (1_000, 0), // the clock stands still
            (1_000, full),
            (999, full), // it jumped back
            (-5, 1),     // to before 1970
            (1_001, 0),  // and goes on
            (1_738_000_000_000, full),
            (1_738_000_000_000, full),
        ];
        let mut last = None;
        for (ms, chance) in cases {
            let id = id_after(last, at(ms), chance);
            assert_eq!(id.get_version_num(), 7, "{id}");
            assert_eq!(id.get_variant(), uuid::Variant::RFC4122, "{id}");
            assert!(last.is_none_or(|last| id > last), "{id} after {last:?}");
            last = Some(id);
        }
        assert_eq!(last.unwrap().as_u128() >> 80, 1_738_000_000_000);
    }

    #[test]
    fn a_review_is_read_with_its_kind_or_without() {
        let written = |phase: &str| {
            format!(
                r#"{{"kind":"review","card":"d/c0","rating":"good","took_ms":12,"due":{{"on":20138}},{phase},"fingerprint":{{"question":"q","answer":"a","value":null}},"answered":"9.4%"}}"#
            )
        };
        for phase in [
            r#""state":"review""#,
            r#""state":"learning","step":1"#,
            r#""state":"relearning","step":0"#,
        ] {
            let data = written(phase);
            let whole: Act = serde_json::from_str(&data).unwrap();
            let review: crate::schedule::Review = serde_json::from_str(&data).unwrap();
            assert_eq!(whole, Act::Review(review));
            assert_eq!(act(&data).unwrap(), whole);
            // As it is written, so it is found.
            assert_eq!(serde_json::to_string(&whole).unwrap(), data);
        }
        assert!(act(&written(r#""state":"asleep""#)).is_err());
        assert!(act(r#"{"kind":"review","card":"d/c0"}"#).is_err());
    }

    #[test]
    fn ids_carry_into_the_next_millisecond_when_one_is_full() {
        let full = Uuid::from_u128((5 << 80) | (0x7FFF << 64) | (0xBFFF_FFFF_FFFF_FFFF));
        let next = id_after(Some(full), at(5), 0);
        assert!(next > full);
        assert_eq!(next.as_u128() >> 80, 6);
        assert_eq!(next.get_version_num(), 7);
    }
}
