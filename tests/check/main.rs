//! `dateline check` as an author calls it, and the list of its rules in `docs`,
//! which is made from the rules: `UPDATE_DOCS=1 cargo test --test check` writes
//! it anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod findings;
mod formats;
mod histories;
#[path = "../home/mod.rs"]
mod home;
mod odd;
mod rules;

use std::path::Path;

use dateline::author::{Rule, Setting, check as check_decks};
use dateline::deck::{DeckFile, DeckOptions, Origin, SHIPPED, Severity};
use proptest::prelude::*;
use serde_json::Value;

use home::{Run, World};

const NOW: &str = "2025-02-10T09:00:00+09:00";

const DOUBTFUL: &str = "deck: doubtful
cards:
  - id: fab
    ask: Is the fab in Arizona?
    answer: Yes
  - id: fab-again
    ask: Is the fab in Arizona?
    answer: The fab is
";

const WRONG: &str = "deck: wrong
cards:
  - id: fab
    ask: Where is the fab?
    anwser: Arizona
";

const CLAIMS: &str = "deck: claims
sources:
  daily: { title: A fab, date: 2025-02-03 }
defaults: { source: daily }
facts:
  cost: { value: 21B USD }
  old.cost: { value: 20B USD }
cards:
  - { id: day, ask: When?, date: 2025-02-03 }
  - { id: who, ask: Who?, answer: Morris Chang }
";

fn world(files: &[(&str, &str)]) -> World {
    let world = World::new();
    for (name, text) in files {
        world.write(name, text.as_bytes());
    }
    world
}

fn check(world: &World, arguments: &[&str]) -> Run {
    let all: Vec<&str> = std::iter::once("check")
        .chain(arguments.iter().copied())
        .collect();
    world.run_at(NOW, &all)
}

/// The codes of what was found, in its order.
fn codes(world: &World, arguments: &[&str]) -> Vec<String> {
    let all: Vec<&str> = arguments
        .iter()
        .copied()
        .chain(["--format", "json"])
        .collect();
    let told: Value = serde_json::from_str(&check(world, &all).out).unwrap();
    let each = told.as_array().unwrap().iter();
    each.map(|told| told["code"].as_str().unwrap().to_owned())
        .collect()
}
