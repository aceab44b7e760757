//! What is printed as JSON. Its texts come from decks and answers, and it may be
//! looked at in a terminal.

use std::io::{self, Write};

use serde::Serialize;

use crate::text::safe_json;

/// A value on one line.
pub(super) fn line(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(|json| safe_json(&json))
}

/// Writes a value on lines of their own, without an end to the last.
pub(super) fn pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let json = serde_json::to_string_pretty(value)?;
    out.write_all(safe_json(&json).as_bytes())
}
