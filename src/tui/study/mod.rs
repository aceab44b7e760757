//! The study screen: one card at a time, the question or the answer.
//!
//! The session holds what was answered; this holds only what a terminal adds
//! to it: the cursor within the field that is being typed in, and how far a
//! card is scrolled that is longer than the window. A card is laid out as a
//! `page` (what stands below each other), one file for each kind of answer;
//! the `frame` finds room for it.

mod answer;
mod choices;
mod cloze;
mod compare;
mod context;
pub(in crate::tui) mod frame;
mod head;
pub(in crate::tui) mod line;
mod list;
mod order;
pub(in crate::tui) mod page;
mod pairs;
mod question;
mod ratings;
mod scene;
#[cfg(test)]
mod tests;
mod typed;
mod view;

use std::cell::Cell;
use std::sync::Arc;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;

use crate::deck::{Card, CardId, Task};
use crate::schedule::{CardState, Day};
use crate::session::{Asking, Draft, Input, Move, Turned};
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::Canvas;
use crate::tui::field::Field;
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use frame::Scrolled;
use page::{Keep, Page};
pub use scene::{Face, Scene};
pub use view::{Clock, Head, View};

/// A card's side as lines, for where there is no screen.
#[derive(Debug, Clone, Copy)]
pub struct Aloud<'a> {
    /// The interface's voice.
    pub say: Say,
    /// The language of the cards.
    pub lang: Lang,
    /// Where the card stands.
    pub state: &'a CardState,
    /// Whether the other language is shown.
    pub peeking: bool,
    /// The study day.
    pub today: Day,
}

impl Aloud<'_> {
    /// The question.
    pub fn question(&self, asking: &Asking) -> Vec<String> {
        let mut page = self.page();
        question::lay(&mut page, asking, self.state, self.peeking, self.today);
        // Who is told it at every question stops listening.
        let mut texts = page.texts();
        texts.retain(|text| text.trim() != self.say.empty_is_dont_know());
        texts.dedup_by(|next, before| next.is_empty() && before.is_empty());
        texts
    }

    /// The answer alone: whoever listens has just heard the question. (Of a
    /// gap that is not typed, the text that has it is the answer.)
    pub fn answer(&self, turned: &Turned) -> Vec<String> {
        let mut page = self.page();
        if let Task::Recall { cloze: Some(gaps) } = &turned.card.task {
            cloze::filled(&mut page, gaps.get(self.lang));
        }
        answer::given(&mut page, turned, self.state, self.today);
        page.texts()
    }

    /// One that wraps nothing.
    fn page(&self) -> Page {
        Page::new(u16::MAX, self.say, self.lang)
    }
}

/// A card as it is looked up, in no session: its question and what is right.
#[derive(Debug, Clone)]
pub struct LookedUp {
    /// The card.
    pub card: Arc<Card>,
    /// Where it stands.
    pub state: CardState,
    /// The language of the cards.
    pub lang: Lang,
    /// The study day.
    pub today: Day,
}

impl LookedUp {
    /// Draws it on a sheet of its own of this width, as long as it is.
    pub fn sheet(&self, canvas: &Canvas, width: u16) -> Buffer {
        let mut page = Page::new(width, canvas.say(), self.lang);
        answer::looked_up(&mut page, &self.card, &self.state, self.today);
        let (sheet, _) = page.sheet(Keep::Air, &Field::default(), canvas);
        sheet
    }
}

/// The study screen.
#[derive(Debug, Default)]
pub struct Study {
    field: Field,
    /// What is shown, so that the next is shown from its beginning.
    shown: Option<Shown>,
    /// How far the learner scrolled; `None` follows the cursor.
    scroll: Option<u16>,
    /// How it was drawn last: only then is it known how far one can scroll.
    drawn: Cell<Scrolled>,
}

/// What tells one side of a card from the next.
#[derive(Debug, PartialEq)]
struct Shown {
    card: CardId,
    answered: bool,
    step: u32,
    peeking: bool,
}

