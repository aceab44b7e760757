//! Any answer to a card of any kind gets a verdict: `cargo +nightly fuzz run judge`.
#![no_main]

use std::path::Path;
use std::sync::OnceLock;

use dateline::answer::{judge_among, response_in_words};
use dateline::deck::{Card, SHIPPED, read};
use libfuzzer_sys::fuzz_target;

static CARDS: OnceLock<Vec<Card>> = OnceLock::new();

fn cards() -> &'static [Card] {
    CARDS.get_or_init(|| {
        let decks = SHIPPED.iter();
        decks
            .filter_map(|(name, text)| read(Path::new(name), text.as_bytes()).deck)
            .flat_map(|deck| deck.cards)
            .collect()
    })
}

fuzz_target!(|input: (u16, &str)| {
    let (card, answer) = input;
    let cards = cards();
    let card = &cards[usize::from(card) % cards.len()];
    judge_among(card, &response_in_words(card, answer), cards);
});
