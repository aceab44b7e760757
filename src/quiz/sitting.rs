//! One learner's way through a quiz: a pure state machine.
//!
//! As in study, what is to be recorded is recorded by the caller, who then
//! tells the sitting with [`Sitting::committed`]; only then does it move on. An
//! answer is recorded as soon as it is given, so a quiz that is cut off goes on
//! where it was.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::{Form, Limit, Miss, Paper, Question, QuizAnswer, Score};
use crate::answer::{Response, judge_among};
use crate::deck::Card;
use crate::order::Order as _;
use crate::schedule::{Act, CardState, Event, EventId, Review};
use crate::session::{Asking, Input, Learner, Mates, Turned, milliseconds_between};

/// One learner's way through a quiz.
#[derive(Debug)]
pub struct Sitting {
    paper: Paper,
    quiz: Option<EventId>,
    stage: Stage,
    /// Answers given, in the order of the questions.
    given: Vec<QuizAnswer>,
    /// Which question is up, or was last.
    at: usize,
    peek: bool,
    /// An answer that is being recorded.
    pending: Option<Box<Judged>>,
    /// Whose schedule takes note, if answers count as reviews.
    learner: Option<Learner>,
}

/// What the screen shows.
#[derive(Debug)]
pub enum Stage {
    /// Nothing yet: that it begins has to be recorded first.
    Beginning,
    /// A question.
    Asking(Box<Asking>),
    /// How its answer was judged.
    Judged(Box<Judged>),
    /// The learner left: it can be resumed.
    Left,
    /// All was asked, or the time is over.
    Ended,
}

/// An answer that was judged.
#[derive(Debug)]
pub struct Judged {
    /// The card and what was answered; it has a verdict.
    pub turned: Turned,
    /// Whether the time was over.
    pub late: bool,
}

/// What should happen in the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Append these to the log, all or none, then call [`Sitting::committed`]
    /// with each event.
    Record {
        /// What was done.
        acts: Vec<Act>,
        /// As what the card stood whose review is among them: it counts only if
        /// that is so still.
        shown: Option<CardState>,
    },
    /// Open this address.
    Open(String),
}

impl Effect {
    fn record(acts: Vec<Act>) -> Effect {
        Effect::Record { acts, shown: None }
    }
}

impl Sitting {
    /// A quiz that is yet to begin. The effect records that it does, and that one
    /// that was `left` ends: there is one to go on with at a time. Answers count
    /// as reviews for `learner`, where the brief wants it and there is one.
    pub fn begin(
        mut paper: Paper,
        learner: Option<Learner>,
        left: Option<EventId>,
    ) -> (Sitting, Vec<Effect>) {
        // One that was given before may have lost some.
        for (number, question) in (0..).zip(&mut paper.questions) {
            question.number = number;
        }
        let ends = left.map(|quiz| Act::QuizEnd {
            quiz,
            finished: false,
        });
        let begins = Act::Quiz {
            brief: paper.brief.clone(),
            questions: paper.asked(),
        };
        let acts = ends.into_iter().chain([begins]).collect();
        let sitting = Sitting {
            learner: learner.filter(|_| paper.brief.count_reviews),
            paper,
            quiz: None,
            stage: Stage::Beginning,
            given: Vec::new(),
            at: 0,
            peek: false,
            pending: None,
        };
        (sitting, vec![Effect::record(acts)])
    }

    /// A quiz that was left, with the answers given so far. `paper` must hold
    /// the questions of then, by their numbers; it may lack some whose card is
    /// gone.
    pub fn resume(
        paper: Paper,
        quiz: EventId,
        mut given: Vec<QuizAnswer>,
        learner: Option<Learner>,
        now: Timestamp,
    ) -> (Sitting, Vec<Effect>) {
        given.order_by_key(|answer| answer.question);
        given.dedup_by_key(|answer| answer.question);
        let mut sitting = Sitting {
            learner: learner.filter(|_| paper.brief.count_reviews),
            paper,
            quiz: Some(quiz),
            stage: Stage::Beginning,
            given,
            at: 0,
            peek: false,
            pending: None,
        };
        let effects = sitting.ask_next(now);
        (sitting, effects)
    }

