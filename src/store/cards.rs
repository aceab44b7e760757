//! The cards of the index: a row each, whole, and what a day looks for in them.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, Row};

use super::error::Trouble;
use super::index::decode;
use super::names;
use crate::deck::{Card, CardId, Fingerprint, Known};
use crate::figure::Date;
use crate::message;
use crate::order::Order as _;

/// What of a card a day is planned with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The card.
    pub card: CardId,
    /// The key of its deck in the index.
    pub deck: i64,
    /// Where it stands in its deck.
    pub position: u32,
    /// How late its dateline is: later ones are larger.
    pub as_of: i64,
    /// The last day on which it is asked, as [`day_number`].
    pub until: Option<i64>,
    /// The facts that it shares with its siblings.
    pub facts: Vec<String>,
}

/// The columns that [`Outline`] takes.
pub(super) const OUTLINE: &str =
    "card.name, card.deck, card.position, card.as_of, card.until, card.facts";

impl Outline {
    /// From the columns [`OUTLINE`], the first being the one `at`.
    pub(super) fn take(row: &Row<'_>, at: usize) -> Result<Outline, Trouble> {
        let name = row.get_ref(at)?.as_str();
        let name = name.map_err(|error| {
            Trouble::row(message!("a card of the index", "색인의 카드 하나"), error)
        })?;
        let facts = row.get_ref(at + 5)?.as_str_or_null();
        let facts = facts.map_err(|error| {
            Trouble::row(message!("a card of the index", "색인의 카드 하나"), error)
        })?;
        Ok(Outline {
            card: names::card(name)?,
            deck: row.get(at + 1)?,
            position: row.get(at + 2)?,
            as_of: row.get(at + 3)?,
            until: row.get(at + 4)?,
            facts: facts
                .map(|facts| facts.lines().map(str::to_owned).collect())
                .unwrap_or_default(),
        })
    }
}

/// How late a date is, whole or in part: later ones are larger, in the order in
/// which dates are compared; 0 for none.
pub fn lateness(date: Option<Date>) -> i64 {
    let Some(date) = date else { return 0 };
    let year = date.year.map_or(0, |year| i64::from(year) + 40_000);
    let month = date.month.map_or(0, i64::from);
    let day = date.day.map_or(0, i64::from);
    (year * 13 + month) * 32 + day + 1
}

/// The date that is as late as that.
pub fn date_of(lateness: i64) -> Option<Date> {
    let parts = lateness.checked_sub(1).filter(|parts| *parts >= 0)?;
    let year = parts / (13 * 32);
    let part = |number: i64| i8::try_from(number).ok().filter(|number| *number > 0);
    let year = (year > 0)
        .then(|| i16::try_from(year - 40_000).ok())
        .flatten();
    Date::new(year, part(parts / 32 % 13), part(parts % 32)).ok()
}

/// The last day of a date as a number that grows with it: 20250209; nothing
/// where it comes every year.
pub fn day_number(date: Date) -> Option<i64> {
    let month = date.month.map_or(12, i64::from);
    let day = date.day.map_or(31, i64::from);
    Some(i64::from(date.year?) * 10_000 + month * 100 + day)
}

/// The names between which the cards of a deck stand: a card's name begins with
/// its deck's.
pub(super) fn span(id: &str) -> (String, String) {
    // '0' comes after '/'.
    (format!("{id}/"), format!("{id}0"))
}

/// Where a state still lets a card wait among the new ones.
pub(super) const WAITS: &str = "phase = 0 AND suspended = 0 AND was IS NULL";

/// Keeps in step whether a card waits among the new ones.
pub(super) fn stand(connection: &Connection, card: &CardId, waits: bool) -> Result<(), Trouble> {
    connection
        .prepare_cached(
            "UPDATE card SET new = ?2 WHERE name = ?1 AND new <> ?2 AND position IS NOT NULL",
        )?
        .execute((card.as_str(), waits))?;
    Ok(())
}

/// The same for every card.
pub(super) fn stand_all(connection: &Connection) -> Result<(), Trouble> {
    let waits = format!(
        "position IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM state WHERE card = card.name AND NOT ({WAITS}))"
    );
    connection.execute(
        &format!("UPDATE card SET new = ({waits}) WHERE new <> ({waits})"),
        [],
    )?;
    Ok(())
}

/// Whether the index has a card, or had it and knows that it is gone.
pub(super) fn is_known(connection: &Connection, name: &str) -> Result<bool, Trouble> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM card WHERE name = ?1)")?
        .query_row([name], |row| row.get(0))?)
}

