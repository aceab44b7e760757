//! One study session: which card is asked, what was answered, what follows.
//!
//! A pure state machine. [`Session::handle`] takes what the learner did and
//! returns what should happen in the world; what is to be recorded is recorded
//! by the caller, who then tells the session with [`Session::committed`], and
//! only then does it move on. So a review that could not be written is never
//! shown as given. The card that comes next is named by [`Session::coming`], and
//! the caller brings it with [`Session::bring`].

mod draft;
mod input;
mod learner;
mod material;
mod pace;
mod shuffle;
mod stage;
mod tally;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use jiff::Timestamp;

use crate::answer::{Rating, Response};
use crate::deck::{Card, CardId};
use crate::schedule::{Act, CardState, Counts, Day, Due, Event, Next, fuzz_seed};

pub use draft::{Draft, Move};
pub use input::{Effect, Input};
pub use learner::{Learner, milliseconds_between};
pub use material::{Material, Mates};
pub use pace::Pace;
pub use stage::{Answered, Asking, Ending, Stage, Turned};
pub use tally::Tally;

/// A study session.
#[derive(Debug)]
pub struct Session {
    material: Material,
    stage: Stage,
    tally: Tally,
    peek: bool,
}

impl Session {
    /// Begins: the first card comes.
    pub fn start(material: Material, now: Timestamp) -> Session {
        let mut session = Session {
            material,
            stage: Stage::Ended(Ending::Done),
            tally: Tally::new(now),
            peek: false,
        };
        session.advance(now);
        session
    }

    /// What the screen shows.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// What was done so far.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What is left.
    pub fn left(&self) -> Counts {
        self.material.queue.counts()
    }

    /// How many cards came and do not come back today. One that is in its steps
    /// is among what is left, so both together stay what they are.
    pub fn finished(&self) -> u32 {
        self.material.queue.finished()
    }

    /// Whether the other language is shown.
    pub fn peeking(&self) -> bool {
        self.peek
    }

    /// The cards that may come.
    pub fn cards(&self) -> impl Iterator<Item = &CardId> {
        self.material.cards.iter()
    }

    /// The card on the screen.
    pub fn card(&self) -> Option<&Arc<Card>> {
        match &self.stage {
            Stage::Asking(asking) => Some(&asking.card),
            Stage::Answered(answered) => Some(&answered.turned.card),
            Stage::Coming(_) | Stage::Ended(_) => None,
        }
    }

    /// The card on the screen, or the one that comes to it.
    pub fn up(&self) -> Option<&CardId> {
        self.coming().or(self.card().map(|card| &card.id))
    }

    /// The card that is to be brought.
    pub fn coming(&self) -> Option<&CardId> {
        match &self.stage {
            Stage::Coming(card) => Some(card),
            _ => None,
        }
    }

    /// Brings the card that comes, which is asked; or none, where no deck has it
    /// any more: then another comes.
    pub fn bring(&mut self, card: Option<Arc<Card>>, now: Timestamp) {
        let Stage::Coming(id) = &self.stage else {
            return;
        };
        let id = id.clone();
        match card {
            Some(card) => {
                let reviews = u64::from(self.state(&id).reviews);
                let seed = self.material.seed ^ fuzz_seed(&id).wrapping_add(reviews);
                self.stage = Stage::Asking(Asking::new(card, seed, now));
            }
            None => {
                self.material.queue.remove(&id);
                self.advance(now);
            }
        }
    }

    /// The study day on which the card on the screen is asked.
    pub fn day(&self) -> Day {
        self.material.learner.clock.day(match &self.stage {
            Stage::Asking(asking) => asking.since,
            Stage::Answered(answered) => answered.turned.since,
            Stage::Coming(_) | Stage::Ended(_) => self.tally.ended.unwrap_or(self.tally.began),
        })
    }

    /// Where a card stands.
    pub fn state(&self, card: &CardId) -> CardState {
        self.material.learner.state(card)
    }

    /// Takes what the learner did.
    pub fn handle(&mut self, input: Input, now: Timestamp) -> Vec<Effect> {
        match input {
            Input::Undo => return vec![Effect::Undo],
            Input::Leave => {
                self.stage = Stage::Ended(Ending::Left);
                self.tally.end(now);
                return Vec::new();
            }
            _ => {}
        }
        let Some(card) = self.card().cloned() else {
            return Vec::new();
        };
        match input {
            Input::Peek => self.peek = !self.peek,
            Input::Hint => {
                if let Stage::Asking(asking) = &mut self.stage {
                    asking.hint = card.hint.is_some();
                }
            }
            Input::Suspend => {
                return vec![Effect::Record(Act::Suspend {
                    card: card.id.clone(),
                })];
            }
            Input::Bury => {
                let until = self.material.learner.clock.day(now).after(1);
                return vec![Effect::Record(Act::Bury {
                    card: card.id.clone(),
                    until,
                })];
            }
            Input::Flag(why) => {
                let flagged = self.state(&card.id).flag.is_some();
                let card = card.id.clone();
                return vec![Effect::Record(if why.trim().is_empty() && flagged {
                    Act::Unflag { card }
                } else {
                    Act::Flag {
                        card,
                        why: why.trim().to_owned(),
                    }
                })];
            }
            Input::Open => {
                return card
                    .dateline
                    .url
                    .clone()
                    .map(Effect::Open)
                    .into_iter()
                    .collect();
            }
            Input::Rate(rating) => return self.rate(rating, now),
            answer => return self.answer(answer, now),
        }
        Vec::new()
    }

