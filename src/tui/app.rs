//! The program on the terminal: which screen is up, and what keys, clicks and
//! the session's wishes make of it. Knows no terminal: events go in, a screen
//! comes out.

mod aside;
mod at_home;
mod composing;
mod drawing;
mod editing;
mod quiz;
mod search;
mod sessions;
mod sheets;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use jiff::Timestamp;

use crate::deck::DeckId;
use crate::quiz::{Brief, Paper};
use crate::schedule::Caps;
use crate::session::{Input, Move, Session, Stage};
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::Marks;
use crate::tui::editor::Spot;
use crate::tui::field::Field;
use crate::tui::form::Form;
use crate::tui::keys::{self, Command, Context};
use crate::tui::palette::Palette;
use crate::tui::search::Search;
use crate::tui::study::{Scene, Study};
use crate::tui::theme::{Role, Theme};
use crate::tui::world::{Failure, World};
use crate::tui::{end, home};
use aside::Aside;
use quiz::Quiz;
use sheets::Sheet;
pub(in crate::tui) use sheets::message;

/// What to begin with.
#[derive(Debug, Clone)]
pub enum Start {
    /// The home screen.
    Home,
    /// A session at once.
    Study(Wanted),
    /// What a quiz is to be, with this chosen already.
    Setup(Brief),
    /// A quiz at once.
    Quiz(Brief),
    /// The quiz that was left.
    Resume,
}

/// Which session is wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Of these decks; of all if none are named.
    pub decks: Vec<DeckId>,
    /// Of at most so many cards.
    pub caps: Caps,
    /// For at most so many minutes.
    pub minutes: Option<u32>,
}

/// How the program looks and speaks.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The language of the interface.
    pub lang: Lang,
    /// The language of the cards.
    pub study_lang: Lang,
    /// The looks.
    pub theme: Theme,
}

/// What the terminal is to do after an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing changed.
    Idle,
    /// Draw what changed.
    Draw,
    /// Draw everything afresh.
    Redraw,
    /// Have the author's editor on the terminal: [`App::to_edit`] says where.
    Edit,
    /// Stop, as the shell asks.
    Pause,
    /// Give the terminal back and end.
    Quit,
}

/// A session on the screen.
struct Run {
    session: Session,
    study: Study,
    wanted: Wanted,
    /// Whether there is something to undo.
    undo: bool,
    end: Option<end::View>,
}

/// The program.
pub struct App<W> {
    world: W,
    now: Box<dyn Fn() -> Timestamp>,
    manner: Manner,
    /// Once it was asked for: a session begins without it.
    home: Option<home::View>,
    cursor: home::Cursor,
    run: Option<Run>,
    quiz: Option<Quiz>,
    aside: Option<Aside>,
    sheet: Option<Sheet>,
    edit: Option<Spot>,
    form: Option<Form>,
    search: Option<Search>,
    message: Option<(String, Role)>,
    marks: Marks,
}

impl<W: World> App<W> {
    /// Begins.
    ///
    /// # Errors
    /// When the collection can't be read.
    pub fn new(
        world: W,
        now: Box<dyn Fn() -> Timestamp>,
        manner: Manner,
        start: Start,
    ) -> Result<App<W>, Failure> {
        let mut app = App {
            world,
            now,
            manner,
            home: None,
            cursor: home::Cursor::default(),
            run: None,
            quiz: None,
            aside: None,
            sheet: None,
            edit: None,
            form: None,
            search: None,
            message: None,
            marks: Marks::default(),
        };
        match start {
            Start::Home => {
                app.home = Some(app.world.home(manner.study_lang, (app.now)())?);
                if let Some(failure) = app.world.unwritable() {
                    app.fail_to(app.say().not_recorded(), &failure);
                }
            }
            Start::Study(wanted) => app.study(wanted)?,
            Start::Setup(brief) => app.offer_quiz(brief),
            Start::Quiz(brief) => {
                let cards = app.world.quiz_cards((app.now)())?;
                let paper = Paper::make(&cards, &brief);
                if paper.questions.is_empty() {
                    app.set_up_quiz(&brief, false);
                } else {
                    app.begin_quiz(paper);
                }
            }
            Start::Resume => match app.world.open_quiz()? {
                Some(left) => app.resume_quiz(left),
                None => {
                    app.set_up_quiz(&app.new_brief(Vec::new()), false);
                    app.message = Some((app.say().quiz_gone().to_owned(), Role::Plain));
                }
            },
        }
        Ok(app)
    }

    fn say(&self) -> Say {
        Say(self.manner.lang)
    }

    /// The screen below any sheet.
    fn screen(&self) -> Context {
        if self.form.is_some() {
            return Context::Form;
        }
        if self.search.is_some() {
            return Context::Search;
        }
        match (&self.run, &self.quiz, &self.aside) {
            (Some(run), ..) => Scene::from(&run.session).context(),
            (None, Some(quiz), _) => quiz.context(),
            (None, None, Some(_)) => Context::Aside,
            (None, None, None) => Context::Home,
        }
    }

