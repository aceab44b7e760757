//! The program on a terminal: events in, screens out, until it ends.

use std::fmt;
use std::io::{self, IsTerminal};
use std::time::Duration;

use crossterm::event::Event;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::message;
use crate::text::{Lang, Message};
use crate::tui::app::{App, Manner, Next, Start};
use crate::tui::editor::{self, EditorError, Spot};
use crate::tui::events::{self, Bell, Events, Wake};
use crate::tui::terminal::Terminal;
use crate::tui::world::{Failure, World};

/// So long after the last event there is time to tidy up.
const PAUSE: Duration = Duration::from_secs(2);
/// So long a signal may come after the terminal is gone.
const GRACE: Duration = Duration::from_millis(100);
/// So often it is looked whether the editor has ended.
const WHILE_EDITING: Duration = Duration::from_millis(30);
/// So often the home screen looks at the clock.
const MINUTE: Duration = Duration::from_secs(60);
/// So often it is looked whether the terminal is still there.
const LOOK: Duration = Duration::from_secs(5);

/// Why the screens can't be shown.
#[derive(Debug)]
pub enum TuiError {
    /// Standard output is no terminal.
    NoTerminal,
    /// The terminal can't be set up or is gone.
    Terminal(io::Error),
    /// The collection can't be read.
    Collection(Failure),
    /// Files can't be watched.
    Watch(String),
}

impl TuiError {
    /// What, and what to do.
    pub fn message(&self) -> Message {
        match self {
            TuiError::NoTerminal => message!(
                "standard output is no terminal; run dateline in a terminal, study or quiz with --plain, or `dateline due` for data",
                "표준 출력이 터미널이 아닙니다; 터미널에서 실행하거나, study나 quiz에 --plain을 붙이거나, 데이터는 `dateline due`로 보세요"
            ),
            TuiError::Terminal(error) => message!(
                "the terminal can't be used: {error}",
                "터미널을 쓸 수 없습니다: {error}"
            ),
            TuiError::Collection(failure) => failure.clone(),
            TuiError::Watch(failure) => message!(
                "the decks can't be watched: {failure}; see what is wrong with `dateline check`",
                "덱을 지켜볼 수 없습니다: {failure}; `dateline check`로 무엇이 잘못되었는지 보세요"
            ),
        }
    }
}

impl fmt::Display for TuiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for TuiError {}

impl From<io::Error> for TuiError {
    fn from(error: io::Error) -> Self {
        TuiError::Terminal(error)
    }
}

/// A program of screens, without its terminal: events go in, a screen comes out.
pub trait Program {
    /// Something came from the terminal.
    fn event(&mut self, event: &Event) -> Next;

    /// Time went by.
    fn tick(&mut self) -> Next;

    /// Something changed that the program had the bell rung for.
    fn changed(&mut self) -> Next {
        Next::Idle
    }

    /// How long until something that is seen changes by itself.
    fn patience(&self) -> Option<Duration> {
        None
    }

    /// What is to be edited, after [`Next::Edit`].
    fn to_edit(&self) -> Option<Spot>;

    /// The editor has ended, well or not.
    fn edited(&mut self, edited: Result<(), Failure>);

    /// Draws the screen; returns where the text cursor stands.
    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position>;
}

impl<W: World> Program for App<W> {
    fn event(&mut self, event: &Event) -> Next {
        App::event(self, event)
    }

    fn tick(&mut self) -> Next {
        App::tick(self)
    }

    fn patience(&self) -> Option<Duration> {
        App::patience(self)
    }

    fn to_edit(&self) -> Option<Spot> {
        App::to_edit(self)
    }

    fn edited(&mut self, edited: Result<(), Failure>) {
        App::edited(self, edited);
    }

    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        App::draw(self, buffer)
    }
}

/// Shows the screens until the learner quits.
///
/// # Errors
/// When there is no terminal to show them on, or nothing to show.
pub fn run<W: World>(
    world: W,
    now: impl Fn() -> Timestamp + 'static,
    manner: Manner,
    start: Start,
) -> Result<(), TuiError> {
    if !io::stdout().is_terminal() {
        return Err(TuiError::NoTerminal);
    }
    let app = App::new(world, Box::new(now), manner, start).map_err(TuiError::Collection)?;
    play(|_| Ok((app, ())))
}

