//! Putting the cards of a deck in the place of those that the index has: what did
//! not change is not written.

use std::collections::HashMap;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::cards::{WAITS, day_number, lateness, span};
use super::error::Trouble;
use super::fill::{fill, maybe};
use super::ready::Unfit;
use super::{NewDeck, passages};
use crate::deck::{Card, Fingerprint};
use crate::message;
use crate::order::Order as _;
use crate::text::Lang;

/// What of a deck's rows is to be written: mostly few cards of a file are edited.
pub(super) struct Changes<'d> {
    /// Cards that are new or another thing now.
    pub(super) rows: Vec<NewRow<'d>>,
    /// The names of those that are not known any more.
    gone: Vec<String>,
}

/// A card's row.
#[derive(Debug)]
pub(super) struct NewRow<'d> {
    position: u32,
    card: &'d Card,
    data: &'d [u8],
    /// Whether it waits among the new ones.
    new: bool,
    /// Whether the index has a row of that name, which goes.
    is_there: bool,
}

/// What is to be written to have the cards of a deck in the place of those that
/// are there.
pub(super) fn of<'d>(connection: &Connection, deck: &NewDeck<'d>) -> Result<Changes<'d>, Trouble> {
    let id = deck.head.id.as_str();
    let mut before = written(connection, id)?;
    let key: Option<i64> = connection
        .prepare_cached("SELECT key FROM deck WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let language = deck.head.language;
    // Mostly nothing was studied yet of a deck that comes in.
    let anything: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM state)")?
        .query_row([], |row| row.get(0))?;
    let mut is_new = connection.prepare_cached(&format!(
        "SELECT NOT EXISTS (SELECT 1 FROM state WHERE card = ?1 AND NOT ({WAITS}))"
    ))?;
    let mut rows = Vec::new();
    let kept = deck.ready.0.as_ref().map_err(|Unfit(card, error)| {
        let name = card.as_str();
        Trouble::row(message!("the card {name}", "카드 {name}"), error)
    })?;
    for ((position, card), data) in (0_u32..).zip(deck.cards).zip(kept.values()) {
        let name = card.id.as_str();
        let before = before.remove(name);
        let is_there = before.is_some();
        let same = before.is_some_and(|before| {
            before.position == Some(position)
                && Some(before.deck) == key
                && before.answer == *card.answer.get(language)
                && before.data.as_deref() == Some(data)
        });
        if !same {
            let new = !anything || is_new.query_row([name], |row| row.get::<_, bool>(0))?;
            rows.push(NewRow {
                position,
                card,
                data,
                new,
                is_there,
            });
        }
    }
    // In the order of their table, where each goes behind the one before.
    rows.order_by(|one, other| one.card.id.as_str().cmp(other.card.id.as_str()));
    // No deck has two cards of one name; if one had, the last would be kept.
    rows.dedup_by(|last, first| {
        let is_same = last.card.id == first.card.id;
        if is_same {
            last.is_there |= first.is_there;
            std::mem::swap(last, first);
        }
        is_same
    });
    for gone in deck.gone {
        before.remove(gone.id.as_str());
    }
    let gone = before.into_keys().collect();
    Ok(Changes { rows, gone })
}

/// Puts the cards of a deck in the place of those that were there.
pub(super) fn put(
    connection: &Connection,
    key: i64,
    deck: &NewDeck<'_>,
    changes: Changes<'_>,
) -> Result<(), Trouble> {
    put_rows(connection, key, deck.head.language, &changes.rows)?;
    let mut insert = connection.prepare_cached(&replacing())?;
    for gone in deck.gone {
        insert.execute(rusqlite::params![
            gone.id.as_str(),
            key,
            None::<u32>,
            gone.fingerprint.question,
            gone.fingerprint.answer,
            gone.fingerprint.value,
            gone.answer.as_deref().unwrap_or_default(),
            false,
            0,
            None::<i64>,
            None::<i64>,
            None::<String>,
            None::<Vec<u8>>,
        ])?;
    }
    let mut delete = connection.prepare_cached("DELETE FROM card WHERE name = ?1")?;
    for name in &changes.gone {
        delete.execute([name])?;
    }
    if let Ok(rows) = &deck.ready.0 {
        passages::put(connection, key, &rows.passages)?;
    }
    ties(connection, key, deck)
}

