//! The lines of a file, in which what was read is found again.

use saphyr_parser::{ScalarStyle, Span};

use super::spread::{LineStart, starts};
use crate::deck::Place;

/// A file as it was written.
#[derive(Default)]
pub(super) struct Written<'t> {
    lines: Vec<&'t str>,
    /// The last spot that was looked up: line, column and byte.
    cursor: (usize, usize, usize),
}

impl<'t> Written<'t> {
    pub(super) fn of(text: &'t str) -> Written<'t> {
        Written {
            lines: text.lines().collect(),
            cursor: (0, 0, 0),
        }
    }

    /// Where the lines of a scalar begin, if it has several.
    pub(super) fn starts(
        &self,
        text: &str,
        style: ScalarStyle,
        span: Span,
        last_line: usize,
    ) -> Box<[LineStart]> {
        let first = span.start.line().max(1);
        if last_line == first {
            return Box::default();
        }
        let lines = self.lines.get(first - 1..).unwrap_or_default();
        let lines = lines.get(..=last_line - first).unwrap_or(lines);
        starts(text, style, lines, first, span.start.col()).unwrap_or_default()
    }

    /// Spans count columns from 0, and reach over the blanks after a quote and
    /// the comment behind it.
    pub(super) fn place_of(&mut self, span: Span) -> Place {
        let (line, column) = (span.start.line().max(1), span.start.col());
        let length = if span.start.line() == span.end.line() {
            in_its_quotes(self.at(line, column, span.len()))
                .trim_end()
                .chars()
                .count()
                .max(1)
        } else {
            1
        };
        Place {
            line,
            column: column + 1,
            length,
        }
    }

    /// What stands in the file from a column on. Spots are asked for in the
    /// order of the file, so that a long line is walked once.
    fn at(&mut self, line: usize, column: usize, length: usize) -> &str {
        let whole = self.lines.get(line - 1).copied().unwrap_or_default();
        let (last_line, last_column, last_byte) = self.cursor;
        let (from, byte) = if line == last_line && column >= last_column {
            (last_column, last_byte)
        } else {
            (0, 0)
        };
        let ahead = |text: &str, characters: usize| {
            text.char_indices()
                .nth(characters)
                .map_or(text.len(), |(at, _)| at)
        };
        let byte = byte + ahead(whole.get(byte..).unwrap_or_default(), column - from);
        self.cursor = (line, column, byte);
        let rest = whole.get(byte..).unwrap_or_default();
        rest.get(..ahead(rest, length)).unwrap_or_default()
    }
}

/// A text in quotes up to its last one, without what stands behind it.
fn in_its_quotes(written: &str) -> &str {
    // An anchor may stand before it.
    let mut behind = written.char_indices().peekable();
    if written.starts_with('&') {
        while behind.next_if(|(_, c)| *c != ' ').is_some() {}
        while behind.next_if(|(_, c)| *c == ' ').is_some() {}
    }
    let Some((_, quote @ ('"' | '\''))) = behind.next() else {
        return written;
    };
    let mut inside = behind;
    while let Some((at, c)) = inside.next() {
        match c {
            // What is escaped ends nothing.
            '\\' if quote == '"' => drop(inside.next()),
            '\'' if quote == c && inside.next_if(|(_, next)| *next == c).is_some() => {}
            _ if c == quote => return written.get(..=at).unwrap_or(written),
            _ => {}
        }
    }
    written
}
