//! What each file is lifted to, and what is told of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;

#[test]
fn shipped() {
    for name in ["deepseek-shock", "ai-terms"] {
        let bytes = std::fs::read(format!("decks/{name}.yaml")).unwrap();
        let start = std::time::Instant::now();
        let reading = read(Path::new("x.yaml"), &bytes);
        println!("{:?}", start.elapsed());
        for d in &reading.diagnostics {
            println!("{d}");
        }
        if let Some(deck) = reading.deck {
            println!("{} cards, {} facts", deck.cards.len(), deck.facts.len());
            for card in deck.cards {
                println!(
                    "{} | {} | {} | {:?}",
                    card.id,
                    card.question.get(Lang::Ko),
                    card.answer.get(Lang::Ko),
                    card.fingerprint.value
                );
            }
        }
    }
}
