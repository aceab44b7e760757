//! The terminal: taken for the program's screens, and given back in every
//! case: when it quits, when it panics, when it is told to end, and while it
//! is stopped.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, SetCursorStyle, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Clicks and the wheel, in the encoding without a limit; not every motion,
/// which would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether the terminal is ours just now.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal, while it is ours; dropped, it is given back.
pub struct Terminal {
    inner: ratatui::Terminal<ratatui::backend::CrosstermBackend<BufWriter<Stdout>>>,
}

impl Terminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it can't be set up.
    pub fn take() -> io::Result<Terminal> {
        give_back_on_panic();
        set_up()?;
        let out = BufWriter::with_capacity(1 << 16, io::stdout());
        let backend = ratatui::backend::CrosstermBackend::new(out);
        match ratatui::Terminal::new(backend) {
            Ok(inner) => Ok(Terminal { inner }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Draws a screen, and puts the cursor where it says.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, screen: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        queue!(self.inner.backend_mut(), BeginSynchronizedUpdate)?;
        self.inner.draw(|frame| {
            if let Some(cursor) = screen(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        execute!(self.inner.backend_mut(), EndSynchronizedUpdate)
    }

    /// Forgets what is on the screen, so that all of it is drawn afresh.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: that asks the terminal where its cursor is,
        // and waits for the answer. Two blank buffers do the same.
        queue!(self.inner.backend_mut(), Clear(ClearType::All))?;
        self.inner.swap_buffers();
        Ok(())
    }

    /// Gives the terminal back while `meanwhile` runs, then takes it again.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn lend(&mut self, meanwhile: impl FnOnce()) -> io::Result<()> {
        give_back();
        meanwhile();
        set_up()?;
        self.forget()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn set_up() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let set = execute!(
        io::stdout(),
        EnterAlternateScreen,
        // Where there is no other screen, what stood on this one would show through.
        Clear(ClearType::All),
        EnableBracketedPaste,
        Print(MOUSE_ON),
        SetCursorStyle::SteadyBar,
        Hide
    );
    if set.is_err() {
        give_back();
    }
    set
}

/// Puts everything back as it was. Whoever is gone can't be told: errors are
/// of no use here.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        Print(MOUSE_OFF),
        DisableBracketedPaste,
        SetCursorStyle::DefaultUserShape,
        ResetColor,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// A panic's message goes to the terminal as it was before.
fn give_back_on_panic() {
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
    });
}
