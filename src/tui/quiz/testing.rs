//! A learner who takes a quiz without a disk.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::quiz::{Brief, Effect, Form, Kind, Limit, Paper, Question, Sitting, Stage};
use crate::schedule::{Day, DeviceId, Event, EventId, StudyClock};
use crate::session::testing::{cards, start};
use crate::session::{Draft, Input};

/// The learner.
pub struct Taker {
    /// Their way through it.
    pub sitting: Sitting,
    /// The time.
    pub now: Timestamp,
    events: u128,
}

/// A quiz of these cards, in their own form.
pub fn paper(names: &[(&str, Kind)], limit: Option<Limit>) -> Paper {
    let all = cards();
    let questions = (0..).zip(names).map(|(number, (name, kind))| Question {
        number,
        card: Arc::clone(&all[*name]),
        form: Form::Own,
        kind: *kind,
    });
    Paper {
        cards: all.values().cloned().collect(),
        questions: questions.collect(),
        brief: Brief {
            decks: vec!["chips".parse().unwrap()],
            tags: Vec::new(),
            kinds: Vec::new(),
            number: 20,
            limit,
            seed: 7,
            count_reviews: false,
        },
    }
}

impl Taker {
    /// At the first question.
    pub fn new(paper: Paper) -> Taker {
        let (sitting, effects) = Sitting::begin(paper, None, None);
        let mut taker = Taker {
            sitting,
            now: start(),
            events: 0,
        };
        taker.follow(effects);
        taker
    }

    fn follow(&mut self, mut effects: Vec<Effect>) {
        let clock = StudyClock {
            zone: jiff::tz::TimeZone::UTC,
            turnover: 240,
        };
        while let Some(effect) = effects.pop() {
            let Effect::Record { acts, .. } = effect else {
                continue;
            };
            for act in acts {
                self.events += 1;
                let event = Event {
                    id: EventId(Uuid::from_u128(self.events)),
                    device: DeviceId(Uuid::nil()),
                    at: self.now,
                    offset: 0,
                    day: clock.day(self.now),
                    act,
                };
                effects.extend(self.sitting.committed(&event, self.now));
            }
        }
    }

    /// The study day.
    pub fn day(&self) -> Day {
        Day::of(jiff::civil::date(2025, 2, 10))
    }

    /// Time goes by, in milliseconds.
    pub fn wait(&mut self, milliseconds: i64) {
        self.now += SignedDuration::from_millis(milliseconds);
        let effects = self.sitting.tick(self.now);
        self.follow(effects);
    }

    /// Does something.
    pub fn does(&mut self, input: Input) {
        let effects = self.sitting.handle(input, self.now);
        self.follow(effects);
    }

    /// Answers after some seconds with what is typed, or with the choice of
    /// that number; and goes on.
    pub fn answers(&mut self, answer: &str) {
        self.wait(9_000);
        let picked = match self.sitting.stage() {
            Stage::Asking(asking) => match &asking.draft {
                Draft::Choice { shown, .. } => {
                    let wanted: usize = answer.parse().unwrap();
                    shown.iter().position(|at| *at == wanted)
                }
                _ => None,
            },
            _ => None,
        };
        match picked {
            Some(line) => self.does(Input::Pick(line)),
            None => {
                self.does(Input::Edit(answer.to_owned()));
                self.does(Input::Accept);
            }
        }
        self.does(Input::Accept);
    }
}
