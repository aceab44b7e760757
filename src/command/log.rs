//! `dateline log`

use std::io::Write;

use super::table::{Align, Table};
use super::{Failure, Setup, Status, event, time};

pub(super) fn run(setup: &Setup, out: &mut dyn Write) -> Result<Status, Failure> {
    let collection = setup.look()?;
    let events = collection.store().events(None)?;
    if setup.json {
        for event in &events {
            writeln!(out, "{}", event::json(event, collection.clock())?)?;
        }
        return Ok(Status::Done);
    }
    let mut table = Table::new(&[Align::Left; 4]);
    for event in &events {
        table.row([
            time::short(event.at, setup.clock.zone()).as_str(),
            event::kind(&event.act, setup.lang),
            event
                .act
                .card()
                .map(|card| card.as_str())
                .unwrap_or_default(),
            &event::gist(&event.act, setup.lang),
        ]);
    }
    table.write(out)?;
    Ok(Status::Done)
}
