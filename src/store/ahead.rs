//! Rows of a large deck that are put into the index ahead of the rest of it, some
//! at a time: one transaction of all of them would keep others waiting.
//!
//! Only such rows are as an edit is held against nothing that they change: those of
//! a deck of which nothing is known, by the log neither; and of a known one those of
//! cards that ask and answer what they did. Until the deck itself is put, the index
//! has it as it was, or as one that was only begun; so the program may end at any
//! point of it.

use rusqlite::Connection;

use super::changes::{self, NewRow};
use super::error::Trouble;
use super::{NewDeck, index, known};

/// So many rows are put at a time, and so many need not be put ahead; few in
/// tests, to have large decks.
const SOME: usize = if cfg!(test) { 3 } else { 2_000 };

/// The rows of a deck that can be put ahead.
#[derive(Debug)]
pub struct Ahead<'d> {
    rows: Vec<NewRow<'d>>,
    /// What SQLite had counted of the writes of others.
    seen: i64,
}

impl<'d> Ahead<'d> {
    /// Looks for them.
    pub(super) fn of(connection: &Connection, deck: &NewDeck<'d>) -> Result<Ahead<'d>, Trouble> {
        let id = deck.head.id.as_str();
        let mut rows = Vec::new();
        if deck.cards.len() > SOME {
            rows = changes::of(connection, deck)?.rows;
        }
        if rows.len() > SOME && !known::before(connection, id, None)?.is_empty() {
            changes::keep_alike(connection, deck.head.language, &mut rows)?;
        }
        if rows.len() <= SOME {
            rows.clear();
        }
        let seen = seen(connection)?;
        Ok(Ahead { rows, seen })
    }

    /// In how many parts they are put.
    pub fn parts(&self) -> usize {
        self.rows.len().div_ceil(SOME)
    }

    /// Puts one part of them there, unless others wrote since they were looked for;
    /// tells whether it did.
    pub(super) fn put(
        &self,
        connection: &Connection,
        deck: &NewDeck<'_>,
        part: usize,
    ) -> Result<bool, Trouble> {
        if seen(connection)? != self.seen {
            return Ok(false);
        }
        let key = index::begin(connection, deck)?;
        let rows = self.rows.chunks(SOME).nth(part).unwrap_or_default();
        changes::put_rows(connection, key, deck.head.language, rows)?;
        Ok(true)
    }
}

/// What SQLite counts with each commit of another connection.
fn seen(connection: &Connection) -> Result<i64, Trouble> {
    Ok(connection
        .prepare_cached("PRAGMA data_version")?
        .query_row([], |row| row.get(0))?)
}
