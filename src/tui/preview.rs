//! A card as it will look: drawn by the study screen itself, in a window of its
//! own size. For authors, who look at cards that no one has studied yet.

use std::sync::Arc;

use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::answer::Response;
use crate::deck::{Card, CardId};
use crate::schedule::{CardState, Counts, StudyClock};
use crate::session::{Answered, Asking, Learner, Mates, Move};
use crate::strings::Say;
use crate::text::{Lang, Localized};
use crate::tui::canvas::{Canvas, Marks};
use crate::tui::keys::Command;
use crate::tui::study::{self, Face, Head, Scene, Study};

/// Lines and sides are shuffled alike each time, so that only what the author
/// changed moves.
const SEED: u64 = 7;

/// What of a card's side the author has in view, and who looks at it: a
/// learner of whom nothing is known.
#[derive(Debug)]
pub struct Preview {
    learner: Learner,
    shown: Option<CardId>,
    question: Study,
    answer: Study,
}

impl Preview {
    /// Of no card yet.
    pub fn new(clock: StudyClock) -> Preview {
        Preview {
            learner: Learner::new(clock),
            shown: None,
            question: Study::default(),
            answer: Study::default(),
        }
    }

    /// Another card begins at its first row.
    pub fn follow(&mut self, card: Option<&CardId>) {
        if self.shown.as_ref() != card {
            self.shown = card.cloned();
            self.question = Study::default();
            self.answer = Study::default();
        }
    }

    /// A page of what is longer than its window, on the sides that are shown.
    pub fn scroll(&mut self, direction: Move, answers: &[bool]) {
        let nothing = Scene {
            face: None,
            step: 0,
            peeking: false,
            quiz: false,
        };
        for answer in answers {
            let study = if *answer {
                &mut self.answer
            } else {
                &mut self.question
            };
            study.input(nothing, Command::Page(direction));
        }
    }

    /// Draws a side into `area`, as in a terminal of `size`; what does not fit
    /// is cut off.
    pub fn draw(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        (columns, rows): (u16, u16),
        shown: &Shown<'_>,
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let mut marks = Marks::default();
        let say = Say(shown.lang);
        let mut window = Canvas::new(&mut buffer, &mut marks, canvas.theme(), say);
        let asking = Asking::new(shown.card.clone(), SEED, shown.now);
        let answered = shown.answer.then(|| self.turn(&asking, shown));
        let face = match &answered {
            None => Face::Question(&asking),
            Some(answered) => Face::Answer(&answered.turned),
        };
        let new = u32::try_from(shown.beside.len()).unwrap_or(u32::MAX);
        let done = u32::try_from(shown.at).unwrap_or(u32::MAX);
        let view = study::View {
            scene: Scene {
                face: Some(face),
                step: 0,
                peeking: false,
                quiz: false,
            },
            state: CardState::default(),
            today: self.learner.clock.day(shown.now),
            lang: shown.lang,
            deck: shown
                .deck
                .map_or("", |title| title.get(shown.lang).as_str()),
            head: Head::Study(
                done,
                Counts {
                    new: new.saturating_sub(done),
                    ..Counts::default()
                },
            ),
            answered: answered.as_ref(),
            late: false,
            undo: false,
        };
        let study = if shown.answer {
            &self.answer
        } else {
            &self.question
        };
        study.draw(&mut window, &view);
        // A picture: its keys are not to be pressed here.
        canvas.show(&buffer, &Marks::default(), 0, area);
    }

    fn turn(&self, asking: &Asking, shown: &Shown<'_>) -> Answered {
        let right = Response::right(&asking.card, shown.lang);
        // The right answer is no one else's.
        let mates = Mates::among([]);
        self.learner.turn(asking, right, &mates, shown.now)
    }
}

/// Which side of which card is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'v> {
    /// What its deck is called.
    pub deck: Option<&'v Localized>,
    /// The card.
    pub card: &'v Arc<Card>,
    /// All cards of the deck.
    pub beside: &'v [&'v Arc<Card>],
    /// The how manieth of them it is, from 0.
    pub at: usize,
    /// Whether it is the answer.
    pub answer: bool,
    /// The language of the card, and of the screen around it.
    pub lang: Lang,
    /// The time.
    pub now: Timestamp,
}
