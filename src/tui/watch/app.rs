//! What the author looks at: which deck and card, which problem, which side, in
//! which language and size; and what keys and saves make of it.

mod jumps;

use std::path::PathBuf;

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEventKind};
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::author::against::Article;
use crate::author::{Flag, History, Holding, Setting, Shelf};
use crate::deck::{Card, Diagnostic, Library, Place};
use crate::figure::Date;
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
use crate::tui::watch::files::{self, File};
use crate::tui::watch::problems::same;
use crate::tui::watch::view::{self, View};
use crate::tui::world::Failure;

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

/// What lies over the screen.
enum Over {
    Help(u16),
    Palette(Palette),
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

    /// Reads the decks as they are now. Returns whether anything is different.
    fn reread(&mut self) -> bool {
        let library = (self.author.find)();
        let mut different = self.shelf.take(library.files);
        // What can't be read says what it said before.
        let unread = match (self.author.articles)() {
            None => None,
            Some(Ok(articles)) => {
                self.shelf.hold_against(articles);
                different = true;
                None
            }
            Some(Err(told)) => Some(told),
        };
        different |= unread != self.unread;
        self.unread = unread;
        if different {
            let to_hold = self.shelf.to_hold();
            if !to_hold.is_empty() {
                (self.holder)(to_hold);
            }
        }
        let waiting = self.shelf.to_hold().len();
        different |= waiting != self.waiting;
        self.waiting = waiting;
        if !different && library.diagnostics == self.beyond {
            return false;
        }
        self.beyond = library.diagnostics;
        let date = self.author.clock.day((self.author.now)()).date();
        let today = Date::new(Some(date.year()), Some(date.month()), Some(date.day()));
        let setting = Setting {
            today: today.ok(),
            flags: &self.author.flags,
            histories: &self.author.histories,
            ..Setting::default()
        };
        let told = self.problem().cloned();
        let mut before = std::mem::take(&mut self.files);
        before.append(&mut self.gone);
        self.files = files::follow(&self.shelf, &self.beyond, &setting, &mut before);
        self.gone = before;
        self.follow(told.as_ref());
        true
    }

    /// The cursor goes to what was changed; else it stays on its entry, and on
    /// the problem that one looks at, wherever they are now.
    fn follow(&mut self, told: Option<&Diagnostic>) {
        let became = self.file().and_then(|file| {
            let news = file.news.as_ref()?;
            news.became.get(self.cursor.entry).copied().flatten()
        });
        if let Some(entry) = became {
            self.cursor.entry = entry;
        }
        let saved = self.files.iter();
        let mut saved = saved.filter_map(|file| Some((file, file.changed()?)));
        // The other cards of its entry were changed with it.
        let own = |file: &File, changed: usize| {
            file.path == self.cursor.path && file.is_one(changed, self.cursor.entry)
        };
        if let Some((file, changed)) = saved.next()
            && !own(file, changed)
        {
            self.cursor = Cursor {
                path: file.path.clone(),
                entry: changed,
                problem: None,
            };
        }
        let again = self.file().zip(told).and_then(|(file, told)| {
            let at = file.problems.iter().position(|now| same(now, told))?;
            let problem = file.problems.get(at)?;
            let elsewhere = file.entry_of(problem).is_some_and(|entry| {
                self.cursor.problem.is_none() && !file.is_one(entry, self.cursor.entry)
            });
            (!elsewhere).then_some(at)
        });
        self.cursor.problem = again;
        self.settle();
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

    fn over_command(&mut self, command: Command) -> Next {
        let rows = help::rows(Say(self.manner.lang), Context::Watch);
        match (&mut self.over, command) {
            (Some(Over::Help(scroll)), Command::Move(direction)) => {
                let most = u16::try_from(rows).unwrap_or(u16::MAX).saturating_sub(1);
                *scroll = match direction {
                    Move::Up => scroll.saturating_sub(1),
                    _ => scroll.saturating_add(1).min(most),
                };
            }
            (Some(Over::Palette(palette)), Command::Move(direction)) => {
                palette.step(direction == Move::Down);
            }
            (Some(Over::Palette(palette)), Command::Accept | Command::Pick(_)) => {
                if let Command::Pick(index) = command {
                    palette.cursor = index;
                }
                if let Some(chosen) = palette.chosen() {
                    self.over = None;
                    return self.command(chosen);
                }
            }
            (_, Command::Back | Command::Accept) => self.over = None,
            _ => {}
        }
        Next::Draw
    }
}

impl Program for Watch {
    fn event(&mut self, event: &Event) -> Next {
        // A message stays until the author does the next thing.
        let acts = match event {
            Event::Key(key) => key.kind != KeyEventKind::Release,
            Event::Mouse(mouse) => matches!(mouse.kind, MouseEventKind::Down(_)),
            Event::Paste(_) => true,
            _ => false,
        };
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
