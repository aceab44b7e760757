//! Where each card stands, as rows.

use jiff::Timestamp;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, Row, params_from_iter};
use uuid::Uuid;

use super::error::Trouble;
use super::fill::{self, maybe};
use super::log::Moment;
use super::{cards, names};
use crate::deck::CardId;
use crate::message;
use crate::schedule::{CardState, Day, Due, EventId, Memory, Phase, lot_on};

const COLUMNS: &str =
    "card, phase, step, stability, difficulty, due_at, due_day, last_at, last_day,
    reviews, lapses, suspended, buried_until, flag, was, now_is, event_at, event, seen_day";

/// How many columns a state is read from.
pub(super) const COUNT: usize = 19;

/// Those columns, where other tables are read along.
pub(super) fn columns() -> &'static str {
    "state.card, phase, step, stability, difficulty, due_at, due_day, last_at, last_day,
    reviews, lapses, suspended, buried_until, flag, was, now_is, event_at, event, seen_day"
}

/// A card's state, and the last event that went into it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standing {
    /// Where it stands.
    pub(super) state: CardState,
    /// Since when.
    pub(super) last: Moment,
}

/// A phase as a number and a step.
fn phase_to_row(phase: Phase) -> (u8, u8) {
    match phase {
        Phase::New => (0, 0),
        Phase::Learning { step } => (1, step),
        Phase::Review => (2, 0),
        Phase::Relearning { step } => (3, step),
    }
}

fn phase_from_row(phase: u8, step: u8) -> Option<Phase> {
    match phase {
        0 => Some(Phase::New),
        1 => Some(Phase::Learning { step }),
        2 => Some(Phase::Review),
        3 => Some(Phase::Relearning { step }),
        _ => None,
    }
}

/// Keeps where a card stands, by the event that it stands there since, and whether
/// it waits among the new ones.
pub(super) fn put(
    connection: &Connection,
    card: &CardId,
    state: &CardState,
    since: Moment,
) -> Result<(), Trouble> {
    write(connection, card, state, since)?;
    cards::stand(connection, card, state.waits_as_new())
}

/// Keeps where a card stands.
fn write(
    connection: &Connection,
    card: &CardId,
    state: &CardState,
    since: Moment,
) -> Result<(), Trouble> {
    let sql = format!(
        "INSERT OR REPLACE INTO state ({COLUMNS}, lot)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
    connection
        .prepare_cached(&sql)?
        .execute(params_from_iter(row(card, state, &since)))?;
    Ok(())
}

/// Fills an empty table with where cards stand, best in their order.
pub(super) fn fill<'s>(
    connection: &Connection,
    all: impl IntoIterator<Item = (&'s CardId, &'s CardState, &'s Moment)>,
) -> Result<(), Trouble> {
    let rows = all
        .into_iter()
        .map(|(card, state, since)| row(card, state, since));
    fill::fill(connection, &format!("state ({COLUMNS}, lot)"), rows)
}

/// The values of a row.
fn row<'s>(card: &'s CardId, state: &'s CardState, since: &'s Moment) -> [ToSqlOutput<'s>; 20] {
    let CardState {
        phase,
        memory,
        due,
        last,
        reviews,
        lapses,
        suspended,
        buried_until,
        flag,
        corrected,
        seen,
    } = state;
    let (phase, step) = phase_to_row(*phase);
    let (due_at, due_day) = match due {
        None => (None, None),
        Some(Due::At(at)) => (Some(at.as_millisecond()), None),
        Some(Due::On(day)) => (None, Some(day.0)),
    };
    let corrected = corrected.as_ref();
    [
        card.as_str().into(),
        phase.into(),
        step.into(),
        maybe(memory.map(|memory| memory.stability)),
        maybe(memory.map(|memory| memory.difficulty)),
        maybe(due_at),
        maybe(due_day),
        maybe(last.map(|(at, _)| at.as_millisecond())),
        maybe(last.map(|(_, day)| day.0)),
        (*reviews).into(),
        (*lapses).into(),
        (*suspended).into(),
        maybe(buried_until.map(|day| day.0)),
        maybe(flag.as_deref()),
        maybe(corrected.map(|(was, _)| was.as_str())),
        maybe(corrected.map(|(_, is)| is.as_str())),
        since.at.into(),
        since.key().into(),
        maybe(seen.map(|day| day.0)),
        due_day.map_or(0, |day| lot_on(Day(day), card)).into(),
    ]
}

