//! How what a learner waits for grows with the collection: 1,000, 10,000 and
//! 100,000 cards, and with `DATELINE_MILLION=1` a million (which take minutes to make).
//!
//! `cargo bench --bench grow`

// What can't be made can't be measured.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod made;
mod paths;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use dateline::answer::{judge_among, response_in_words};
use divan::black_box;
use made::Made;
use paths::Screen;

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
    print!("{}", table());
    // What is kept for all of them is not dropped otherwise.
    *KEPT.lock().unwrap() = None;
}

/// The sizes that are asked for.
fn sizes() -> impl Iterator<Item = usize> {
    let all = std::env::var_os("DATELINE_MILLION").is_some_and(|value| !value.is_empty());
    SIZES
        .into_iter()
        .filter(move |size| all || *size < 1_000_000)
}

/// The folder of the collections, each made once.
static KEPT: Mutex<Option<(tempfile::TempDir, Vec<Made>)>> = Mutex::new(None);

fn made(cards: usize) -> Made {
    let mut kept = KEPT.lock().unwrap();
    let (folder, all) = kept.get_or_insert_with(|| (tempfile::tempdir().unwrap(), Vec::new()));
    if let Some(made) = all.iter().find(|made| made.cards == cards) {
        return made.clone();
    }
    let made = Made::make(&folder.path().join(cards.to_string()), cards).unwrap();
    all.push(made.clone());
    made
}

/// How long each took, by its name and the size.
static TOOK: Mutex<BTreeMap<(usize, &str), BySize>> = Mutex::new(BTreeMap::new());

type BySize = BTreeMap<usize, Vec<Duration>>;

/// The paths in the order of the table.
const PATHS: [&str; 15] = [
    "parse",
    "index, first",
    "index, one deck of 1,000 cards changed",
    "open, decks unchanged",
    "queue",
    "home screen from nothing",
    "the same, nothing left today",
    "first question from nothing",
    "rating to the next card drawn",
    "judge an answer among a deck's",
    "search, first stretch",
    "search, to its end",
    "draw home",
    "draw a question",
    "every state, from as many reviews",
];

/// Does something and notes how long it took.
fn timed<T>(path: &'static str, cards: usize, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    let took = began.elapsed();
    let place = PATHS.iter().position(|known| *known == path).unwrap();
    let mut all = TOOK.lock().unwrap();
    let sizes = all.entry((place, path)).or_default();
    sizes.entry(cards).or_default().push(took);
    done
}

/// Medians by size, and how many times as much each is as the one before.
fn table() -> String {
    let mut text = String::new();
    let all = TOOK.lock().unwrap();
    if all.is_empty() {
        return text;
    }
    text.push_str(&format!("\n{:<40}", "median, ms"));
    for size in sizes() {
        text.push_str(&format!("{size:>12}{:>9}", ""));
    }
    text.push('\n');
    for ((_, path), by_size) in all.iter() {
        text.push_str(&format!("{path:<40}"));
        let mut before = None;
        for size in sizes() {
            let Some(median) = by_size.get(&size).and_then(|took| median(took)) else {
                continue;
            };
            let ratio = before.map(|before| format!("× {:.1}", median / before));
            text.push_str(&format!("{median:>12.3}{:>9}", ratio.unwrap_or_default()));
            before = Some(median);
        }
        text.push('\n');
    }
    text
}

fn median(took: &[Duration]) -> Option<f64> {
    let mut took = took.to_vec();
    took.sort();
    let middle = took.get(took.len() / 2)?;
    Some(middle.as_secs_f64() * 1_000.0)
}

#[divan::bench(args = sizes(), sample_count = 5, max_time = 20)]
fn parse(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let decks: Vec<String> = made::decks(cards).collect();
    bencher.bench_local(|| {
        timed("parse", cards, || {
            assert_eq!(paths::parse(black_box(&decks)), cards)
        })
    });
}

