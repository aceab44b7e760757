//! `dateline completions SHELL`

use std::io::Write;

use clap_complete::Shell;

use super::{Arguments, Failure, Status};

pub(super) fn run(shell: Shell, out: &mut dyn Write) -> Result<Status, Failure> {
    // The generator panics where it can't write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(
        shell,
        &mut Arguments::command_line(),
        "dateline",
        &mut script,
    );
    out.write_all(&script)?;
    Ok(Status::Done)
}
