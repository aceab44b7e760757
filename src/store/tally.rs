//! What was done on each study day: by card, for limits and siblings, and in
//! sum.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row};

use super::error::Trouble;
use super::{log, names};
use crate::deck::CardId;
use crate::schedule::{Act, CardState, Day, DayTally, Phase, Rating, Review, Served};

/// What one review counts for, given where the card stood `before`.
pub(super) fn of(review: &Review, before: &CardState) -> DayTally {
    let asked = u32::from(before.phase == Phase::Review);
    DayTally {
        reviews: 1,
        took_ms: u64::from(review.took_ms),
        recalled: (
            asked,
            u32::from(asked == 1 && review.rating != Rating::Again),
        ),
        new: u32::from(before.reviews == 0),
    }
}

/// Adds `more` to `sum`.
pub(super) fn add(sum: &mut DayTally, more: &DayTally) {
    sum.reviews = sum.reviews.saturating_add(more.reviews);
    sum.took_ms = sum.took_ms.saturating_add(more.took_ms);
    sum.recalled.0 = sum.recalled.0.saturating_add(more.recalled.0);
    sum.recalled.1 = sum.recalled.1.saturating_add(more.recalled.1);
    sum.new = sum.new.saturating_add(more.new);
}

/// Adds what was done with a card on a day.
pub(super) fn put(
    connection: &Connection,
    card: &CardId,
    day: Day,
    tally: &DayTally,
) -> Result<(), Trouble> {
    connection
        .prepare_cached(
            "INSERT INTO studied (day, card, reviews, took_ms, asked, recalled, new)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (day, card) DO UPDATE SET
                 reviews = reviews + excluded.reviews, took_ms = took_ms + excluded.took_ms,
                 asked = asked + excluded.asked, recalled = recalled + excluded.recalled,
                 new = new + excluded.new",
        )?
        .execute((
            day.0,
            card.as_str(),
            tally.reviews,
            i64::try_from(tally.took_ms).unwrap_or(i64::MAX),
            tally.recalled.0,
            tally.recalled.1,
            tally.new,
        ))?;
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

fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<DayTally> {
    Ok(DayTally {
        reviews: row.get(first)?,
        took_ms: row.get::<_, i64>(first + 1)?.unsigned_abs(),
        recalled: (row.get(first + 2)?, row.get(first + 3)?),
        new: row.get(first + 4)?,
    })
}

/// The sums by day since `from`.
pub(super) fn days(connection: &Connection, from: Day) -> Result<Vec<(Day, DayTally)>, Trouble> {
    connection
        .prepare_cached(
            "SELECT day, reviews, took_ms, asked, recalled, new FROM tally
             WHERE day >= ?1 ORDER BY day",
        )?
        .query_map([from.0], |row| Ok((Day(row.get(0)?), read(row, 1)?)))?
        .map(|day| day.map_err(Trouble::from))
        .collect()
}

/// What was done on a day.
pub(super) fn served(connection: &Connection, day: Day) -> Result<Served, Trouble> {
    let mut by_deck: BTreeMap<String, DayTally> = BTreeMap::new();
    let mut served = Served::default();
    let mut statement = connection.prepare_cached(
        "SELECT card, reviews, took_ms, asked, recalled, new FROM studied WHERE day = ?1",
    )?;
    let mut rows = statement.query([day.0])?;
    while let Some(row) = rows.next()? {
        let card = names::card(&row.get::<_, String>(0)?)?;
        add(
            by_deck.entry(card.deck().to_owned()).or_default(),
            &read(row, 1)?,
        );
        served.cards.insert(card);
    }
    for (deck, tally) in by_deck {
        let deck = names::deck(&deck)?;
        if tally.new > 0 {
            served.new.insert(deck.clone(), tally.new);
        }
        if tally.recalled.0 > 0 {
            served.reviews.insert(deck, tally.recalled.0);
        }
    }
    for event in log::more(connection, day)? {
        if let Act::More { new, reviews } = event.act {
            served.more.new = served.more.new.saturating_add(new);
            served.more.reviews = served.more.reviews.saturating_add(reviews);
        }
    }
    Ok(served)
}
