//! Reads the arguments, calls one command and prints one error.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use dateline::command::{self, Arguments, Failure, Status};
use dateline::text::safe;

fn main() -> ExitCode {
    let arguments = Arguments::read(std::env::args_os()).unwrap_or_else(|told| told.exit());
    let mut out = BufWriter::new(io::stdout());
    match command::run(&arguments, &mut out) {
        Ok(Status::Done) | Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Ok(Status::Found) => ExitCode::from(1),
        Err(failure) => {
            let told = failure.says(command::language(&arguments));
            // Who closed the terminal can't be told, and that is no reason to panic.
            let _ = writeln!(io::stderr(), "dateline: {}", safe(&told));
            ExitCode::from(2)
        }
    }
}
