//! The bytes of a file as text that all YAML readers take the same way.

use memchr::memchr3_iter;

use super::Fault;
use crate::deck::Place;
use crate::message;
use crate::text::Message;

/// The largest deck file that is read: a hundred times the largest that a
/// person writes.
pub const MAXIMUM_BYTES: usize = 8 * 1024 * 1024;

/// More forbidden characters than this, and the file is no text.
const MAXIMUM_FORBIDDEN: usize = 100;

/// A file's text, safe to hand to a reader of YAML.
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
        let message = message!("the file is empty", "파일이 비어 있습니다");
        return Err(Fault::new("empty-file", START, message).help(begin()));
    }
    if !is_doubtful(text) {
        return Ok(Clean {
            text: text.to_owned(),
            faults: Vec::new(),
        });
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
                    message!(
                        "the file is no text: more than {MAXIMUM_FORBIDDEN} control characters",
                        "글이 아닌 파일입니다. 제어 문자가 {MAXIMUM_FORBIDDEN}개를 넘습니다"
                    ),
                )
                .help(message!(
                    "save it as plain text in UTF-8",
                    "UTF-8로 된 순수한 글로 저장하세요"
                )));
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

/// How a deck begins, where there is nothing yet.
pub(super) fn begin() -> Message {
    message!(
        "a deck begins with its name: deck: my-deck",
        "덱은 이름으로 시작합니다: deck: my-deck"
    )
}

/// That a file of so many `bytes` is not read.
pub fn too_large(bytes: u64) -> Fault {
    let megabytes = bytes.div_ceil(1024 * 1024);
    Fault::new(
        "too-large",
        START,
        message!(
            "the file is {megabytes} MB long; a deck may have {} MB",
            "파일이 {megabytes} MB입니다. 덱은 {} MB까지입니다",
            MAXIMUM_BYTES >> 20
        ),
    )
    .help(message!(
        "split it into several decks",
        "여러 덱으로 나누세요"
    ))
}

/// Whether a text may have a character that is [`forbidden`], or a return: one
/// mostly has none, which is seen faster by bytes.
fn is_doubtful(text: &str) -> bool {
    let bytes = text.as_bytes();
    // To the end, whatever is found: no byte waits for what the one before is.
    let is_control = |byte: &u8| byte.is_ascii_control() & !matches!(byte, b'\t' | b'\n');
    let controls = bytes
        .iter()
        .fold(false, |found, byte| found | is_control(byte));
    controls
        || memchr3_iter(0xC2, 0xE2, 0xEF, bytes).any(|at| {
            matches!(
                bytes.get(at..),
                // U+0080 to U+009F.
                Some([0xC2, ..0xA0, ..])
                // U+2028 to U+202E: separators of lines and paragraphs, and overrides.
                | Some([0xE2, 0x80, 0xA8..=0xAE, ..])
                // U+FEFF, U+FFFE and U+FFFF.
                | Some([0xEF, 0xBB | 0xBF, ..])
            )
        })
}

/// Whether a character has no business in a deck: what a terminal would obey,
/// and what readers of YAML take differently as the end of a line.
pub fn forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        // Overrides of the direction let a text read as another one.
        '\u{202d}' | '\u{202e}' => true,
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    }
}

/// That a control character stands in a file or comes out of a text's escapes.
pub fn control(character: char, place: Place) -> Fault {
    let (name, name_ko) = match character {
        '\u{1b}' => ("an escape sequence", "이스케이프 문자"),
        '\0' => ("a NUL character", "널 문자"),
        '\u{2028}' | '\u{2029}' | '\u{85}' | '\r' => {
            ("an unusual line break", "흔하지 않은 줄바꿈 문자")
        }
        '\u{202d}' | '\u{202e}' => ("an override of the direction", "글 방향을 뒤집는 문자"),
        _ => ("a control character", "제어 문자"),
    };
    let code = u32::from(character);
    let message = message!(
        "{name} (U+{code:04X}) in the text",
        "글에 {name_ko}(U+{code:04X})가 들어 있습니다"
    );
    Fault::new("control-character", place, message).help(message!(
        "delete it, or write the text anew",
        "지우거나 글을 새로 쓰세요"
    ))
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
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => message!(
            "the file is UTF-16, not UTF-8",
            "파일이 UTF-8이 아니라 UTF-16입니다"
        ),
        _ => message!(
            "the file is not UTF-8: byte 0x{:02X} at offset {valid}",
            "파일이 UTF-8이 아닙니다: {valid}번 위치의 바이트 0x{:02X}",
            bytes.get(valid).copied().unwrap_or_default()
        ),
    };
    Fault::new("not-utf8", place, message).help(message!("save it in UTF-8", "UTF-8로 저장하세요"))
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
    fn no_forbidden_character_is_missed() {
        for character in '\0'..=char::MAX {
            let is_wrong = forbidden(character) || character == '\r';
            let doubtful = is_doubtful(&format!("a{character}"));
            assert!(doubtful || !is_wrong, "{character:?}");
        }
        assert!(!is_doubtful("a: ‘칩’ · é – “b”\t👍\n"));
    }

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
            ("a: b\u{202e}c", 1, 5),
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