/// Gives every card its lot anew.
pub(super) fn draw_lots(connection: &Connection) -> Result<(), Trouble> {
    let mut due = Vec::new();
    let mut statement =
        connection.prepare("SELECT card, due_day FROM state WHERE due_day IS NOT NULL")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    for row in rows {
        let (card, day) = row?;
        due.push((names::card(&card)?, Day(day)));
    }
    let mut update = connection.prepare("UPDATE state SET lot = ?2 WHERE card = ?1")?;
    for (card, day) in due {
        update.execute((card.as_str(), lot_on(day, &card)))?;
    }
    Ok(())
}

/// Forgets where a card stands.
pub(super) fn remove(connection: &Connection, card: &CardId) -> Result<(), Trouble> {
    connection
        .prepare_cached("DELETE FROM state WHERE card = ?1")?
        .execute([card.as_str()])?;
    cards::stand(connection, card, true)
}

/// Where a card stands, if anything ever happened to it.
pub(super) fn get(connection: &Connection, card: &CardId) -> Result<Option<Standing>, Trouble> {
    let sql = format!("SELECT {COLUMNS} FROM state WHERE card = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([card.as_str()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some(read(row)?.1))
}

/// The cards of a deck that anything ever happened to, in the order of their names.
pub(super) fn of_deck(connection: &Connection, deck: &str) -> Result<Vec<CardId>, Trouble> {
    let (from, to) = cards::span(deck);
    let mut statement = connection
        .prepare_cached("SELECT card FROM state WHERE card >= ?1 AND card < ?2 ORDER BY card")?;
    let rows = statement.query_map((from, to), |row| row.get::<_, String>(0))?;
    rows.map(|name| names::card(&name?)).collect()
}

/// The cards of an entry, or the one card, that anything ever happened to.
pub(super) fn of_entry(connection: &Connection, name: &str) -> Result<Vec<CardId>, Trouble> {
    // '$' comes after '#'.
    let mut statement = connection.prepare_cached(
        "SELECT card FROM state WHERE card = ?1 OR card >= ?1 || '#' AND card < ?1 || '$'",
    )?;
    let rows = statement.query_map([name], |row| row.get::<_, String>(0))?;
    rows.map(|name| names::card(&name?)).collect()
}

/// The cards of a deck whose correction was not reviewed yet.
pub(super) fn corrected(connection: &Connection, deck: &str) -> Result<Vec<CardId>, Trouble> {
    let (from, to) = cards::span(deck);
    let mut statement = connection.prepare_cached(
        "SELECT card FROM state WHERE was IS NOT NULL AND card >= ?1 AND card < ?2",
    )?;
    let rows = statement.query_map((from, to), |row| row.get::<_, String>(0))?;
    rows.map(|name| names::card(&name?)).collect()
}

/// Hands every card's state to `each`.
pub(super) fn each(
    connection: &Connection,
    mut each: impl FnMut(CardId, CardState),
) -> Result<(), Trouble> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM state"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (card, standing) = read(row)?;
        each(card, standing.state);
    }
    Ok(())
}

pub(super) fn read(row: &Row<'_>) -> Result<(CardId, Standing), Trouble> {
    let name: String = row.get(0)?;
    let place = || message!("the state of {name}", "{name}의 상태");
    let instant =
        |ms: i64| Timestamp::from_millisecond(ms).map_err(|error| Trouble::row(place(), error));
    let number: u8 = row.get(1)?;
    let phase = phase_from_row(number, row.get(2)?).ok_or_else(|| {
        Trouble::Row(
            place(),
            message!(
                "there is no phase {number}",
                "단계 {number}: 그런 것은 없습니다"
            ),
        )
    })?;
    let memory = match (row.get(3)?, row.get(4)?) {
        (Some(stability), Some(difficulty)) => Some(Memory {
            stability,
            difficulty,
        }),
        _ => None,
    };
    let due = match (row.get(5)?, row.get(6)?) {
        (Some(at), _) => Some(Due::At(instant(at)?)),
        (None, Some(day)) => Some(Due::On(Day(day))),
        (None, None) => None,
    };
    let last = match (row.get(7)?, row.get(8)?) {
        (Some(at), Some(day)) => Some((instant(at)?, Day(day))),
        _ => None,
    };
    let state = CardState {
        phase,
        memory,
        due,
        last,
        reviews: row.get(9)?,
        lapses: row.get(10)?,
        suspended: row.get(11)?,
        buried_until: row.get::<_, Option<i32>>(12)?.map(Day),
        flag: row.get(13)?,
        corrected: match (row.get(14)?, row.get(15)?) {
            (Some(was), Some(is)) => Some((was, is)),
            _ => None,
        },
        seen: row.get::<_, Option<i32>>(18)?.map(Day),
    };
    let last = Moment {
        at: row.get(16)?,
        id: EventId(Uuid::from_bytes(row.get(17)?)),
    };
    Ok((names::card(&name)?, Standing { state, last }))
}
