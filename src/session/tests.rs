//! Sessions as scripts: what the learner does, what is up then, what was recorded.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod acts;
mod answering;
mod coming;
mod elsewhere;
mod recording;

use super::testing::{World, cards, id, material, start};
use super::*;
use crate::schedule::Phase;

/// A script: one word an input. `a` accept, `1`-`4` rate, `p0` pick, `g0` go
/// to, `t` toggle, `<` take back, `^` `v` `(` `)` arrows, `h` hint, `=text`
/// the field holds it (`_` for a space), `u` undo, `s` suspend, `b` bury, `q` leave.
fn inputs(script: &str) -> Vec<Input> {
    let number = |word: &str| word[1..].parse().unwrap();
    script
        .split_whitespace()
        .map(|word| match word.as_bytes()[0] {
            b'a' => Input::Accept,
            b'1' => Input::Rate(Rating::Again),
            b'2' => Input::Rate(Rating::Hard),
            b'3' => Input::Rate(Rating::Good),
            b'4' => Input::Rate(Rating::Easy),
            b'p' => Input::Pick(number(word)),
            b'g' => Input::GoTo(number(word)),
            b't' => Input::Toggle,
            b'<' => Input::TakeBack,
            b'^' => Input::Move(Move::Up),
            b'v' => Input::Move(Move::Down),
            b'(' => Input::Move(Move::Left),
            b')' => Input::Move(Move::Right),
            b'h' => Input::Hint,
            b'=' => Input::Edit(word[1..].replace('_', " ")),
            b'u' => Input::Undo,
            b's' => Input::Suspend,
            b'b' => Input::Bury,
            b'q' => Input::Leave,
            _ => panic!("what is {word}?"),
        })
        .collect()
}

/// What is up, in a word or two: `recall?` the question, `recall! correct 3`
/// the answer with its verdict and suggested rating, `done` the end.
fn up(session: &Session) -> String {
    let name = |card: &Card| card.id.as_str().trim_start_matches("chips/").to_owned();
    match session.stage() {
        Stage::Asking(asking) => format!("{}?", name(&asking.card)),
        Stage::Answered(answered) => {
            let verdict = answered.turned.verdict.as_ref();
            let verdict = verdict.map_or("", |verdict| verdict.outcome.name());
            let suggestion = answered.suggestion.number();
            let spaced = if verdict.is_empty() { "" } else { " " };
            format!(
                "{}!{spaced}{verdict} {suggestion}",
                name(&answered.turned.card)
            )
        }
        Stage::Coming(card) => format!("{card} comes"),
        Stage::Ended(Ending::Done) => "done".to_owned(),
        Stage::Ended(Ending::Later(_)) => "later".to_owned(),
        Stage::Ended(Ending::TimeUp) => "time up".to_owned(),
        Stage::Ended(Ending::Left) => "left".to_owned(),
    }
}

/// The last review in short: `3 text` or `3 text (1)` where 1 was suggested.
fn reviewed(world: &World) -> String {
    let last = world.log.iter().rev().find_map(|event| match &event.act {
        Act::Review(review) => Some(review),
        _ => None,
    });
    let Some(review) = last else {
        return String::new();
    };
    let answered = review.answered.as_deref().map(|text| format!(" {text}"));
    let suggested = review.suggested.map(|rating| rating.number());
    let suggested = suggested.map(|number| format!(" ({number})"));
    format!(
        "{}{}{}",
        review.rating.number(),
        answered.unwrap_or_default(),
        suggested.unwrap_or_default()
    )
}

fn run(names: &[&str], script: &str) -> World {
    let mut world = World::new(names);
    for input in inputs(script) {
        world.does(input);
    }
    world
}

/// Where the first right choice stands as shown, and so on: scripts that
/// depend on the shuffle are made from it.
fn shown(world: &World) -> Vec<usize> {
    match world.session.stage() {
        Stage::Asking(asking) => match &asking.draft {
            Draft::Choice { shown, .. } => shown.clone(),
            Draft::Compare { shown, .. } => shown.to_vec(),
            Draft::Order { lines, .. } => lines.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}
