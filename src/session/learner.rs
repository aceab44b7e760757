//! The learner: where their cards stand, how those are scheduled, and how fast
//! they begin to answer. From an answer to what each rating would do, and from
//! a rating to what is recorded.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::answer::{Rating, Reason, Response, judge_among};
use crate::deck::{Card, CardId, DeckId};
use crate::schedule::{
    Act, CardState, Event, Model, Options, Outcomes, Review, StudyClock, apply, fuzz_seed, outcomes,
};
use crate::session::{Answered, Asking, Mates, Pace, Turned};

/// What reviews go by.
#[derive(Debug, Clone)]
pub struct Learner {
    /// Where cards stand; a card that is not in here is new.
    pub states: HashMap<CardId, CardState>,
    /// How each deck is scheduled.
    pub options: HashMap<DeckId, Options>,
    /// The memory model.
    pub model: Arc<Model>,
    /// Where study days begin.
    pub clock: StudyClock,
    /// How fast the learner begins to answer.
    pub pace: Pace,
}

impl Learner {
    /// One of whom nothing is known.
    pub fn new(clock: StudyClock) -> Learner {
        Learner {
            states: HashMap::new(),
            options: HashMap::new(),
            model: Arc::default(),
            clock,
            pace: Pace::default(),
        }
    }

    /// Where a card stands.
    pub fn state(&self, card: &CardId) -> CardState {
        self.states.get(card).cloned().unwrap_or_default()
    }

    /// Turns a card over: how the answer is judged among its `mates`, which rating that suggests, and what each would do.
    pub fn turn(
        &self,
        asking: &Asking,
        response: Response,
        mates: &Mates,
        now: Timestamp,
    ) -> Answered {
        let card = asking.card.clone();
        // Mostly no one asks for them.
        let read = OnceCell::new();
        let cards = std::iter::once(()).flat_map(|()| {
            let mates: &Vec<Arc<Card>> = read.get_or_init(|| mates.of(&card.id));
            mates.iter().map(Arc::as_ref)
        });
        let judged = asking.draft.is_judged();
        let verdict = judged.then(|| judge_among(&card, &response, cards));
        let first_key_ms = verdict
            .as_ref()
            .filter(|verdict| verdict.reason != Reason::Nothing)
            .and(asking.begun)
            .map(|begun| milliseconds_between(asking.since, begun));
        let rating = verdict.as_ref().map_or(Rating::Good, |one| one.rating);
        // Whoever had to think that long knows it, but not well.
        let slow =
            rating > Rating::Hard && first_key_ms.is_some_and(|took| self.pace.is_slow(took));
        Answered {
            suggestion: if slow { Rating::Hard } else { rating },
            first_key_ms,
            slow,
            outcomes: self.outcomes(&card, now),
            turned: Turned {
                since: asking.since,
                draft: asking.draft.clone(),
                card,
                response,
                verdict,
            },
        }
    }

    /// The review to record when an answer is rated.
    pub fn review(&self, answered: &Answered, rating: Rating, now: Timestamp) -> Option<Review> {
        let turned = &answered.turned;
        let card = &turned.card;
        // The keys showed what would follow at the reveal; what is recorded
        // counts from the rating itself.
        let chosen = self
            .outcomes(card, now)
            .into_iter()
            .find(|outcome| outcome.rating == rating)?;
        let judged = turned.verdict.is_some();
        Some(Review {
            card: card.id.clone(),
            rating,
            took_ms: milliseconds_between(turned.since, now),
            due: chosen.due,
            phase: chosen.phase,
            fingerprint: card.fingerprint.clone(),
            answered: judged.then(|| turned.draft.describe(card, &turned.response)),
            first_key_ms: answered.first_key_ms,
            suggested: (judged && rating != answered.suggestion).then_some(answered.suggestion),
        })
    }

    /// Something was recorded: where its card stood before, and stands now.
    pub fn committed(&mut self, event: &Event) -> Option<(CardState, CardState)> {
        let state = self.states.entry(event.act.card()?.clone()).or_default();
        let before = state.clone();
        apply(state, event, &self.model);
        let after = state.clone();
        if let Act::Review(review) = &event.act {
            self.pace.add(review.first_key_ms);
        }
        Some((before, after))
    }

    fn outcomes(&self, card: &Card, now: Timestamp) -> Outcomes {
        let options = self
            .options
            .iter()
            .find(|(deck, _)| deck.as_str() == card.id.deck())
            .map(|(_, options)| options.clone())
            .unwrap_or_default();
        let state = self.state(&card.id);
        outcomes(
            &self.model,
            &state,
            &options,
            &self.clock,
            now,
            fuzz_seed(&card.id),
        )
    }
}

/// Milliseconds from one time to a later one.
pub fn milliseconds_between(from: Timestamp, to: Timestamp) -> u32 {
    let elapsed = to
        .as_millisecond()
        .saturating_sub(from.as_millisecond())
        .max(0);
    u32::try_from(elapsed).unwrap_or(u32::MAX)
}
