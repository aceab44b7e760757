//! `dateline schema`

use std::io::Write;

use super::{Failure, Status};
use crate::author::schema;

/// Prints the schema of a deck file.
pub(super) fn run(out: &mut dyn Write) -> Result<Status, Failure> {
    out.write_all(schema().as_bytes())?;
    Ok(Status::Done)
}
