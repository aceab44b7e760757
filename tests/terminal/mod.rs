// Each test program uses what it needs of it.
#![allow(dead_code)]
//! A program in a real PTY, with the screen that it has drawn.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What did not come for so long is given up, so that a program that hangs fails its
/// test. No test that passes waits so long, however slow the machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long nothing must be drawn for a picture to be whole.
const QUIET: Duration = Duration::from_millis(200);

/// A running program and its screen.
pub struct Terminal {
    screen: Arc<(Mutex<Screen>, Condvar)>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

struct Screen {
    parser: vt100::Parser,
    /// How many pictures were drawn.
    pictures: usize,
    closed: bool,
    /// Whether no one looks any more.
    left: bool,
}

impl Terminal {
    /// Runs `program` on a terminal of `columns` by `rows`, with its own home.
    pub fn run(program: &str, args: &[&str], home: &Path, columns: u16, rows: u16) -> Terminal {
        Terminal::run_with(program, args, home, columns, rows, &[])
    }

    /// The same, with more in its environment.
    pub fn run_with(
        program: &str,
        args: &[&str],
        home: &Path,
        columns: u16,
        rows: u16,
        environment: &[(&str, &str)],
    ) -> Terminal {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("DATELINE_HOME", home);
        command.env("DATELINE_NOW", "2025-02-10T09:00:00Z");
        command.env("TZ", "UTC");
        command.env("LANG", "C.UTF-8");
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env_remove("NO_COLOR");
        command.env("PS1", "ready> ");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(home);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let parser = vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0);
        let screen = Arc::new((
            Mutex::new(Screen {
                parser,
                pictures: 0,
                closed: false,
                left: false,
            }),
            Condvar::new(),
        ));
        let (shared, mut output) = (screen.clone(), pty.master.try_clone_reader().unwrap());
        // GNU screen has one screen and no other, unless it is asked for.
        let has_one = environment.contains(&("TERM", "screen"));
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let (screen, changed) = &*shared;
                let mut drawn = bytes[..count].to_vec();
                const OTHER: &[u8] = b"\x1b[?1049h";
                let other = drawn.windows(OTHER.len()).position(|at| at == OTHER);
                if let Some(at) = other.filter(|_| has_one) {
                    drawn.drain(at..at + OTHER.len());
                }
                const PICTURE: &[u8] = b"\x1b[?2026h";
                let pictures = drawn.windows(PICTURE.len()).filter(|at| *at == PICTURE);
                let pictures = pictures.count();
                let mut screen = screen.lock().unwrap();
                screen.parser.process(&drawn);
                screen.pictures += pictures;
                changed.notify_all();
                if screen.left {
                    break;
                }
            }
            let (screen, changed) = &*shared;
            screen.lock().unwrap().closed = true;
            changed.notify_all();
        });
        Terminal {
            screen,
            keys: pty.master.take_writer().unwrap(),
            child,
            master: pty.master,
        }
    }

    /// Looks at the screen once nothing more is drawn on it.
    pub fn look<T>(&self, eye: impl FnOnce(&vt100::Screen) -> T) -> T {
        let (screen, changed) = &*self.screen;
        let mut screen = screen.lock().unwrap();
        loop {
            let (now, quiet) = changed.wait_timeout(screen, QUIET).unwrap();
            screen = now;
            if quiet.timed_out() {
                return eye(screen.parser.screen());
            }
        }
    }

    /// Presses keys, as the bytes that a terminal sends for them.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until `text` is on the screen.
    pub fn wait(&self, text: &str) {
        self.wait_until(&format!("'{text}' on the screen"), |screen| {
            screen.contains(text)
        });
    }

    /// Waits until `text` is the last thing on the screen.
    pub fn wait_last(&self, text: &str) {
        self.wait_until(&format!("'{text}' at the end"), |screen| {
            screen.trim_end().ends_with(text)
        });
    }

    /// Waits until the screen is as it should be.
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut(&str) -> bool) {
        let (screen, changed) = &*self.screen;
        let end = Instant::now() + PATIENCE;
        let mut screen = screen.lock().unwrap();
        loop {
            let contents = screen.parser.screen().contents();
            if holds(&contents) {
                return;
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !screen.closed,
                "waited for {what}, but saw:\n{contents}"
            );
            screen = changed.wait_timeout(screen, left).unwrap().0;
        }
    }

    /// Changes the size of the terminal.
    pub fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let (screen, _) = &*self.screen;
        screen
            .lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(size).unwrap();
    }

    /// The id of the program's process.
    pub fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// What is on the screen now.
    pub fn contents(&self) -> String {
        self.screen.0.lock().unwrap().parser.screen().contents()
    }

    /// How many pictures were drawn, but for any that came in two parts.
    pub fn pictures(&self) -> usize {
        self.screen.0.lock().unwrap().pictures
    }

    /// Sends a signal, by its name without SIG.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        let status = std::process::Command::new("kill")
            .args(["-s", name, &id])
            .status()
            .unwrap();
        assert!(status.success());
    }

    /// Takes the terminal away, after a key at which something is drawn, and waits
    /// until what ran on it has ended.
    pub fn hang_up(mut self, key: &str) {
        self.screen.0.lock().unwrap().left = true;
        self.press(key);
        self.wait_until_closed();
        let Terminal {
            mut child,
            keys,
            master,
            ..
        } = self;
        drop((keys, master));
        let end = Instant::now() + PATIENCE;
        while child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it goes on");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn wait_until_closed(&self) {
        let (screen, changed) = &*self.screen;
        let end = Instant::now() + PATIENCE;
        let mut screen = screen.lock().unwrap();
        while !screen.closed {
            let left = end.saturating_duration_since(Instant::now());
            let contents = screen.parser.screen().contents();
            assert!(!left.is_zero(), "waited for the end, but saw:\n{contents}");
            screen = changed.wait_timeout(screen, left).unwrap().0;
        }
    }

    /// Waits for the end; the exit status, 1 and more for a signal.
    pub fn end(&mut self) -> u32 {
        self.wait_until_closed();
        self.child.wait().unwrap().exit_code()
    }

    /// Whether the terminal was given back: no alternate screen, a cursor, no
    /// mouse and no bracketed paste.
    pub fn given_back(&self) -> bool {
        let (screen, _) = &*self.screen;
        let screen = screen.lock().unwrap();
        let screen = screen.parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}
