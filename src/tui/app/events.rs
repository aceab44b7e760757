//! What comes from outside, and who it is for: a key is a command or a letter for
//! the field that is typed in, a click is on something, and time goes by.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::sheets::Sheet;
use super::{App, Next};
use crate::session::Move;
use crate::tui::keys::{self, Command, Context};
use crate::tui::world::World;

impl<W: World> App<W> {
    /// Something came from the terminal.
    pub fn event(&mut self, event: &Event) -> Next {
        // A message stays until the learner does the next thing.
        let acts = keys::is_act(event);
        let read = acts && self.message.take().is_some();
        // A session looks by itself, at its next card.
        let lacks_home = self.home.is_none() && self.screen() == Context::Home;
        let renewed = acts && self.run.is_none() && (lacks_home || self.world.others_wrote());
        if renewed {
            self.refresh();
        }
        // What could not be brought may be by now; a key that is pressed for it is
        // no answer to it.
        if acts && self.waits_for_card() {
            self.settle();
            if !self.waits_for_card() || !self.leaves(event) {
                return Next::Draw;
            }
        }
        match self.take_in(event) {
            Next::Idle if read || renewed => Next::Draw,
            next => next,
        }
    }

    /// Whether a session is up whose next card is yet to be brought.
    fn waits_for_card(&self) -> bool {
        let on_top = self.sheet.is_none() && self.form.is_none() && self.search.is_none();
        let mut run = self.run.iter();
        on_top && run.any(|run| run.session.coming().is_some())
    }

    /// Whether a key leaves the screen, or says how to.
    fn leaves(&self, event: &Event) -> bool {
        let Event::Key(key) = event else { return false };
        let command = keys::command(self.context(), key);
        matches!(
            command,
            Some(Command::Back | Command::Quit | Command::Pause | Command::Help | Command::Redraw)
        )
    }

    fn take_in(&mut self, event: &Event) -> Next {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(text) => self.paste(text),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Resize(..) => Next::Redraw,
            Event::FocusGained | Event::FocusLost => Next::Idle,
        }
    }

    fn key(&mut self, event: &KeyEvent) -> Next {
        let context = self.context();
        let command = keys::command(context, event);
        // Backspace is the field's as long as there is something in it.
        let backspace = is_backspace(event) && context.types();
        match command {
            Some(Command::TakeBack) if context.types() => {
                if self.type_key(event) {
                    Next::Draw
                } else {
                    self.command(Command::TakeBack)
                }
            }
            Some(command) => self.command(command),
            None if self.type_key(event) => Next::Draw,
            None if backspace => self.command(Command::TakeBack),
            None => Next::Idle,
        }
    }

    /// A key for the field that is being typed in. Returns whether it changed
    /// anything.
    fn type_key(&mut self, event: &KeyEvent) -> bool {
        match &mut self.sheet {
            Some(Sheet::Flag { field, .. } | Sheet::Export { field }) => {
                return field.key(event) || moves(event);
            }
            Some(Sheet::Palette(palette)) => {
                if palette.field.key(event) {
                    palette.cursor = 0;
                }
                return true;
            }
            Some(_) => return false,
            None if self.form.is_some() => return self.form_key(event),
            None if self.search.is_some() => return self.search_key(event),
            None => {}
        }
        if let Some((sitting, study)) = self.seated() {
            return match study.key(sitting, event) {
                Some(input) => {
                    self.quiz_input(input);
                    true
                }
                None => moves(event),
            };
        }
        let Some(run) = &mut self.run else {
            return false;
        };
        match run.study.key(&run.session, event) {
            Some(input) => {
                self.input(input);
                true
            }
            None => moves(event),
        }
    }

    fn paste(&mut self, text: &str) -> Next {
        match &mut self.sheet {
            Some(Sheet::Flag { field, .. } | Sheet::Export { field }) => {
                field.paste(text);
            }
            Some(Sheet::Palette(palette)) => {
                palette.field.paste(text);
                palette.cursor = 0;
            }
            Some(_) => {}
            None if self.form.is_some() => self.form_paste(text),
            None if self.search.is_some() => self.search_paste(text),
            None => {
                if let Some((sitting, study)) = self.seated() {
                    if let Some(input) = study.paste(sitting, text) {
                        self.quiz_input(input);
                    }
                    return Next::Draw;
                }
                let input = self
                    .run
                    .as_mut()
                    .and_then(|run| run.study.paste(&run.session, text));
                if let Some(input) = input {
                    self.input(input);
                }
            }
        }
        Next::Draw
    }

    fn mouse(&mut self, event: &MouseEvent) -> Next {
        let command = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.marks.targets.at(event.column, event.row)
            }
            MouseEventKind::ScrollUp => Some(Command::Move(Move::Up)),
            MouseEventKind::ScrollDown => Some(Command::Move(Move::Down)),
            _ => None,
        };
        // The wheel does not move what one is answering with.
        let wheel = !matches!(event.kind, MouseEventKind::Down(_));
        let still = wheel
            && self.sheet.is_none()
            && !matches!(
                self.screen(),
                Context::Home
                    | Context::Aside
                    | Context::Search
                    | Context::Recall
                    | Context::Answer
                    | Context::QuizSetup
                    | Context::QuizRecall
                    | Context::QuizAnswer
                    | Context::QuizEnd
            );
        match command {
            Some(command) if !still => self.command(command),
            _ => Next::Idle,
        }
    }

    /// Time went by.
    pub fn tick(&mut self) -> Next {
        if self.go_on_searching() {
            return Next::Draw;
        }
        if self.is_home_unfinished() {
            return self.finish_home();
        }
        if self.is_quiz_uncounted() {
            return self.count_quiz();
        }
        let told = self.world.rest().map(|failure| {
            self.fail_to(self.say().no_backup(), &failure);
        });
        match self.go_on() {
            Next::Idle if told.is_some() => Next::Draw,
            next => next,
        }
    }

    fn go_on(&mut self) -> Next {
        if self.run.is_some() || self.form.is_some() || self.search.is_some() {
            return Next::Idle;
        }
        if self.quiz.is_some() {
            let runs = self.patience().is_some();
            self.tick_quiz();
            return if runs { Next::Draw } else { Next::Idle };
        }
        self.refresh();
        Next::Draw
    }
}

/// Whether a key may have moved the cursor of a field. One that takes the character
/// before it away changes the text, or does nothing.
pub(super) fn moves(event: &KeyEvent) -> bool {
    let letter =
        matches!(event.code, KeyCode::Char(_)) && !event.modifiers.contains(KeyModifiers::CONTROL);
    !letter && !is_backspace(event)
}

/// Whether a key is backspace; so is ctrl-h, which many terminals send for it.
pub(super) fn is_backspace(event: &KeyEvent) -> bool {
    match event.code {
        KeyCode::Backspace => true,
        KeyCode::Char('h') => event.modifiers.contains(KeyModifiers::CONTROL),
        _ => false,
    }
}
