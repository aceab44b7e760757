//! The index: every deck as it last could be read, whole, so that one whose
//! file did not change need not be read again, one that is broken can be
//! studied all the same, and of an edited one it is known which card is which.

use std::collections::HashMap;

use jiff::Timestamp;
use postcard::ser_flavors::Flavor;
use rusqlite::{Connection, OptionalExtension, Row};

use super::error::Trouble;
use super::{IndexedDeck, NewDeck, cards, changes, names, passages, rows};
use crate::deck::{Card, Head, Known};
use crate::message;

/// Which values these are: another release may read more out of the same file,
/// so what another one kept is not taken, and all decks are read again.
const SHAPE: [u8; 4] = shape(concat!(env!("CARGO_PKG_VERSION"), "/1")).to_le_bytes();

/// FNV-1a.
const fn shape(release: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut rest = release.as_bytes();
    while let [byte, after @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = after;
    }
    hash
}

/// Whether the deck is kept with this very text.
pub(super) fn holds(connection: &Connection, deck: &NewDeck<'_>) -> Result<bool, Trouble> {
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM deck WHERE id = ?1 AND hash = ?2 AND NOT again)",
        )?
        .query_row((deck.head.id.as_str(), deck.hash.as_slice()), |row| {
            row.get(0)
        })?)
}

/// In the place of the hash of a deck that is only begun.
const BEGUN: &[u8] = b"begun";

/// Whether a deck is only begun: what there is of its cards was put ahead of it.
pub(super) fn is_begun(connection: &Connection, deck: &str) -> Result<bool, Trouble> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM deck WHERE id = ?1 AND hash = ?2)")?
        .query_row((deck, BEGUN), |row| row.get(0))?)
}

/// The key of a deck; where it is not known yet, it is begun.
pub(super) fn begin(connection: &Connection, deck: &NewDeck<'_>) -> Result<i64, Trouble> {
    let id = deck.head.id.as_str();
    let known = connection
        .prepare_cached("SELECT key FROM deck WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    match known {
        Some(key) => Ok(key),
        None => Ok(connection
            .prepare_cached(
                "INSERT INTO deck (id, origin, hash, head) VALUES (?1, ?2, ?3, x'')
                 RETURNING key",
            )?
            .query_row((id, &deck.origin, BEGUN), |row| row.get(0))?),
    }
}

/// Puts a deck in the place of what was known of it.
pub(super) fn put(
    connection: &Connection,
    deck: &NewDeck<'_>,
    now: Timestamp,
) -> Result<i64, Trouble> {
    let id = deck.head.id.as_str();
    // Before the first write, with which others have to wait.
    let changes = changes::of(connection, deck)?;
    let place = || message!("the deck {id}", "덱 {id}");
    let mut head = Vec::new();
    encode(&deck.head, &mut head).map_err(|error| Trouble::row(place(), error))?;
    // A file holds one deck: what it held before is not at hand by it.
    connection
        .prepare_cached("UPDATE deck SET stamp = NULL WHERE origin = ?1 AND id <> ?2")?
        .execute((&deck.origin, id))?;
    let key: i64 = connection
        .prepare_cached(
            "INSERT INTO deck (id, origin, stamp, hash, head, read_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, stamp = excluded.stamp,
                 hash = excluded.hash, head = excluded.head, again = 0,
                 read_at = iif(hash = excluded.hash, read_at, excluded.read_at)
             RETURNING key",
        )?
        .query_row(
            (
                id,
                &deck.origin,
                &deck.stamp,
                deck.hash.as_slice(),
                head,
                now.as_millisecond(),
            ),
            |row| row.get(0),
        )?;
    changes::put(connection, key, deck, changes)?;
    Ok(key)
}

/// Notes what a deck's file looks like by now, though it says what it said.
pub(super) fn mark(connection: &Connection, deck: &str, stamp: &[u8]) -> Result<(), Trouble> {
    connection
        .prepare_cached("UPDATE deck SET stamp = ?2 WHERE id = ?1")?
        .execute((deck, stamp))?;
    Ok(())
}

