//! What was done on each study day: by card, for limits and siblings, and in
//! sum.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, Row, params_from_iter};

use super::error::Trouble;
use super::{fill, log, names};
use crate::deck::CardId;
use crate::schedule::{Act, CardState, Day, DayTally, Pile, Review, Served};

/// What was done with one card on one day.
#[derive(Debug, Default)]
pub(super) struct Done {
    tally: DayTally,
    /// How often it came as due. A corrected card does, though its memory is new.
    due: u32,
}

impl Done {
    /// Counts a review that was given to the card while it stood at `before`.
    pub(super) fn count(&mut self, before: &CardState, review: &Review) {
        self.tally.count(before, review);
        self.due = self
            .due
            .saturating_add(u32::from(before.pile() == Pile::Review));
    }
}

/// The table of what was done, and its columns.
const STUDIED: &str = "studied (day, card, reviews, took_ms, asked, recalled, new, due)";

/// The values of a row.
fn row<'c>(day: Day, card: &'c CardId, done: &Done) -> [ToSqlOutput<'c>; 8] {
    let Done { tally, due } = done;
    [
        day.0.into(),
        card.as_str().into(),
        tally.reviews.into(),
        i64::try_from(tally.took_ms).unwrap_or(i64::MAX).into(),
        tally.recalled.0.into(),
        tally.recalled.1.into(),
        tally.new.into(),
        (*due).into(),
    ]
}

/// Fills empty tables with what was done with each card on each day, best in the
/// order of days and then of cards, and with the sums of that.
pub(super) fn fill(connection: &Connection, all: &[(Day, &CardId, &Done)]) -> Result<(), Trouble> {
    let rows = all.iter().map(|(day, card, done)| row(*day, card, done));
    fill::fill(connection, STUDIED, rows)?;
    let mut sums: BTreeMap<Day, Done> = BTreeMap::new();
    for (day, _, done) in all {
        sums.entry(*day).or_default().tally.add(&done.tally);
    }
    for (day, sum) in &sums {
        bump(connection, *day, sum)?;
    }
    Ok(())
}

/// Adds what was done with a card on a day.
pub(super) fn put(
    connection: &Connection,
    card: &CardId,
    day: Day,
    done: &Done,
) -> Result<(), Trouble> {
    let sql = format!(
        "INSERT INTO {STUDIED} VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (day, card) DO UPDATE SET
                 reviews = reviews + excluded.reviews, took_ms = took_ms + excluded.took_ms,
                 asked = asked + excluded.asked, recalled = recalled + excluded.recalled,
                 new = new + excluded.new, due = due + excluded.due"
    );
    connection
        .prepare_cached(&sql)?
        .execute(params_from_iter(row(day, card, done)))?;
    Ok(())
}

/// Forgets what was done with a card; its days are added to `touched`.
pub(super) fn remove(
    connection: &Connection,
    card: &CardId,
    touched: &mut BTreeSet<Day>,
) -> Result<(), Trouble> {
    let mut days = connection.prepare_cached("SELECT day FROM studied WHERE card = ?1")?;
    for day in days.query_map([card.as_str()], |row| row.get(0))? {
        touched.insert(Day(day?));
    }
    connection
        .prepare_cached("DELETE FROM studied WHERE card = ?1")?
        .execute([card.as_str()])?;
    Ok(())
}

/// Adds to the sum of a day, so that a rating costs the same on a long day.
pub(super) fn bump(connection: &Connection, day: Day, done: &Done) -> Result<(), Trouble> {
    let tally = &done.tally;
    connection
        .prepare_cached(
            "INSERT INTO tally (day, reviews, took_ms, asked, recalled, new)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (day) DO UPDATE SET
                 reviews = reviews + excluded.reviews, took_ms = took_ms + excluded.took_ms,
                 asked = asked + excluded.asked, recalled = recalled + excluded.recalled,
                 new = new + excluded.new",
        )?
        .execute((
            day.0,
            tally.reviews,
            i64::try_from(tally.took_ms).unwrap_or(i64::MAX),
            tally.recalled.0,
            tally.recalled.1,
            tally.new,
        ))?;
    Ok(())
}

/// Brings the sums of the `touched` days in step.
pub(super) fn sum(connection: &Connection, touched: &BTreeSet<Day>) -> Result<(), Trouble> {
    for day in touched {
        connection
            .prepare_cached("DELETE FROM tally WHERE day = ?1")?
            .execute([day.0])?;
        connection
            .prepare_cached(
                "INSERT INTO tally (day, reviews, took_ms, asked, recalled, new)
                 SELECT day, sum(reviews), sum(took_ms), sum(asked), sum(recalled), sum(new)
                 FROM studied WHERE day = ?1 GROUP BY day",
            )?
            .execute([day.0])?;
    }
    Ok(())
}

/// The sums by day since `from`.
pub(super) fn days(connection: &Connection, from: Day) -> Result<Vec<(Day, DayTally)>, Trouble> {
    let read = |row: &Row<'_>| {
        let tally = DayTally {
            reviews: row.get(1)?,
            took_ms: row.get::<_, i64>(2)?.unsigned_abs(),
            recalled: (row.get(3)?, row.get(4)?),
            new: row.get(5)?,
        };
        Ok((Day(row.get(0)?), tally))
    };
    connection
        .prepare_cached(
            "SELECT day, reviews, took_ms, asked, recalled, new FROM tally
             WHERE day >= ?1 ORDER BY day",
        )?
        .query_map([from.0], read)?
        .map(|day| day.map_err(Trouble::from))
        .collect()
}

/// What was done on a day.
pub(super) fn served(connection: &Connection, day: Day) -> Result<Served, Trouble> {
    let mut served = Served::default();
    let mut statement = connection.prepare_cached(
        "SELECT studied.card, studied.new, studied.due, card.facts
         FROM studied LEFT JOIN card ON card.name = studied.card WHERE day = ?1",
    )?;
    let mut rows = statement.query([day.0])?;
    while let Some(row) = rows.next()? {
        let card = names::card(&row.get::<_, String>(0)?)?;
        let deck = names::deck(card.deck())?;
        for (counts, count) in [
            (&mut served.new, row.get::<_, u32>(1)?),
            (&mut served.reviews, row.get(2)?),
        ] {
            if count > 0 {
                let sum = counts.entry(deck.clone()).or_default();
                *sum = sum.saturating_add(count);
            }
        }
        let facts: Option<String> = row.get(3)?;
        let facts = facts.iter().flat_map(|facts| facts.lines());
        served
            .cards
            .insert(card, facts.map(str::to_owned).collect());
    }
    for event in log::more(connection, day)? {
        if let Act::More { new, reviews } = event.act {
            served.more.new = served.more.new.saturating_add(new);
            served.more.reviews = served.more.reviews.saturating_add(reviews);
        }
    }
    Ok(served)
}
