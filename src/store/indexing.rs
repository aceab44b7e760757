//! Taking decks into the index: what was known of them before, and what they
//! are now, with what reading them meant.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use rusqlite::Connection;

use super::error::{StoreError, Trouble};
use super::record::{self, Stamp};
use super::weights::Models;
use super::{NewDeck, cards, index, log, names, states};
use crate::deck::{Card, CardId, DeckId, Fingerprint, Known};
use crate::schedule::{Act, CardState, Event, EventId};

/// A transaction that takes decks into the index.
pub struct Indexing<'t> {
    connection: &'t Connection,
    models: &'t mut Models,
    stamp: Stamp,
    path: &'t Path,
}

impl<'t> Indexing<'t> {
    pub(super) fn new(
        connection: &'t Connection,
        models: &'t mut Models,
        stamp: Stamp,
        path: &'t Path,
    ) -> Indexing<'t> {
        Indexing {
            connection,
            models,
            stamp,
            path,
        }
    }

    /// The cards of a deck as they were before it was edited, those that only the
    /// log remembers among them.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn known_before(&self, deck: &DeckId) -> Result<Vec<Known>, StoreError> {
        self.told(known_before(self.connection, deck.as_str()))
    }

    /// Parts what was merged: where cards of which one took the histories are
    /// there again and that one is gone, each has its own back, as it was.
    ///
    /// # Errors
    /// When it can't be read or written.
    pub fn part(&mut self, deck: &DeckId, cards: &[Card]) -> Result<(), StoreError> {
        let path = self.path;
        self.take_apart(deck, cards)
            .map_err(|trouble| trouble.tell(path))
    }

    fn take_apart(&mut self, deck: &DeckId, cards: &[Card]) -> Result<(), Trouble> {
        let here: HashSet<&str> = cards.iter().map(|card| card.id.as_str()).collect();
        let mut back: BTreeMap<String, BTreeMap<String, EventId>> = BTreeMap::new();
        for (was, card, event) in names::taken_over(self.connection, deck.as_str())? {
            let again = !here.contains(card.as_str()) && here.contains(was.as_str());
            if again && states::get(self.connection, &was)?.is_none() {
                let merged = back.entry(card.as_str().to_owned()).or_default();
                merged.insert(was.as_str().to_owned(), event);
            }
        }
        // One alone may have got its name back, with all that was learned since.
        let merged = back.into_values().filter(|merged| merged.len() > 1);
        let undo = |event| Act::Undo { event, card: None };
        let acts: Vec<Act> = merged.flat_map(BTreeMap::into_values).map(undo).collect();
        record::append_all(self.connection, acts, &self.stamp, self.models)?;
        Ok(())
    }

    /// Puts a deck in the place of what was known of it, and appends what
    /// reading it meant (renames, corrections). If another process has kept the
    /// very same text meanwhile, it appended that too, and it is not done again:
    /// a card that was corrected may have been reviewed since. Gives its key.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn put(&mut self, deck: &NewDeck<'_>, acts: Vec<Act>) -> Result<i64, StoreError> {
        let path = self.path;
        self.keep(deck, acts).map_err(|trouble| trouble.tell(path))
    }

    fn keep(&mut self, deck: &NewDeck<'_>, acts: Vec<Act>) -> Result<i64, Trouble> {
        let mut news = Vec::new();
        if !index::holds(self.connection, deck)? {
            for act in acts {
                if !is_known(self.connection, &act, deck.cards)? {
                    news.push(act);
                }
            }
        }
        let key = index::put(self.connection, deck)?;
        record::append_all(self.connection, news, &self.stamp, self.models)?;
        Ok(key)
    }

    /// Notes what a deck's file looks like by now, though it says what it said.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn mark(&mut self, deck: &DeckId, stamp: &[u8]) -> Result<(), StoreError> {
        self.told(index::mark(self.connection, deck.as_str(), stamp))
    }

    fn told<T>(&self, result: Result<T, Trouble>) -> Result<T, StoreError> {
        result.map_err(|trouble| trouble.tell(self.path))
    }
}

