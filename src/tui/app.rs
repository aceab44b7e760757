//! The program on the terminal: which screen is up, and what keys, clicks and
//! the session's wishes make of it. Knows no terminal: events go in, a screen
//! comes out.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::deck::DeckId;
use crate::schedule::{Act, Caps};
use crate::session::{Effect, Ending, Input, Move, Session, Stage};
use crate::text::Lang;
use crate::text::markdown::{Piece, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, Marks};
use crate::tui::field::Field;
use crate::tui::keys::{self, Command, Context};
use crate::tui::palette::Palette;
use crate::tui::strings::Say;
use crate::tui::study::{self, Study};
use crate::tui::theme::{Role, Theme};
use crate::tui::world::World;
use crate::tui::{end, help, home, info, prompt};

/// How many new cards "more today" brings at a time.
const MORE_NEW: u32 = 10;
/// How many reviews "more today" brings at a time.
const MORE_REVIEWS: u32 = 50;

/// What to begin with.
#[derive(Debug, Clone)]
pub enum Start {
    /// The home screen.
    Home,
    /// A session at once.
    Study(Wanted),
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
    end: Option<end::View>,
}

/// What lies over a screen.
enum Sheet {
    Help { scroll: u16 },
    Info { view: info::View, scroll: u16 },
    Flag(Field),
    Palette(Palette),
}

