//! The index: every deck as it last could be read, to be studied from while
//! its file is broken, and to tell which card is which after an edit.

use rusqlite::Connection;

use super::error::Trouble;
use super::{IndexedDeck, names};
use crate::deck::{Fingerprint, Known};

/// Whether the deck is kept with this very text.
pub(super) fn holds(connection: &Connection, deck: &IndexedDeck) -> Result<bool, Trouble> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM deck WHERE id = ?1 AND hash = ?2)")?
        .query_row((deck.deck.as_str(), deck.hash.as_slice()), |row| row.get(0))?)
}

/// Puts a deck in the place of what was known of it.
pub(super) fn put(connection: &Connection, deck: &IndexedDeck) -> Result<(), Trouble> {
    let id = deck.deck.as_str();
    connection
        .prepare_cached(
            "INSERT INTO deck (id, origin, hash, text) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET
                 origin = excluded.origin, hash = excluded.hash, text = excluded.text",
        )?
        .execute((id, &deck.origin, deck.hash.as_slice(), &deck.text))?;
    connection
        .prepare_cached("DELETE FROM known WHERE deck = ?1")?
        .execute([id])?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO known (deck, position, card, question, response, value, answer)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, card) in (0_i64..).zip(&deck.cards) {
        insert.execute((
            id,
            position,
            card.id.as_str(),
            &card.fingerprint.question,
            &card.fingerprint.answer,
            &card.fingerprint.value,
            &card.answer,
        ))?;
    }
    Ok(())
}

/// Every deck, in the order of their names.
pub(super) fn all(connection: &Connection) -> Result<Vec<IndexedDeck>, Trouble> {
    let mut statement =
        connection.prepare_cached("SELECT id, origin, hash, text FROM deck ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut decks = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        decks.push(IndexedDeck {
            deck: names::deck(&id)?,
            origin: row.get(1)?,
            hash: row.get(2)?,
            text: row.get(3)?,
            cards: cards(connection, &id)?,
        });
    }
    Ok(decks)
}

/// A deck's cards; whether they were studied is what the log says by now.
pub(super) fn cards(connection: &Connection, deck: &str) -> Result<Vec<Known>, Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT known.card, question, response, value, answer, coalesce(state.reviews, 0) > 0
         FROM known LEFT JOIN state ON state.card = known.card
         WHERE deck = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([deck])?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        cards.push(Known {
            id: names::card(&row.get::<_, String>(0)?)?,
            fingerprint: Fingerprint {
                question: row.get(1)?,
                answer: row.get(2)?,
                value: row.get(3)?,
            },
            answer: row.get(4)?,
            studied: row.get(5)?,
        });
    }
    Ok(cards)
}
