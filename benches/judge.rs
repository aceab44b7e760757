//! How long an answer takes to be judged: a verdict should be able to follow
//! every key (a median under 50 µs), and no answer of up to 10,000 characters
//! may be felt (under 5 ms).
//!
//! `cargo bench --bench judge`

// A benchmark that finds no card has nothing to measure.
#![allow(clippy::expect_used)]

use std::path::Path;

use dateline::answer::{judge_among, response_in_words};
use dateline::deck::{Card, SHIPPED, read};

fn main() {
    divan::main();
}

const DECK: &str = r#"
deck: bench
cards:
  - { id: figure, ask: How many?, number: "38,210 applications" }
  - { id: money, ask: What did it cost?, number: 5.576M USD, tolerance: 1% }
  - { id: date, ask: When?, date: 2025-01-20 }
  - { id: text, ask: Who?, answer: Marc Andreessen, answer.ko: 마크 앤드리슨, accept: [Andreessen, M. Andreessen] }
  - { id: korean, ask: 누구?, answer: 딥시크, accept: [DeepSeek] }
  - { id: list, ask: Which?, list: [Moonshot, Zhipu, Baichuan, MiniMax, 01.AI, StepFun], need: 3 }
  - { id: gaps, cloze: "The {{c1::H800}} is a cut-down {{c1::H100}}.", typed: true }
"#;

/// The cards, and those of the shipped decks to slip into.
fn cards() -> Vec<Card> {
    let shipped = SHIPPED.iter().map(|(_, text)| *text);
    std::iter::once(DECK)
        .chain(shipped)
        .filter_map(|text| read(Path::new("bench.yaml"), text.as_bytes()).deck)
        .flat_map(|deck| deck.cards)
        .collect()
}

/// Judges `typed` for the card of this name.
fn bench(bencher: divan::Bencher, name: &str, typed: &str) {
    let cards = cards();
    let card = cards
        .iter()
        .find(|card| card.id.as_str().contains(name))
        .expect("a card of that name");
    bencher.bench(|| {
        judge_among(
            card,
            &response_in_words(card, divan::black_box(typed)),
            &cards,
        )
    });
}

/// What people type.
#[divan::bench(args = [
    ("bench/figure", "38,210"),
    ("bench/figure", "3만8천2백10건입니다"),
    ("bench/figure", "about forty thousand applications"),
    ("bench/money", "557만 6천 달러"),
    ("bench/money", "$55.76 million"),
    ("bench/date", "2025년 1월 20일"),
    ("bench/date", "the 20th of January"),
    ("bench/text", "Marc Andreessen"),
    ("bench/text", "Mark Andreesen"),
    ("bench/text", "Alexandr Wang"),
    ("bench/korean", "딥시크입니다"),
    ("bench/korean", "elqtlzm"),
    ("bench/korean", "오픈에이아이"),
    ("bench/list", "Zhipu, Moonshott and Baichuan"),
    ("bench/gaps", "H800, H100"),
])]
fn typed(bencher: divan::Bencher, (name, typed): (&str, &str)) {
    bench(bencher, name, typed);
}

/// Ten thousand characters of what could take long.
#[divan::bench(args = [
    "1", "9,", "만", "억1", "삼", "e", "1e9", "약 ", "/", ".", "-", "~1", "(", "딥시크", "a", "the ",
    "가", " ", "=", ", ", "1월", "one ", "½", "\u{301}", "👩‍🚀", "\u{1b}[", "입니다", "Moonshot, ",
])]
fn long(bencher: divan::Bencher, piece: &str) {
    let typed: String = piece.chars().cycle().take(10_000).collect();
    let cards = cards();
    let kinds: Vec<&Card> = cards
        .iter()
        .filter(|card| card.id.deck() == "bench")
        .collect();
    // The slowest kind tells.
    bencher.bench(|| {
        for card in &kinds {
            let typed = divan::black_box(typed.as_str());
            divan::black_box(judge_among(card, &response_in_words(card, typed), &cards));
        }
    });
}