    /// What the screen shows.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// What is asked.
    pub fn paper(&self) -> &Paper {
        &self.paper
    }

    /// The event with which it began, once it did.
    pub fn quiz(&self) -> Option<EventId> {
        self.quiz
    }

    /// Which question is up, from 0.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The question that is up.
    pub fn question(&self) -> Option<&Question> {
        self.paper.questions.get(self.at)
    }

    /// The card on the screen, as it is asked.
    pub fn card(&self) -> Option<&Arc<Card>> {
        match &self.stage {
            Stage::Asking(asking) => Some(&asking.card),
            Stage::Judged(judged) => Some(&judged.turned.card),
            Stage::Beginning | Stage::Left | Stage::Ended => None,
        }
    }

    /// Whether the other language is shown.
    pub fn peeking(&self) -> bool {
        self.peek
    }

    /// The answers given so far.
    pub fn given(&self) -> &[QuizAnswer] {
        &self.given
    }

    /// What it came to so far.
    pub fn score(&self) -> Score {
        Score::of(&self.paper, &self.given)
    }

    /// What puts misses into today's study.
    pub fn seen(&self, misses: &[Miss]) -> Vec<Act> {
        let Some(quiz) = self.quiz else {
            return Vec::new();
        };
        let cards = misses.iter().filter_map(|miss| {
            let question = self.paper.questions.get(miss.question)?;
            Some(question.card.id.clone())
        });
        cards.map(|card| Act::Seen { card, quiz }).collect()
    }

    /// How long questions took so far, the one that is up included, in
    /// milliseconds.
    pub fn took_ms(&self, now: Timestamp) -> u64 {
        let given: u64 = self.given.iter().map(|one| u64::from(one.took_ms)).sum();
        given.saturating_add(match &self.stage {
            Stage::Asking(asking) => u64::from(milliseconds_between(asking.since, now)),
            _ => 0,
        })
    }

    /// How much time is left, if there is a limit and a question is up (or, for
    /// a limit on the whole, while a verdict is read too).
    pub fn remaining(&self, now: Timestamp) -> Option<Duration> {
        let (limit, took) = match (self.paper.brief.limit?, &self.stage) {
            (Limit::Question(limit), Stage::Asking(asking)) => {
                (limit, u64::from(milliseconds_between(asking.since, now)))
            }
            (Limit::Whole(limit), Stage::Asking(_) | Stage::Judged(_)) => {
                (limit, self.took_ms(now))
            }
            _ => return None,
        };
        let limit = u64::from(limit) * 1000;
        Some(Duration::from_millis(limit.saturating_sub(took)))
    }

    /// Time went by: a question whose time is over is answered as it stands.
    pub fn tick(&mut self, now: Timestamp) -> Vec<Effect> {
        if self.pending.is_some() || self.remaining(now) != Some(Duration::ZERO) {
            return Vec::new();
        }
        let Stage::Asking(asking) = &self.stage else {
            return Vec::new();
        };
        let response = asking.draft.as_it_stands();
        self.submit(response, true, now)
    }

