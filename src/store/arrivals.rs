//! Events that were recorded elsewhere, in any order: they are appended as they
//! come, and then what is derived is brought in step with all of them at once.
//! It comes to the same as a rebuild.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::derived::{self, Touched};
use super::error::Trouble;
use super::log::{self, Moment};
use super::weights::{self, Models};
use super::{known, names, quizzes, tally};
use crate::deck::CardId;
use crate::order::Order as _;
use crate::schedule::{Act, Event, EventId};

/// What became of an event that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It was appended.
    New,
    /// The log had it.
    Known,
    /// The log has another one of this id, which stays.
    Differs,
}

/// What the events that came bear on.
#[derive(Debug, Default)]
pub(super) struct Arrivals {
    /// What changes where a card stands.
    of_cards: Vec<Event>,
    /// Cards to work out anew, by the name they had at a moment.
    again: Vec<(CardId, Moment)>,
    undone: Vec<EventId>,
    /// When, the name before, the name since.
    aliases: Vec<(Moment, CardId, CardId)>,
    weights: Vec<(Moment, Vec<f32>)>,
    quizzes: Vec<EventId>,
    rebuild: bool,
}

impl Arrivals {
    /// Appends an event, whose act is `data` as JSON, if it is new.
    pub(super) fn take(
        &mut self,
        connection: &Connection,
        event: &Event,
        data: &str,
    ) -> Result<Arrival, Trouble> {
        if !log::insert_new(connection, event, data)? {
            return Ok(match log::holds(connection, event, data)? {
                Some(true) => Arrival::Known,
                _ => Arrival::Differs,
            });
        }
        let moment = Moment::of(event);
        match &event.act {
            Act::Undo { event, .. } => self.undone.push(*event),
            Act::Alias { card, was } => self.aliases.push((moment, was.clone(), card.clone())),
            Act::Parameters { weights } => self.weights.push((moment, weights.clone())),
            Act::Quiz { .. } | Act::Answer(_) | Act::QuizEnd { .. } => self.quizzes.push(event.id),
            _ => {
                if derived::changes(event).is_some() {
                    self.of_cards.push(event.clone());
                }
            }
        }
        Ok(Arrival::New)
    }

    /// Brings what is derived in step with all that came.
    pub(super) fn settle(
        mut self,
        connection: &Connection,
        models: &mut Models,
    ) -> Result<(), Trouble> {
        let named = self.aliases.iter();
        let named = named.flat_map(|(_, was, card)| [was.clone(), card.clone()]);
        let mut came: BTreeSet<CardId> = named.collect();
        let mut again = self.undo(connection)?;
        again.extend(self.rename(connection)?);
        self.weigh(connection, models)?;
        if self.rebuild {
            derived::rebuild(connection, models)?;
            for event in &self.of_cards {
                if let Some(card) = derived::changes(event) {
                    came.insert(names::follow(connection, card, Moment::of(event))?);
                }
            }
            return known::read_again(connection, came.iter());
        }
        for (card, moment) in &self.again {
            again.insert(names::follow(connection, card, *moment)?);
        }
        let mut grown: BTreeMap<CardId, Vec<Event>> = BTreeMap::new();
        for event in self.of_cards {
            if let Some(card) = derived::changes(&event)
                && !log::is_undone(connection, event.id)?
            {
                let card = names::follow(connection, card, Moment::of(&event))?;
                grown.entry(card).or_default().push(event);
            }
        }
        for quiz in &self.quizzes {
            if let Some(event) = standing(connection, *quiz)? {
                quizzes::follow(connection, &event)?;
            }
        }
        let mut touched = Touched::new();
        came.extend(again.iter().chain(grown.keys()).cloned());
        for card in &again {
            grown.remove(card);
            derived::recompute(connection, card, models, &mut touched)?;
        }
        for (card, mut events) in grown {
            events.order_by_key(Moment::of);
            derived::advance(connection, &card, &events, models, &mut touched)?;
        }
        tally::sum(connection, &touched)?;
        known::read_again(connection, came.iter())
    }

    /// First what was taken back: an undo may come before what it voids. Gives the
    /// cards whose histories that moves.
    fn undo(&mut self, connection: &Connection) -> Result<BTreeSet<CardId>, Trouble> {
        let mut moved = BTreeSet::new();
        for id in &self.undone {
            derived::take_back(connection, *id)?;
            let Some(undone) = log::event(connection, *id)? else {
                continue;
            };
            match (&undone.act, derived::changes(&undone)) {
                (_, Some(card)) => self.again.push((card.clone(), Moment::of(&undone))),
                (Act::Alias { card, .. }, None) => {
                    moved.extend(names::remove(connection, *id, card)?);
                }
                (Act::Undo { .. } | Act::More { .. }, None) => {}
                // Weights that were in force, or a part of a quiz.
                _ => self.rebuild = true,
            }
        }
        Ok(moved)
    }

    /// Takes in the names that cards took. Gives the cards whose histories that moves.
    fn rename(&mut self, connection: &Connection) -> Result<BTreeSet<CardId>, Trouble> {
        let mut moved = BTreeSet::new();
        for (moment, was, card) in std::mem::take(&mut self.aliases) {
            if !log::is_undone(connection, moment.id)? {
                names::insert(connection, moment, &was, &card)?;
                moved.extend(names::kin(connection, &card)?);
            }
        }
        Ok(moved)
    }

    /// Weights bear on every review after them.
    fn weigh(&mut self, connection: &Connection, models: &mut Models) -> Result<(), Trouble> {
        for (moment, weights) in std::mem::take(&mut self.weights) {
            if self.rebuild {
                break;
            }
            if log::is_undone(connection, moment.id)? {
                continue;
            }
            weights::insert(connection, moment, &weights)?;
            self.rebuild = log::goes_on_after(connection, moment)?;
        }
        models.load(connection)
    }
}

/// An event that was not taken back.
fn standing(connection: &Connection, id: EventId) -> Result<Option<Event>, Trouble> {
    if log::is_undone(connection, id)? {
        return Ok(None);
    }
    log::event(connection, id)
}
