//! Walks down a deck to the cursor, and on to the end of the mapping around it.

use std::ops::Range;

use super::line::{colon, comment, dash, leading, plain_in_flow, quoting};
use super::{LINES_BELOW, Role, Spot, Style};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Map,
    List,
    FlowMap,
    FlowList,
}

/// A mapping or list that is open.
pub(super) struct Frame {
    pub(super) number: usize,
    pub(super) kind: Kind,
    pub(super) column: usize,
    /// The key whose value is being read.
    pub(super) key: Option<String>,
    /// All keys so far, but for one under the cursor.
    pub(super) keys: Vec<String>,
    /// Which item of a list it is at, from 0.
    pub(super) item: usize,
}

pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    pub(super) cursor: usize,
    pub(super) frames: Vec<Frame>,
    pub(super) made: usize,
    pub(super) found: Option<Spot>,
    /// The mapping around the cursor, until it ends.
    pub(super) mapping: Option<usize>,
    pub(super) siblings: Vec<String>,
}

/// What a line holds that has neither colon nor dash.
#[derive(Debug, Clone, Copy)]
enum Bare {
    /// It begins in a column.
    Line(usize),
    /// It is behind a dash.
    Item,
}

impl<'t> Lexer<'t> {
    /// At the beginning of a text.
    pub fn new(text: &'t str, cursor: usize) -> Lexer<'t> {
        Lexer {
            text,
            cursor,
            frames: Vec::new(),
            made: 0,
            found: None,
            mapping: None,
            siblings: Vec::new(),
        }
    }

    /// To the end.
    pub fn run(&mut self) {
        let mut at = 0;
        if self.text.starts_with('\u{feff}') {
            at = '\u{feff}'.len_utf8();
        }
        let mut below = 0;
        while at < self.text.len() && below < LINES_BELOW {
            let next = self.line(at);
            if self.found.is_none() && (at..next).contains(&self.cursor) {
                self.found = Some(Spot::nothing(self.cursor));
            }
            at = next;
            match (&self.found, self.mapping) {
                (Some(_), None) => break,
                (Some(_), Some(_)) => below += 1,
                (None, _) => {}
            }
        }
        if self.found.is_none() {
            // Behind the last line break, where nothing is yet.
            let start = self.text.rfind('\n').map_or(0, |at| at + 1);
            self.blank(self.cursor.saturating_sub(start));
        }
        self.cut(0);
    }

    /// Reads a line, or as many as what begins on it has; gives where the next begins.
    fn line(&mut self, start: usize) -> usize {
        let end = self.line_end(start);
        let mut at = start + leading(self.part(start, end));
        let content = self.part(at, end).trim_end();
        let here = self.found.is_none() && (start..=end).contains(&self.cursor);
        if content.is_empty() {
            if here {
                self.blank(self.cursor - start);
            }
            return end + 1;
        }
        if content.starts_with('#') {
            if here {
                self.found = Some(Spot::nothing(self.cursor));
            }
            return end + 1;
        }
        if here && self.cursor < at {
            self.found = Some(Spot::nothing(self.cursor));
        }
        let mut in_item = false;
        while let Some(width) = dash(self.part(at, end)) {
            self.dash(at - start);
            in_item = true;
            at += width;
            let rest = self.part(at, end).trim_end();
            let before = self.cursor < at || rest.is_empty() || rest.starts_with('#');
            if here && self.found.is_none() && before {
                self.in_all(Role::Bare, self.cursor..self.cursor, Style::Plain);
            }
        }
        let column = at - start;
        if let Some((key, behind)) = self.key(at, end) {
            self.enter_key(column, key);
            return self.value(behind, end, column, None);
        }
        // What stands alone on a line may be a key without its colon.
        let bare = if in_item {
            Bare::Item
        } else {
            Bare::Line(column)
        };
        self.value(at, end, column.saturating_sub(1), Some(bare))
    }

    /// Reads what stands behind a key or dash, or `bare` without either; its
    /// further lines are deeper than `indent`.
    fn value(&mut self, at: usize, end: usize, indent: usize, bare: Option<Bare>) -> usize {
        let mut at = at;
        loop {
            at += leading(self.part(at, end));
            let rest = self.part(at, end);
            // An anchor stands before what it names.
            if !rest.starts_with('&') {
                break;
            }
            at += rest.find(' ').unwrap_or(rest.len());
        }
        let rest = self.part(at, end);
        match rest.chars().next() {
            None | Some('#' | '\r') => {
                let to = if rest.starts_with('#') { at } else { end };
                if self.touches(self.gap(at)..to) {
                    self.in_all(Role::Value, self.cursor..self.cursor, Style::Plain);
                }
                end + 1
            }
            Some('|' | '>') => self.block(end, indent),
            Some(quote @ ('"' | '\'')) => {
                let close = self.quoted(at, quote, indent);
                self.scalar(at + 1..close, at + 1..close + 1, quoting(quote), bare);
                self.line_end(close) + 1
            }
            Some('[' | '{') => {
                let after = self.flow(at, indent);
                self.line_end(after) + 1
            }
            Some(_) => {
                let length = comment(rest).map_or(rest.len(), |at| at);
                let whole = at + length;
                let trimmed = at + rest.get(..length).unwrap_or_default().trim_end().len();
                // Behind a blank one still types the same text.
                let reach = if (trimmed..=whole).contains(&self.cursor) {
                    self.cursor
                } else {
                    trimmed
                };
                self.scalar(at..reach, at..reach, Style::Plain, bare);
                end + 1
            }
        }
    }

    /// Notes a text if the cursor is on it.
    fn scalar(
        &mut self,
        inside: Range<usize>,
        whole: Range<usize>,
        style: Style,
        bare: Option<Bare>,
    ) {
        if !self.touches(whole) {
            return;
        }
        match bare {
            Some(Bare::Line(column)) => self.at_column(column, inside, style),
            Some(Bare::Item) => self.in_all(Role::Bare, inside, style),
            None => self.in_all(Role::Value, inside, style),
        }
    }

    /// A block of lines, all deeper than `indent`.
    fn block(&mut self, end: usize, indent: usize) -> usize {
        let mut at = end + 1;
        while at < self.text.len() {
            let end = self.line_end(at);
            let line = self.part(at, end);
            let is_empty = line.trim().is_empty();
            // Who goes back to the column of the keys is about to write one.
            let leaves = is_empty && self.touches(at..end) && self.cursor - at <= indent;
            if leaves || !is_empty && leading(line) <= indent {
                break;
            }
            if self.touches(at..end) {
                let from = at + leading(line);
                self.in_all(Role::Value, from.min(self.cursor)..end, Style::Block);
            }
            at = end + 1;
        }
        at
    }

    /// Where a quoted text that opens at `at` closes: its quote, or the end of
    /// the line after which it can't go on.
    fn quoted(&self, at: usize, quote: char, indent: usize) -> usize {
        let inside = self.part(at + 1, self.text.len());
        let mut characters = inside.char_indices().peekable();
        while let Some((i, c)) = characters.next() {
            let i = at + 1 + i;
            match c {
                '\\' if quote == '"' => {
                    characters.next();
                }
                '\'' if quote == '\'' && matches!(characters.peek(), Some((_, '\''))) => {
                    characters.next();
                }
                '\n' if !self.goes_on(i + 1, indent) => return i,
                _ if c == quote => return i,
                _ => {}
            }
        }
        self.text.len()
    }

    /// Whether the line that begins at `start` may belong to something that
    /// began on a line indented by `indent`.
    fn goes_on(&self, start: usize, indent: usize) -> bool {
        let line = self.part(start, self.line_end(start));
        line.trim().is_empty() || leading(line) > indent
    }

    /// Braces or brackets that open at `at`; gives what is behind them.
    fn flow(&mut self, at: usize, indent: usize) -> usize {
        let outside = self.frames.len();
        let mut at = at;
        while let Some(c) = self.part(at, self.text.len()).chars().next() {
            let here = self.found.is_none() && at == self.cursor;
            match c {
                '[' | '{' => {
                    let kind = if c == '[' {
                        Kind::FlowList
                    } else {
                        Kind::FlowMap
                    };
                    self.push(kind, usize::MAX);
                    at += 1;
                }
                ']' | '}' => {
                    if here {
                        self.in_flow(at..at, Style::Plain);
                    }
                    self.cut(self.frames.len().saturating_sub(1));
                    at += 1;
                    if self.frames.len() <= outside {
                        return at;
                    }
                }
                ',' => {
                    if here {
                        self.in_flow(at..at, Style::Plain);
                    }
                    if let Some(frame) = self.frames.last_mut() {
                        frame.key = None;
                        frame.item += 1;
                    }
                    at += 1;
                }
                '\n' => {
                    if here {
                        self.in_flow(at..at, Style::Plain);
                    }
                    let line = self.part(at + 1, self.line_end(at + 1));
                    let closes = line.trim_start().starts_with([']', '}']);
                    if !closes && !self.goes_on(at + 1, indent) {
                        break;
                    }
                    at += 1;
                }
                '#' => at = self.line_end(at),
                _ if c.is_whitespace() => {
                    if here {
                        self.in_flow(at..at, Style::Plain);
                    }
                    at += c.len_utf8();
                }
                '"' | '\'' => {
                    let close = self.quoted(at, c, indent);
                    let behind = (close + 1).min(self.text.len());
                    at = self.flow_text(at + 1..close, at..behind, quoting(c));
                }
                _ => {
                    let length = plain_in_flow(self.part(at, self.text.len()));
                    let trimmed = self.part(at, at + length).trim_end().len();
                    at = self.flow_text(at..at + trimmed, at..at + trimmed, Style::Plain);
                }
            }
        }
        if self.found.is_none() && self.cursor == self.text.len() && at >= self.cursor {
            self.in_flow(self.cursor..self.cursor, Style::Plain);
        }
        self.cut(outside);
        at
    }

    /// A text within brackets or braces: a key if a colon follows.
    fn flow_text(&mut self, inside: Range<usize>, whole: Range<usize>, style: Style) -> usize {
        let rest = self.part(whole.end, self.text.len());
        let behind = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        let is_map = self
            .frames
            .last()
            .is_some_and(|frame| frame.kind == Kind::FlowMap);
        // Before its quote one is not in it yet.
        let reach = inside.start..whole.end;
        let colon = behind.starts_with(':') && self.frames.last().is_some_and(|f| f.key.is_none());
        if is_map && colon {
            let name = self.part(inside.start, inside.end).to_owned();
            let under = self.touches(reach.clone());
            if under {
                self.found_key(inside, style, true);
            }
            if let Some(frame) = self.frames.last_mut() {
                if !under {
                    frame.keys.push(name.clone());
                }
                frame.key = Some(name);
            }
            return whole.end + (rest.len() - behind.len()) + 1;
        }
        if self.touches(reach) {
            self.in_flow(inside, style);
        }
        // Nothing that is no text is passed over without end.
        whole.end.max(whole.start + 1)
    }

    // The text.

    pub(super) fn part(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = self.part(from, self.text.len());
        rest.find('\n').map_or(self.text.len(), |at| from + at)
    }

    pub(super) fn touches(&self, range: Range<usize>) -> bool {
        self.found.is_none() && range.start <= self.cursor && self.cursor <= range.end
    }

    /// Where the spaces before `at` begin.
    fn gap(&self, at: usize) -> usize {
        self.part(0, at).trim_end_matches(' ').len()
    }

    /// A key that stands at `at`, and what is behind its colon.
    fn key(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        let rest = self.part(at, end);
        let length = match rest.chars().next()? {
            quote @ ('"' | '\'') => {
                let inside = rest.get(1..)?;
                let close = inside.find(quote)? + 2;
                let behind = rest.get(close..)?.trim_start();
                behind.starts_with(':').then_some(close)?
            }
            '[' | '{' | '|' | '>' | '#' => return None,
            _ => colon(rest.get(..comment(rest).unwrap_or(rest.len()))?)?,
        };
        let behind = rest.get(length..)?;
        let colon = length + behind.find(':')? + 1;
        let trimmed = rest.get(..length)?.trim_end().len();
        Some((at..at + trimmed, at + colon))
    }
}
