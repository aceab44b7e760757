//! What waits: the cards in steps, those that are due, the new ones; each read
//! in its order and no further than it is asked for.

use std::ops::ControlFlow;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, ToSql};

use super::cards::{self, OUTLINE, Outline};
use super::error::Trouble;
use super::states;
use crate::deck::DeckId;
use crate::order::Order as _;
use crate::schedule::{CardState, Day};

/// Cards, each with its state, are handed to one of these until it breaks.
pub(super) type Take<'t> = dyn FnMut(Outline, CardState) -> ControlFlow<()> + 't;

/// Cards that bear on a day wherever they stand in the order of reviews: in
/// steps, corrected, or missed in a quiz of that day.
pub(super) fn first(connection: &Connection, day: Day, take: &mut Take<'_>) -> Result<(), Trouble> {
    let steps = "(phase IN (1, 3) OR phase = 2 AND due_day IS NULL)";
    for which in [steps, "was IS NOT NULL", "seen_day = ?1"] {
        let sql = format!(
            "SELECT {}, {OUTLINE} FROM state CROSS JOIN card ON card.name = state.card
             WHERE {which} AND position IS NOT NULL AND ?1 IS NOT NULL",
            states::columns()
        );
        if each(connection, &sql, [day.0], take)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// Reviews that are due on `day` or before, the ones longest due first; of all
/// decks if there are no `decks`.
pub(super) fn reviews(
    connection: &Connection,
    day: Day,
    decks: &[DeckId],
    take: &mut Take<'_>,
) -> Result<(), Trouble> {
    by_day(connection, "due_day <= ?1", day, decks, take)
}

/// Reviews that come after `day`, the soonest first; likewise.
pub(super) fn later(
    connection: &Connection,
    day: Day,
    decks: &[DeckId],
    take: &mut Take<'_>,
) -> Result<(), Trouble> {
    by_day(connection, "due_day > ?1", day, decks, take)
}

fn by_day(
    connection: &Connection,
    when: &str,
    day: Day,
    decks: &[DeckId],
    take: &mut Take<'_>,
) -> Result<(), Trouble> {
    let reviews = format!("phase = 2 AND suspended = 0 AND {when}");
    let columns = states::columns();
    let cards =
        format!("SELECT {columns}, {OUTLINE} FROM state CROSS JOIN card ON card.name = state.card");
    if decks.is_empty() {
        let sql = format!(
            "{cards} WHERE {reviews} AND position IS NOT NULL ORDER BY due_day, lot, state.card"
        );
        return each(connection, &sql, [day.0], take).map(drop);
    }
    // Those of other decks are not gone through: there may be any number of them.
    let mut statement = connection.prepare_cached(&format!(
        "SELECT due_day, lot, card FROM state WHERE {reviews} AND card >= ?2 AND card < ?3"
    ))?;
    let mut in_order: Vec<(i32, i64, String)> = Vec::new();
    for deck in decks {
        let (from, to) = cards::span(deck.as_str());
        let rows = statement.query_map((day.0, from, to), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        for row in rows {
            in_order.push(row?);
        }
    }
    in_order.order();
    in_order.dedup();
    let card = format!("{cards} WHERE state.card = ?1 AND position IS NOT NULL");
    for (_, _, name) in in_order {
        if each(connection, &card, [name], take)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// Cards that the learner set aside: suspended, buried, flagged.
pub(super) fn aside(connection: &Connection, take: &mut Take<'_>) -> Result<(), Trouble> {
    let sql = format!(
        "SELECT {}, {OUTLINE} FROM state CROSS JOIN card ON card.name = state.card
         WHERE (suspended OR buried_until IS NOT NULL OR flag IS NOT NULL)
         AND position IS NOT NULL ORDER BY state.card",
        states::columns()
    );
    each::<i32, 0>(connection, &sql, [], take).map(drop)
}

fn each<T: ToSql, const N: usize>(
    connection: &Connection,
    sql: &str,
    values: [T; N],
    take: &mut Take<'_>,
) -> Result<ControlFlow<()>, Trouble> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        let (_, standing) = states::read(row)?;
        let outline = Outline::take(row, states::COUNT)?;
        if take(outline, standing.state).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// So many new cards of a deck, the newest dateline first, but for the first
/// `skip` of them; or in the order of the file. Each with its state: one that is
/// new may have been buried.
pub(super) fn new(
    connection: &Connection,
    deck: i64,
    by_file: bool,
    skip: usize,
    most: usize,
) -> Result<Vec<(Outline, CardState)>, Trouble> {
    let order = if by_file {
        "position"
    } else {
        "as_of DESC, position"
    };
    let sql = format!(
        "SELECT {}, {OUTLINE} FROM card LEFT JOIN state ON state.card = card.name
         WHERE deck = ?1 AND new ORDER BY {order} LIMIT ?2 OFFSET ?3",
        states::columns()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let size = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mut rows = statement.query((deck, size(most), size(skip)))?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        let state = match row.get_ref(0)? {
            ValueRef::Null => CardState::default(),
            _ => states::read(row)?.1.state,
        };
        cards.push((Outline::take(row, states::COUNT)?, state));
    }
    Ok(cards)
}

/// The newest dateline among the new cards of each of `decks`, where a deck has
/// any: told by an index alone, no card is read.
pub(super) fn newest(
    connection: &Connection,
    decks: &mut dyn Iterator<Item = i64>,
) -> Result<Vec<Option<i64>>, Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT as_of FROM card WHERE deck = ?1 AND new ORDER BY as_of DESC LIMIT 1",
    )?;
    decks
        .map(|deck| Ok(statement.query_row([deck], |row| row.get(0)).optional()?))
        .collect()
}

/// How many cards come on each day after `from` up to `to`, by deck.
pub(super) fn coming(
    connection: &Connection,
    from: Day,
    to: Day,
) -> Result<Vec<(Day, i64, u32)>, Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT due_day, deck, count(*)
         FROM state CROSS JOIN card ON card.name = state.card
         WHERE phase = 2 AND suspended = 0 AND due_day > ?1 AND due_day <= ?2
         AND position IS NOT NULL GROUP BY due_day, deck",
    )?;
    let rows = statement.query_map((from.0, to.0), |row| {
        Ok((Day(row.get(0)?), row.get(1)?, row.get(2)?))
    })?;
    rows.map(|row| row.map_err(Trouble::from)).collect()
}