#[divan::bench(args = sizes(), sample_count = 5, sample_size = 1, max_time = 30)]
fn index_first(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    bencher
        .with_inputs(|| tempfile::tempdir().unwrap())
        .bench_local_values(|home| {
            let opened = timed("index, first", cards, || made.open_with(home.path()));
            assert_eq!(opened.decks().len(), cards / made::A_FILE);
            home
        });
}

#[divan::bench(args = sizes(), sample_count = 20, sample_size = 1)]
fn index_changed(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    let edits = Cell::new(0);
    bencher
        .with_inputs(|| {
            edits.set(edits.get() + 1);
            made.edit(edits.get());
        })
        .bench_local_values(|()| {
            timed("index, one deck of 1,000 cards changed", cards, || {
                made.open()
            })
        });
    made.settle();
}

#[divan::bench(args = sizes(), sample_size = 1)]
fn open(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    bencher.bench_local(|| timed("open, decks unchanged", cards, || made.open()));
}

#[divan::bench(args = sizes())]
fn queue(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let collection = made(cards).open();
    bencher.bench_local(|| timed("queue", cards, || assert!(paths::queue(&collection) > 0)));
}

#[divan::bench(args = sizes(), sample_size = 1)]
fn home(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    bencher.bench_local(|| {
        timed("home screen from nothing", cards, || {
            Screen::home(made.open())
        })
    });
}

#[divan::bench(args = sizes(), sample_size = 1)]
fn home_done(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    bencher.bench_local(|| {
        timed("the same, nothing left today", cards, || {
            Screen::home(made.open_done())
        })
    });
}

#[divan::bench(args = sizes(), sample_size = 1)]
fn question(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    bencher.bench_local(|| {
        timed("first question from nothing", cards, || {
            Screen::study(made.open())
        })
    });
}

/// Each with an fsync, so that what the disk takes is in it.
#[divan::bench(args = sizes(), sample_count = 100, sample_size = 1)]
fn rate(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let made = made(cards);
    let mut screen = Screen::study(made.open());
    bencher.bench_local(|| {
        screen.turn();
        timed("rating to the next card drawn", cards, || screen.rate('3'));
    });
    assert!(screen.text().contains("dossier"), "no question is left");
}

#[divan::bench(args = sizes())]
fn judge(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let collection = made(cards).open();
    let asked = collection.card(&"news-0000/q-1".parse().unwrap());
    let asked = asked.unwrap().expect("the first deck");
    bencher.bench_local(|| {
        timed("judge an answer among a deck's", cards, || {
            let mates = collection.deckmates(&asked.id).unwrap();
            let response = response_in_words(&asked, "That it would cost 2 million more");
            judge_among(&asked, &response, &mates)
        })
    });
}

#[divan::bench(args = sizes())]
fn search_first(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let collection = made(cards).open();
    bencher.bench_local(|| {
        timed("search, first stretch", cards, || {
            assert!(paths::first_found(&collection, made::FREQUENT) > 0);
        });
    });
}

#[divan::bench(args = sizes(), sample_count = 20)]
fn search_all(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let collection = made(cards).open();
    let typed = made::rare(cards);
    bencher.bench_local(|| {
        timed("search, to its end", cards, || {
            assert_eq!(paths::search(&collection, &typed), 1);
        });
    });
}

#[divan::bench(args = sizes())]
fn draw_home(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let mut screen = Screen::home(made(cards).open());
    bencher.bench_local(|| timed("draw home", cards, || assert!(screen.draw() > 0)));
}

#[divan::bench(args = sizes())]
fn draw_question(bencher: divan::Bencher<'_, '_>, cards: usize) {
    let mut screen = Screen::study(made(cards).open());
    bencher.bench_local(|| timed("draw a question", cards, || assert!(screen.draw() > 0)));
}

/// The size is that of the log, at ten reviews a card.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1, max_time = 30)]
fn rebuild(bencher: divan::Bencher<'_, '_>, reviews: usize) {
    let home = tempfile::tempdir().unwrap();
    let mut store = made::log(home.path(), reviews);
    bencher.bench_local(|| {
        timed("every state, from as many reviews", reviews, || {
            store.rebuild().expect("room on the disk");
        });
    });
}
