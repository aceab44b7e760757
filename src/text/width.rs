//! How many columns a text takes in a terminal.

/// Columns that `text` takes: Hangul and emoji two, combining marks none.
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// `text` cut at a grapheme to at most `columns`, with `…` where something was cut.
pub fn truncate(text: &str, columns: usize) -> String {
    let _ = (text, columns);
    todo!()
}
