//! A file that is written because it was asked for.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use super::Failure;

/// Writes `text` to a new file, or to standard output for `-`. What is there
/// already is left alone.
pub(super) fn write(file: &Path, text: &str, out: &mut dyn Write) -> Result<(), Failure> {
    if file.as_os_str() == "-" {
        out.write_all(text.as_bytes())?;
        return Ok(());
    }
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file)
        .and_then(|mut opened| opened.write_all(text.as_bytes()));
    written.map_err(|error| {
        let next = match error.kind() {
            io::ErrorKind::AlreadyExists => "name another file, or move this one away",
            _ => "name a file in a folder that you may write to",
        };
        Failure::Message(format!("can't write {}: {error}; {next}", file.display()))
    })
}
