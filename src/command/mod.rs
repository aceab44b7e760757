//! The command line: one file a subcommand, each of which parses what it was
//! given, calls the library and prints.

mod against;
mod arguments;
mod backup;
mod card;
mod check;
mod checkup;
mod completions;
mod doctor;
mod draft;
mod due;
mod event;
mod explain;
mod export;
mod failure;
mod fix;
mod git;
mod hold;
mod json;
mod learner;
mod log;
mod lookup;
mod lsp;
mod man;
mod new;
mod phrase;
mod plain;
mod progress;
mod quiz;
mod report;
mod repository;
mod restore;
mod review;
mod sarif;
mod schema;
mod setup;
mod study;
mod sync;
mod table;
mod time;
mod try_all;
mod try_answer;
mod watch;

use std::io::Write;

use crate::store::heed_file_limit;
use crate::text::Lang;

pub use arguments::{Arguments, Command, Format, Global};
pub use failure::Failure;
pub use setup::Setup;

/// How a command ended that could do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Done, with warnings at most.
    Done,
    /// Done, and something wrong was found.
    Found,
}

/// The language in which the errors of a command are told.
pub fn language(global: &Global) -> Lang {
    setup::spoken(global)
}

/// Runs the command that the arguments name; without one, the home screen.
///
/// # Errors
/// When it could not be done.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<Status, Failure> {
    heed_file_limit();
    let global = &arguments.global;
    let status = match &arguments.command {
        None => study::home(&Setup::new(global)?),
        Some(Command::Study(study)) => study::run(&Setup::new(global)?, study, out),
        Some(Command::Quiz(quiz)) => quiz::run(&Setup::new(global)?, quiz, out),
        Some(Command::Due) => due::run(&Setup::new(global)?, out),
        Some(Command::Log) => log::run(&Setup::new(global)?, out),
        Some(Command::Card(card)) => card::run(&Setup::new(global)?, card, out),
        Some(Command::Review(review)) => review::run(&Setup::new(global)?, review, out),
        Some(Command::Try(answer)) => try_answer::run(&Setup::new(global)?, answer, out),
        Some(Command::Check(check)) => check::run(global, check, out),
        Some(Command::Watch(watch)) => watch::run(global, watch),
        Some(Command::New(new)) => new::run(global, new, out),
        Some(Command::Draft(arguments)) => draft::run(global, arguments, out),
        Some(Command::Backup(backup)) => backup::run(&Setup::new(global)?, backup, out),
        Some(Command::Restore(restore)) => restore::run(&Setup::new(global)?, restore, out),
        Some(Command::Doctor(doctor)) => doctor::run(&Setup::new(global)?, doctor, out),
        Some(Command::Sync(sync)) => sync::run(&Setup::new(global)?, sync, out),
        Some(Command::Schema) => schema::run(out),
        Some(Command::Lsp) => lsp::run(global),
        Some(Command::Completions { shell }) => completions::run(*shell, out),
        Some(Command::Man) => man::run(out),
    }?;
    out.flush()?;
    Ok(status)
}
