//! Recording: an act becomes an event of the log, checked and with the names
//! that hold now, and what is derived follows it.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;

use super::derived::{self, Touched};
use super::error::{StoreError, Trouble};
use super::log::{self, Moment};
use super::weights::{self, Models};
use super::{names, tally};
use crate::message;
use crate::schedule::{Act, Day, DeviceId, Due, Event, EventId, StudyClock};

/// When and where acts are recorded.
pub(super) struct Stamp {
    device: DeviceId,
    pub(super) at: Timestamp,
    offset: i32,
    day: Day,
}

impl Stamp {
    /// For an instant, by the learner's clock.
    pub(super) fn new(device: DeviceId, at: Timestamp, clock: &StudyClock) -> Stamp {
        let at = log::whole(at);
        Stamp {
            device,
            at,
            offset: clock.offset(at),
            day: clock.day(at),
        }
    }
}

/// Appends several acts.
pub(super) fn append_all(
    connection: &Connection,
    acts: Vec<Act>,
    stamp: &Stamp,
    models: &mut Models,
) -> Result<Vec<Event>, Trouble> {
    let mut touched = Touched::new();
    let mut events = Vec::with_capacity(acts.len());
    for act in acts {
        events.push(append(connection, act, stamp, models, &mut touched)?);
    }
    tally::sum(connection, &touched)?;
    Ok(events)
}

/// Appends one act.
pub(super) fn append(
    connection: &Connection,
    act: Act,
    stamp: &Stamp,
    models: &mut Models,
    touched: &mut Touched,
) -> Result<Event, Trouble> {
    let at = match &act {
        // What came before it is meant, however the clock was set meanwhile.
        Act::Alias { was: card, .. } | Act::Correct { card, .. } => {
            let last = names::last(connection, card)?;
            let behind = last.map(|last| last.checked_add(SignedDuration::from_millis(1)));
            behind
                .and_then(Result::ok)
                .unwrap_or(stamp.at)
                .max(stamp.at)
        }
        _ => stamp.at,
    };
    let event = Event {
        id: log::next_id(connection, at)?,
        device: stamp.device,
        at,
        offset: stamp.offset,
        day: stamp.day,
        act: settle(connection, act)?,
    };
    log::insert(connection, &event)?;
    derived::follow(connection, &event, models, touched)?;
    Ok(event)
}

/// The act as it is recorded.
fn settle(connection: &Connection, mut act: Act) -> Result<Act, Trouble> {
    match &mut act {
        Act::Undo { event, card } => {
            *card = undone_card(connection, *event)?;
            return Ok(act);
        }
        Act::Parameters { weights } => {
            weights::model(Some(weights))?;
            return Ok(act);
        }
        Act::Review(review) => {
            if let Due::At(at) = review.due {
                review.due = Due::At(log::whole(at));
            }
        }
        Act::Alias { .. } => return Ok(act),
        _ => {}
    }
    if let Some(card) = act.card() {
        let card = names::meant(connection, card)?;
        names::rename(&mut act, card);
    }
    Ok(act)
}

/// The card that an event is about which may be taken back, as it is called now.
fn undone_card(
    connection: &Connection,
    id: EventId,
) -> Result<Option<crate::deck::CardId>, Trouble> {
    let refuse = |why| Err(StoreError::NotUndoable { event: id, why }.into());
    let Some(event) = log::event(connection, id)? else {
        return refuse(message!("the log does not hold it", "기록에 없습니다"));
    };
    if matches!(event.act, Act::Undo { .. }) {
        return refuse(message!("it is an undo itself", "그 자체가 취소입니다"));
    }
    if log::is_undone(connection, id)? {
        return refuse(message!("it was undone already", "이미 취소했습니다"));
    }
    match event.act.card() {
        Some(card) => names::follow(connection, card, Moment::of(&event)).map(Some),
        None => Ok(None),
    }
}