impl Study {
    /// The session moved: the field holds what its draft holds.
    pub fn follow<'a>(&mut self, scene: impl Into<Scene<'a>>) {
        let scene = scene.into();
        let held = scene.draft().and_then(Draft::field);
        self.field.set(held.unwrap_or_default());
        let shown = scene.card().map(|card| Shown {
            card: card.id.clone(),
            answered: matches!(scene.face, Some(Face::Answer(_))),
            step: scene.step,
            peeking: scene.peeking,
        });
        if self.shown != shown {
            self.shown = shown;
            self.scroll = None;
            // How long it is will be known when it is drawn.
            let (top, most) = (0, u16::MAX);
            let rows = self.drawn.get().rows;
            self.drawn.set(Scrolled { top, most, rows });
        }
    }

    /// A key that is no command: the field's, while one types.
    pub fn key<'a>(&mut self, scene: impl Into<Scene<'a>>, event: &KeyEvent) -> Option<Input> {
        if !scene.into().typing() {
            return None;
        }
        self.scroll = None;
        let changed = self.field.key(event);
        changed.then(|| Input::Edit(self.field.text().to_owned()))
    }

    /// What was pasted: the field's, while one types.
    pub fn paste<'a>(&mut self, scene: impl Into<Scene<'a>>, text: &str) -> Option<Input> {
        let typing = scene.into().typing();
        (typing && self.field.paste(text)).then(|| Input::Edit(self.field.text().to_owned()))
    }

    /// What a command means to the session; `None` where it means nothing, or
    /// is not the session's business.
    pub fn input<'a>(&mut self, scene: impl Into<Scene<'a>>, command: Command) -> Option<Input> {
        match command {
            Command::Page(direction) => {
                let page = self.drawn.get().rows.saturating_sub(1).max(1);
                self.scroll_by(direction, page);
                return None;
            }
            Command::Move(direction) if !scene.into().moves_a_cursor() => {
                self.scroll_by(direction, 1);
                return None;
            }
            _ => self.scroll = None,
        }
        Some(match command {
            Command::Accept => Input::Accept,
            Command::Rate(rating) => Input::Rate(rating),
            Command::Pick(index) => Input::Pick(index),
            Command::GoTo(index) => Input::GoTo(index),
            Command::Toggle => Input::Toggle,
            Command::TakeBack => Input::TakeBack,
            Command::Move(direction) => Input::Move(direction),
            Command::Undo => Input::Undo,
            Command::Hint => Input::Hint,
            Command::Peek => Input::Peek,
            Command::Open => Input::Open,
            Command::Suspend => Input::Suspend,
            Command::Bury => Input::Bury,
            _ => return None,
        })
    }

    /// Draws the card, and the keys of its context.
    pub fn draw(&self, canvas: &mut Canvas, view: &View) {
        let column = frame::column(canvas.area());
        let mut page = Page::new(column.width, canvas.say(), view.lang);
        let (peeking, today) = (view.scene.peeking, view.today);
        match view.scene.face {
            Some(Face::Question(asking)) => {
                question::lay(&mut page, asking, &view.state, peeking, today);
            }
            Some(Face::Answer(turned)) => {
                if view.late {
                    page.text(canvas.say().time_is_over(), Role::Warn);
                    page.air();
                }
                answer::lay(&mut page, turned, &view.state, peeking, today);
                if view.answered.is_some_and(|answered| answered.slow) {
                    page.air();
                    page.text(canvas.say().was_slow(), Role::Warn);
                }
            }
            None => return,
        }
        let drawn = frame::draw(canvas, view, &page, &self.field, self.scroll);
        self.drawn.set(drawn);
    }

    fn scroll_by(&mut self, direction: Move, rows: u16) {
        let Scrolled { top, most, .. } = self.drawn.get();
        // It may not have been drawn since the last step.
        let from = self.scroll.unwrap_or(top).min(most);
        self.scroll = match direction {
            Move::Up => Some(from.saturating_sub(rows)),
            Move::Down => Some(from.saturating_add(rows).min(most)),
            Move::Left | Move::Right => self.scroll,
        };
    }
}
