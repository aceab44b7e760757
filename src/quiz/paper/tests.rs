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

#[test]
fn every_form() {
    let cards = shipped();
    let decks: Vec<_> = std::env::var("DECK")
        .ok()
        .map(|d| vec![d.parse().unwrap()])
        .unwrap_or_default();
    let pool = Pool::new(&cards, &decks);
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(7);
    let form: Form =
        serde_json::from_value(std::env::var("FORM").unwrap_or("chosen".into()).into()).unwrap();
    for card in pool.cards() {
        if form == Form::Chosen && Subject::of(card).is_none() {
            continue;
        }
        if form == Form::Source && !kind::is_said(card) {
            continue;
        }
        let chance = Chance::new(seed).of(card.id.as_str());
        let Some(q) = form::question(card, form, &pool, chance) else {
            println!("--- {} NO", card.id);
            continue;
        };
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
use crate::quiz::distractor::Subject;
