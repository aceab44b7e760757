//! What each kind of entry is lifted to, and what is told of a broken one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod broken;
mod datelines;
mod facts;
mod gaps;
mod kinds;
mod texts;

use super::*;
use crate::deck::{Card, Gap, Status, Task};
use crate::text::{Lang, Message};

/// Facts for the entries of the tests, on lines 3 to 9.
const FACTS: &str = "deck: d\nfacts:\n  \
    a: { value: 20B USD, label: A, label.ko: 가 }\n  \
    b: { value: 8B USD, label: B }\n  \
    c: { value: 3만 명, label: C }\n  \
    n: { value: 5% }\n  \
    zero: { value: 0 USD, label: Z }\n  \
    r: { value: = a / b }\n  \
    bad: { value: much }\n\
    cards:\n";

fn read_text(text: &str) -> (Option<Deck>, Vec<String>) {
    let reading = read(Path::new("d.yaml"), text.as_bytes());
    let told = reading
        .diagnostics
        .iter()
        .map(|d| {
            d.message.assert_alike();
            d.help.iter().for_each(Message::assert_alike);
            let help = d.help.as_ref().map_or("", |help| help.says(Lang::En));
            let message = d.message.says(Lang::En);
            format!(
                "{}:{} {}: {message}; {help}",
                d.place.line, d.place.column, d.code
            )
        })
        .collect();
    (reading.deck, told)
}

/// Reads one entry below [`FACTS`]; it begins on line 11.
fn entry(text: &str) -> (Vec<Card>, Vec<String>) {
    let (deck, mut told) = read_text(&format!("{FACTS}{text}"));
    told.retain(|told| !told.starts_with("9:"));
    (deck.map(|deck| deck.cards).unwrap_or_default(), told)
}

fn card(text: &str) -> Card {
    let (mut cards, told) = entry(text);
    assert_eq!((cards.len(), &told), (1, &vec![]), "{text}");
    cards.remove(0)
}
