//! dateline as a library, for `benches/peers`: one part of what a learner waits for,
//! in a process of its own, on decks that lie there. Prints seconds and megabytes as
//! JSON.
//!
//! `cargo bench --bench beside -- import|open|session DECKS HOME NEW TIMES`

// What can't be made can't be measured.
#![allow(clippy::expect_used, clippy::unwrap_used)]

#[allow(dead_code, reason = "another makes the collection")]
mod made;
#[allow(dead_code, reason = "not all of it is measured by the others")]
mod paths;

use std::path::PathBuf;
use std::time::Instant;

use dateline::collection::{Collection, Place};
use dateline::settings::Settings;
use made::{clock, now};
use paths::{Screen, queue};
use serde_json::{Map, Value, json};

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let mut word = || words.next().expect("see the head of benches/beside.rs");
    let (part, decks, home) = (word(), PathBuf::from(word()), PathBuf::from(word()));
    let new = word().parse().expect("how many new cards a day");
    let times: usize = word().parse().expect("how many times");
    let open = || {
        let settings = Settings {
            new_per_day: new,
            ..Settings::default()
        };
        let (home, decks) = (home.clone(), vec![decks.clone()]);
        Collection::open(&Place { home, decks }, settings, clock(), now()).expect("a collection")
    };
    let mut figures = Map::new();
    let mut note = |name: &str, figure: f64| figures.insert(name.to_owned(), json!(figure));
    match part.as_str() {
        "import" => {
            note("import", seconds(open));
            note("import MB", peak());
        }
        "open" => {
            let due = (0..times).map(|_| seconds(|| assert!(queue(&open()) > 0)));
            note("due", share(due.collect(), 0.5));
            let first = (0..times).map(|_| seconds(|| Screen::study(open())));
            note("first card", share(first.collect(), 0.5));
        }
        _ => {
            let mut screen = Screen::study(open());
            let rated = (0..times).map(|_| {
                screen.turn();
                seconds(|| screen.rate('4'))
            });
            let rated: Vec<f64> = rated.collect();
            note("answer", share(rated.clone(), 0.5));
            note("answer p99", share(rated, 0.99));
            note("session MB", peak());
            assert!(screen.text().contains("dossier"), "no question is left");
        }
    }
    println!("{}", Value::Object(figures));
}

/// How long something takes; what it makes is let go after that.
fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    let made = work();
    let took = began.elapsed().as_secs_f64();
    drop(made);
    took
}

/// That of them below which so large a share is.
fn share(mut took: Vec<f64>, share: f64) -> f64 {
    took.sort_by(f64::total_cmp);
    let at = (took.len() as f64 * share) as usize;
    *took.get(at).expect("some were measured")
}

/// The most memory that this process had, in MB; 0 where the system does not tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
