//! The bytes of a file as text that both YAML readers take the same way.

use super::Fault;
use crate::deck::Place;

/// The largest deck file that is read: a hundred times the largest that a
/// person writes.
pub const MAXIMUM_BYTES: usize = 8 * 1024 * 1024;

/// More forbidden characters than this, and the file is no text.
const MAXIMUM_FORBIDDEN: usize = 100;

/// A file's text, safe to hand to both readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// The text without a byte-order mark; every forbidden character is U+FFFD
    /// in it, so that places stay and the entry that held it can be told.
    pub text: String,
    /// Where forbidden characters stood.
    pub faults: Vec<Fault>,
}

/// Takes the bytes of a file for text.
///
/// # Errors
/// When they are no text, too many, or none: nothing of the file can be read.
pub fn clean(bytes: &[u8]) -> Result<Clean, Fault> {
    if bytes.len() > MAXIMUM_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.chars().all(char::is_whitespace) {
        return Err(Fault::new("empty-file", START, "the file is empty")
            .help("a deck begins with its name: deck: my-deck"));
    }
    let mut faults = Vec::new();
    let mut clean = String::with_capacity(text.len());
    let (mut line, mut column) = (1, 1);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let ends_line = character == '\n';
        let lone_return = character == '\r' && characters.peek() != Some(&'\n');
        if forbidden(character) || lone_return {
            if faults.len() == MAXIMUM_FORBIDDEN {
                return Err(Fault::new(
                    "not-text",
                    Place {
                        line,
                        column,
                        length: 1,
                    },
                    format!(
                        "the file is no text: more than {MAXIMUM_FORBIDDEN} control characters"
                    ),
                )
                .help("save it as plain text in UTF-8"));
            }
            faults.push(control(
                character,
                Place {
                    line,
                    column,
                    length: 1,
                },
            ));
            clean.push(char::REPLACEMENT_CHARACTER);
        } else {
            clean.push(character);
        }
        if ends_line {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    Ok(Clean {
        text: clean,
        faults,
    })
}

const START: Place = Place {
    line: 1,
    column: 1,
    length: 1,
};

/// That a file of so many `bytes` is not read.
pub fn too_large(bytes: u64) -> Fault {
    let megabytes = bytes.div_ceil(1024 * 1024);
    Fault::new(
        "too-large",
        START,
        format!(
            "the file is {megabytes} MB long; a deck may have {} MB",
            MAXIMUM_BYTES >> 20
        ),
    )
    .help("split it into several decks")
}

/// Whether a character has no business in a deck: what a terminal would obey,
/// and what the two readers take differently as the end of a line.
pub fn forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    }
}

/// That a control character stands in a file or comes out of a text's escapes.
pub fn control(character: char, place: Place) -> Fault {
    let name = match character {
        '\u{1b}' => "an escape sequence (U+001B)".to_owned(),
        '\0' => "a NUL character (U+0000)".to_owned(),
        '\u{2028}' | '\u{2029}' | '\u{85}' => {
            format!("an unusual line break (U+{:04X})", u32::from(character))
        }
        other => format!("a control character (U+{:04X})", u32::from(other)),
    };
    Fault::new("control-character", place, format!("{name} in the text"))
        .help("delete it, or write the text anew")
}

fn not_utf8(bytes: &[u8], valid: usize) -> Fault {
    let before = bytes.get(..valid).unwrap_or_default();
    let text = String::from_utf8_lossy(before);
    let last = text.rsplit('\n').next().unwrap_or_default();
    let column = last
        .strip_prefix('\u{feff}')
        .unwrap_or(last)
        .chars()
        .count()
        + 1;
    let place = Place {
        line: text.matches('\n').count() + 1,
        column,
        length: 1,
    };
    let message = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16, not UTF-8".to_owned(),
        _ => format!(
            "the file is not UTF-8: byte 0x{:02X} at offset {valid}",
            bytes.get(valid).copied().unwrap_or_default()
        ),
    };
    Fault::new("not-utf8", place, message).help("save it in UTF-8")
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        let large = vec![b'a'; MAXIMUM_BYTES + 1];
        let cases: &[(&[u8], &str, usize, usize)] = &[
            (b"", "empty-file", 1, 1),
            (b"\xef\xbb\xbf", "empty-file", 1, 1),
            (b" \n\t\n", "empty-file", 1, 1),
            (b"deck: a\ntitle: caf\xe9\n", "not-utf8", 2, 11),
            (
                "title: 칩\nx: "
                    .as_bytes()
                    .split_last()
                    .map(|(_, rest)| rest)
                    .unwrap(),
                "",
                0,
                0,
            ),
            (b"\xed\x95\x9c\xed\x95 ", "not-utf8", 1, 2),
            (b"\xff\xfed\0e\0", "not-utf8", 1, 1),
            (&large, "too-large", 1, 1),
            (&[0; 200], "not-text", 1, 101),
        ];
        for (bytes, code, line, column) in cases {
            match clean(bytes) {
                Ok(_) => assert_eq!(*code, ""),
                Err(fault) => assert_eq!(
                    (fault.code, fault.place.line, fault.place.column),
                    (*code, *line, *column)
                ),
            }
        }
    }

    #[test]
    fn forbidden_characters_are_told_and_keep_their_places() {
        for (text, line, column) in [
            ("a: \u{1b}[31m", 1, 4),
            ("a: b\r\n가: \u{7}", 2, 4),
            ("a: b\rc", 1, 5),
            ("a: \u{2028}", 1, 4),
            ("\u{feff}a: \u{feff}", 1, 4),
            ("a: \u{85}", 1, 4),
            ("a: \u{9b}31m", 1, 4),
        ] {
            let clean = clean(text.as_bytes()).unwrap();
            let places: Vec<_> = clean
                .faults
                .iter()
                .map(|f| (f.place.line, f.place.column))
                .collect();
            assert_eq!(places, [(line, column)], "{text:?}");
            assert!(!clean.text.chars().any(forbidden));
        }
    }
}
