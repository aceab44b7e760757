//! A sitting as a table: what is done, and what stands on the screen and in
//! the log after it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::*;
use crate::answer::{Rating, Reason};
use crate::quiz::{Brief, Kind};
use crate::schedule::{DeviceId, Phase, StudyClock};
use crate::session::testing::{cards, id, start};

/// A sitting with its world.
struct World {
    sitting: Sitting,
    log: Vec<Event>,
    now: Timestamp,
    full: bool,
}

fn clock() -> StudyClock {
    StudyClock {
        zone: jiff::tz::TimeZone::UTC,
        turnover: 240,
    }
}

fn brief() -> Brief {
    Brief {
        decks: Vec::new(),
        tags: Vec::new(),
        kinds: Vec::new(),
        number: 10,
        limit: None,
        seed: 1,
        count_reviews: false,
    }
}

/// Questions on these cards, each in the form named behind a `+`.
fn paper(brief: Brief, names: &[&str]) -> Paper {
    let cards = cards();
    let questions = (0..).zip(names).map(|(number, name)| {
        let (name, form) = match name.split_once('+') {
            Some((name, "typed")) => (name, Form::Typed),
            Some((name, _)) => (name, Form::Chosen),
            None => (*name, Form::Own),
        };
        Question {
            number,
            card: Arc::clone(&cards[name]),
            form,
            kind: Kind::Name,
        }
    });
    Paper {
        cards: cards.values().cloned().collect(),
        questions: questions.collect(),
        brief,
    }
}

impl World {
    fn new(brief: Brief, names: &[&str]) -> World {
        let (sitting, effects) =
            Sitting::begin(paper(brief, names), Some(Learner::new(clock())), None);
        let mut world = World {
            sitting,
            log: Vec::new(),
            now: start(),
            full: false,
        };
        world.follow(effects);
        world
    }

    /// Leaves it, and comes back by what the log holds.
    fn again(self, brief: Brief, names: &[&str]) -> World {
        let quiz = self.log[0].id;
        let given = self.log.iter().filter_map(|event| match &event.act {
            Act::Answer(answer) => Some(answer.clone()),
            _ => None,
        });
        let (sitting, effects) = Sitting::resume(
            paper(brief, names),
            quiz,
            given.collect(),
            Some(Learner::new(clock())),
            self.now,
        );
        let mut world = World { sitting, ..self };
        world.follow(effects);
        world
    }

    fn follow(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let Effect::Record { acts, shown } = effect else {
                continue;
            };
            // A review goes with what it was worked out from.
            let reviews = acts.iter().any(|act| matches!(act, Act::Review(_)));
            assert_eq!(shown.is_some(), reviews);
            if self.full {
                self.sitting.failed();
                continue;
            }
            let events: Vec<Event> = acts.into_iter().map(|act| self.event(act)).collect();
            self.log.extend(events.clone());
            for event in events {
                let effects = self.sitting.committed(&event, self.now);
                self.follow(effects);
            }
        }
    }

    fn event(&self, act: Act) -> Event {
        Event {
            id: EventId(Uuid::from_u128(u128::try_from(self.log.len()).unwrap() + 1)),
            device: DeviceId(Uuid::from_u128(0)),
            at: self.now,
            offset: 0,
            day: clock().day(self.now),
            act,
        }
    }

    fn does(&mut self, input: Input) -> &mut World {
        let effects = self.sitting.handle(input, self.now);
        self.follow(effects);
        self
    }

    fn types(&mut self, text: &str) -> &mut World {
        self.does(Input::Edit(text.to_owned())).does(Input::Accept)
    }

    fn waits(&mut self, seconds: i64) -> &mut World {
        self.now += SignedDuration::from_secs(seconds);
        let effects = self.sitting.tick(self.now);
        self.follow(effects);
        self
    }

    /// What is on the screen, in a word.
    fn up(&self) -> String {
        let card = self.sitting.card().map(|card| card.id.to_string());
        let card = card.unwrap_or_default();
        let name = card.trim_start_matches("chips/");
        match self.sitting.stage() {
            Stage::Asking(_) => format!("{name}?"),
            Stage::Judged(judged) => {
                let verdict = judged.turned.verdict.as_ref().unwrap();
                let late = if judged.late { ", late" } else { "" };
                format!("{name}: {}{late}", verdict.reason.name())
            }
            Stage::Beginning => "beginning".to_owned(),
            Stage::Left => "left".to_owned(),
            Stage::Ended => format!("ended, {:?}", self.sitting.score().all),
        }
    }

    fn kinds(&self) -> Vec<&'static str> {
        self.log.iter().map(|event| event.act.kind()).collect()
    }
}

