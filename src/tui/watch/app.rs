//! What the author looks at: which deck and card, which problem, which side, in
//! which language and size; and what keys make of it.

mod jumps;
mod over;
mod saves;

use std::path::PathBuf;

use crossterm::event::{Event, MouseButton, MouseEventKind};
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::author::against::Article;
use crate::author::{Flag, History, Holding, Shelf};
use crate::deck::{Card, Diagnostic, Library, Place};
use crate::schedule::StudyClock;
use crate::session::Move;
use crate::strings::Say;
use crate::text::{Lang, Localized};
use crate::tui::app::{Manner, Next};
use crate::tui::canvas::{Canvas, Marks};
use crate::tui::editor::Spot;
use crate::tui::help;
use crate::tui::keys::{self, Command, Context};
use crate::tui::palette::Palette;
use crate::tui::preview::Preview;
use crate::tui::run::Program;
use crate::tui::theme::Role;
use crate::tui::watch::face::{Faces, Size};
use crate::tui::watch::files::File;
use crate::tui::watch::view::{self, View};
use crate::tui::world::Failure;
use over::Over;

/// Who writes the decks, and where they are found.
pub struct Author {
    /// Finds the decks, as they are on the disk.
    pub find: Box<dyn Fn() -> Library>,
    /// Reads the articles that they are held against: nothing where those are
    /// what they were when it was called last.
    pub articles: Box<dyn FnMut() -> Option<Result<Vec<Article>, String>>>,
    /// What learners flagged.
    pub flags: Vec<Flag>,
    /// What learners studied.
    pub histories: Vec<History>,
    /// The time.
    pub now: Box<dyn Fn() -> Timestamp>,
    /// Where study days begin.
    pub clock: StudyClock,
}

/// Where one is.
#[derive(Debug, Clone, Default)]
struct Cursor {
    path: PathBuf,
    entry: usize,
    problem: Option<usize>,
}

/// Holds decks against articles: at once, or in its own time, and then
/// something has [changed](Program::changed).
pub type Holder = Box<dyn Fn(Vec<Holding>)>;

/// The watch screen.
pub struct Watch {
    author: Author,
    holder: Holder,
    /// How many decks are yet to be held against the articles.
    waiting: usize,
    manner: Manner,
    /// The decks as they were last read.
    shelf: Shelf,
    /// What was wrong beyond them, as with a folder.
    beyond: Vec<Diagnostic>,
    files: Vec<File>,
    /// What was known of files that are gone.
    gone: Vec<File>,
    cursor: Cursor,
    lang: Lang,
    size: Size,
    faces: Faces,
    preview: Preview,
    over: Option<Over>,
    edit: Option<Spot>,
    message: Option<(String, Role)>,
    /// Why an article can't be read at the moment.
    unread: Option<String>,
    marks: Marks,
}

impl Watch {
    /// Reads the decks, and begins with the first.
    pub fn new(author: Author, manner: Manner, holder: Holder) -> Watch {
        let mut watch = Watch {
            preview: Preview::new(author.clock.clone()),
            author,
            holder,
            waiting: 0,
            lang: manner.study_lang,
            manner,
            shelf: Shelf::default(),
            beyond: Vec::new(),
            files: Vec::new(),
            gone: Vec::new(),
            cursor: Cursor::default(),
            size: Size::default(),
            faces: Faces::default(),
            over: None,
            edit: None,
            message: None,
            unread: None,
            marks: Marks::default(),
        };
        watch.reread();
        watch.cursor = Cursor::default();
        watch.go_to_file(0);
        watch
    }

    /// The cursor stands on something that is there.
    fn settle(&mut self) {
        let Some(file) = self.file() else {
            return;
        };
        let mut cursor = Cursor {
            path: file.path.clone(),
            ..self.cursor.clone()
        };
        cursor.entry = cursor.entry.min(file.entries.len().saturating_sub(1));
        let entry = file.entries.get(cursor.entry);
        if cursor.problem.is_none() {
            cursor.problem = entry.and_then(|entry| file.problem_of(entry));
        }
        cursor.problem = cursor.problem.filter(|at| *at < file.problems.len());
        let card = entry
            .and_then(|entry| entry.card())
            .map(|card| card.id.clone());
        self.cursor = cursor;
        self.preview.follow(card.as_ref());
    }

    fn file_at(&self) -> usize {
        let mut files = self.files.iter();
        let at = files.position(|file| file.path == self.cursor.path);
        at.unwrap_or(0)
    }

    fn file(&self) -> Option<&File> {
        self.files.get(self.file_at())
    }

    /// Which of its file's entries is shown.
    fn entry(&self) -> Option<usize> {
        let last = self.file()?.entries.len().checked_sub(1)?;
        Some(self.cursor.entry.min(last))
    }

    fn problem(&self) -> Option<&Diagnostic> {
        self.file()?.problems.get(self.cursor.problem?)
    }

    /// Where to edit: at the problem that is shown, else at the card.
    fn spot(&self) -> Option<Spot> {
        let file = self.file()?;
        let entry = self.entry().and_then(|at| file.entries.get(at));
        let place = match (self.problem(), entry) {
            (Some(problem), _) => problem.place,
            (None, Some(entry)) => file.place(entry),
            (None, None) => Place::default(),
        };
        Some(Spot {
            path: file.path.clone(),
            line: place.line.max(1),
            column: place.column.max(1),
            copied: false,
        })
    }

    fn context(&self) -> Context {
        match self.over {
            None => Context::Watch,
            Some(Over::Help(_)) => Context::Overlay,
            Some(Over::Palette(_)) => Context::Palette,
        }
    }

