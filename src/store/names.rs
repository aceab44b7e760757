//! Names: a card may take another one, and its history goes with it.
//!
//! An alias carries what was recorded under the old name *before* it. What
//! comes after belongs to whichever card bears that name then: an author may
//! give a freed id to a new entry.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use uuid::Uuid;

use super::cards;
use super::error::Trouble;
use super::log::{self, Moment};
use super::rows;
use crate::deck::{CardId, DeckId};
use crate::message;
use crate::order::Order as _;
use crate::schedule::{Act, Event, EventId};

/// A name out of the database, where only names were put: taken as it is, so
/// that a stricter rule for new names does not shut out old histories.
pub(super) fn card(name: &str) -> Result<CardId, Trouble> {
    let name: StrDeserializer<'_, ValueError> = name.into_deserializer();
    CardId::deserialize(name)
        .map_err(|error| Trouble::row(message!("the name of a card", "카드의 이름"), error))
}

/// A deck's name, likewise.
pub(super) fn deck(name: &str) -> Result<DeckId, Trouble> {
    let name: StrDeserializer<'_, ValueError> = name.into_deserializer();
    DeckId::deserialize(name)
        .map_err(|error| Trouble::row(message!("the name of a deck", "덱의 이름"), error))
}

/// Keeps an alias.
pub(super) fn insert(
    connection: &Connection,
    moment: Moment,
    was: &CardId,
    card: &CardId,
) -> Result<(), Trouble> {
    connection
        .prepare_cached("INSERT INTO alias (was, at, event, card) VALUES (?1, ?2, ?3, ?4)")?
        .execute((was.as_str(), moment.at, moment.key(), card.as_str()))?;
    Ok(())
}

/// Forgets an alias of `card`. Gives the names whose histories it bears on.
pub(super) fn remove(
    connection: &Connection,
    event: EventId,
    card: &CardId,
) -> Result<BTreeSet<CardId>, Trouble> {
    let kin = kin(connection, card)?;
    connection
        .prepare_cached("DELETE FROM alias WHERE card = ?1 AND event = ?2")?
        .execute((card.as_str(), event.0.as_bytes().as_slice()))?;
    Ok(kin)
}

/// All names that share any of their histories with `name`, which is among them:
/// an alias between two of them, whenever it was, bears on no others.
pub(super) fn kin(connection: &Connection, name: &CardId) -> Result<BTreeSet<CardId>, Trouble> {
    let names = reached(
        connection,
        name,
        "SELECT was FROM alias WHERE card = ?1 UNION SELECT card FROM alias WHERE was = ?1",
    )?;
    names.iter().map(|name| card(name)).collect()
}

/// A name, and those to which `steps`, a query for the next ones, lead from there.
fn reached(
    connection: &Connection,
    name: &CardId,
    steps: &str,
) -> Result<BTreeSet<String>, Trouble> {
    let mut names = BTreeSet::from([name.as_str().to_owned()]);
    let mut open = vec![name.as_str().to_owned()];
    let mut statement = connection.prepare_cached(steps)?;
    while let Some(name) = open.pop() {
        for next in statement.query_map([name], |row| row.get::<_, String>(0))? {
            let next = next?;
            if names.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    Ok(names)
}

/// The name that a card has now which was called `name` at `moment`.
pub(super) fn follow(
    connection: &Connection,
    name: &CardId,
    moment: Moment,
) -> Result<CardId, Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT card, at, event FROM alias
         WHERE was = ?1 AND (at, event) > (?2, ?3) ORDER BY at, event LIMIT 1",
    )?;
    let mut name = name.clone();
    let mut moment = moment;
    // Each step is later than the one before, so that going round ends.
    while let Some((next, at, id)) = statement
        .query_row((name.as_str(), moment.at, moment.key()), |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get(1)?,
                row.get::<_, [u8; 16]>(2)?,
            ))
        })
        .optional()?
    {
        name = card(&next)?;
        moment = Moment {
            at,
            id: EventId(Uuid::from_bytes(id)),
        };
    }
    Ok(name)
}