    /// Takes what the learner did.
    pub fn handle(&mut self, input: Input, now: Timestamp) -> Vec<Effect> {
        // What is written counts: a late key does not change it. (But one can
        // always leave, though it can't be recorded.)
        let over = match input {
            Input::Leave => Vec::new(),
            _ => self.tick(now),
        };
        if !over.is_empty() {
            return over;
        }
        match (input, &mut self.stage) {
            (Input::Leave, Stage::Asking(_) | Stage::Judged(_)) => {
                // Whoever leaves at the last verdict has answered everything.
                if matches!(self.stage, Stage::Judged(_)) && self.next().is_none() {
                    return self.end();
                }
                self.stage = Stage::Left;
                Vec::new()
            }
            (Input::Peek, Stage::Asking(_) | Stage::Judged(_)) => {
                self.peek = !self.peek;
                Vec::new()
            }
            (Input::Open, Stage::Judged(judged)) => {
                let url = judged.turned.card.dateline.url.clone();
                url.map(Effect::Open).into_iter().collect()
            }
            (Input::Accept, Stage::Judged(_)) => self.ask_next(now),
            (input, Stage::Asking(asking)) => match asking.take(input, now) {
                Some(response) => self.submit(response, false, now),
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Judges an answer, which is to be recorded.
    fn submit(&mut self, response: Response, late: bool, now: Timestamp) -> Vec<Effect> {
        let (Stage::Asking(asking), Some(quiz)) = (&self.stage, self.quiz) else {
            return Vec::new();
        };
        let card = asking.card.clone();
        let cards = self.paper.cards.iter().map(Arc::as_ref);
        let verdict = judge_among(&card, &response, cards);
        let answer = QuizAnswer {
            quiz,
            question: self.question().map_or(u32::MAX, |question| question.number),
            card: card.id.clone(),
            answered: asking.draft.describe(&card, &response),
            verdict: verdict.outcome,
            reason: verdict.reason,
            took_ms: milliseconds_between(asking.since, now),
            late,
        };
        let review = self.review(asking, &response, now);
        self.pending = Some(Box::new(Judged {
            turned: Turned {
                draft: asking.draft.clone(),
                since: asking.since,
                verdict: Some(verdict),
                card,
                response,
            },
            late,
        }));
        let mut acts = vec![Act::Answer(answer)];
        let learner = self.learner.as_ref();
        let shown = review
            .as_ref()
            .and_then(|review| Some(learner?.state(&review.card)));
        acts.extend(review.map(Act::Review));
        vec![Effect::Record { acts, shown }]
    }

    /// The review that an answer counts as: none unless it was asked for, and
    /// only in the card's own form (recognising is not recalling). What is
    /// suspended stays so.
    fn review(&self, asking: &Asking, response: &Response, now: Timestamp) -> Option<Review> {
        let learner = self.learner.as_ref()?;
        let question = self.question()?;
        if question.form != Form::Own || learner.state(&asking.card.id).suspended {
            return None;
        }
        let mates = Mates::among(self.paper.cards.iter().cloned());
        let answered = learner.turn(asking, response.clone(), &mates, now);
        answered.turned.verdict.as_ref()?;
        learner.review(&answered, answered.suggestion, now)
    }

    /// What was asked to be recorded is on the disk.
    pub fn committed(&mut self, event: &Event, now: Timestamp) -> Vec<Effect> {
        match &event.act {
            Act::Quiz { .. } => {
                self.quiz = Some(event.id);
                self.ask_next(now)
            }
            Act::Answer(answer) => {
                if let Some(judged) = self.pending.take() {
                    self.given.push(answer.clone());
                    self.stage = Stage::Judged(judged);
                }
                Vec::new()
            }
            Act::QuizEnd { quiz, .. } if self.quiz == Some(*quiz) => {
                self.stage = Stage::Ended;
                Vec::new()
            }
            Act::Review(_) => {
                if let Some(learner) = &mut self.learner {
                    learner.committed(event);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// What was asked to be recorded could not be: the question stays.
    pub fn failed(&mut self) {
        self.pending = None;
    }

    /// The next question that has no answer, while there is time.
    fn next(&self) -> Option<usize> {
        if let Some(Limit::Whole(limit)) = self.paper.brief.limit {
            let took: u64 = self.given.iter().map(|one| u64::from(one.took_ms)).sum();
            if took >= u64::from(limit) * 1000 {
                return None;
            }
        }
        let questions = self.paper.questions.iter();
        let given = |number: u32| self.given.iter().any(|answer| answer.question == number);
        questions
            .map(|question| question.number)
            .position(|number| !given(number))
    }

    fn ask_next(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(next) = self.next() else {
            return self.end();
        };
        if let Some(question) = self.paper.questions.get(next) {
            let card = question.card.clone();
            self.at = next;
            self.peek = false;
            let asking = Asking::new(card, self.paper.seed(next), now);
            self.stage = Stage::Asking(Box::new(asking));
        }
        Vec::new()
    }

    fn end(&mut self) -> Vec<Effect> {
        match self.quiz {
            Some(quiz) => vec![Effect::record(vec![Act::QuizEnd {
                quiz,
                finished: true,
            }])],
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
