//! The program on the terminal: which screen is up, and who does what a command
//! says. Knows no terminal: events go in, a screen comes out.

mod aside;
mod at_home;
mod composing;
mod drawing;
mod editing;
mod events;
mod quiz;
mod search;
mod sessions;
mod sheets;

use jiff::Timestamp;

use crate::deck::DeckId;
use crate::quiz::{Brief, Paper};
use crate::schedule::Caps;
use crate::session::{Session, Stage};
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::Marks;
use crate::tui::editor::Spot;
use crate::tui::form::Form;
use crate::tui::keys::{Command, Context};
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
            Some(Sheet::Info(_)) => Context::Info,
            Some(Sheet::Flag { .. } | Sheet::Export { .. }) => Context::Prompt,
            Some(Sheet::Palette(_)) => Context::Palette,
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

#[cfg(test)]
mod tests;
