//! Places in a text as three sides count them: bytes here, lines and characters
//! in a diagnostic, lines and UTF-16 code units in the protocol.

use std::ops::Range;

use lsp_types::Position;

use crate::deck::Place;

/// The text of a document, with the beginnings of its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    text: String,
    /// Where the protocol's lines begin: after `\n`, `\r\n` and a lone `\r`.
    lines: Vec<usize>,
    /// Where a deck's lines begin: to those who read it a lone `\r` is a
    /// character that has no business there.
    rows: Vec<usize>,
}

impl Text {
    /// A text.
    pub fn new(text: String) -> Text {
        let bytes = text.as_bytes();
        let (mut lines, mut rows) = (vec![0], vec![0]);
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                b'\n' => {
                    lines.push(at + 1);
                    rows.push(at + 1);
                }
                b'\r' if bytes.get(at + 1) != Some(&b'\n') => lines.push(at + 1),
                _ => {}
            }
        }
        Text { text, lines, rows }
    }

    /// The whole of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands in a range of bytes; nothing if that is none.
    pub fn get(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The byte that a position stands before. One beyond the end of a line is
    /// at its end, one within a character at its beginning.
    pub fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.lines.get(line).copied() else {
            return self.text.len();
        };
        let next = self.lines.get(line + 1).copied();
        let whole = self.get(start..next.unwrap_or(self.text.len()));
        let whole = whole.trim_end_matches(['\n', '\r']);
        let (mut units, wanted) = (0, position.character as usize);
        for (at, character) in whole.char_indices() {
            units += character.len_utf16();
            if units > wanted {
                return start + at;
            }
        }
        start + whole.len()
    }

    /// The position of a byte.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= offset) - 1;
        let start = self.lines.get(line).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        let units: usize = before.chars().map(char::len_utf16).sum();
        let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Position::new(count(line), count(units))
    }

    /// A range of bytes as the protocol has it.
    pub fn range(&self, range: Range<usize>) -> lsp_types::Range {
        lsp_types::Range::new(self.position(range.start), self.position(range.end))
    }

    /// The bytes of a place, no further than the end of its line.
    pub fn bytes_of(&self, place: Place) -> Range<usize> {
        let row = place.line.saturating_sub(1);
        let Some(mut start) = self.rows.get(row).copied() else {
            return self.text.len()..self.text.len();
        };
        let end = self.rows.get(row + 1).copied().unwrap_or(self.text.len());
        // Columns do not count the byte-order mark.
        if start == 0 && self.text.starts_with('\u{feff}') {
            start = '\u{feff}'.len_utf8();
        }
        let line = self.get(start..end);
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let nth = |text: &str, nth: usize| {
            let mut at = text.char_indices().map(|(at, _)| at);
            at.nth(nth).unwrap_or(text.len())
        };
        let from = nth(line, place.column.saturating_sub(1));
        let rest = line.get(from..).unwrap_or_default();
        let start = start + from;
        start..start + nth(rest, place.length)
    }

    /// The place of a byte, one character long.
    #[cfg(test)]
    pub fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let row = self.rows.partition_point(|start| *start <= offset) - 1;
        let start = self.rows.get(row).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        let mark = before.strip_prefix('\u{feff}').filter(|_| row == 0);
        let before = mark.unwrap_or(before);
        Place {
            line: row + 1,
            column: before.chars().count() + 1,
            length: 1,
        }
    }

    /// The text with a part of it replaced.
    pub fn replaced(&self, range: lsp_types::Range, by: &str) -> Text {
        let (one, two) = (self.offset(range.start), self.offset(range.end));
        let (from, to) = (one.min(two), one.max(two));
        let mut text = self.get(0..from).to_owned();
        text.push_str(by);
        text.push_str(self.get(to..self.text.len()));
        Text::new(text)
    }

    /// Where a deck's line ends, before its line break.
    pub fn end_of_row(&self, line: usize) -> usize {
        let next = self.rows.get(line).copied();
        let start = line.checked_sub(1).and_then(|row| self.rows.get(row));
        let Some(start) = start.copied() else {
            return self.text.len();
        };
        let row = self.get(start..next.unwrap_or(self.text.len()));
        start + row.trim_end_matches(['\n', '\r']).len()
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn positions_count_utf16() {
        for (text, line, character, offset) in [
            ("deck: a", 0, 6, 6),
            ("ask: 칩은?", 0, 5, 5),
            ("ask: 칩은?", 0, 6, 8),
            ("ask: 칩은?", 0, 8, 12),
            ("🇰🇷 x", 0, 2, 4),
            ("🇰🇷 x", 0, 4, 8),
            ("🇰🇷 x", 0, 6, 10),
            ("a\nb\n", 1, 0, 2),
            ("a\nb\n", 2, 0, 4),
            ("a\r\nb", 1, 1, 4),
            ("a\rb", 1, 0, 2),
            ("", 0, 0, 0),
        ] {
            let read = Text::new(text.to_owned());
            let position = Position::new(line, character);
            assert_eq!(read.offset(position), offset, "{text:?}");
            assert_eq!(read.position(offset), position, "{text:?}");
        }
    }

    #[test]
    fn positions_that_are_none_are_the_nearest_before() {
        for (text, line, character, offset) in [
            ("😀b", 0, 1, 0),
            ("가나\nb", 0, 9, 6),
            ("가나\r\nb", 0, 9, 6),
            ("a", 7, 0, 1),
            ("a", u32::MAX, u32::MAX, 1),
        ] {
            let read = Text::new(text.to_owned());
            let position = Position::new(line, character);
            assert_eq!(read.offset(position), offset, "{text:?}");
        }
    }

    #[test]
    fn places_count_characters_from_one() {
        for (text, (line, column, length), shown) in [
            ("deck: a", (1, 7, 1), "a"),
            ("칩: 😀 가나\nb: c", (1, 6, 2), "가나"),
            ("a: b\r\n칩: 다라", (2, 4, 9), "다라"),
            ("\u{feff}deck: a", (1, 1, 4), "deck"),
            ("a\rb\nc: d", (2, 4, 1), "d"),
            ("a: b", (9, 1, 1), ""),
            ("a: b", (0, 0, 1), "a"),
        ] {
            let read = Text::new(text.to_owned());
            let place = Place {
                line,
                column,
                length,
            };
            assert_eq!(read.get(read.bytes_of(place)), shown, "{text:?}");
        }
    }

    #[test]
    fn a_lone_return_ends_a_line_to_the_protocol_alone() {
        let text = Text::new("a\rb\nc: d".to_owned());
        let place = Place {
            line: 2,
            column: 1,
            length: 1,
        };
        let range = text.range(text.bytes_of(place));
        assert_eq!(range.start, Position::new(2, 0));
        assert_eq!(text.place(4), place);
    }

    proptest! {
        #[test]
        fn every_character_has_a_position_and_a_place(text in "(.|[가-힣]|😀|\n|\r|\r\n){0,40}") {
            let read = Text::new(text.clone());
            for (at, character) in text.char_indices() {
                // Between the two of a line break there is no position.
                if !matches!(character, '\n' | '\r') {
                    prop_assert_eq!(read.offset(read.position(at)), at);
                }
                if !matches!(character, '\n' | '\r' | '\u{feff}') {
                    prop_assert_eq!(read.bytes_of(read.place(at)), at..at + character.len_utf8());
                }
            }
        }

        #[test]
        fn a_change_is_a_splice(text in "(.|가|😀|\n){0,20}", by in "(.|가|😀|\n){0,5}", ends in any::<(u32, u32, u32, u32)>()) {
            let read = Text::new(text);
            let (a, b, c, d) = ends;
            let range = lsp_types::Range::new(Position::new(a % 6, b % 9), Position::new(c % 6, d % 9));
            let changed = read.replaced(range, &by);
            let (from, to) = (read.offset(range.start), read.offset(range.end));
            let kept = read.as_str().len() - from.abs_diff(to);
            prop_assert_eq!(changed.as_str().len(), kept + by.len());
            prop_assert_eq!(&Text::new(changed.as_str().to_owned()), &changed);
        }
    }
}
