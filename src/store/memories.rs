//! What is remembered of the cards that were studied, and the sums of that.

use std::collections::HashMap;

use rusqlite::Connection;

use super::device;
use super::error::Trouble;
use super::index::{decode, encode};
use crate::message;
use crate::schedule::{Day, Memory};

/// Under which name they are kept in the home.
const SUMS: &str = "recall";

/// What is remembered of a card that was studied.
#[derive(Debug, Clone, Copy)]
pub struct Remembered {
    /// The key of its deck in the index.
    pub deck: i64,
    /// Its memory as of the last review.
    pub memory: Memory,
    /// The day of that.
    pub last: Day,
}

/// Chances of recall summed up, and of how many cards, by the key of the deck.
pub type Sums = HashMap<i64, (f32, u32)>;

/// What was summed up last, and of which day.
pub(super) fn sums(connection: &Connection) -> Result<Option<(Day, Sums)>, Trouble> {
    let kept = device::value(connection, SUMS)?;
    let sums = kept.as_deref().and_then(decode::<(i32, Sums)>);
    Ok(sums.map(|(day, sums)| (Day(day), sums)))
}

/// Keeps what was summed up.
pub(super) fn keep_sums(connection: &Connection, day: Day, sums: &Sums) -> Result<(), Trouble> {
    let mut bytes = Vec::new();
    encode(&(day.0, sums), &mut bytes)
        .map_err(|error| Trouble::row(message!("the sums of memories", "기억의 합계"), error))?;
    device::keep(connection, SUMS, &bytes)
}

/// What is remembered of the cards behind the one called `after`, of at most
/// `most`; the last one's name, if there are more.
pub(super) fn behind(
    connection: &Connection,
    after: &str,
    most: usize,
) -> Result<(Vec<Remembered>, Option<String>), Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT deck, stability, difficulty, last_day, state.card
         FROM state CROSS JOIN card ON card.name = state.card
         WHERE state.card > ?1 AND position IS NOT NULL
         AND stability IS NOT NULL AND difficulty IS NOT NULL AND last_day IS NOT NULL
         ORDER BY state.card LIMIT ?2",
    )?;
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut rows = statement.query((after, limit))?;
    let mut memories = Vec::new();
    let mut last = None;
    while let Some(row) = rows.next()? {
        memories.push(Remembered {
            deck: row.get(0)?,
            memory: Memory {
                stability: row.get(1)?,
                difficulty: row.get(2)?,
            },
            last: Day(row.get(3)?),
        });
        if memories.len() == most {
            last = Some(row.get(4)?);
        }
    }
    Ok((memories, last))
}