/// Every deck, in the order of their names.
pub(super) fn all(connection: &Connection) -> Result<Vec<IndexedDeck>, Trouble> {
    let mut statement = connection
        .prepare_cached("SELECT key, id, origin, stamp, hash, head, again FROM deck ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

fn read(row: &Row<'_>) -> Result<IndexedDeck, Trouble> {
    let id = names::deck(
        row.get_ref(1)?
            .as_str()
            .map_err(|error| Trouble::row(message!("a deck", "덱 하나"), error))?,
    )?;
    let head = row.get_ref(5)?.as_blob().ok().and_then(decode::<Head>);
    Ok(IndexedDeck {
        key: row.get(0)?,
        origin: row.get(2)?,
        stamp: row.get(3)?,
        hash: row.get::<_, Vec<u8>>(4)?,
        deck: id,
        head,
        again: row.get(6)?,
    })
}

/// What is known of a deck's cards, those that are gone among them; whether
/// they were studied is what the log says by now.
pub(super) fn known(connection: &Connection, deck: &str) -> Result<Vec<Known>, Trouble> {
    cards::known(connection, deck)
}

/// A card of the index, unless it is gone.
pub(super) fn card(connection: &Connection, name: &str) -> Result<Option<Card>, Trouble> {
    let data: Option<Option<Vec<u8>>> = connection
        .prepare_cached("SELECT data FROM card WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(data.flatten().as_deref().and_then(decode))
}

/// How many decks have cards that can't be read any more, or are not there.
pub(super) fn torn(connection: &Connection) -> Result<u64, Trouble> {
    let mut decks: HashMap<i64, (usize, bool)> = HashMap::new();
    let mut cards = connection.prepare("SELECT deck, data FROM card WHERE position IS NOT NULL")?;
    let mut rows = cards.query([])?;
    while let Some(row) = rows.next()? {
        let (count, is_torn) = decks.entry(row.get(0)?).or_default();
        *count += 1;
        // What another release kept is read again anyway.
        let data = row.get_ref(1)?.as_blob().unwrap_or_default();
        *is_torn |= data.starts_with(&SHAPE) && decode::<Card>(data).is_none();
        *is_torn |= data.len() < SHAPE.len();
    }
    let mut torn = 0;
    // What is to be read again need not be whole.
    let mut keys =
        connection.prepare("SELECT key FROM deck WHERE NOT again AND substr(head, 1, 4) = ?1")?;
    for key in keys.query_map([SHAPE.as_slice()], |row| row.get::<_, i64>(0))? {
        let key = key?;
        let (count, is_torn) = decks.remove(&key).unwrap_or_default();
        torn += u64::from(is_torn || count != passages::count(connection, key)?);
    }
    Ok(torn)
}

/// Has every deck be read again when decks are next looked at.
pub(super) fn forget_all(connection: &Connection) -> Result<(), Trouble> {
    connection.execute("UPDATE deck SET stamp = NULL, again = 1", [])?;
    Ok(())
}

/// Has a deck be read again, and be held against the log then.
pub(super) fn forget(connection: &Connection, deck: &str) -> Result<(), Trouble> {
    connection
        .prepare_cached("UPDATE deck SET stamp = NULL, again = 1 WHERE id = ?1")?
        .execute([deck])?;
    Ok(())
}

/// When the text of a deck was first read, and its hash.
pub(super) fn first_read(
    connection: &Connection,
    deck: &str,
) -> Result<Option<FirstRead>, Trouble> {
    let mut statement =
        connection.prepare_cached("SELECT read_at, hash, again FROM deck WHERE id = ?1")?;
    let read = statement.query_row([deck], |row| {
        let at: Option<i64> = row.get(0)?;
        Ok(FirstRead {
            at: at.and_then(rows::time),
            hash: row.get(1)?,
            again: row.get(2)?,
        })
    });
    Ok(read.optional()?)
}

/// When a deck was first read as it is.
pub(super) struct FirstRead {
    /// When, if that is known.
    pub(super) at: Option<Timestamp>,
    /// SHA-256 of its bytes then.
    pub(super) hash: Vec<u8>,
    /// Whether it is to be held against the log.
    pub(super) again: bool,
}

/// A value as the index keeps it, behind what `bytes` hold.
pub(super) fn encode<T: serde::Serialize>(
    value: &T,
    bytes: &mut Vec<u8>,
) -> Result<(), postcard::Error> {
    bytes.extend_from_slice(&SHAPE);
    postcard::serialize_with_flavor(value, Behind(bytes))
}

/// Puts what is encoded behind what is there already.
struct Behind<'b>(&'b mut Vec<u8>);

impl Flavor for Behind<'_> {
    type Output = ();

    fn try_push(&mut self, byte: u8) -> Result<(), postcard::Error> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> Result<(), postcard::Error> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> Result<(), postcard::Error> {
        Ok(())
    }
}

/// A value out of the index; none if it is of another shape.
pub(super) fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes.strip_prefix(&SHAPE)?).ok()
}
