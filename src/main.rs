//! Reads the arguments, calls one command and prints one error.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use dateline::command::{self, Arguments, Failure, Global, Status};
use dateline::text::safe;

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(wrong) if wrong.use_stderr() => {
            let global = Global::language_of(std::env::args_os());
            return failed(&Arguments::wrong(&wrong).into(), &global);
        }
        // The help and the version, which were asked for.
        Err(told) => told.exit(),
    };
    let mut out = BufWriter::new(io::stdout());
    match command::run(&arguments, &mut out) {
        Ok(Status::Done) | Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Ok(Status::Found) => ExitCode::from(1),
        Err(failure) => failed(&failure, &arguments.global),
    }
}

fn failed(failure: &Failure, global: &Global) -> ExitCode {
    let told = failure.says(command::language(global));
    // Who closed the terminal can't be told, and that is no reason to panic.
    let _ = writeln!(io::stderr(), "dateline: {}", safe(&told));
    ExitCode::from(2)
}