/// The program.
pub struct App<W> {
    world: W,
    now: Box<dyn Fn() -> Timestamp>,
    manner: Manner,
    home: home::View,
    cursor: home::Cursor,
    run: Option<Run>,
    sheet: Option<Sheet>,
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
    ) -> Result<App<W>, String> {
        let home = world.home(manner.study_lang, now())?;
        let mut app = App {
            world,
            now,
            manner,
            home,
            cursor: home::Cursor::default(),
            run: None,
            sheet: None,
            message: None,
            marks: Marks::default(),
        };
        if let Start::Study(wanted) = start {
            app.study(wanted)?;
        }
        Ok(app)
    }

    fn say(&self) -> Say {
        Say(self.manner.lang)
    }

    /// The screen below any sheet.
    fn screen(&self) -> Context {
        self.run
            .as_ref()
            .map_or(Context::Home, |run| Study::context(&run.session))
    }

    /// Which keys hold.
    pub fn context(&self) -> Context {
        match &self.sheet {
            None => self.screen(),
            Some(Sheet::Help { .. } | Sheet::Info { .. }) => Context::Overlay,
            Some(Sheet::Flag(_)) => Context::Prompt,
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
        match self.take_in(event) {
            Next::Idle if read => Next::Draw,
            next => next,
        }
    }

    fn take_in(&mut self, event: &Event) -> Next {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(text) => self.paste(text),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Resize(..) => Next::Draw,
            Event::FocusGained | Event::FocusLost => Next::Idle,
        }
    }

    /// Time went by.
    pub fn tick(&mut self) -> Next {
        self.world.rest();
        if self.run.is_some() {
            return Next::Idle;
        }
        self.refresh();
        Next::Draw
    }

    fn key(&mut self, event: &KeyEvent) -> Next {
        let context = self.context();
        let command = keys::command(context, event);
        // Backspace is the field's as long as there is something in it; so is
        // ctrl-h, which is backspace on many terminals.
        let backspace = event.code == KeyCode::Char('h')
            && event.modifiers.contains(KeyModifiers::CONTROL)
            && context.types();
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
            Some(Sheet::Flag(field)) => return field.key(event) || moves(event),
            Some(Sheet::Palette(palette)) => {
                if palette.field.key(event) {
                    palette.cursor = 0;
                }
                return true;
            }
            Some(_) => return false,
            None => {}
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
            Some(Sheet::Flag(field)) => {
                field.paste(text);
            }
            Some(Sheet::Palette(palette)) => {
                palette.field.paste(text);
                palette.cursor = 0;
            }
            Some(_) => {}
            None => {
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
            && !matches!(self.screen(), Context::Home | Context::Answer);
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
            Command::More => self.more(),
            _ if self.run.is_some() => self.run_command(command),
            _ => self.home_command(command),
        }
        Next::Draw
    }

    fn sheet_command(&mut self, command: Command) -> Next {
        let say = self.say();
        let rows = match &self.sheet {
            Some(Sheet::Help { .. }) => help::rows(say, self.screen()),
            Some(Sheet::Info { view, .. }) => info::rows(say, view),
            _ => 0,
        };
        match (&mut self.sheet, command) {
            (
                Some(Sheet::Help { scroll } | Sheet::Info { scroll, .. }),
                Command::Move(direction),
            ) => {
                // As far as there is something to see: else one would have to
                // come back from beyond the end.
                let most = u16::try_from(rows).unwrap_or(u16::MAX).saturating_sub(1);
                *scroll = match direction {
                    Move::Up => scroll.saturating_sub(1),
                    _ => scroll.saturating_add(1).min(most),
                };
            }
            (Some(Sheet::Palette(palette)), Command::Move(direction)) => {
                palette.step(direction == Move::Down);
            }
            (Some(Sheet::Palette(palette)), Command::Accept | Command::Pick(_)) => {
                if let Command::Pick(index) = command {
                    palette.cursor = index;
                }
                if let Some(chosen) = palette.chosen() {
                    self.sheet = None;
                    return self.command(chosen);
                }
            }
            (Some(Sheet::Flag(field)), Command::Accept) => {
                let why = field.text().to_owned();
                self.sheet = None;
                self.input(Input::Flag(why));
            }
            (_, Command::Back | Command::Accept) => self.sheet = None,
            _ => {}
        }
        Next::Draw
    }

    fn home_command(&mut self, command: Command) {
        match command {
            Command::Move(direction) => {
                self.cursor
                    .step(matches!(direction, Move::Down | Move::Right), &self.home);
            }
            Command::Pick(index) if index != self.cursor.0 => {
                self.cursor = home::Cursor(index.min(self.home.decks.len()));
            }
            Command::Accept | Command::Pick(_) => {
                let deck = self.cursor.deck(&self.home).map(|row| row.deck.clone());
                let wanted = Wanted {
                    decks: deck.into_iter().collect(),
                    ..Wanted::default()
                };
                if let Err(failure) = self.study(wanted) {
                    self.fail(failure);
                } else if self.run.as_ref().is_some_and(|run| ended(&run.session)) {
                    // Nothing to ask: stay, and say so.
                    self.run = None;
                    self.message = Some((self.say().nothing_due().to_owned(), Role::Plain));
                }
            }
            Command::Undo => {
                self.undo();
                self.refresh();
            }
            _ => {}
        }
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
                let why = run.session.state(&card.id).flag.unwrap_or_default();
                self.sheet = Some(Sheet::Flag(Field::with(&why)));
            }
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

    /// Begins a session.
    fn study(&mut self, wanted: Wanted) -> Result<(), String> {
        let now = (self.now)();
        let material = self
            .world
            .material(&wanted.decks, wanted.caps, wanted.minutes, now)?;
        let session = Session::start(material, now);
        let mut run = Run {
            session,
            study: Study::default(),
            wanted,
            end: None,
        };
        run.study.follow(&run.session);
        self.run = Some(run);
        self.settle();
        Ok(())
    }

    /// Hands an input to the session, and does what it wants done.
    fn input(&mut self, input: Input) {
        let Some(run) = &mut self.run else { return };
        let effects = run.session.handle(input, (self.now)());
        for effect in effects {
            match effect {
                Effect::Record(act) => self.record(act),
                Effect::Undo => self.undo(),
                Effect::Open(url) => self.open(&url),
            }
        }
        self.settle();
    }

    /// Writes an act down; the session moves on only once it is on the disk.
    fn record(&mut self, act: Act) {
        let say = self.say();
        let said = match &act {
            Act::Flag { .. } => Some(say.did_flag()),
            Act::Unflag { .. } => Some(say.did_unflag()),
            Act::Suspend { .. } => Some(say.did_suspend()),
            Act::Bury { .. } => Some(say.did_bury()),
            _ => None,
        };
        match self.world.record(act, (self.now)()) {
            Ok(event) => {
                if let Some(run) = &mut self.run {
                    run.session.committed(&event, (self.now)());
                }
                self.message = said.map(|said| (said.to_owned(), Role::Good));
            }
            Err(failure) => self.fail(format!("{}: {failure}", say.not_saved())),
        }
    }

    fn undo(&mut self) {
        let say = self.say();
        match self.world.undo((self.now)()) {
            Ok(Some((event, state))) => {
                if let Some(run) = &mut self.run {
                    run.session.undone(&event, state, (self.now)());
                }
                self.message = Some((say.did_undo().to_owned(), Role::Good));
            }
            Ok(None) => self.message = Some((say.nothing_to_undo().to_owned(), Role::Plain)),
            Err(failure) => self.fail(failure),
        }
    }

    fn open(&mut self, url: &str) {
        let say = self.say();
        self.message = Some(match self.world.open(url) {
            Ok(()) => (say.opened().to_owned(), Role::Good),
            Err(_) => (format!("{} {url}", say.cannot_open()), Role::Warn),
        });
    }

    /// Lifts today's limits, and goes on with what they held back.
    fn more(&mut self) {
        let wanted = self
            .run
            .as_ref()
            .map(|run| run.wanted.clone())
            .unwrap_or_else(|| {
                let deck = self.cursor.deck(&self.home).map(|row| row.deck.clone());
                Wanted {
                    decks: deck.into_iter().collect(),
                    ..Wanted::default()
                }
            });
        // What capped the session that ended does not cap what is wanted more.
        let wanted = Wanted {
            decks: wanted.decks,
            ..Wanted::default()
        };
        let done = self.try_more(wanted);
        if let Err(failure) = done {
            self.fail(failure);
        }
    }

    fn try_more(&mut self, wanted: Wanted) -> Result<(), String> {
        let now = (self.now)();
        let held = self.world.held_back(&wanted.decks, now)?;
        let more = Act::More {
            new: held.new.min(MORE_NEW),
            reviews: held.due.min(MORE_REVIEWS),
        };
        if held.new > 0 || held.due > 0 {
            self.world.record(more, now)?;
        }
        match &mut self.run {
            Some(run) => {
                let material = self.world.material(&wanted.decks, wanted.caps, None, now)?;
                run.wanted = wanted;
                run.end = None;
                run.session.extend(material, now);
                self.settle();
            }
            None => self.study(wanted)?,
        }
        if self.run.as_ref().is_some_and(|run| ended(&run.session)) {
            self.message = Some((self.say().no_more().to_owned(), Role::Plain));
        }
        Ok(())
    }

    /// After the session moved: the field follows it, and its end is summed up.
    fn settle(&mut self) {
        let Some(run) = &mut self.run else { return };
        run.study.follow(&run.session);
        let Stage::Ended(ending) = run.session.stage() else {
            run.end = None;
            return;
        };
        let ending = *ending;
        if ending == Ending::Left && run.session.tally().done() == 0 {
            return self.go_home();
        }
        if run.end.is_some() {
            return;
        }
        let now = (self.now)();
        let held = self
            .world
            .held_back(&run.wanted.decks, now)
            .unwrap_or_default();
        let home = self.world.home(self.manner.study_lang, now);
        let home = home.unwrap_or_else(|_| self.home.clone());
        let left = run.session.left();
        let back_at = match ending {
            Ending::Later(at) => Some(self.world.time_of_day(at)),
            _ => None,
        };
        // What waits for its steps is told by its time.
        let waiting = if back_at.is_some() {
            0
        } else {
            left.new + left.learning + left.due
        };
        run.end = Some(end::View {
            ending,
            tally: run.session.tally().clone(),
            seconds: run.session.tally().seconds(now),
            back_at,
            left: waiting,
            tomorrow: home.forecast.first().copied().unwrap_or(0),
            held_back: held.new.saturating_add(held.due),
            streak: home.streak,
        });
    }

    fn go_home(&mut self) {
        self.run = None;
        self.refresh();
    }

    /// The home screen as it is now.
    fn refresh(&mut self) {
        match self.world.home(self.manner.study_lang, (self.now)()) {
            Ok(home) => self.home = home,
            Err(failure) => self.fail(failure),
        }
        self.cursor.0 = self.cursor.0.min(self.home.decks.len());
    }

    fn fail(&mut self, failure: String) {
        self.message = Some((failure, Role::Bad));
    }

    /// Draws the screen; returns where the text cursor stands.
    pub fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        let mut marks = Marks::default();
        let mut canvas = Canvas::new(buffer, &mut marks, self.manner.theme, self.say());
        match &self.run {
            None => home::draw(&mut canvas, &self.home, self.cursor),
            Some(Run {
                end: Some(view), ..
            }) => end::draw(&mut canvas, view),
            Some(run) => {
                let lang = self.manner.study_lang;
                let lang = if run.session.peeking() {
                    lang.other()
                } else {
                    lang
                };
                let deck = run
                    .session
                    .card()
                    .map(|card| self.world.title(card.id.deck(), lang));
                let deck = deck.unwrap_or_default();
                run.study.draw(
                    &mut canvas,
                    &study::View {
                        session: &run.session,
                        lang,
                        deck: &deck,
                    },
                );
            }
        }
        match &self.sheet {
            None => {}
            Some(Sheet::Help { scroll }) => help::draw(&mut canvas, self.screen(), *scroll),
            Some(Sheet::Info { view, scroll }) => info::draw(&mut canvas, view, *scroll),
            Some(Sheet::Palette(palette)) => palette.draw(&mut canvas),
            Some(Sheet::Flag(field)) => {
                let say = self.say();
                prompt::draw(&mut canvas, say.flag_why(), say.flag_kept(), field);
            }
        }
        if let Some((text, role)) = &self.message {
            message(&mut canvas, text, *role);
        }
        let cursor = marks.cursor;
        self.marks = marks;
        cursor
    }
}

fn ended(session: &Session) -> bool {
    matches!(session.stage(), Stage::Ended(_))
}

/// Whether a key may have moved the cursor of a field.
fn moves(event: &KeyEvent) -> bool {
    !matches!(event.code, KeyCode::Char(_)) || event.modifiers.contains(KeyModifiers::CONTROL)
}

/// A message takes the place of the hint line, and the rows above it if it is
/// long, until the next key.
fn message(canvas: &mut Canvas, text: &str, role: Role) {
    let all = canvas.area();
    let margin = if all.width >= 60 {
        2
    } else {
        u16::from(all.width >= 30)
    };
    let width = all.width.saturating_sub(2 * margin);
    // As it stands, not as Markdown: a path has underscores and stars.
    let lines = wrap_pieces(&[Piece::Literal(text, Style::Plain)], usize::from(width));
    let rows = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .min(all.height)
        .min(4);
    let area = Rect {
        y: all.height - rows,
        height: rows,
        ..all
    };
    canvas.blank(area);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        canvas.runs(margin, y, width, line, role);
    }
}

#[cfg(test)]
mod tests;