#[test]
fn an_answer_is_in_the_log_before_its_verdict_is_on_the_screen() {
    let mut world = World::new(brief(), &["text", "number"]);
    assert_eq!(world.up(), "text?");
    assert_eq!(world.kinds(), ["quiz"]);
    world.full = true;
    world.types("Phoenix");
    assert_eq!((world.up().as_str(), world.log.len()), ("text?", 1));
    world.full = false;
    world.does(Input::Accept);
    assert_eq!(world.up(), "text: exact");
    world.does(Input::Accept).types("38211");
    assert_eq!(world.up(), "number: different_value");
    world.does(Input::Accept);
    assert_eq!(world.up(), "ended, Share { right: 1, of: 2 }");
    assert_eq!(world.kinds(), ["quiz", "answer", "answer", "quiz_end"]);
}

#[test]
fn one_that_was_left_goes_on_where_it_was() {
    let names = ["text", "number", "date"];
    let mut world = World::new(brief(), &names);
    world.types("Phoenix").does(Input::Accept);
    world.does(Input::Edit("382".to_owned())).does(Input::Leave);
    assert_eq!(world.up(), "left");
    let mut world = world.again(brief(), &names);
    assert_eq!(world.up(), "number?");
    world.types("38,210").does(Input::Leave);
    let mut world = world.again(brief(), &names);
    assert_eq!(world.up(), "date?");
    // Whoever leaves at the last verdict has answered everything.
    world.types("2025-01-20").does(Input::Leave);
    assert_eq!(world.up(), "ended, Share { right: 3, of: 3 }");
}

#[test]
fn a_question_whose_card_is_gone_is_passed_over_and_moves_no_other() {
    let mut world = World::new(brief(), &["text", "number", "date"]);
    world.types("Phoenix").does(Input::Leave);
    let quiz = world.log[0].id;
    let given = world.sitting.given().to_vec();
    let mut left = paper(brief(), &["text", "number", "date"]);
    left.questions.remove(1);
    let (sitting, effects) = Sitting::resume(left, quiz, given, None, world.now);
    let mut world = World { sitting, ..world };
    world.follow(effects);
    assert_eq!(world.up(), "date?");
    world.types("2025-01-20").does(Input::Accept);
    assert_eq!(world.up(), "ended, Share { right: 2, of: 2 }");
    let numbers: Vec<u32> = world
        .sitting
        .given()
        .iter()
        .map(|one| one.question)
        .collect();
    assert_eq!(numbers, [0, 2]);
}

#[test]
fn one_can_leave_though_the_time_is_over_and_the_disk_is_full() {
    let each = Brief {
        limit: Some(Limit::Question(30)),
        ..brief()
    };
    let mut world = World::new(each, &["text"]);
    world.full = true;
    world.waits(31).does(Input::Leave);
    assert_eq!(world.up(), "left");
}

#[test]
fn another_quiz_that_ends_is_not_this_one() {
    let mut world = World::new(brief(), &["text"]);
    let quiz = EventId(Uuid::from_u128(99));
    let event = world.event(Act::QuizEnd {
        quiz,
        finished: false,
    });
    let effects = world.sitting.committed(&event, world.now);
    world.follow(effects);
    assert_eq!(world.up(), "text?");
}

