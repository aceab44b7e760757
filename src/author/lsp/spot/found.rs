//! What is open where the walk is, and what was found at the cursor.

use std::ops::Range;

use super::lexer::{Frame, Kind, Lexer};
use super::line::unquoted;
use super::{Role, Spot, Step, Style};

impl Lexer<'_> {
    pub(super) fn push(&mut self, kind: Kind, column: usize) {
        self.made += 1;
        self.frames.push(Frame {
            number: self.made,
            kind,
            column,
            key: None,
            keys: Vec::new(),
            item: 0,
        });
    }

    /// Ends what is open beyond the first so many.
    pub(super) fn cut(&mut self, length: usize) {
        while self.frames.len() > length {
            let Some(frame) = self.frames.pop() else {
                return;
            };
            if self.mapping == Some(frame.number) {
                self.siblings = frame.keys;
                self.mapping = None;
            }
        }
    }

    /// How many of what is open go on at a key in `column`.
    pub(super) fn around(&self, column: usize) -> usize {
        let goes_on = |frame: &&Frame| {
            frame.column < column || frame.column == column && frame.kind == Kind::Map
        };
        self.frames.iter().take_while(goes_on).count()
    }

    pub(super) fn dash(&mut self, column: usize) {
        // A list may begin in the column of the key that it belongs to.
        let goes_on = |frame: &&Frame| frame.column <= column;
        let mut kept = self.frames.iter().take_while(goes_on).count();
        let is_list = |frame: &Frame| frame.column == column && frame.kind == Kind::List;
        if let Some(list) = self.frames.iter().position(is_list) {
            kept = list + 1;
        }
        self.cut(kept);
        match self.frames.last_mut() {
            Some(frame) if is_list(frame) => frame.item += 1,
            _ => self.push(Kind::List, column),
        }
    }

    pub(super) fn enter_key(&mut self, column: usize, key: Range<usize>) {
        self.cut(self.around(column));
        let open = |frame: &Frame| frame.column == column && frame.kind == Kind::Map;
        if !self.frames.last().is_some_and(open) {
            self.push(Kind::Map, column);
        }
        let name = unquoted(self.part(key.start, key.end)).to_owned();
        let under = self.touches(key.clone());
        if under {
            self.found_key(key, Style::Plain, true);
        }
        if let Some(frame) = self.frames.last_mut() {
            if !under {
                frame.keys.push(name.clone());
            }
            frame.key = Some(name);
        }
    }

    /// The way into the first so many of what is open.
    pub(super) fn path(&self, length: usize) -> Vec<Step> {
        let frames = self.frames.iter().take(length);
        let step = |frame: &Frame| match frame.kind {
            Kind::Map | Kind::FlowMap => frame.key.clone().map(Step::Key),
            Kind::List | Kind::FlowList => Some(Step::Item(frame.item)),
        };
        frames.filter_map(step).collect()
    }

    /// A key of the innermost mapping.
    pub(super) fn found_key(&mut self, range: Range<usize>, style: Style, colon: bool) {
        let length = self.frames.len();
        self.found_key_of(length, range, style, colon);
    }

    /// A key of the last of the first so many that are open.
    pub(super) fn found_key_of(
        &mut self,
        length: usize,
        range: Range<usize>,
        style: Style,
        colon: bool,
    ) {
        let frame = length.checked_sub(1).and_then(|at| self.frames.get(at));
        let flow = frame.is_some_and(|frame| frame.kind == Kind::FlowMap);
        let column = frame.map_or(0, |frame| frame.column);
        // Before the first key of a file its mapping is the next that begins.
        self.mapping = Some(frame.map_or(self.made + 1, |frame| frame.number));
        self.found = Some(Spot {
            path: self.path(length.saturating_sub(1)),
            role: Role::Key,
            range,
            style,
            flow,
            colon,
            column: if flow { 0 } else { column },
            siblings: Vec::new(),
        });
    }

    /// What all that is open leads to.
    pub(super) fn in_all(&mut self, role: Role, range: Range<usize>, style: Style) {
        let last = self.frames.last();
        let flow = last.is_some_and(|f| matches!(f.kind, Kind::FlowMap | Kind::FlowList));
        let column = last.map_or(0, |frame| frame.column);
        self.found = Some(Spot {
            path: self.path(self.frames.len()),
            role,
            range,
            style,
            flow,
            colon: false,
            column: if flow { 0 } else { column },
            siblings: Vec::new(),
        });
    }

    /// What may stand within brackets or braces.
    pub(super) fn in_flow(&mut self, range: Range<usize>, style: Style) {
        match self.frames.last() {
            Some(frame) if frame.kind == Kind::FlowMap && frame.key.is_none() => {
                self.found_key(range, style, false);
            }
            _ => self.in_all(Role::Value, range, style),
        }
    }

    /// What begins a line in `column`.
    pub(super) fn at_column(&mut self, column: usize, range: Range<usize>, style: Style) {
        let length = self.around(column);
        let last = length.checked_sub(1).and_then(|at| self.frames.get(at));
        match last {
            None if column == 0 => self.found_key_of(0, range, style, false),
            Some(frame) if frame.column == column => {
                self.found_key_of(length, range, style, false);
            }
            _ => {
                self.found = Some(Spot {
                    path: self.path(length),
                    role: Role::Bare,
                    range,
                    style,
                    flow: false,
                    colon: false,
                    column,
                    siblings: Vec::new(),
                });
            }
        }
    }

    /// An empty line.
    pub(super) fn blank(&mut self, column: usize) {
        self.at_column(column, self.cursor..self.cursor, Style::Plain);
    }
}
