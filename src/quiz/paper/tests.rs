#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::deck::{SHIPPED, Task, read};
use crate::text::Lang;

fn shipped() -> Vec<Arc<Card>> {
    SHIPPED
        .iter()
        .flat_map(|(name, text)| {
            let deck = read(std::path::Path::new(name), text.as_bytes())
                .deck
                .unwrap();
            deck.cards.into_iter().map(Arc::new)
        })
        .collect()
}

fn brief(seed: u64) -> Brief {
    Brief {
        decks: Vec::new(),
        tags: Vec::new(),
        kinds: Vec::new(),
        number: 20,
        limit: None,
        seed,
        count_reviews: false,
    }
}

#[test]
fn sample() {
    let cards = shipped();
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(7);
    let mut b = brief(seed);
    b.number = std::env::var("NUMBER")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(20);
    let paper = Paper::make(&cards, &b);
    for q in &paper.questions {
        println!("--- {} {:?} {}", q.card.id, q.form, q.kind);
        for lang in Lang::ALL {
            println!("  {}", q.card.question.get(lang).replace('\n', "\n  "));
            if let Task::Choice { choices, right, .. } = &q.card.task {
                for (i, c) in choices.iter().enumerate() {
                    println!(
                        "     {} {}",
                        if right.contains(&i) { "*" } else { " " },
                        c.get(lang)
                    );
                }
            } else {
                println!("     = {}", q.card.answer.get(lang).replace('\n', " / "));
            }
        }
    }
}