/// The cards of a deck as they last were, those that are gone and were studied
/// among them.
pub(super) fn known_before(connection: &Connection, deck: &str) -> Result<Vec<Known>, Trouble> {
    let mut known = index::known(connection, deck)?;
    if index::is_forgotten(connection, deck)? {
        // It may have been read before what others recorded of it came here.
        let (from, to) = cards::span(deck);
        let mut recorded: HashMap<CardId, Known> = unlike(connection, &from, &to)?
            .into_iter()
            .map(|known| (known.id.clone(), known))
            .collect();
        for known in &mut known {
            let recorded = recorded.remove(&known.id);
            if let Some(recorded) = recorded.filter(|it| it.fingerprint.value.is_some()) {
                *known = recorded;
            }
        }
    }
    let names: HashSet<CardId> = known.iter().map(|known| known.id.clone()).collect();
    for card in states::of_deck(connection, deck)? {
        if !names.contains(&card) {
            known.extend(known_by_log(connection, &card)?);
        }
    }
    Ok(known)
}

/// Has those decks be read again that do not have `cards` as what came from
/// elsewhere says: which of them has another name or figure is to be found out.
pub(super) fn read_again<'c>(
    connection: &Connection,
    cards: impl Iterator<Item = &'c CardId>,
) -> Result<(), Trouble> {
    let mut decks: BTreeSet<&str> = BTreeSet::new();
    for card in cards {
        let name = card.as_str();
        if !decks.contains(card.deck())
            && !unlike(connection, name, &format!("{name}\0"))?.is_empty()
        {
            decks.insert(card.deck());
        }
    }
    for deck in decks {
        index::forget(connection, deck)?;
    }
    Ok(())
}

/// The cards from a name up to another one that had another value at their last
/// review than in the index, or are not there, as they were then.
fn unlike(connection: &Connection, from: &str, to: &str) -> Result<Vec<Known>, Trouble> {
    let mut statement = connection.prepare_cached(
        "SELECT state.card, value, position IS NULL FROM state JOIN event ON event.id = state.event
             LEFT JOIN card ON card.name = state.card AND position IS NOT NULL
         WHERE state.card >= ?1 AND state.card < ?2 AND (position IS NULL
             OR event.kind <> 'review' OR event.data ->> '$.fingerprint.value' <> value)",
    )?;
    let mut rows = statement.query((from, to))?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        let card = names::card(&row.get::<_, String>(0)?)?;
        let value: Option<String> = row.get(1)?;
        let is_gone: bool = row.get(2)?;
        let known = known_by_log(connection, &card)?;
        let had = |known: &Known| known.fingerprint.value.is_some();
        cards.extend(known.filter(|known| {
            is_gone || value.is_some() && had(known) && known.fingerprint.value != value
        }));
    }
    Ok(cards)
}

/// Whether an act corrects a figure that the learner knows by now: another device
/// read the deck first, and its log has come here.
fn is_known(connection: &Connection, act: &Act, cards: &[Card]) -> Result<bool, Trouble> {
    let Act::Correct { card, is, .. } = act else {
        return Ok(false);
    };
    let mut cards = cards.iter();
    let value = cards
        .find(|one| one.id == *card)
        .and_then(|card| card.fingerprint.value.as_ref());
    for event in names::history(connection, card)?.into_iter().rev() {
        let is_known = match &event.act {
            Act::Review(review) => review.fingerprint.value.as_ref() == value,
            Act::Correct { is: before, .. } => before == is,
            _ => continue,
        };
        if !log::is_undone(connection, event.id)? {
            return Ok(is_known);
        }
    }
    Ok(false)
}

/// What cards of a deck were at their last review, by whose question or answer
/// the index knows another one now. A card to which something else happened since
/// is left out: all are asked for at once, by what each knows of its last event.
pub(super) fn reviewed_as(
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
pub(super) fn known_by_log(
    connection: &Connection,
    card: &CardId,
) -> Result<Option<Known>, Trouble> {
    let Some(fingerprint) = last_review(connection, card)? else {
        return Ok(None);
    };
    let state: Option<CardState> = states::get(connection, card)?.map(|standing| standing.state);
    Ok(Some(Known {
        answer: None,
        // One that was corrected since need not be so again.
        studied: state.is_some_and(|state| state.memory.is_some()),
        fingerprint,
        formerly: names::formerly(connection, card)?,
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
