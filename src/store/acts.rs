//! What happened: it is recorded, taken back, and asked for again.

use jiff::Timestamp;
use rusqlite::Connection;

use super::error::{StoreError, Trouble};
use super::{OpenQuiz, Store, derived, log, names, quizzes, record, states, tally, weights};
use crate::clock::SLACK;
use crate::deck::CardId;
use crate::schedule::{
    Act, CardState, Day, DayTally, Event, EventId, Review, Served, StudyClock, Try,
};

/// A review that counts: not taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct PastReview {
    /// The event.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// What was given and chosen.
    pub review: Review,
}

/// So many acts of the future may be all that there is.
const AHEAD_AT_LEAST: usize = 10;

impl Store {
    /// Appends what happened `at` a time, and brings what is derived in step,
    /// in one transaction: when this returns, it is on the disk; when it fails,
    /// nothing was written.
    ///
    /// A time after `now` is refused. One before what the log holds is taken
    /// at its word, whether it was told or the clock jumped back: the card's
    /// state is worked out in the order of time.
    pub fn record(
        &mut self,
        act: Act,
        at: Timestamp,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<Event, StoreError> {
        if at > now {
            return Err(StoreError::Future { at, now });
        }
        self.before_write(clock.day(now));
        let device = self.device;
        self.write(|connection, models| {
            let mut touched = derived::Touched::new();
            let stamp = record::Stamp::new(device, at, clock);
            let event = record::append(connection, act, &stamp, models, &mut touched)?;
            tally::sum(connection, &touched)?;
            Ok(event)
        })
    }

    /// Appends the review, now, of a card that stood as `shown` when it came up.
    /// One that was reviewed or corrected since then, in another window or by a
    /// script, is left at that: `None`, and nothing is written.
    pub fn review(
        &mut self,
        review: Review,
        shown: &CardState,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<Option<Event>, StoreError> {
        self.before_write(clock.day(now));
        let device = self.device;
        self.write(|connection, models| {
            if moved_on(connection, &review.card, shown)? {
                return Ok(None);
            }
            let stamp = record::Stamp::new(device, now, clock);
            record::append_all(connection, vec![Act::Review(review)], &stamp, models)
                .map(|mut events| events.pop())
        })
    }

    /// Several at once, all or none, that happen now, `at`. If they have a review of
    /// a card that stood as `shown` when it came up, that is left out as by
    /// [`Store::review`].
    pub fn record_all(
        &mut self,
        mut acts: Vec<Act>,
        shown: Option<&CardState>,
        at: Timestamp,
        clock: &StudyClock,
    ) -> Result<Vec<Event>, StoreError> {
        self.before_write(clock.day(at));
        let device = self.device;
        self.write(|connection, models| {
            if let Some(shown) = shown {
                let reviewed = acts.iter().find_map(|act| match act {
                    Act::Review(review) => Some(&review.card),
                    _ => None,
                });
                if let Some(card) = reviewed
                    && moved_on(connection, card, shown)?
                {
                    acts.retain(|act| !matches!(act, Act::Review(_)));
                }
            }
            let stamp = record::Stamp::new(device, at, clock);
            record::append_all(connection, acts, &stamp, models)
        })
    }

    /// The last act of `at`'s study day on this device that can be taken back
    /// (review, suspend, unsuspend, bury, unbury, flag, unflag, more), not yet undone.
    pub fn undoable(&self, at: Timestamp, clock: &StudyClock) -> Result<Option<Event>, StoreError> {
        self.told(log::undoable(&self.connection, clock.day(at), self.device))
    }

    /// Takes back what is dated after `now`, as a clock that was ahead recorded it,
    /// and can be taken back; returns how many acts that were. The log keeps them.
    ///
    /// # Errors
    /// When it could not be written; when most of the log is of the future, so
    /// that it is rather this clock that is wrong. Then nothing was.
    pub fn undo_ahead(&mut self, now: Timestamp, clock: &StudyClock) -> Result<usize, StoreError> {
        let ahead_of_clocks = now.checked_add(SLACK).unwrap_or(Timestamp::MAX);
        let (ahead, others) = self.told(log::undoable_after(&self.connection, ahead_of_clocks))?;
        if ahead.len() > others.max(AHEAD_AT_LEAST) {
            return Err(StoreError::Behind { now });
        }
        let undo = |event: &Event| Act::Undo {
            event: event.id,
            card: event.act.card().cloned(),
        };
        self.record_all(ahead.iter().map(undo).collect(), None, now, clock)?;
        Ok(ahead.len())
    }

    /// What was done on a study day, for limits and siblings.
    pub fn served(&self, day: Day) -> Result<Served, StoreError> {
        self.read(|connection| tally::served(connection, day))
    }

    /// What was done by study day, since `from`.
    pub fn days(&self, from: Day) -> Result<Vec<(Day, DayTally)>, StoreError> {
        self.told(tally::days(&self.connection, from))
    }

    /// The events of the log in the order of their time, all or one card's
    /// (under any name it had). The log tells all: acts that were taken back
    /// are in it, and so is the taking back.
    pub fn events(&self, card: Option<&CardId>) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| match card {
            Some(card) => names::history(connection, &names::meant(connection, card)?),
            None => {
                let mut events = Vec::new();
                log::each(connection, |event| {
                    events.push(event);
                    Ok(())
                })?;
                Ok(events)
            }
        })
    }

    /// The events that bear on where a card stood at any time, those taken back left
    /// out: its own, and those that set weights.
    pub fn events_bearing_on(&self, card: &CardId) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| {
            let mut events = Vec::new();
            for event in names::history(connection, &names::meant(connection, card)?)? {
                if !log::is_undone(connection, event.id)? {
                    events.push(event);
                }
            }
            for (moment, _) in weights::rows(connection)? {
                events.extend(log::event(connection, moment.id)?);
            }
            Ok(events)
        })
    }

    /// When the latest of all events happened, those taken back left out.
    pub fn last(&self) -> Result<Option<Timestamp>, StoreError> {
        self.told(log::last(&self.connection))
    }

    /// A card's reviews that count, in the order of their time.
    pub fn reviews(&self, card: &CardId) -> Result<Vec<PastReview>, StoreError> {
        self.read(|connection| {
            let card = names::meant(connection, card)?;
            let mut reviews = Vec::new();
            for event in names::history(connection, &card)? {
                if let Act::Review(review) = event.act
                    && !log::is_undone(connection, event.id)?
                {
                    let (id, at) = (event.id, event.at);
                    reviews.push(PastReview { id, at, review });
                }
            }
            Ok(reviews)
        })
    }

    /// The quiz that was left last and can be resumed: one with an answer.
    pub fn open_quiz(&self) -> Result<Option<OpenQuiz>, StoreError> {
        self.read(quizzes::open)
    }

    /// Finished quizzes of a scope (see [`crate::schedule::Brief::scope`]), in
    /// their order.
    pub fn tries(&self, scope: &str) -> Result<Vec<Try>, StoreError> {
        self.told(quizzes::tries(&self.connection, scope))
    }
}

/// Whether a card was reviewed or corrected since it stood as `shown`.
fn moved_on(connection: &Connection, card: &CardId, shown: &CardState) -> Result<bool, Trouble> {
    let card = names::meant(connection, card)?;
    let standing = states::get(connection, &card)?;
    Ok(standing.is_some_and(|standing| standing.state.moved_on_since(shown)))
}