    /// An input that makes or submits an answer, or accepts a rating.
    fn answer(&mut self, input: Input, now: Timestamp) -> Vec<Effect> {
        match &mut self.stage {
            Stage::Asking(asking) => {
                if let Some(response) = asking.take(input, now) {
                    self.reveal(response, now);
                }
                Vec::new()
            }
            Stage::Answered(answered) => match input {
                Input::Accept => {
                    let suggestion = answered.suggestion;
                    self.rate(suggestion, now)
                }
                _ => Vec::new(),
            },
            Stage::Coming(_) | Stage::Ended(_) => Vec::new(),
        }
    }

    /// Turns the card over.
    fn reveal(&mut self, response: Response, now: Timestamp) {
        if let Stage::Asking(asking) = &self.stage {
            let mates = &self.material.mates;
            let answered = self.material.learner.turn(asking, response, mates, now);
            self.stage = Stage::Answered(Box::new(answered));
        }
    }

    /// A rating was chosen: it is to be recorded.
    fn rate(&mut self, rating: Rating, now: Timestamp) -> Vec<Effect> {
        let Stage::Answered(answered) = &self.stage else {
            return Vec::new();
        };
        let review = self.material.learner.review(answered, rating, now);
        review
            .map(|review| Effect::Record(Act::Review(review)))
            .into_iter()
            .collect()
    }

    /// What was asked to be recorded is on the disk.
    pub fn committed(&mut self, event: &Event, now: Timestamp) {
        let Some(card) = event.act.card().cloned() else {
            return;
        };
        let Some((before, state)) = self.material.learner.committed(event) else {
            return;
        };
        match &event.act {
            Act::Review(review) => {
                let clock = &self.material.learner.clock;
                let day_end = clock.start(clock.day(now).after(1));
                self.material.queue.reviewed(&card, &state, day_end);
                self.tally.reviewed(review, &before);
                self.advance(now);
            }
            Act::Suspend { .. } | Act::Bury { .. } => {
                self.material.queue.remove(&card);
                self.advance(now);
            }
            _ => {}
        }
    }

    /// The card that is asked, or comes to be: not answered yet.
    pub fn asked(&self) -> Option<&CardId> {
        match &self.stage {
            Stage::Coming(card) => Some(card),
            Stage::Asking(asking) => Some(&asking.card.id),
            _ => None,
        }
    }

    /// Where the card that is asked stands by the log: one that was reviewed or
    /// set aside meanwhile, in another window or by a script, is left to that,
    /// and the next is asked. Returns whether it was.
    pub fn found(&mut self, state: CardState, now: Timestamp) -> bool {
        let Some(card) = self.asked().cloned() else {
            return false;
        };
        self.state(&card) != state && self.leave(&card, state, now)
    }

    /// The card that is up was reviewed or corrected meanwhile, in another window or
    /// by a script: it is left to that, and what was answered here is not rated.
    pub fn overtaken(&mut self, state: CardState, now: Timestamp) {
        if let Some(card) = self.up().cloned() {
            self.leave(&card, state, now);
        }
    }

    /// Goes on with what others made of the card that is up: the next card if it
    /// does not come now, else this one, asked afresh. Returns whether it went.
    fn leave(&mut self, card: &CardId, state: CardState, now: Timestamp) -> bool {
        let goes = !self.move_by(card, &state, now);
        self.material.learner.states.insert(card.clone(), state);
        if goes {
            self.advance(now);
        } else {
            self.ask(card);
        }
        goes
    }

    /// Others changed where a card stands: it leaves the queue, waits, or comes
    /// again, as they left it. The card that is up stays as it is.
    pub fn follow(&mut self, card: &CardId, state: CardState, now: Timestamp) {
        let before = self.state(card);
        if before == state || self.up() == Some(card) {
            return;
        }
        let taken_back = state.reviews < before.reviews || self.is_aside(&before, now);
        if self.move_by(card, &state, now) && taken_back {
            self.material.queue.restore(card, &state);
        }
        self.material.learner.states.insert(card.clone(), state);
    }

