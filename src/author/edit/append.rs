//! One entry more at the end of a list of the deck.

use std::ops::Range;

use super::outline::{Kind, Spot};
use super::page::{Edit, Effect, Page, Splice};
use crate::deck::yaml::{self, Node, Style, Value};

/// How a list that is not there yet is indented.
const INDENT: usize = 2;

/// What stands behind a dash is moved in so far at most.
const WIDEST: usize = 8;

/// Where and how a list is written.
#[derive(Debug)]
struct List {
    /// The bytes in whose place the entry comes: none behind the last one.
    at: Range<usize>,
    /// What must go: the brackets of an empty list.
    brackets: Option<Range<usize>>,
    /// The column of its dashes.
    column: usize,
    /// From the dash to what stands behind it.
    width: usize,
    /// Whether its entries have an empty line between them.
    airy: bool,
}

impl Page {
    /// One more entry behind the last of the list under the top-level `key`,
    /// which is put behind everything where there is none. `entry` is its YAML
    /// without a dash, each line as it is. `None` where the list is written in
    /// a way that leaves no room for it.
    pub fn append(&self, key: &str, entry: &[String]) -> Option<Edit> {
        let entries = self.root.entries();
        let at = entries
            .iter()
            .position(|(name, _)| name.text() == Some(key));
        let spots = match &self.spots.kind {
            Kind::Map(spots) => spots.as_slice(),
            _ => return None,
        };
        let end = self.line_end(self.text.len());
        let item = item(entry)?;
        let Some(at) = at else {
            let column = self.column(spots.first()?.0.span.start)?;
            let lines = laid(entry, column + INDENT, end);
            let indent = " ".repeat(column);
            return Some(Edit {
                splices: vec![Splice {
                    at: self.text.len()..self.text.len(),
                    text: format!("{}{indent}{key}:{end}{lines}", self.closing(end)),
                }],
                effects: vec![Effect::Has {
                    path: Vec::new(),
                    position: entries.len(),
                    key: key.to_owned(),
                    value: Node {
                        value: Value::List(vec![item.clone()]),
                        ..item
                    },
                }],
            });
        };
        let Some(list) = self.list(spots, at) else {
            return self.append_in_brackets((at, &spots.get(at)?.1), &item);
        };
        let mut text = laid_by(entry, list.column, list.width, end);
        if list.airy {
            text.insert_str(0, end);
        }
        if list.at.start == self.text.len() {
            text.insert_str(0, self.closing(end));
        }
        let mut splices = vec![Splice {
            at: list.at.clone(),
            text,
        }];
        splices.extend(list.brackets.map(|at| Splice {
            at,
            text: String::new(),
        }));
        Some(Edit {
            splices,
            effects: vec![Effect::Gains {
                path: vec![at],
                item,
            }],
        })
    }

    /// The text before the entries of the top-level list `key`, and the text
    /// behind them: what holds for an entry, without the others. `None` where
    /// they can't be taken apart from it.
    pub fn around(&self, key: &str) -> Option<(String, String)> {
        let entries = self.root.entries();
        let at = entries
            .iter()
            .position(|(name, _)| name.text() == Some(key));
        let Some(at) = at else {
            let end = self.line_end(self.text.len());
            let closing = self.closing(end);
            return Some((format!("{}{closing}{key}:{end}", self.text), String::new()));
        };
        let Kind::Map(spots) = &self.spots.kind else {
            return None;
        };
        if self.column(spots.first()?.0.span.start)? > 0 {
            return None;
        }
        let (name, value) = spots.get(at)?;
        let behind = match self.list(spots, at) {
            Some(list) => list.at.end,
            None if self.opens(value, '[') => self.next_line(self.end_of(value)?),
            None => return None,
        };
        let head = self.text.get(..name.span.start)?;
        let tail = self.text.get(behind..)?;
        let end = self.line_end(name.span.start);
        Some((format!("{head}{key}:{end}"), tail.to_owned()))
    }

