//! What `benches/counts` has counted: each path a learner waits for, so many
//! times over, with nothing in it that differs from one run to the next.
//!
//! `dateline-counts make FOLDER CARDS` makes the collection,
//! `dateline-counts PATH FOLDER CARDS TIMES` goes the path.

// What can't be made can't be counted.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

mod made;
mod paths;

use std::hint::black_box;
use std::path::Path;

use dateline::answer::{judge_among, response_in_words};
use dateline::deck::{Card, read};
use made::Made;
use paths::Screen;

const TYPED: &str = r#"
deck: typed
cards:
  - { id: money, ask: What did it cost?, number: 5.576M USD, tolerance: 1% }
  - { id: date, ask: When?, date: 2025-01-20 }
  - { id: text, ask: Who?, answer: Marc Andreessen, answer.ko: 마크 앤드리슨, accept: [Andreessen, M. Andreessen] }
  - { id: list, ask: Which?, list: [Moonshot, Zhipu, Baichuan, MiniMax, 01.AI, StepFun], need: 3 }
"#;

const ANSWERS: [&str; 4] = [
    "557만 6천 달러",
    "the 20th of January",
    "Mark Andreesen",
    "Zhipu, Moonshott and Baichuan",
];

fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().expect("PATH FOLDER CARDS TIMES");
    let (path, folder) = (next(), next());
    let cards = next().parse().expect("a number of cards");
    let folder = Path::new(&folder);
    if path == "make" {
        Made::make(folder, cards).expect("room on the disk");
        return;
    }
    let times: usize = next().parse().expect("how many times");
    go(&path, &Made::at(folder, cards), times);
}

fn go(path: &str, made: &Made, times: usize) {
    match path {
        "parse" => {
            let decks = [made::deck(0, made::A_FILE, 0)];
            repeat(times, || paths::parse(black_box(&decks)));
        }
        "open" => repeat(times, || paths::queue(&made.open())),
        "home" => repeat(times, || Screen::home(made.open())),
        "home-done" => repeat(times, || Screen::home(made.open_done())),
        "question" => repeat(times, || Screen::study(made.open())),
        "rate" => {
            let mut screen = Screen::study(made.open());
            repeat(times, || {
                screen.turn();
                screen.rate('3');
            });
            assert!(screen.text().contains("dossier"), "no question is left");
        }
        "judge" => {
            let cards = typed();
            repeat(times, || {
                for (card, answer) in cards.iter().zip(ANSWERS) {
                    let response = response_in_words(card, black_box(answer));
                    black_box(judge_among(card, &response, &cards));
                }
            });
        }
        "search-first" => {
            let collection = made.open();
            repeat(times, || {
                assert!(paths::first_found(&collection, made::FREQUENT) > 0);
            });
        }
        "search" => {
            let collection = made.open();
            let typed = made::rare(made.cards);
            repeat(times, || assert_eq!(paths::search(&collection, &typed), 1));
        }
        "draw-home" => {
            let mut screen = Screen::home(made.open());
            repeat(times, || screen.draw());
        }
        "draw-question" => {
            let mut screen = Screen::study(made.open());
            repeat(times, || screen.draw());
        }
        _ => panic!("no path is called '{path}'"),
    }
}

fn repeat<T>(times: usize, mut work: impl FnMut() -> T) {
    for _ in 0..times {
        black_box(work());
    }
}

fn typed() -> Vec<Card> {
    let deck = read(Path::new("typed.yaml"), TYPED.as_bytes()).deck;
    deck.expect("a deck").cards
}