#[test]
fn when_the_time_is_over_what_is_written_counts() {
    let each = Brief {
        limit: Some(Limit::Question(30)),
        ..brief()
    };
    let mut world = World::new(each, &["text", "date", "choice"]);
    world.waits(29).does(Input::Edit("Phoenix".to_owned()));
    assert_eq!(world.up(), "text?");
    assert_eq!(
        world.sitting.remaining(world.now),
        Some(Duration::from_secs(1))
    );
    assert_eq!(world.waits(1).up(), "text: exact, late");
    // A verdict may be read at leisure.
    assert_eq!(world.waits(300).up(), "text: exact, late");
    world.does(Input::Accept);
    // A key that comes too late is not typed any more.
    world.now += SignedDuration::from_secs(31);
    world.does(Input::Edit("2025-01-20".to_owned()));
    assert_eq!(world.up(), "date: nothing, late");

    let whole = Brief {
        limit: Some(Limit::Whole(60)),
        ..brief()
    };
    let mut world = World::new(whole, &["text", "number", "date"]);
    world.waits(50).types("Phoenix");
    // Reading the verdict is free.
    world.waits(600).does(Input::Accept);
    assert_eq!(world.up(), "number?");
    assert_eq!(world.waits(10).up(), "number: nothing, late");
    // The third is never asked, and counts.
    world.does(Input::Accept);
    assert_eq!(world.up(), "ended, Share { right: 1, of: 3 }");
}

#[test]
fn only_what_was_recalled_counts_as_a_review_and_only_if_asked_for() {
    let counted = Brief {
        count_reviews: true,
        ..brief()
    };
    let names = ["text", "number+chosen", "recall+typed", "recall", "date"];
    let answers = ["Phoenix", "38,210", "x", "", "2025-01-21"];
    let ratings = |brief: Brief| -> Vec<(String, Rating)> {
        let mut world = World::new(brief, &names);
        for answer in answers {
            world.types(answer).does(Input::Accept);
        }
        assert_eq!(world.up(), "ended, Share { right: 2, of: 5 }");
        let reviews = world.log.iter().filter_map(|event| match &event.act {
            Act::Review(review) => {
                assert_ne!(review.phase, Phase::New);
                Some((review.card.to_string(), review.rating))
            }
            _ => None,
        });
        reviews.collect()
    };
    assert_eq!(ratings(brief()), []);
    assert_eq!(
        ratings(counted),
        [
            ("chips/text".to_owned(), Rating::Good),
            ("chips/date".to_owned(), Rating::Again)
        ]
    );
}

#[test]
fn what_is_suspended_stays_so() {
    let mut learner = Learner::new(clock());
    learner.states.entry(id("text")).or_default().suspended = true;
    let counted = Brief {
        count_reviews: true,
        ..brief()
    };
    let (sitting, effects) = Sitting::begin(paper(counted, &["text"]), Some(learner), None);
    let mut world = World {
        sitting,
        log: Vec::new(),
        now: start(),
        full: false,
    };
    world.follow(effects);
    world.types("Phoenix");
    assert_eq!(world.kinds(), ["quiz", "answer"]);
}

#[test]
fn the_score_names_each_miss() {
    let mut world = World::new(brief(), &["text", "number", "date"]);
    for answer in ["Phoenix", "382,100", ""] {
        world.types(answer).does(Input::Accept);
    }
    let misses = world.sitting.score().misses;
    let scale = misses[0].verdict.as_ref().unwrap();
    assert_eq!(scale.power_of_ten, 1, "told as it was at the verdict");
    let told: Vec<_> = misses
        .iter()
        .map(|miss| (miss.question, miss.answered.as_deref(), miss.reason))
        .collect();
    assert_eq!(
        told,
        [
            (1, Some("382,100"), Some(Reason::OffByPowerOfTen)),
            (2, Some(""), Some(Reason::Nothing))
        ]
    );
}