    fn take_in(&mut self, event: &Event) -> Next {
        match event {
            Event::Key(key) => match (keys::command(self.context(), key), &mut self.over) {
                (Some(command), _) => self.command(command),
                (None, Some(Over::Palette(palette))) => {
                    if palette.field.key(key) {
                        palette.cursor = 0;
                    }
                    Next::Draw
                }
                (None, _) => Next::Idle,
            },
            Event::Paste(text) => match &mut self.over {
                Some(Over::Palette(palette)) => {
                    palette.field.paste(text);
                    palette.cursor = 0;
                    Next::Draw
                }
                _ => Next::Idle,
            },
            Event::Mouse(mouse) => {
                let command = match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => {
                        self.marks.targets.at(mouse.column, mouse.row)
                    }
                    MouseEventKind::ScrollUp => Some(Command::Move(Move::Up)),
                    MouseEventKind::ScrollDown => Some(Command::Move(Move::Down)),
                    _ => None,
                };
                command.map_or(Next::Idle, |command| self.command(command))
            }
            Event::Resize(..) => Next::Redraw,
            Event::FocusGained | Event::FocusLost => Next::Idle,
        }
    }

    fn command(&mut self, command: Command) -> Next {
        match command {
            Command::Quit => return Next::Quit,
            Command::Pause => return Next::Pause,
            Command::Redraw => return Next::Redraw,
            Command::Nothing => return Next::Idle,
            _ => {}
        }
        if self.over.is_some() {
            return self.over_command(command);
        }
        match command {
            Command::Help => self.over = Some(Over::Help(0)),
            Command::Palette => self.over = Some(Over::Palette(Palette::new(Context::Watch))),
            Command::Move(direction) => {
                let at = self.entry().unwrap_or(0);
                let last = self.file().map_or(0, |file| file.entries.len());
                self.go_to(match direction {
                    Move::Up | Move::Left => at.saturating_sub(1),
                    Move::Down | Move::Right => (at + 1).min(last.saturating_sub(1)),
                });
            }
            Command::Page(direction) => self.preview.scroll(direction, self.faces.each()),
            Command::GoTo(at) => self.go_to(at),
            Command::Edge(Move::Up | Move::Left) => self.go_to(0),
            Command::Edge(Move::Down | Move::Right) => {
                let count = self.file().map_or(0, |file| file.entries.len());
                self.go_to(count.saturating_sub(1));
            }
            Command::Pick(at) => self.pick_problem(at),
            Command::Problem(direction) => self.go_to_problem(direction),
            Command::Deck(direction) => {
                let count = self.files.len().max(1);
                let at = match direction {
                    Move::Up | Move::Left => self.file_at() + count - 1,
                    Move::Down | Move::Right => self.file_at() + 1,
                };
                self.go_to_file(at % count);
            }
            Command::Turn => self.faces = self.faces.next(),
            Command::Size => self.size = self.size.next(),
            Command::Peek => self.peek(),
            Command::Edit => {
                self.edit = self.spot();
                if self.edit.is_some() {
                    return Next::Edit;
                }
            }
            _ => {}
        }
        Next::Draw
    }

    /// The card under the cursor.
    fn card(&self) -> Option<&Card> {
        let entry = self.file()?.entries.get(self.entry()?)?;
        entry.card().map(|card| &**card)
    }

    /// The language of what is shown: the one that was chosen, if the card is in it.
    fn shown(&self) -> Lang {
        let question = self.card().map(|card| &card.question);
        let own = question.filter(|question| question.exactly(self.lang).is_none());
        own.map_or(self.lang, Localized::language)
    }

    /// Shows the other language, if the card is in it.
    fn peek(&mut self) {
        let other = self.shown().other();
        let card = self.card();
        if card.is_some_and(|card| card.question.exactly(other).is_none()) {
            let told = Say(self.manner.lang).only_one_language();
            self.message = Some((told.to_owned(), Role::Dim));
        } else {
            self.lang = other;
        }
    }
}

impl Program for Watch {
    fn event(&mut self, event: &Event) -> Next {
        // A message stays until the author does the next thing.
        let acts = keys::is_act(event);
        let read = acts && self.message.take().is_some();
        match self.take_in(event) {
            Next::Idle if read => Next::Draw,
            next => next,
        }
    }

    fn tick(&mut self) -> Next {
        Next::Idle
    }

    fn changed(&mut self) -> Next {
        if self.reread() {
            Next::Draw
        } else {
            Next::Idle
        }
    }

    fn to_edit(&self) -> Option<Spot> {
        self.edit.clone()
    }

    fn edited(&mut self, edited: Result<(), Failure>) {
        self.edit = None;
        self.reread();
        self.message = edited
            .err()
            .map(|failure| (failure.says(self.manner.lang).to_owned(), Role::Warn));
    }

    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        let mut marks = Marks::default();
        let say = Say(self.manner.lang);
        let mut canvas = Canvas::new(buffer, &mut marks, self.manner.theme, say);
        view::draw(
            &mut canvas,
            &View {
                file: self.file(),
                at: (self.file_at(), self.files.len()),
                entry: self.entry(),
                problem: self.cursor.problem,
                lang: self.shown(),
                size: self.size,
                faces: self.faces,
                preview: &self.preview,
                now: (self.author.now)(),
            },
        );
        match &self.over {
            None => {}
            Some(Over::Help(scroll)) => help::draw(&mut canvas, Context::Watch, *scroll),
            Some(Over::Palette(palette)) => palette.draw(&mut canvas),
        }
        let unread = self.unread.as_deref().map(|told| (told, Role::Warn));
        let said = self.message.as_ref();
        let said = said.map(|(text, role)| (text.as_str(), *role));
        if let Some((text, role)) = said.or(unread) {
            crate::tui::app::message(&mut canvas, text, role);
        }
        let cursor = marks.cursor;
        self.marks = marks;
        cursor
    }
}
