//! Text from decks, imports and answers made safe to show: no control
//! characters, escape sequences or bidi overrides reach the terminal.

use std::borrow::Cow;

/// `text` without anything that a terminal would obey; line breaks stay.
pub fn safe(text: &str) -> Cow<'_, str> {
    let _ = text;
    todo!()
}

/// The same on one line: line breaks and tabs become spaces.
pub fn safe_line(text: &str) -> String {
    let _ = text;
    todo!()
}