    /// How the list is written whose key is the one at this position.
    fn list(&self, spots: &[(Spot, Spot)], at: usize) -> Option<List> {
        let (key, value) = spots.get(at)?;
        let next = spots.get(at + 1).map(|(key, _)| key.span.start);
        match &value.kind {
            Kind::List(items) if items.is_empty() => {
                let start = value.span.start;
                let rest = self.text.get(start..)?;
                let inside = rest.strip_prefix('[')?;
                let blank = inside.len() - inside.trim_start_matches(' ').len();
                if !inside.trim_start_matches(' ').starts_with(']') {
                    return None;
                }
                let end = start + blank + 2;
                let column = self.column(key.span.start)? + INDENT;
                let line = self.next_line(end);
                // No blank is left at the end of the line.
                let start = self.text.get(..start)?.trim_end_matches(' ').len();
                Some(List {
                    at: line..line,
                    brackets: Some(start..end),
                    column,
                    width: INDENT,
                    airy: false,
                })
            }
            Kind::List(items) if !self.opens(value, '[') => {
                let first = self.dash(key.span.end, items.first()?)?;
                let column = self.column(first)?;
                let last = self.dash(key.span.end, items.last()?)?;
                // As wide as the one above, where that has a key beside its dash.
                let start = items.last()?.span.start;
                let beside = self.text.get(last + 1..start)?;
                let width = match beside.chars().all(|c| c == ' ') {
                    true => (start - last).clamp(INDENT, WIDEST),
                    false => INDENT,
                };
                let airy = items.len() > 1 && self.is_airy(last);
                let end = self.last_line(next, column);
                Some(List {
                    at: end..end,
                    brackets: None,
                    column,
                    width,
                    airy,
                })
            }
            Kind::Scalar(_) if self.nothing_at(at) => {
                let line = self.next_line(key.span.end);
                Some(List {
                    at: line..line,
                    brackets: None,
                    column: self.column(key.span.start)? + INDENT,
                    width: INDENT,
                    airy: false,
                })
            }
            _ => None,
        }
    }

    /// Whether nothing is written behind the key at this position.
    fn nothing_at(&self, at: usize) -> bool {
        let value = self.root.entries().get(at).map(|(_, value)| &value.value);
        matches!(value, Some(Value::Scalar(text, Style::Plain)) if text.is_empty())
    }

    /// What a text that ends in the middle of a line needs before another.
    fn closing(&self, end: &'static str) -> &'static str {
        match self.text.is_empty() || self.text.ends_with('\n') {
            true => "",
            false => end,
        }
    }

    /// Where the dash of an item stands, after what comes before it.
    fn dash(&self, from: usize, item: &Spot) -> Option<usize> {
        let mut at = item.span.start;
        for line in self.text.get(from..at)?.split_inclusive('\n').rev() {
            at -= line.len();
            let told = line.trim_start();
            if told.starts_with('-') {
                return Some(at + line.len() - told.len());
            }
        }
        None
    }

    /// Columns before a byte, if there is nothing but blanks in them.
    fn column(&self, at: usize) -> Option<usize> {
        let before = self.text.get(..at)?.rsplit('\n').next()?;
        before.chars().all(|c| c == ' ').then_some(before.len())
    }

    /// Where the line behind that of a byte begins, or the text ends.
    fn next_line(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find('\n')
            .map_or(self.text.len(), |line| at + line + 1)
    }

    /// Whether there is an empty line above the comments over an entry.
    fn is_airy(&self, dash: usize) -> bool {
        let above = self.text.get(..dash).unwrap_or_default();
        let line = above.split('\n').rev().skip(1);
        let mut line = line.skip_while(|line| line.trim_start().starts_with('#'));
        line.next().is_some_and(|line| line.trim().is_empty())
    }

    /// Where the last entry of a list ends whose dashes stand in `column`:
    /// behind its last line, and before the comments over the key at `next`.
    fn last_line(&self, next: Option<usize>, column: usize) -> usize {
        let limit = next.unwrap_or(self.text.len());
        let text = self.text.get(..limit).unwrap_or_default();
        let mut end = text.len();
        for line in text.split_inclusive('\n').rev() {
            let told = line.trim();
            let depth = line.len() - line.trim_start().len();
            let over_the_next = next.is_some() && told.starts_with('#') && depth < column.max(1);
            if !told.is_empty() && !over_the_next {
                break;
            }
            end -= line.len();
        }
        end
    }
}

/// The tree of an entry.
fn item(entry: &[String]) -> Option<Node> {
    let tree = yaml::parse(&laid(entry, 0, "\n")).ok()?;
    match tree.root.value {
        Value::List(mut items) if items.len() == 1 && tree.faults.is_empty() => items.pop(),
        _ => None,
    }
}

/// An entry as it stands in a list whose dashes are in `column`.
pub fn laid(entry: &[String], column: usize, end: &str) -> String {
    laid_by(entry, column, INDENT, end)
}

/// The same with what stands behind the dash `width` columns from it.
fn laid_by(entry: &[String], column: usize, width: usize, end: &str) -> String {
    let indent = " ".repeat(column);
    let mut text = String::new();
    for (at, line) in entry.iter().enumerate() {
        let dash = if at == 0 { "-" } else { "" };
        text.push_str(&format!("{indent}{dash:width$}{line}{end}"));
    }
    text
}
