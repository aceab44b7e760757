//! What is known of a deck's cards before it is read again: by the index, and by
//! the log alone of those that the index never had, or has otherwise.
//!
//! What others recorded may come here later than a deck. It is held against the
//! deck then, but only where the deck was first read after all of it: else theirs
//! may be the newer one, and it is for them to say what became of a card.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use super::error::Trouble;
use super::{cards, index, log, names, states};
use crate::deck::{CardId, Fingerprint, Known};
use crate::schedule::{Act, Event, EventId};

/// What is known of a deck before it is read again, and of what came before that.
#[derive(Debug, Default)]
pub struct Past {
    /// Its cards as they last were, those that only the log remembers among them.
    pub known: Vec<Known>,
    /// The histories that cards took over: the name before, and since.
    pub taken_over: Vec<(CardId, CardId)>,
    /// What cards were at their last review that are another thing now: of those to
    /// which nothing happened since.
    pub reviewed: HashMap<CardId, Fingerprint>,
}

/// The past of a deck.
pub(super) fn past(connection: &Connection, deck: &str) -> Result<Past, Trouble> {
    let taken = names::taken_over(connection, deck)?;
    Ok(Past {
        known: before(connection, deck, None)?,
        taken_over: taken.into_iter().map(|(was, now, _)| (was, now)).collect(),
        reviewed: reviewed_as(connection, deck)?,
    })
}

/// The cards of a deck as they last were, those that are gone and were studied
/// among them; where its text has this `hash`, as what came since says.
pub(super) fn before(
    connection: &Connection,
    deck: &str,
    hash: Option<&[u8]>,
) -> Result<Vec<Known>, Trouble> {
    // What was put ahead, of a deck that did not come to its end, is none yet.
    let mut known = match index::is_begun(connection, deck)? {
        true => Vec::new(),
        false => index::known(connection, deck)?,
    };
    let first = index::first_read(connection, deck)?;
    let first = first.filter(|first| first.again && Some(first.hash.as_slice()) == hash);
    let mut other = HashMap::new();
    if let Some(read_at) = first.and_then(|first| first.at) {
        let (from, to) = cards::span(deck);
        for one in unlike(connection, &from, &to, read_at)? {
            other.insert(one.id.clone(), one);
        }
    }
    for known in &mut known {
        match other.get(&known.id) {
            Some(other) if other.waiting => known.waiting = true,
            Some(other) => *known = other.clone(),
            None => {}
        }
    }
    let names: HashSet<CardId> = known.iter().map(|known| known.id.clone()).collect();
    for card in states::of_deck(connection, deck)? {
        if names.contains(&card) {
            continue;
        }
        match other.remove(&card) {
            Some(other) => known.push(other),
            None => known.extend(by_log(connection, &card)?),
        }
    }
    Ok(known)
}

/// Has those decks be read again that were first read before `cards` came here from
/// elsewhere, and are another thing than they were recorded with.
pub(super) fn read_again<'c>(
    connection: &Connection,
    cards: impl Iterator<Item = &'c CardId>,
) -> Result<(), Trouble> {
    let mut decks: HashMap<&str, Option<Timestamp>> = HashMap::new();
    let mut again: BTreeSet<&str> = BTreeSet::new();
    for card in cards {
        let (name, deck) = (card.as_str(), card.deck());
        if again.contains(deck) {
            continue;
        }
        let read_at = match decks.get(deck) {
            Some(read_at) => *read_at,
            None => {
                let read_at = index::first_read(connection, deck)?.and_then(|first| first.at);
                *decks.entry(deck).or_insert(read_at)
            }
        };
        let Some(read_at) = read_at else { continue };
        if !unlike(connection, name, &format!("{name}\0"), read_at)?.is_empty()
            || twice_corrected(connection, card)?.is_some()
        {
            again.insert(deck);
        }
    }
    for deck in again {
        index::forget(connection, deck)?;
    }
    Ok(())
}

