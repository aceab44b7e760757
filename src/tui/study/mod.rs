//! The study screen: one card at a time, the question or the answer.
//!
//! The session holds what was answered; this holds only what a terminal adds
//! to it: the cursor within the field that is being typed in.

use crossterm::event::KeyEvent;

use crate::session::{Draft, Input, Session, Stage};
use crate::text::Lang;
use crate::tui::canvas::Canvas;
use crate::tui::field::Field;
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::theme::Role;

/// What the study screen draws.
#[derive(Debug)]
pub struct View<'a> {
    /// The session.
    pub session: &'a Session,
    /// The language of the cards.
    pub lang: Lang,
    /// What the card's deck is called.
    pub deck: &'a str,
}

/// The study screen.
#[derive(Debug, Default)]
pub struct Study {
    field: Field,
}

impl Study {
    /// The session moved: the field holds what its draft holds.
    pub fn follow(&mut self, session: &Session) {
        let held = match session.stage() {
            Stage::Asking(asking) => asking.draft.field(),
            _ => None,
        };
        self.field.set(held.unwrap_or_default());
    }

    /// Which keys hold.
    pub fn context(session: &Session) -> Context {
        match session.stage() {
            Stage::Asking(asking) if asking.draft.field().is_some() => Context::Typing,
            Stage::Asking(asking) => match &asking.draft {
                Draft::Choice { several: true, .. } => Context::Boxes,
                Draft::Choice { .. } | Draft::Compare { .. } => Context::Choice,
                Draft::Order { .. } => Context::Order,
                Draft::Pairs { .. } => Context::Pairs,
                _ => Context::Recall,
            },
            Stage::Answered(_) => Context::Answer,
            Stage::Ended(_) => Context::End,
        }
    }

    /// A key that is no command: the field's, while one types.
    pub fn key(&mut self, session: &Session, event: &KeyEvent) -> Option<Input> {
        let typing = Study::context(session) == Context::Typing;
        (typing && self.field.key(event)).then(|| Input::Edit(self.field.text().to_owned()))
    }

    /// What was pasted: the field's, while one types.
    pub fn paste(&mut self, session: &Session, text: &str) -> Option<Input> {
        let typing = Study::context(session) == Context::Typing;
        (typing && self.field.paste(text)).then(|| Input::Edit(self.field.text().to_owned()))
    }

    /// What a command means to the session; `None` where it means nothing, or
    /// is not the session's business.
    pub fn input(&mut self, session: &Session, command: Command) -> Option<Input> {
        let _ = session;
        Some(match command {
            Command::Accept => Input::Accept,
            Command::Rate(rating) => Input::Rate(rating),
            Command::Pick(index) => Input::Pick(index),
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

    /// Draws the card, and the hint line of its context.
    pub fn draw(&self, canvas: &mut Canvas, view: &View) {
        let area = canvas.area();
        let Some(card) = view.session.card() else {
            return;
        };
        canvas.text(
            2,
            2,
            area.width.saturating_sub(4),
            card.question.get(view.lang),
            Role::Plain,
        );
        let last = ratatui::layout::Rect {
            y: area.height.saturating_sub(1),
            ..area
        };
        hints::draw(canvas, last, Study::context(view.session), |_| true);
    }
}