/// Puts rows of a deck in the place of those that were there.
pub(super) fn put_rows(
    connection: &Connection,
    key: i64,
    language: Lang,
    rows: &[NewRow<'_>],
) -> Result<(), Trouble> {
    let new = rows.iter().filter(|row| !row.is_there);
    fill(connection, CARD, new.map(|row| row.values(key, language)))?;
    let mut replace = connection.prepare_cached(&replacing())?;
    for row in rows.iter().filter(|row| row.is_there) {
        replace.execute(params_from_iter(row.values(key, language)))?;
    }
    Ok(())
}

/// Leaves those rows of whose cards the index knows all that an edit is held
/// against.
pub(super) fn keep_alike(
    connection: &Connection,
    language: Lang,
    rows: &mut Vec<NewRow<'_>>,
) -> Result<(), Trouble> {
    let mut alike = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM card WHERE name = ?1 AND position IS NOT NULL
             AND question = ?2 AND response = ?3 AND value IS ?4 AND answer = ?5)",
    )?;
    let mut kept = Vec::new();
    for row in rows.drain(..) {
        let Fingerprint {
            question,
            answer,
            value,
        } = &row.card.fingerprint;
        let shown = row.card.answer.get(language);
        if alike.query_row(
            (row.card.id.as_str(), question, answer, value, shown),
            |row| row.get(0),
        )? {
            kept.push(row);
        }
    }
    *rows = kept;
    Ok(())
}

/// The table, and its columns.
const CARD: &str = "card (name, deck, position, question, response, value, answer, new,
    as_of, stale, until, facts, data)";

/// Puts a row in the place of one of the same name.
fn replacing() -> String {
    format!("INSERT OR REPLACE INTO {CARD} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
}

impl NewRow<'_> {
    fn values(&self, key: i64, language: Lang) -> [ToSqlOutput<'_>; 13] {
        let card = self.card;
        let Fingerprint {
            question,
            answer,
            value,
        } = &card.fingerprint;
        [
            card.id.as_str().into(),
            key.into(),
            self.position.into(),
            question.as_str().into(),
            answer.as_str().into(),
            maybe(value.as_deref()),
            card.answer.get(language).as_str().into(),
            self.new.into(),
            lateness(card.dateline.as_of).into(),
            maybe(card.dateline.stale_after.and_then(day_number)),
            maybe(card.until.and_then(day_number)),
            match card.facts.as_slice() {
                [] => maybe(None::<&str>),
                [fact] => fact.as_str().into(),
                facts => facts.join("\n").into(),
            },
            self.data.into(),
        ]
    }
}

/// What the cards and facts of a deck stand for.
fn ties(connection: &Connection, key: i64, deck: &NewDeck<'_>) -> Result<(), Trouble> {
    connection
        .prepare_cached("DELETE FROM tie WHERE deck = ?1")?
        .execute([key])?;
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO tie (deck, replaces, other, card) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for card in deck.cards {
        let name = card.id.as_str();
        for other in &card.supersedes {
            insert.execute((key, false, other, name))?;
        }
        for other in &card.replaces {
            insert.execute((key, true, other, name))?;
        }
    }
    for other in deck.supersedes {
        insert.execute((key, false, other, ""))?;
    }
    Ok(())
}

/// What of a card's row tells whether it is still the same: all else of it
/// follows from these, or is what the log says.
struct Written {
    deck: i64,
    position: Option<u32>,
    answer: String,
    data: Option<Vec<u8>>,
}

/// The rows of a deck by the names of the cards.
fn written(connection: &Connection, id: &str) -> Result<HashMap<String, Written>, Trouble> {
    let (from, to) = span(id);
    let mut statement = connection.prepare_cached(
        "SELECT name, deck, position, answer, data FROM card WHERE name >= ?1 AND name < ?2",
    )?;
    let rows = statement.query_map((from, to), |row| {
        let written = Written {
            deck: row.get(1)?,
            position: row.get(2)?,
            answer: row.get(3)?,
            data: row.get(4)?,
        };
        Ok((row.get(0)?, written))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
