#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod any;
mod due;
mod limits;
mod order;
mod siblings;

use jiff::tz::TimeZone;

use super::*;
use crate::schedule::{CardState, Limits, Memory, NewOrder, Options, Phase, ReviewOrder};

// Days begin at midnight UTC here; today is day 100, and it is noon.
const TODAY: i32 = 100;

fn at(hours: f64) -> Timestamp {
    let seconds = (f64::from(TODAY) * 24.0 + hours) * 3600.0;
    Timestamp::from_second(seconds as i64).unwrap()
}

fn clock() -> StudyClock {
    StudyClock {
        zone: TimeZone::UTC,
        turnover: 0,
    }
}

fn id(name: &str) -> CardId {
    serde_json::from_value(name.into()).unwrap()
}

fn deck(name: &str) -> DeckId {
    serde_json::from_value(name.into()).unwrap()
}

/// A new card, `deck/entry#part`, in its entry's group.
fn new(name: &str) -> Candidate {
    let card = id(name);
    Candidate {
        deck: deck(card.deck()),
        groups: vec![card.entry().to_owned()],
        card,
        state: CardState::default(),
        as_of: None,
        position: 0,
    }
}

fn with(name: &str, phase: Phase, due: Due) -> Candidate {
    let mut candidate = new(name);
    candidate.state = CardState {
        phase,
        due: Some(due),
        memory: Some(Memory {
            stability: 10.0,
            difficulty: 5.0,
        }),
        last: Some((at(-240.0), Day(TODAY - 10))),
        reviews: 3,
        ..CardState::default()
    };
    candidate
}

/// A card in review that is due so many days from today.
fn due(name: &str, days: i32) -> Candidate {
    with(name, Phase::Review, Due::On(Day(TODAY + days)))
}

/// A card in steps that is due at an hour of today.
fn step(name: &str, hours: f64) -> Candidate {
    with(name, Phase::Learning { step: 0 }, Due::At(at(hours)))
}

fn corrected(name: &str) -> Candidate {
    let mut candidate = with(name, Phase::New, Due::On(Day(TODAY)));
    candidate.state.memory = None;
    candidate.state.corrected = Some(("1".into(), "2".into()));
    candidate
}

fn change(mut candidate: Candidate, change: impl FnOnce(&mut Candidate)) -> Candidate {
    change(&mut candidate);
    candidate
}

fn rules(new: u32, reviews: u32) -> Rules {
    Rules {
        limits: Limits { new, reviews },
        review_order: ReviewOrder::Due,
        new_order: NewOrder::Deck,
        learn_ahead: 1200,
        decks: HashMap::new(),
    }
}

fn plan(mut candidates: Vec<Candidate>, rules: &Rules, served: &Served) -> Plan {
    for (position, candidate) in candidates.iter_mut().enumerate() {
        candidate.position = position;
    }
    Plan::make(
        &candidates,
        rules,
        served,
        &Model::default(),
        &clock(),
        at(12.0),
        1,
    )
}

fn names(cards: &[CardId]) -> Vec<&str> {
    cards.iter().map(CardId::as_str).collect()
}

/// What a plan holds: in steps, reviews, new.
fn held(plan: &Plan) -> String {
    let steps: Vec<CardId> = plan.learning.iter().map(|(_, card)| card.clone()).collect();
    [names(&steps), names(&plan.reviews), names(&plan.new)]
        .map(|names| names.join(" "))
        .join(" | ")
}

fn counts(new: u32, learning: u32, due: u32) -> Counts {
    Counts { new, learning, due }
}

/// Missed in a quiz of a day, so many from today, and wanted in study.
fn seen(candidate: Candidate, days: i32) -> Candidate {
    change(candidate, |one| one.state.seen = Some(Day(TODAY + days)))
}
