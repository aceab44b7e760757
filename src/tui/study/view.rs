//! What the screen of a card draws, in a session or in a quiz.

use std::time::Duration;

use jiff::Timestamp;

use crate::quiz::{self, Sitting};
use crate::schedule::{CardState, Counts, Day};
use crate::session::{self, Answered, Session};
use crate::text::Lang;
use crate::tui::study::scene::Scene;

/// What the screen draws.
#[derive(Debug)]
pub struct View<'a> {
    /// The side that is up.
    pub scene: Scene<'a>,
    /// Where its card stands.
    pub state: CardState,
    /// The study day.
    pub today: Day,
    /// The language of the cards.
    pub lang: Lang,
    /// What the card's deck is called.
    pub deck: &'a str,
    /// The line above.
    pub head: Head,
    /// What each rating would do; `None` where nothing is rated.
    pub answered: Option<&'a Answered>,
    /// Whether the answer was taken as it stood when the time was over.
    pub late: bool,
    /// Whether there is something to undo.
    pub undo: bool,
}

/// How far one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// In a session: cards that do not come back today, and what is left.
    Study(u32, Counts),
    /// In a quiz: which question, from 1, of how many, and the clock.
    Quiz(usize, usize, Clock),
}

/// The clock of a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// So long it took.
    Took(Duration),
    /// So much is left.
    Left(Duration),
}

impl<'a> View<'a> {
    /// A card of a session, and whether there is something to undo.
    pub fn of_session(session: &'a Session, lang: Lang, deck: &'a str, undo: bool) -> View<'a> {
        let card = session.card();
        View {
            scene: session.into(),
            state: card.map(|card| session.state(&card.id)).unwrap_or_default(),
            today: session.day(),
            lang,
            deck,
            head: Head::Study(session.finished(), session.left()),
            answered: match session.stage() {
                session::Stage::Answered(answered) => Some(answered),
                _ => None,
            },
            late: false,
            undo,
        }
    }

    /// A question of a quiz. What the learner marked on its card is for study.
    pub fn of_sitting(
        sitting: &'a Sitting,
        lang: Lang,
        deck: &'a str,
        today: Day,
        now: Timestamp,
    ) -> View<'a> {
        let clock = match sitting.remaining(now) {
            Some(left) => Clock::Left(left),
            None => Clock::Took(Duration::from_millis(sitting.took_ms(now))),
        };
        let all = sitting.paper().questions.len();
        View {
            scene: sitting.into(),
            state: CardState::default(),
            today,
            lang,
            deck,
            head: Head::Quiz(sitting.position() + 1, all, clock),
            answered: None,
            late: matches!(sitting.stage(), quiz::Stage::Judged(judged) if judged.late),
            undo: false,
        }
    }
}
