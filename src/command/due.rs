//! `dateline due`

use std::io::Write;

use serde::Serialize;

use super::phrase::Phrase;
use super::table::{Align, Table};
use super::{Failure, Setup, Status};
use crate::strings::HELD_BACK;

/// A deck in JSON.
#[derive(Debug, Serialize)]
struct Due<'a> {
    deck: &'a str,
    new: u32,
    learning: u32,
    due: u32,
    /// Whether new cards wait of which today's limits let none in.
    held_back: bool,
}

pub(super) fn run(setup: &Setup, out: &mut dyn Write) -> Result<Status, Failure> {
    let collection = setup.look()?;
    // Counts that leave out what is broken are not the whole of it.
    let status = if collection.has_errors() {
        Status::Found
    } else {
        Status::Done
    };
    let now = setup.clock.now();
    let plan = collection.plan(&[], now)?;
    let held = collection.held_decks(&plan, now)?;
    let decks = collection.decks().iter().map(|shelved| {
        let counts = plan
            .counts
            .get(&shelved.head.id)
            .copied()
            .unwrap_or_default();
        (shelved, counts)
    });
    if setup.json {
        let due: Vec<Due> = decks
            .map(|(shelved, counts)| Due {
                deck: shelved.head.id.as_str(),
                new: counts.new,
                learning: counts.learning,
                due: counts.due,
                held_back: held.contains(&shelved.head.id),
            })
            .collect();
        super::json::pretty(out, &due)?;
        writeln!(out)?;
        return Ok(status);
    }
    let mut table = Table::new(&[
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Right,
    ]);
    let heads = [
        Phrase::Deck,
        Phrase::Title,
        Phrase::New,
        Phrase::Learning,
        Phrase::Due,
    ];
    table.row(heads.map(|head| head.say(setup.lang)));
    for (shelved, counts) in decks {
        let new = match held.contains(&shelved.head.id) {
            true => HELD_BACK.to_owned(),
            false => counts.new.to_string(),
        };
        table.row([
            shelved.head.id.as_str(),
            shelved.head.title.get(setup.lang),
            &new,
            &counts.learning.to_string(),
            &counts.due.to_string(),
        ]);
    }
    table.write(out)?;
    Ok(status)
}