/// The cards from a name up to another one, as they were at their last review, that
/// had another value than in a deck that was first read at `read_at`, or are not in
/// it, while nothing happened to them since.
fn unlike(
    connection: &Connection,
    from: &str,
    to: &str,
    read_at: Timestamp,
) -> Result<Vec<Known>, Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT state.card, value, position IS NULL FROM state JOIN event ON event.id = state.event
             LEFT JOIN card ON card.name = state.card AND position IS NOT NULL
         WHERE state.card >= ?1 AND state.card < ?2 AND state.event_at < ?3
             AND (position IS NULL OR event.kind <> 'review'
                 OR event.data ->> '$.fingerprint.value' <> value)",
    )?;
    let mut rows = statement.query((from, to, read_at.as_millisecond()))?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        let card = names::card(&row.get::<_, String>(0)?)?;
        let value: Option<String> = row.get(1)?;
        let waiting: bool = row.get(2)?;
        let last = names::last(connection, &card)?;
        let Some(known) = by_log(connection, &card)? else {
            continue;
        };
        let was = &known.fingerprint.value;
        let other = waiting || value.is_some() && was.is_some() && *was != value;
        if other && last.is_none_or(|last| last < read_at) {
            cards.push(Known { waiting, ..known });
        }
    }
    Ok(cards)
}

/// A correction of a card to what it had been reviewed with before: whoever recorded
/// it did not know of that review yet.
pub(super) fn twice_corrected(
    connection: &Connection,
    card: &CardId,
) -> Result<Option<EventId>, Trouble> {
    // An older deck has the value from before it, and says another thing.
    let value: Option<String> = connection
        .prepare_cached(
            "SELECT value FROM card JOIN state ON state.card = card.name
             WHERE card.name = ?1 AND value IS NOT NULL AND now_is = answer",
        )?
        .query_row([card.as_str()], |row| row.get(0))
        .optional()?;
    let Some(value) = value else {
        return Ok(None);
    };
    let mut corrections = Vec::new();
    for event in names::history(connection, card)?.into_iter().rev() {
        match &event.act {
            Act::Correct { .. } if !log::is_undone(connection, event.id)? => {
                corrections.push(event.id);
            }
            Act::Review(review) if !log::is_undone(connection, event.id)? => {
                let is_known = review.fingerprint.value.as_ref() == Some(&value);
                return Ok(match corrections.as_slice() {
                    [one] if is_known => Some(*one),
                    _ => None,
                });
            }
            _ => {}
        }
    }
    Ok(None)
}

/// What cards of a deck were at their last review, by whose question or answer
/// the index knows another one now. A card to which something else happened since
/// is left out: all are asked for at once, by what each knows of its last event.
fn reviewed_as(
    connection: &Connection,
    deck: &str,
) -> Result<HashMap<CardId, Fingerprint>, Trouble> {
    let (from, to) = cards::span(deck);
    let mut statement = connection.prepare_cached(
        "SELECT name, data ->> '$.fingerprint.question' AS asked,
             data ->> '$.fingerprint.answer' AS answered, data ->> '$.fingerprint.value'
         FROM (SELECT card.name, card.question, card.response, event.data
             FROM card JOIN state ON state.card = card.name JOIN event ON event.id = state.event
             WHERE card.name >= ?1 AND card.name < ?2 AND event.kind = 'review')
         WHERE (asked, answered) <> (question, response)",
    )?;
    let rows = statement.query_map((from, to), |row| {
        let fingerprint = Fingerprint {
            question: row.get(1)?,
            answer: row.get(2)?,
            value: row.get(3)?,
        };
        Ok((row.get::<_, String>(0)?, fingerprint))
    })?;
    rows.map(|row| {
        let (name, fingerprint) = row?;
        Ok((names::card(&name)?, fingerprint))
    })
    .collect()
}

/// What the log alone says of a card.
pub(super) fn by_log(connection: &Connection, card: &CardId) -> Result<Option<Known>, Trouble> {
    let Some(standing) = states::get(connection, card)? else {
        return Ok(None);
    };
    // One that was only set aside still is.
    let mut fingerprint = last_review(connection, card)?.unwrap_or_default();
    if standing.state.corrected.is_some() {
        // What it is now the log does not say; it is told as it is already.
        fingerprint.value = None;
    }
    Ok(Some(Known {
        answer: None,
        studied: standing.state.reviews > 0,
        fingerprint,
        formerly: names::formerly(connection, card)?,
        waiting: false,
        id: card.clone(),
    }))
}

/// What a card was at its last review that counts.
fn last_review(connection: &Connection, card: &CardId) -> Result<Option<Fingerprint>, Trouble> {
    let mut events = names::history(connection, card)?;
    while let Some(Event { id, act, .. }) = events.pop() {
        if let Act::Review(review) = act
            && !log::is_undone(connection, id)?
        {
            return Ok(Some(review.fingerprint));
        }
    }
    Ok(None)
}