/// What is known of a deck's cards, in the order of the file, those that are
/// gone behind them.
pub(super) fn known(connection: &Connection, deck: &str) -> Result<Vec<Known>, Trouble> {
    let (from, to) = span(deck);
    let mut statement = connection.prepare_cached(
        "SELECT card FROM state WHERE card >= ?1 AND card < ?2 AND reviews > 0 ORDER BY card",
    )?;
    let studied = statement.query_map((&from, &to), |row| row.get(0))?;
    let studied: Vec<String> = studied.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT name, question, response, value, answer, position
         FROM card WHERE name >= ?1 AND name < ?2 ORDER BY name",
    )?;
    let mut rows = statement.query((from, to))?;
    let mut formerly: HashMap<CardId, BTreeSet<CardId>> = HashMap::new();
    for (was, card, _) in names::taken_over(connection, deck)? {
        formerly.entry(card).or_default().insert(was);
    }
    let mut known = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let id = names::card(&name)?;
        let position: Option<u32> = row.get(5)?;
        let one = Known {
            formerly: formerly.remove(&id).into_iter().flatten().collect(),
            id,
            fingerprint: Fingerprint {
                question: row.get(1)?,
                answer: row.get(2)?,
                value: row.get(3)?,
            },
            answer: Some(row.get(4)?).filter(|answer: &String| !answer.is_empty()),
            studied: studied.binary_search(&name).is_ok(),
            waiting: position.is_none(),
        };
        known.push((position, one));
    }
    known.order_by_key(|(position, known)| (known.waiting, *position));
    Ok(known.into_iter().map(|(_, known)| known).collect())
}

/// The cards of a deck, in the order of the file.
pub(super) fn of_deck(connection: &Connection, deck: &str) -> Result<Vec<Card>, Trouble> {
    let (from, to) = span(deck);
    let mut statement = connection.prepare_cached(
        "SELECT data FROM card WHERE name >= ?1 AND name < ?2 AND position IS NOT NULL
         ORDER BY position",
    )?;
    let mut rows = statement.query((from, to))?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        let data = row.get_ref(0)?.as_blob();
        cards.extend(data.ok().and_then(decode::<Card>));
    }
    Ok(cards)
}

/// The names of a deck's cards, in the order of the file.
pub(super) fn names_of(connection: &Connection, deck: &str) -> Result<Vec<CardId>, Trouble> {
    let (from, to) = span(deck);
    let mut statement = connection.prepare_cached(
        "SELECT name FROM card WHERE name >= ?1 AND name < ?2 AND position IS NOT NULL
         ORDER BY position",
    )?;
    let rows = statement.query_map((from, to), |row| row.get::<_, String>(0))?;
    rows.map(|name| names::card(&name?)).collect()
}

/// The key of the deck that has a card, unless it is gone.
pub(super) fn deck_of(connection: &Connection, card: &str) -> Result<Option<i64>, Trouble> {
    Ok(connection
        .prepare_cached("SELECT deck FROM card WHERE name = ?1 AND position IS NOT NULL")?
        .query_row([card], |row| row.get(0))
        .optional()?)
}

/// How many cards of each deck are past the day on which they were last true.
pub(super) fn stale(connection: &Connection, today: i64) -> Result<Vec<(i64, u32)>, Trouble> {
    let mut statement = connection
        .prepare_cached("SELECT deck, count(*) FROM card WHERE stale < ?1 GROUP BY deck")?;
    let rows = statement.query_map([today], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| row.map_err(Trouble::from)).collect()
}

/// What the cards and facts of decks update, or take the history of: the deck,
/// the other's name, and the card's.
pub(super) fn tied(
    connection: &Connection,
    replaces: bool,
) -> Result<Vec<(i64, String, String)>, Trouble> {
    let mut statement =
        connection.prepare_cached("SELECT deck, other, card FROM tie WHERE replaces = ?1")?;
    let rows = statement.query_map([replaces], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    rows.map(|row| row.map_err(Trouble::from)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn a_later_date_is_a_larger_number() {
        let in_order = [
            "1900",
            "2024",
            "2024-12-31",
            "2025",
            "2025-02",
            "2025-02-01",
            "2025-02-09",
        ];
        let numbers: Vec<i64> = in_order
            .iter()
            .map(|text| lateness(Some(date(text))))
            .collect();
        assert!(numbers.is_sorted_by(|one, two| one < two), "{numbers:?}");
        for (text, number) in in_order.iter().zip(&numbers) {
            assert_eq!(date_of(*number), Some(date(text)));
        }
        assert_eq!(date_of(lateness(None)), None);
        assert!(lateness(None) < numbers.into_iter().min().unwrap());
        let mut dates: Vec<Date> = in_order.iter().map(|text| date(text)).collect();
        dates.sort();
        assert_eq!(dates, in_order.map(date));
    }

    #[test]
    fn a_part_of_a_date_ends_with_its_last_day() {
        for (text, expected) in [
            ("2025-02-09", 20_250_209),
            ("2025-02", 20_250_231),
            ("2025", 20_251_231),
        ] {
            assert_eq!(day_number(date(text)), Some(expected), "{text}");
            let day = date("2025-06-15");
            let over = expected < day_number(day).unwrap();
            assert_eq!(date(text).ended_before(day), over, "{text}");
        }
    }
}
