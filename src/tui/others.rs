//! Others on the same home, another window or a script: what they did to the
//! cards of a session meanwhile.

use jiff::Timestamp;

use super::world::{Failure, World};
use crate::deck::CardId;
use crate::schedule::{Act, Event};
use crate::session::Session;

/// Writes down what a session wants recorded, and has it go on. `None` if the
/// card was reviewed or corrected by others since it came up: it is left to them.
///
/// # Errors
/// When it could not be written; then nothing was, and the card stays.
pub fn record<W: World>(
    world: &mut W,
    session: &mut Session,
    act: Act,
    now: &dyn Fn() -> Timestamp,
) -> Result<Option<Event>, Failure> {
    let event = match act {
        Act::Review(review) => {
            let card = review.card.clone();
            let event = world.review(review, &session.state(&card), now())?;
            if event.is_none() {
                session.overtaken(world.state(&card)?, now());
            }
            event
        }
        act => Some(world.record(act, now())?),
    };
    if let Some(event) = &event {
        session.committed(event, now());
    }
    look_around(world, session, now);
    Ok(event)
}

/// Brings a session the card that comes, as its deck has it now.
///
/// # Errors
/// When it can't be read; it still comes then.
pub fn deal<W: World>(
    world: &W,
    session: &mut Session,
    now: &dyn Fn() -> Timestamp,
) -> Result<(), Failure> {
    while let Some(card) = session.coming() {
        let card = world.card(card)?;
        session.bring(card, now());
    }
    Ok(())
}

/// What others did meanwhile is seen at the next card.
fn look_around<W: World>(world: &W, session: &mut Session, now: &dyn Fn() -> Timestamp) {
    if world.others_wrote() {
        let cards: Vec<CardId> = session.cards().cloned().collect();
        for card in cards {
            // What can't be read is told by what needs it.
            let Ok(state) = world.state(&card) else {
                return;
            };
            session.follow(&card, state, now());
        }
    }
    while let Some(card) = session.asked() {
        let Ok(state) = world.state(card) else {
            return;
        };
        if !session.found(state, now()) {
            return;
        }
    }
}
