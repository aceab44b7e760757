//! The characters of a scalar as they were written, each with its byte.

use saphyr_parser::ScalarStyle;

/// What a scalar says before lines are folded, with where each character of it
/// was written. An escape stands as a space: what it says is not looked at.
pub struct Written {
    /// The characters.
    pub text: String,
    /// For each byte of `text` the byte of the file.
    bytes: Vec<usize>,
}

impl Written {
    /// Reads what was written at `start` of the file in the given style.
    pub fn read(written: &str, start: usize, style: ScalarStyle) -> Written {
        let mut read = Written {
            text: String::with_capacity(written.len()),
            bytes: Vec::with_capacity(written.len()),
        };
        let mut characters = written.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let said = match (style, character) {
                (ScalarStyle::DoubleQuoted, '\\') => match characters.next() {
                    Some((_, '\\')) => '\\',
                    _ => ' ',
                },
                _ => character,
            };
            read.text.push(said);
            for _ in 0..said.len_utf8() {
                read.bytes.push(start + at);
            }
        }
        read
    }

    /// Where in the file a byte of the text was written.
    pub fn byte(&self, at: usize) -> Option<usize> {
        self.bytes.get(at).copied()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn what_is_said_has_its_byte() {
        for (written, style, text, at, byte) in [
            ("가 {{나}}", ScalarStyle::Plain, "가 {{나}}", 4, 14),
            (
                r#""\\{{a}}""#,
                ScalarStyle::DoubleQuoted,
                r#""\{{a}}""#,
                2,
                13,
            ),
            (
                r#""\u{{a}}""#,
                ScalarStyle::DoubleQuoted,
                r#"" {{a}}""#,
                2,
                13,
            ),
            (
                "'it''s {{a}}'",
                ScalarStyle::SingleQuoted,
                "'it''s {{a}}'",
                7,
                17,
            ),
        ] {
            let read = Written::read(written, 10, style);
            assert_eq!(read.text, text);
            assert_eq!(read.byte(at), Some(byte), "{written}");
        }
    }
}