/// Has a program on the terminal until it ends. `begin` makes it; it gets the
/// bell by which the program is told that something changed, and what else it
/// makes is kept as long.
///
/// # Errors
/// When there is no terminal, or it is gone, or `begin` fails.
pub(in crate::tui) fn play<P: Program, K>(
    begin: impl FnOnce(Bell) -> Result<(P, K), TuiError>,
) -> Result<(), TuiError> {
    if !io::stdout().is_terminal() {
        return Err(TuiError::NoTerminal);
    }
    let events = Events::listen()?;
    let (mut program, kept) = begin(events.bell())?;
    let mut terminal = Terminal::take()?;
    let signal = show(&mut program, &events, &mut terminal);
    // Given back before anything else is said.
    drop(terminal);
    drop(program);
    drop(kept);
    let signal = match signal {
        Ok(signal) => signal,
        // A terminal that hangs up fails first and tells why a moment later.
        Err(error) => match events.next(GRACE) {
            Wake::End(signal) => Some(signal),
            _ => return Err(error),
        },
    };
    if let Some(signal) = signal {
        events::end_by(signal);
    }
    Ok(())
}

/// The loop: draw, sleep until something happens, take it in. Returns the
/// signal that ended it, if one did.
fn show(
    app: &mut impl Program,
    events: &Events,
    terminal: &mut Terminal,
) -> Result<Option<i32>, TuiError> {
    let mut patience = PAUSE;
    let mut waited = Duration::ZERO;
    let mut own_stop = false;
    terminal.draw(|buffer| app.draw(buffer))?;
    loop {
        // A clock that is seen does not stand still.
        let second = app.patience().map_or(patience, |rest| rest.min(patience));
        let rest = second.saturating_sub(waited);
        let mut wake = events.next(rest.min(LOOK));
        if matches!(wake, Wake::Time) {
            // No signal tells of it where whoever began this keeps that to itself.
            if !io::stdout().is_terminal() {
                return Err(io::Error::from(io::ErrorKind::BrokenPipe).into());
            }
            if rest > LOOK {
                waited += LOOK;
                continue;
            }
        }
        waited = Duration::ZERO;
        patience = PAUSE;
        let mut changed = false;
        // All that is there is taken in before it is drawn: a burst of keys
        // is one picture.
        loop {
            let next = match wake {
                Wake::Terminal(event) => app.event(&event),
                Wake::End(signal) => return Ok(Some(signal)),
                Wake::Stop => Next::Pause,
                // The stop that was our own is already behind us.
                Wake::Continue if std::mem::take(&mut own_stop) => Next::Idle,
                Wake::Continue => {
                    terminal.lend(|| {})?;
                    Next::Draw
                }
                Wake::Changed => app.changed(),
                Wake::Gone(error) => return Err(error.into()),
                Wake::Time => {
                    patience = MINUTE;
                    app.tick()
                }
            };
            match next {
                Next::Idle => {}
                Next::Draw => changed = true,
                Next::Redraw => {
                    terminal.forget()?;
                    changed = true;
                }
                Next::Pause => {
                    own_stop = cfg!(unix);
                    terminal.lend(events::stop)?;
                    changed = true;
                }
                Next::Edit => {
                    if let Some(spot) = app.to_edit() {
                        let (edited, signal) = edit(&spot, events, terminal)?;
                        if signal.is_some() {
                            return Ok(signal);
                        }
                        app.edited(edited);
                    }
                    changed = true;
                }
                Next::Quit => return Ok(None),
            }
            match events.ready() {
                Some(ready) => wake = ready,
                None => break,
            }
            // A click is meant for what is seen.
            if changed && matches!(wake, Wake::Terminal(Event::Mouse(_))) {
                terminal.draw(|buffer| app.draw(buffer))?;
                changed = false;
            }
        }
        if changed {
            terminal.draw(|buffer| app.draw(buffer))?;
        }
    }
}

/// Has the author's editor on the terminal until it ends. Returns what came of it,
/// and the signal that was to end the program meanwhile, if one was.
fn edit(
    spot: &Spot,
    events: &Events,
    terminal: &mut Terminal,
) -> Result<(Result<(), Failure>, Option<i32>), TuiError> {
    let mut signal = None;
    let mut edited = Ok(());
    terminal.lend(|| {
        edited = match editor::start(spot) {
            Ok((program, mut child)) => {
                let mut status = child.try_wait();
                while let Ok(None) = status {
                    match events.signal(WHILE_EDITING) {
                        // The editor was stopped, and its shell waits for us to be.
                        Wake::Stop => events::stop(),
                        Wake::End(end) if !events::is_of_a_key(end) => signal = Some(end),
                        _ => {}
                    }
                    status = child.try_wait();
                }
                match status {
                    Ok(Some(status)) if status.success() => Ok(()),
                    _ => Err(EditorError::Failed(program).message()),
                }
            }
            Err(error) => Err(error.message()),
        };
    })?;
    Ok((edited, signal))
}
