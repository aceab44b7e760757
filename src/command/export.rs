//! A file that is written because it was asked for.

use std::io::Write;
use std::path::Path;

use super::Failure;
use crate::author::edit::write_new;

/// Writes `text` to a new file, or to standard output for `-`. What is there
/// already is left alone.
pub(super) fn write(file: &Path, text: &str, out: &mut dyn Write) -> Result<(), Failure> {
    if file.as_os_str() == "-" {
        out.write_all(text.as_bytes())?;
        return Ok(());
    }
    write_new(file, text.as_bytes()).map_err(|error| Failure::Message(error.message()))
}
