//! What the store promises. Here: the hands that the tests use.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod backing_up;
mod deriving;
mod devices;
mod indexing;
mod killing;
mod naming;
mod opening;
mod recording;
mod syncing;
mod syncing_files;
mod tearing;
mod telling;
mod undoing;
mod upgrading;

use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use rusqlite::types::Value;
use tempfile::TempDir;

use super::{Place, Store, derived, names};
use crate::deck::{CardId, Fingerprint};
use crate::schedule::{Act, Day, Due, Phase, Rating, Review, StudyClock};

const HERE: Place = [1; 32];
const ELSEWHERE: Place = [2; 32];

fn home() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn open(home: &TempDir) -> Store {
    Store::open_at(home.path(), &HERE).unwrap()
}

/// Seoul, turning over at four.
fn clock() -> StudyClock {
    StudyClock {
        zone: TimeZone::fixed(Offset::constant(9)),
        turnover: 240,
    }
}

/// Noon in Seoul on 2025-02-09, and so many seconds later.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_739_070_000 + seconds).unwrap()
}

const DAY: i64 = 86_400;

fn card(name: &str) -> CardId {
    names::card(name).unwrap()
}

fn review(name: &str, rating: Rating) -> Act {
    Act::Review(Review {
        card: card(name),
        rating,
        took_ms: 4_200,
        due: Due::On(Day(20_130)),
        phase: Phase::Review,
        fingerprint: Fingerprint {
            question: "q".into(),
            answer: "a".into(),
            value: Some("20B USD".into()),
        },
        answered: Some("200억 달러".into()),
        first_key_ms: None,
        suggested: None,
    })
}

fn good(name: &str) -> Act {
    review(name, Rating::Good)
}

fn suspend(name: &str) -> Act {
    Act::Suspend { card: card(name) }
}

fn flag(name: &str, why: &str) -> Act {
    Act::Flag {
        card: card(name),
        why: why.into(),
    }
}

fn alias(was: &str, now: &str) -> Act {
    Act::Alias {
        card: card(now),
        was: card(was),
    }
}

/// Everything that is derived, to the bit.
fn dump(store: &Store) -> String {
    let mut dump = String::new();
    let waiting = "(SELECT name, new FROM card)";
    for table in derived::TABLES.iter().chain([&waiting]) {
        let mut statement = store
            .connection
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns = statement.column_count();
        let mut lines = Vec::new();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let mut line = String::new();
            for column in 0..columns {
                match row.get::<_, Value>(column).unwrap() {
                    Value::Real(number) => write!(line, " {:x}", number.to_bits()).unwrap(),
                    value => write!(line, " {value:?}").unwrap(),
                }
            }
            lines.push(line);
        }
        lines.sort();
        writeln!(dump, "{table}\n{}", lines.join("\n")).unwrap();
    }
    dump
}

/// Holds that what was kept in step is what the log says.
fn assert_in_step(store: &mut Store) {
    let kept = dump(store);
    store.rebuild().unwrap();
    assert_eq!(kept, dump(store));
}
