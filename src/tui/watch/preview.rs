//! A card as it will look: drawn by the study screen itself, in a window of its
//! own size.

use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::answer::Response;
use crate::deck::CardId;
use crate::schedule::{CardState, Counts, StudyClock};
use crate::session::{Answered, Asking, Learner, Move};
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::{Canvas, Marks};
use crate::tui::keys::Command;
use crate::tui::study::{self, Face, Head, Scene, Study};
use crate::tui::watch::files::{Entry, File};

/// Lines and sides are shuffled alike each time, so that only what the author
/// changed moves.
const SEED: u64 = 7;

/// In a terminal of which size the card is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// As large as there is room.
    #[default]
    Fit,
    /// The usual one.
    Usual,
    /// The smallest that is looked after.
    Small,
}

impl Size {
    /// The next, and round.
    pub fn next(self) -> Size {
        match self {
            Size::Fit => Size::Usual,
            Size::Usual => Size::Small,
            Size::Small => Size::Fit,
        }
    }

    /// Columns and rows, unless they are those that there are.
    pub fn fixed(self) -> Option<(u16, u16)> {
        match self {
            Size::Fit => None,
            Size::Usual => Some((80, 24)),
            Size::Small => Some((40, 12)),
        }
    }
}

/// Which sides are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Faces {
    /// The question.
    #[default]
    Question,
    /// The answer.
    Answer,
    /// One beside or below the other.
    Both,
}

impl Faces {
    /// The next, and round.
    pub fn next(self) -> Faces {
        match self {
            Faces::Question => Faces::Answer,
            Faces::Answer => Faces::Both,
            Faces::Both => Faces::Question,
        }
    }

    /// Which they are: whether each is the answer.
    pub fn each(self) -> &'static [bool] {
        match self {
            Faces::Question => &[false],
            Faces::Answer => &[true],
            Faces::Both => &[false, true],
        }
    }
}

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

    /// A page of what is longer than its window.
    pub fn scroll(&mut self, direction: Move, faces: Faces) {
        let nothing = Scene {
            face: None,
            step: 0,
            peeking: false,
            quiz: false,
        };
        for answer in faces.each() {
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
        let card = &shown.entry.card;
        let asking = Asking::new(card.clone(), SEED, shown.now);
        let answered = shown.answer.then(|| self.turn(&asking, shown));
        let face = match &answered {
            None => Face::Question(&asking),
            Some(answered) => Face::Answer(&answered.turned),
        };
        let deck = shown.file.title.as_ref();
        let new = u32::try_from(shown.file.entries.len()).unwrap_or(u32::MAX);
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
            deck: deck.map_or("", |title| title.get(shown.lang).as_str()),
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
        let cards = shown.file.entries.iter().map(|entry| &entry.card);
        self.learner.turn(asking, right, cards, shown.now)
    }
}

/// Which side of which card is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'v> {
    /// Its file.
    pub file: &'v File,
    /// The card.
    pub entry: &'v Entry,
    /// The how manieth of its file it is, from 0.
    pub at: usize,
    /// Whether it is the answer.
    pub answer: bool,
    /// The language of the card, and of the screen around it.
    pub lang: Lang,
    /// The time.
    pub now: Timestamp,
}
