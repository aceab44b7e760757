//! `kill -9` at any moment: what the screen acknowledged is in the log, once.
//!
//! 200 kills, or as many as `KILLS` says; `SEED` begins elsewhere.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod terminal;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use dateline::store::examine;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rusqlite::{Connection, OpenFlags};

use terminal::Terminal;

/// So many lives have one home.
const LIVES: u64 = 25;

/// A shell that kills by id within microseconds: to start a program for each
/// would take milliseconds.
struct Killer {
    shell: Child,
    ids: ChildStdin,
}

impl Killer {
    fn new() -> Killer {
        let mut shell = Command::new("sh")
            .args(["-c", "while read id; do kill -KILL $id; done"])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let ids = shell.stdin.take().unwrap();
        Killer { shell, ids }
    }

    fn kill(&mut self, terminal: &Terminal) {
        writeln!(self.ids, "{}", terminal.id()).unwrap();
    }
}

impl Drop for Killer {
    fn drop(&mut self) {
        self.shell.kill().unwrap();
        self.shell.wait().unwrap();
    }
}

/// A home, and what its screens acknowledged.
struct Life {
    home: tempfile::TempDir,
    cards: usize,
    /// (card, rating), in the order of their ratings.
    acknowledged: Vec<(String, &'static str)>,
    /// How many of them were recorded and never shown.
    in_flight: usize,
    /// Days since the first.
    day: i64,
}

/// The number of the card that is seen. As the clock stands still, the one after
/// it is always another.
fn seen(screen: &str) -> Option<usize> {
    let number = screen.split("Question ").nth(1)?.split('?').next()?;
    number.parse().ok()
}

const RATINGS: [(&str, &str); 4] = [("1", "again"), ("2", "hard"), ("3", "good"), ("4", "easy")];

impl Life {
    fn new() -> Life {
        let life = Life {
            home: tempfile::tempdir().unwrap(),
            cards: 150,
            acknowledged: Vec::new(),
            in_flight: 0,
            day: 0,
        };
        life.write();
        fs::write(life.home.path().join("config.yaml"), "new_per_day: 1000\n").unwrap();
        life
    }

    fn write(&self) {
        let mut deck = "deck: d\ntitle: Deck\noptions: { new_per_day: 1000 }\ncards:\n".to_owned();
        for number in 0..self.cards {
            writeln!(
                deck,
                "  - {{ id: c{number}, ask: 'Question {number}?', answer: 'Answer {number}.' }}"
            )
            .unwrap();
        }
        fs::write(self.home.path().join("deck.yaml"), deck).unwrap();
    }

    /// One run of the program, to its end by force.
    fn live(&mut self, random: &mut StdRng, killer: &mut Killer) {
        // A deck that is edited is indexed at the start; a new day is backed up.
        if random.random_ratio(1, 8) {
            self.cards += 1;
            self.write();
        }
        self.day += i64::from(random.random_ratio(1, 6));
        let now = jiff::Timestamp::from_second(1_739_178_000 + self.day * 86_400).unwrap();
        let now = now.to_string();
        let home = self.home.path();
        let args = ["--decks", "deck.yaml", "--lang", "en", "study"];
        let env = [("DATELINE_NOW", now.as_str())];
        let program = env!("CARGO_BIN_EXE_dateline");
        let mut terminal = Terminal::run_with(program, &args, home, 80, 24, &env);
        // Somewhere in its first moments.
        if random.random_ratio(1, 8) {
            pause(random, 60_000);
            killer.kill(&terminal);
            terminal.end();
            return self.hold(None, &now);
        }
        let mut pending = None;
        let ratings = random.random_range(0..6);
        terminal.wait_until("a question", |screen| seen(screen).is_some());
        let mut card = seen(&terminal.contents()).unwrap();
        for rating in 0..=ratings {
            let (key, name) = RATINGS[random.random_range(0..4)];
            // Turned over and rated in one go, or after the answer was read.
            if random.random() {
                terminal.press(&format!(" {key}"));
            } else {
                terminal.press(" ");
                terminal.wait(&format!("Answer {card}."));
                pause(random, 3_000);
                terminal.press(key);
            }
            pending = Some((format!("d/c{card}"), name));
            if rating == ratings {
                break;
            }
            terminal.wait_until("the next question", |screen| {
                seen(screen).is_some_and(|now| now != card)
            });
            card = seen(&terminal.contents()).unwrap();
            self.acknowledged.extend(pending.take());
            pause(random, 3_000);
        }
        // Microseconds after the key, or while the next card is drawn.
        let at_most = if random.random() { 300 } else { 15_000 };
        pause(random, at_most);
        killer.kill(&terminal);
        terminal.end();
        // What it still showed before it died.
        if seen(&terminal.contents()).is_some_and(|now| now != card) {
            self.acknowledged.extend(pending.take());
        }
        self.hold(pending, &now);
    }

    /// Holds the log against what was acknowledged, and what was in flight.
    fn hold(&mut self, pending: Option<(String, &'static str)>, now: &str) {
        let home = self.home.path();
        if !home.join("dateline.db").exists() {
            assert!(self.acknowledged.is_empty());
            return;
        }
        let log = log(home);
        let acknowledged = self.acknowledged.len();
        assert!(
            log.len() >= acknowledged,
            "lost: {log:?} of {:?}",
            self.acknowledged
        );
        let expected = self.acknowledged.iter().chain(&pending);
        assert!(
            log.len() <= acknowledged + usize::from(pending.is_some()),
            "{log:?}"
        );
        for ((card, rating), (logged, given)) in expected.zip(&log) {
            assert_eq!((card.as_str(), *rating), (logged.as_str(), given.as_str()));
        }
        if log.len() > acknowledged {
            self.in_flight += 1;
            self.acknowledged.extend(pending);
        }
        let health = examine(home, now.parse().unwrap()).unwrap();
        assert!(
            !health.is_damaged() && !health.is_out_of_step(),
            "{health:?}"
        );
    }
}

/// Up to so many microseconds.
fn pause(random: &mut StdRng, at_most: u64) {
    std::thread::sleep(Duration::from_micros(random.random_range(0..at_most)));
}

/// The ratings in the log, in the order of recording.
fn log(home: &Path) -> Vec<(String, String)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(home.join("dateline.db"), flags).unwrap();
    let sql = "SELECT card, data ->> 'rating' FROM event WHERE kind = 'review' ORDER BY id";
    let mut statement = match connection.prepare(sql) {
        Ok(statement) => statement,
        // Killed before it made its tables, or while it did.
        Err(_) => return Vec::new(),
    };
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn what_the_screen_acknowledged_survives() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse().unwrap());
    let (kills, seed): (u64, u64) = (number("KILLS").unwrap_or(200), number("SEED").unwrap_or(0));
    let homes = std::sync::Mutex::new(0..kills.div_ceil(LIVES));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut killer = Killer::new();
                loop {
                    let Some(home) = homes.lock().unwrap().next() else {
                        break;
                    };
                    println!("home {home}, SEED={}", seed + home);
                    let mut random = StdRng::seed_from_u64(seed + home);
                    let mut life = Life::new();
                    for _ in 0..LIVES.min(kills - home * LIVES) {
                        life.live(&mut random, &mut killer);
                    }
                    let (all, unseen) = (life.acknowledged.len(), life.in_flight);
                    println!("{all} ratings, {unseen} of them in flight");
                }
            });
        }
    });
}