    /// Which keys hold.
    pub fn context(&self) -> Context {
        match &self.sheet {
            None => self.screen(),
            Some(Sheet::Help { .. }) => Context::Overlay,
            Some(Sheet::Info { .. }) => Context::Info,
            Some(Sheet::Flag { .. } | Sheet::Export { .. }) => Context::Prompt,
            Some(Sheet::Palette(_)) => Context::Palette,
        }
    }

    /// Something came from the terminal.
    pub fn event(&mut self, event: &Event) -> Next {
        // A message stays until the learner does the next thing.
        let acts = match event {
            Event::Key(key) => key.kind != KeyEventKind::Release,
            Event::Mouse(mouse) => matches!(mouse.kind, MouseEventKind::Down(_)),
            Event::Paste(_) => true,
            _ => false,
        };
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

    /// Time went by.
    pub fn tick(&mut self) -> Next {
        if self.go_on_searching() {
            return Next::Draw;
        }
        if self.is_home_unfinished() {
            return self.finish_home();
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

    /// Does what a key, a click or the palette says.
    fn command(&mut self, command: Command) -> Next {
        match command {
            Command::Quit => return Next::Quit,
            Command::Pause => return Next::Pause,
            Command::Redraw => return Next::Redraw,
            Command::Nothing => return Next::Idle,
            _ => {}
        }
        if self.sheet.is_some() {
            return self.sheet_command(command);
        }
        match command {
            Command::Help => self.sheet = Some(Sheet::Help { scroll: 0 }),
            Command::Palette => self.sheet = Some(Sheet::Palette(Palette::new(self.screen()))),
            _ if self.form.is_some() => return self.form_command(command),
            _ if self.search.is_some() => return self.search_command(command),
            Command::Search => self.begin_search(),
            Command::More => self.more(),
            Command::Compose => self.compose(),
            _ if self.run.is_some() => self.run_command(command),
            _ if self.quiz.is_some() => self.quiz_command(command),
            _ if self.aside.is_some() => self.aside_command(command),
            _ => self.home_command(command),
        }
        if self.edit.is_some() {
            return Next::Edit;
        }
        Next::Draw
    }

    fn run_command(&mut self, command: Command) {
        let say = self.say();
        let Some(run) = &mut self.run else { return };
        let card = run.session.card().cloned();
        match (command, card) {
            (Command::Accept | Command::Back, None) => self.go_home(),
            (Command::Back, Some(_)) => self.input(Input::Leave),
            (Command::Info, Some(card)) => {
                let state = run.session.state(&card.id);
                let view = self.world.info(&card, &state, say, (self.now)());
                self.sheet = Some(Sheet::Info { view, scroll: 0 });
            }
            (Command::Flag, Some(card)) => {
                let flag = run.session.state(&card.id).flag;
                self.sheet = Some(Sheet::Flag {
                    field: Field::with(flag.as_deref().unwrap_or_default()),
                    flagged: flag.is_some(),
                });
            }
            (Command::Edit, Some(card)) => self.edit(&card.id),
            (Command::Hint, Some(card)) if card.hint.is_none() => {
                self.message = Some((say.no_hint().to_owned(), Role::Plain));
            }
            (Command::Open, Some(card)) if card.dateline.url.is_none() => {
                self.message = Some((say.no_source().to_owned(), Role::Plain));
            }
            (command, _) => {
                if let Some(input) = run.study.input(&run.session, command) {
                    self.input(input);
                }
            }
        }
    }

    fn fail(&mut self, failure: &Failure) {
        let told = failure.says(self.say().0).to_owned();
        self.message = Some((told, Role::Bad));
    }

    /// Tells what was not done before why.
    fn fail_to(&mut self, undone: &str, failure: &Failure) {
        let told = format!("{undone}: {}", failure.says(self.say().0));
        self.message = Some((told, Role::Bad));
    }
}

fn ended(session: &Session) -> bool {
    matches!(session.stage(), Stage::Ended(_))
}

/// Whether a key may have moved the cursor of a field. One that takes the character
/// before it away changes the text, or does nothing.
fn moves(event: &KeyEvent) -> bool {
    let letter =
        matches!(event.code, KeyCode::Char(_)) && !event.modifiers.contains(KeyModifiers::CONTROL);
    !letter && !is_backspace(event)
}

/// Whether a key is backspace; so is ctrl-h, which many terminals send for it.
fn is_backspace(event: &KeyEvent) -> bool {
    match event.code {
        KeyCode::Backspace => true,
        KeyCode::Char('h') => event.modifiers.contains(KeyModifiers::CONTROL),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
