//! Two windows on one home, and a script: nothing is lost, nothing is rated
//! twice from one showing, and each sees at its next card what the others did.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod terminal;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use dateline::store::examine;
use rusqlite::{Connection, OpenFlags};

use terminal::Terminal;

const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");
const NOW: &str = "2025-02-10T09:00:00Z";

fn home(cards: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let mut deck = "deck: d\ntitle: Deck\noptions: { new_per_day: 1000 }\ncards:\n".to_owned();
    for number in 0..cards {
        writeln!(
            deck,
            "  - {{ id: c{number}, ask: 'Question {number}?', answer: 'Answer {number}.' }}"
        )
        .unwrap();
    }
    fs::write(home.path().join("deck.yaml"), deck).unwrap();
    fs::write(home.path().join("config.yaml"), "new_per_day: 1000\n").unwrap();
    home
}

fn window(home: &Path) -> Terminal {
    let args = ["--decks", "deck.yaml", "--lang", "en", "study"];
    Terminal::run(DATELINE, &args, home, 80, 24)
}

fn review(home: &Path, number: usize, rating: &str) {
    let output = Command::new(DATELINE)
        .args([
            "--decks",
            "deck.yaml",
            "review",
            &format!("d/c{number}"),
            rating,
        ])
        .current_dir(home)
        .env("DATELINE_HOME", home)
        .env("DATELINE_NOW", NOW)
        .env("TZ", "UTC")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}

/// The number of the card that a window asks.
fn asked(screen: &str) -> Option<usize> {
    let number = screen.split("Question ").nth(1)?.split('?').next()?;
    // Its answer is not shown.
    let hidden = !screen.contains("Answer ");
    hidden.then(|| number.parse().ok())?
}

fn next(window: &Terminal, before: usize) -> Option<usize> {
    let mut next = None;
    window.wait_until("another card, or the end", |screen| {
        next = asked(screen).filter(|card| *card != before);
        next.is_some() || screen.contains("Done for today")
    });
    next
}

/// How often each card was rated how.
fn log(home: &Path) -> BTreeMap<(usize, String), usize> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(home.join("dateline.db"), flags).unwrap();
    let sql = "SELECT substr(card, 4), data ->> 'rating' FROM event WHERE kind = 'review'";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)));
    let mut log = BTreeMap::new();
    for row in rows.unwrap() {
        let (card, rating): (String, String) = row.unwrap();
        *log.entry((card.parse().unwrap(), rating)).or_default() += 1;
    }
    log
}

fn assert_whole(home: &Path) {
    let health = examine(home, NOW.parse().unwrap()).unwrap();
    assert!(
        !health.is_damaged() && !health.is_out_of_step(),
        "{health:?}"
    );
}

#[test]
fn what_one_rates_the_other_does_not_ask() {
    let home = home(6);
    let home = home.path();
    let mut one = window(home);
    one.wait("Question 0?");
    let mut other = window(home);
    other.wait("Question 0?");
    // The one rates 0 and 1; the other, still on 0, comes to 2 with its next.
    for card in 0..2 {
        one.wait(&format!("Question {card}?"));
        one.press(" ");
        one.wait(&format!("Answer {card}."));
        one.press("4");
    }
    one.wait("Question 2?");
    other.press(" ");
    other.wait("Answer 0.");
    other.press("4");
    other.wait("Question 2?");
    other.wait("Changed elsewhere");
    // A script rates 3 and 4: both come to 5, or to the other's.
    review(home, 3, "easy");
    review(home, 4, "easy");
    one.press(" ");
    one.wait("Answer 2.");
    one.press("4");
    one.wait("Question 5?");
    one.press("\x03");
    assert_eq!(one.end(), 0);
    // 0 was on both screens, and was rated by who came first.
    let easy = |card: usize| (card, "easy".to_owned());
    let expected = [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)];
    let expected: BTreeMap<_, _> = expected.map(|(card, times)| (easy(card), times)).into();
    assert_eq!(log(home), expected);
    other.press("\x03");
    assert_eq!(other.end(), 0);
    assert_whole(home);
}

#[test]
fn what_one_takes_back_the_other_asks() {
    let home = home(3);
    let home = home.path();
    let mut one = window(home);
    one.wait("Question 0?");
    let mut other = window(home);
    other.wait("Question 0?");
    one.press(" ");
    one.wait("Answer 0.");
    one.press("4");
    one.wait("Question 1?");
    other.press(" ");
    other.wait("Answer 0.");
    other.press("4");
    other.wait("Question 1?");
    one.press("u");
    one.wait("Undone: Easy, “Question 0?”");
    other.press(" ");
    other.wait("Answer 1.");
    other.press("4");
    // It knows of two that are left, and asks the one after the other.
    other.wait("2 new");
    other.wait("Question 2?");
    other.press(" ");
    other.wait("Answer 2.");
    other.press("4");
    other.wait("Question 0?");
    for mut window in [one, other] {
        window.press("\x03");
        assert_eq!(window.end(), 0);
    }
    assert_whole(home);
}

#[test]
fn two_windows_and_a_script_lose_nothing() {
    let cards = 120;
    let home = home(cards);
    let home = home.path();
    // The home is made before there are two of them.
    review(home, cards - 1, "hard");
    let over = AtomicBool::new(false);
    let waits = Mutex::new(Vec::new());
    let (shown, scripted) = std::thread::scope(|scope| {
        let windows = ["4", "3"].map(|key| {
            let waits = &waits;
            scope.spawn(move || {
                let mut shown = Vec::new();
                let mut window = window(home);
                let mut card = next(&window, usize::MAX);
                while let Some(number) = card
                    && shown.len() < 40
                {
                    window.press(" ");
                    window.wait(&format!("Answer {number}."));
                    let since = Instant::now();
                    window.press(key);
                    card = next(&window, number);
                    waits.lock().unwrap().push(since.elapsed());
                    shown.push(number);
                }
                window.press("\x03");
                assert_eq!(window.end(), 0);
                shown
            })
        });
        let script = scope.spawn(|| {
            let mut rated = 1;
            while !over.load(Ordering::Relaxed) {
                review(home, cards - 1, "hard");
                rated += 1;
            }
            rated
        });
        let shown = windows.map(|window| window.join());
        // Before one that failed is told, which waits for the script.
        over.store(true, Ordering::Relaxed);
        let shown: [Vec<usize>; 2] = shown.map(Result::unwrap);
        (shown, script.join().unwrap())
    });
    let mut waits = waits.into_inner().unwrap();
    waits.sort();
    let at = |part: usize| waits[(waits.len() - 1) * part / 100];
    println!(
        "{} ratings beside {scripted} of a script; key to next card: median {:?}, p99 {:?}, most {:?}",
        waits.len(),
        at(50),
        at(99),
        at(100)
    );
    // Every card that was shown is in the log once, rated by one that showed it,
    // and nothing else is.
    let mut log = log(home);
    let script = log.remove(&(cards - 1, "hard".to_owned()));
    assert_eq!(script, Some(scripted));
    let shown = shown.map(|shown| shown.into_iter().collect::<BTreeSet<_>>());
    let all: Vec<usize> = shown[0].union(&shown[1]).copied().collect();
    let rated: Vec<usize> = log.keys().map(|(card, _)| *card).collect();
    assert_eq!(rated, all);
    for ((card, rating), times) in log {
        let by = usize::from(rating == "good");
        assert!(times == 1 && shown[by].contains(&card), "{card} {rating}");
    }
    let both = shown[0].intersection(&shown[1]).count();
    println!("{both} cards were on both screens at once");
    assert_whole(home);
}