/// The names that cards gave up at any time.
pub(super) fn given_up(connection: &Connection) -> Result<HashSet<String>, Trouble> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT was FROM alias")?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// The histories that cards of a deck took over, in their order: the name
/// before, the name since, and the event by which.
pub(super) fn taken_over(
    connection: &Connection,
    deck: &str,
) -> Result<Vec<(CardId, CardId, EventId)>, Trouble> {
    let (from, to) = cards::span(deck);
    let mut statement = connection.prepare_cached(
        "SELECT was, card, event FROM alias WHERE card >= ?1 AND card < ?2 ORDER BY at, event",
    )?;
    let rows = statement.query_map((from, to), |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, [u8; 16]>(2)?,
        ))
    })?;
    rows.map(|row| {
        let (was, now, event) = row?;
        Ok((card(&was)?, card(&now)?, EventId(Uuid::from_bytes(event))))
    })
    .collect()
}

/// The names whose histories a card took over, in their order.
pub(super) fn formerly(connection: &Connection, name: &CardId) -> Result<Vec<CardId>, Trouble> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT was FROM alias WHERE card = ?1 ORDER BY was")?;
    let names = statement.query_map([name.as_str()], |row| row.get::<_, String>(0))?;
    names.map(|was| card(&was?)).collect()
}

/// When anything last happened under a name, its being taken among it.
pub(super) fn last(connection: &Connection, name: &CardId) -> Result<Option<Timestamp>, Trouble> {
    let last: Option<i64> = connection
        .prepare_cached(
            "SELECT max(at) FROM (SELECT max(at) AS at FROM event WHERE card = ?1
                 UNION ALL SELECT max(at) FROM alias WHERE card = ?1)",
        )?
        .query_row([name.as_str()], |row| row.get(0))?;
    Ok(last.and_then(rows::time))
}

/// The card that is meant by `name` now: the one that bears it, else the one
/// that once did. A session that began before a rename still knows the old name.
pub(super) fn meant(connection: &Connection, name: &CardId) -> Result<CardId, Trouble> {
    let borne: bool = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM state WHERE card = ?1)
                 OR EXISTS (SELECT 1 FROM card WHERE name = ?1)",
        )?
        .query_row([name.as_str()], |row| row.get(0))?;
    if borne {
        return Ok(name.clone());
    }
    follow(connection, name, Moment::START)
}

/// The event with `card` as the one it is about, if it is a learner's act.
pub(super) fn rename(act: &mut Act, name: CardId) {
    match act {
        Act::Review(review) => review.card = name,
        Act::Suspend { card }
        | Act::Unsuspend { card }
        | Act::Bury { card, .. }
        | Act::Unbury { card }
        | Act::Flag { card, .. }
        | Act::Unflag { card }
        | Act::Correct { card, .. }
        | Act::Seen { card, .. } => *card = name,
        Act::Undo { card, .. } => *card = Some(name),
        Act::Alias { .. }
        | Act::More { .. }
        | Act::Parameters { .. }
        | Act::Quiz { .. }
        | Act::Answer(_)
        | Act::QuizEnd { .. } => {}
    }
}

/// Every event of a card, under any name it had, in the order of a replay.
pub(super) fn history(connection: &Connection, card_now: &CardId) -> Result<Vec<Event>, Trouble> {
    let names = reached(
        connection,
        card_now,
        "SELECT was FROM alias WHERE card = ?1",
    )?;
    let mut events = Vec::new();
    for name in &names {
        for event in log::under(connection, name)? {
            let Some(about) = event.act.card() else {
                continue;
            };
            if follow(connection, about, Moment::of(&event))? == *card_now {
                events.push(event);
            }
        }
    }
    events.order_by_key(Moment::of);
    Ok(events)
}
