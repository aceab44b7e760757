//! `dateline lsp`: messages on standard input and output, files and the log.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use lsp_server::Message;

use super::learner::{flags, histories_of};
use super::setup::{Folders, clock, locale};
use super::{Failure, Global, Status};
use crate::author::lsp::{Around, Log, Server, Standing};
use crate::clock::Clock;
use crate::deck::{CardId, Library};
use crate::figure::Date;
use crate::order::Order as _;
use crate::schedule::{CardState, StudyClock};
use crate::store::Look;
use crate::text::safe_line;

/// So long nothing is typed before what was typed is checked.
const QUIET: Duration = Duration::from_millis(20);

/// A longer message than this is none: the largest deck has 8 MB.
const LONGEST: usize = 64 * 1024 * 1024;

/// Serves the editor that started it, until that says to end or goes away.
pub(super) fn run(global: &Global) -> Result<Status, Failure> {
    let folders = Folders::find()?;
    // An editor is no place to be told that the settings are wrong.
    let settings = folders.settings().unwrap_or_default();
    let clock = clock()?;
    let decks = if global.decks.is_empty() {
        let usual = [folders.home.join("decks")];
        usual
            .into_iter()
            .chain(settings.decks.iter().cloned())
            .collect()
    } else {
        global.decks.clone()
    };
    let decks = decks
        .iter()
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    let world = World {
        home: folders.home,
        decks,
        study_clock: settings.study_clock(clock.zone().clone()),
        clock,
    };
    let mut server = Server::new(global.lang.or(settings.lang), locale());
    let (sender, messages) = mpsc::channel();
    // It ends with the program: nothing else can end a read of standard input.
    thread::spawn(move || listen(&mut io::stdin().lock(), &sender));
    let in_order = serve(&mut server, &messages, &world, &mut io::stdout().lock())?;
    Ok(if in_order {
        Status::Done
    } else {
        Status::Found
    })
}

/// Answers until the end; whether that came in the right order.
fn serve(
    server: &mut Server,
    messages: &Receiver<Message>,
    world: &World,
    out: &mut dyn Write,
) -> Result<bool, Failure> {
    loop {
        let next = if server.waits() {
            messages.recv_timeout(QUIET)
        } else {
            messages.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        let answers = match next {
            Ok(message) => server.take(message, world),
            Err(RecvTimeoutError::Timeout) => server.tell(world),
            Err(RecvTimeoutError::Disconnected) => return Ok(false),
        };
        for answer in answers {
            answer.write(&mut &mut *out)?;
        }
        if let Some(in_order) = server.ended() {
            return Ok(in_order);
        }
    }
}

/// Reads messages until the input ends. What is no message is passed over.
fn listen(input: &mut impl BufRead, messages: &Sender<Message>) {
    loop {
        match content(input) {
            Ok(Some(content)) => match serde_json::from_slice(&content) {
                Ok(message) => {
                    if messages.send(message).is_err() {
                        return;
                    }
                }
                Err(error) => complain(&format!("a message can't be read: {error}")),
            },
            Ok(None) => return,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                complain(&error.to_string());
            }
            Err(_) => return,
        }
    }
}

/// Editors show what comes on standard error in their logs.
fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "dateline: {}", safe_line(what));
}

/// What is in the next message; nothing at the end of the input.
///
/// The reader of `lsp-server` ends at the first message that is none, and
/// takes any length at its word.
fn content(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        let read = input.by_ref().take(1000).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let Some(length) = length else {
        let told = "a message does not say how long it is";
        return Err(io::Error::new(io::ErrorKind::InvalidData, told));
    };
    if length > LONGEST {
        let told = format!("a message is {length} bytes long");
        return Err(io::Error::new(io::ErrorKind::InvalidData, told));
    }
    let mut content = vec![0; length];
    input.read_exact(&mut content)?;
    Ok(Some(content))
}

/// Files, the log and the time.
struct World {
    home: PathBuf,
    /// Folders and files of decks that belong together.
    decks: Vec<PathBuf>,
    clock: Clock,
    study_clock: StudyClock,
}

impl World {
    /// The log, if there is one that can be read.
    fn look(&self) -> Option<Look> {
        Look::open(&self.home).ok()
    }

    fn standing(&self, state: &CardState) -> Standing {
        let today = self.study_clock.day(self.clock.now());
        let due = state.due.map(|due| self.study_clock.day_of(due));
        let interval = due.zip(state.last).map(|(due, (_, last))| due.since(last));
        Standing {
            due: due.map(|due| self.study_clock.civil(due)),
            in_days: due.map(|due| i64::from(due.0) - i64::from(today.0)),
            interval,
            reviews: state.reviews,
            lapses: state.lapses,
            suspended: state.suspended,
        }
    }
}

impl Around for World {
    fn today(&self) -> Option<Date> {
        self.study_clock.today(self.clock.now())
    }

    fn place(&self, file: &Path) -> (PathBuf, PathBuf) {
        // A file that is not saved yet has a folder all the same.
        let whole = file.canonicalize().or_else(|error| {
            let folder = file.parent().map(Path::canonicalize);
            match (folder, file.file_name()) {
                (Some(Ok(folder)), Some(name)) => Ok(folder.join(name)),
                _ => Err(error),
            }
        });
        let file = whole.unwrap_or_else(|_| file.to_owned());
        let of_decks = self.decks.iter().filter(|folder| folder.is_dir());
        let around = of_decks
            .filter(|folder| file.starts_with(folder))
            .min_by_key(|folder| folder.components().count());
        let folder = around.cloned();
        let folder = folder.or_else(|| file.parent().map(Path::to_owned));
        (file, folder.unwrap_or_default())
    }

    fn library(&self, folder: &Path, open: &dyn Fn(&Path) -> Option<Vec<u8>>) -> Library {
        if !folder.is_dir() {
            Library::default()
        } else if self.decks.iter().any(|decks| decks == folder) {
            Library::find_with(&[folder], false, open)
        } else {
            // Below it may be all that there is: someone has a deck at home.
            Library::beside(folder, open)
        }
    }

    fn log(&self) -> Log {
        let mut log = Log::default();
        let Some(look) = self.look() else {
            return log;
        };
        let states = look.states().unwrap_or_default();
        let decks: BTreeSet<&str> = states.keys().map(CardId::deck).collect();
        for deck in decks.into_iter().filter_map(|deck| deck.parse().ok()) {
            let past = look.past(&deck).unwrap_or_default();
            log.histories.extend(histories_of(past, None, &states));
        }
        log.flags = flags(&states);
        log.studied = states.keys().map(|card| card.as_str().to_owned()).collect();
        log.studied.order();
        log
    }

    fn standings(&self, cards: &[CardId]) -> Vec<(CardId, Standing)> {
        let Some(look) = self.look() else {
            return Vec::new();
        };
        let known = cards.iter().filter_map(|card| {
            let state = look.state(card).ok().flatten()?;
            Some((card.clone(), self.standing(&state)))
        });
        known.collect()
    }
}
