//! What of a session or of a quiz is on the screen: both show cards, one side
//! at a time.

use std::sync::Arc;

use crate::deck::Card;
use crate::quiz::{self, Sitting};
use crate::session::{self, Asking, Draft, Session, Turned};
use crate::tui::keys::Context;

/// A side of a card.
#[derive(Debug, Clone, Copy)]
pub enum Face<'a> {
    /// The question, and the answer that is being made.
    Question(&'a Asking),
    /// The answer.
    Answer(&'a Turned),
}

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The side that is up; `None` where there is no card.
    pub face: Option<Face<'a>>,
    /// Which card it is, of those that came one after the other.
    pub step: u32,
    /// Whether the other language is shown.
    pub peeking: bool,
    /// Whether it is a question of a quiz.
    pub quiz: bool,
}

impl<'a> Scene<'a> {
    /// The card.
    pub fn card(&self) -> Option<&'a Arc<Card>> {
        self.face.map(|face| match face {
            Face::Question(asking) => &asking.card,
            Face::Answer(turned) => &turned.card,
        })
    }

    /// The answer that is being made.
    pub fn draft(&self) -> Option<&'a Draft> {
        match self.face {
            Some(Face::Question(asking)) => Some(&asking.draft),
            _ => None,
        }
    }

    /// Whether one types an answer.
    pub fn typing(&self) -> bool {
        self.draft().is_some_and(|draft| draft.field().is_some())
    }

    /// Which keys hold.
    pub fn context(&self) -> Context {
        let Some(draft) = self.draft() else {
            return match (self.face, self.quiz) {
                (Some(_), false) => Context::Answer,
                (Some(_), true) => Context::QuizAnswer,
                (None, false) => Context::End,
                (None, true) => Context::QuizEnd,
            };
        };
        let (study, quiz) = match draft {
            _ if draft.field().is_some() => (Context::Typing, Context::QuizTyping),
            Draft::Choice { several: true, .. } => (Context::Boxes, Context::QuizBoxes),
            Draft::Choice { .. } | Draft::Compare { .. } => (Context::Choice, Context::QuizChoice),
            Draft::Order { .. } => (Context::Order, Context::QuizOrder),
            Draft::Pairs { .. } => (Context::Pairs, Context::QuizPairs),
            _ => (Context::Recall, Context::QuizRecall),
        };
        if self.quiz { quiz } else { study }
    }

    /// Whether an arrow moves something that one answers with.
    pub fn moves_a_cursor(&self) -> bool {
        match self.draft() {
            Some(Draft::Choice { .. } | Draft::Order { .. } | Draft::Pairs { .. }) => true,
            Some(Draft::Gaps { fields, .. }) => fields.len() > 1,
            Some(Draft::Compare { picked, .. }) => picked.is_none(),
            Some(Draft::Recall | Draft::Text { .. } | Draft::List { .. }) | None => false,
        }
    }
}

impl<'a> From<&'a Session> for Scene<'a> {
    fn from(session: &'a Session) -> Self {
        Scene {
            face: match session.stage() {
                session::Stage::Asking(asking) => Some(Face::Question(asking)),
                session::Stage::Answered(answered) => Some(Face::Answer(&answered.turned)),
                session::Stage::Coming(_) | session::Stage::Ended(_) => None,
            },
            step: session.tally().done(),
            peeking: session.peeking(),
            quiz: false,
        }
    }
}

impl<'a> From<&'a Sitting> for Scene<'a> {
    fn from(sitting: &'a Sitting) -> Self {
        Scene {
            face: match sitting.stage() {
                quiz::Stage::Asking(asking) => Some(Face::Question(asking)),
                quiz::Stage::Judged(judged) => Some(Face::Answer(&judged.turned)),
                quiz::Stage::Beginning | quiz::Stage::Left | quiz::Stage::Ended => None,
            },
            step: u32::try_from(sitting.position()).unwrap_or(u32::MAX),
            peeking: sitting.peeking(),
            quiz: true,
        }
    }
}