    /// Takes a card out of the queue, or puts it off, if that is how it stands;
    /// whether it comes now.
    fn move_by(&mut self, card: &CardId, state: &CardState, now: Timestamp) -> bool {
        let clock = &self.material.learner.clock;
        let today = clock.day(now);
        let day_end = clock.start(today.after(1));
        let later = match state.due {
            Some(Due::At(at)) => at > now,
            Some(Due::On(day)) => day > today && !state.was_seen(today),
            None => false,
        };
        if self.is_aside(state, now) {
            self.material.queue.remove(card);
        } else if later {
            self.material.queue.put_off(card, state, day_end);
        } else {
            return true;
        }
        false
    }

    fn is_aside(&self, state: &CardState, now: Timestamp) -> bool {
        let today = self.material.learner.clock.day(now);
        state.suspended || state.buried_until.is_some_and(|until| until > today)
    }

    /// A card was taken out of rotation, or put back, that need not be the one
    /// that is up: what is up stays, unless it is that card.
    pub fn turned(&mut self, event: &Event, now: Timestamp) {
        let out = matches!(event.act, Act::Suspend { .. } | Act::Bury { .. });
        let Some(card) = event.act.card().cloned() else {
            return;
        };
        if out && self.up() == Some(&card) {
            return self.committed(event, now);
        }
        let Some((_, state)) = self.material.learner.committed(event) else {
            return;
        };
        if out {
            self.material.queue.remove(&card);
        } else if self.material.cards.contains(&card) {
            self.material.queue.restore(&card, &state);
        }
    }

    /// An act was taken back: its card, as it stands again, is shown again, if a
    /// deck still has it. It may be one that was not thought of.
    pub fn undone(&mut self, event: &Event, state: CardState, is_there: bool) {
        let Some(card) = event.act.card().cloned() else {
            return;
        };
        let states = &mut self.material.learner.states;
        states.insert(card.clone(), state.clone());
        if let Act::Review(review) = &event.act {
            self.tally.undone(review, &state);
        }
        let out_of_rotation = matches!(
            event.act,
            Act::Review(_) | Act::Suspend { .. } | Act::Bury { .. }
        );
        if out_of_rotation && is_there {
            self.material.cards.insert(card.clone());
            self.material.queue.restore(&card, &state);
            self.ask(&card);
        }
    }

    /// More cards came in ("more today"): the session goes on.
    pub fn extend(&mut self, material: Material, now: Timestamp) {
        self.material = material;
        self.advance(now);
    }

    /// The decks were edited: what is `up` is shown as it is now, or the next card
    /// comes if it is gone. What was answered stays, as long as the card asks the
    /// same.
    pub fn renew(&mut self, material: Material, up: Option<Arc<Card>>, now: Timestamp) {
        let before = self.up().cloned();
        let until = self.material.until;
        let known = std::mem::take(&mut self.material.learner.states);
        // What was capped stays so, unless other cards came in.
        if material.cards == self.material.cards {
            self.material.mates = material.mates;
            self.material.learner = material.learner;
        } else {
            let before = std::mem::replace(&mut self.material, Material { until, ..material });
            self.material.queue.follow(before.queue);
        }
        let states = &mut self.material.learner.states;
        for (card, state) in known {
            states.entry(card).or_insert(state);
        }
        let Some(before) = before else { return };
        match up {
            Some(card) if self.goes_on_with(&card, now) => {}
            Some(_) => self.ask(&before),
            None => {
                self.material.queue.remove(&before);
                self.advance(now);
            }
        }
    }

    /// Goes on with what is up, on the card as it is now, if that is answered as
    /// before. What else is right by now counts.
    fn goes_on_with(&mut self, card: &Arc<Card>, now: Timestamp) -> bool {
        match &mut self.stage {
            Stage::Asking(asking) if asking.draft.fits(&asking.card, card) => {
                asking.card = card.clone();
                true
            }
            Stage::Answered(answered)
                if answered.turned.draft.fits(&answered.turned.card, card) =>
            {
                let response = answered.turned.response.clone();
                let asking = answered.again(card.clone());
                let mates = &self.material.mates;
                let again = self.material.learner.turn(&asking, response, mates, now);
                self.stage = Stage::Answered(Box::new(again));
                true
            }
            _ => false,
        }
    }

    /// Asks the next card, or ends.
    fn advance(&mut self, now: Timestamp) {
        if self.material.until.is_some_and(|until| now >= until) {
            return self.end(Ending::TimeUp, now);
        }
        match self.material.queue.next(now) {
            Next::Card(card) => self.ask(&card),
            Next::Later(at) => self.end(Ending::Later(at), now),
            Next::Done => self.end(Ending::Done, now),
        }
    }

    fn end(&mut self, ending: Ending, now: Timestamp) {
        self.stage = Stage::Ended(ending);
        self.tally.end(now);
    }

    fn ask(&mut self, card: &CardId) {
        self.peek = false;
        self.tally.resume();
        self.stage = Stage::Coming(card.clone());
    }
}
