//! One entry more at the end of a list in brackets.

use std::ops::Range;

use super::outline::{Kind, Spot};
use super::page::{Edit, Effect, Page, Splice};
use crate::deck::yaml::{self, Node, Style, Value};

impl Page {
    /// One more entry at the end of the list in brackets that is the value at
    /// this position of the file's keys: on a line of its own where the last
    /// one has one. `None` where it is no such list.
    pub(super) fn append_in_brackets(
        &self,
        (at, list): (usize, &Spot),
        item: &Node,
    ) -> Option<Edit> {
        let Kind::List(items) = &list.kind else {
            return None;
        };
        if !self.opens(list, '[') {
            return None;
        }
        let closing = self.end_of(list)?.checked_sub(1)?;
        let mut splices = Vec::new();
        let mut put = |at: usize, text: String| {
            splices.push(Splice { at: at..at, text });
        };
        match items.last() {
            None => put(closing, spelled(item, true)),
            Some(last) => {
                let end = self.end_of(last)?;
                let airy = self.text.get(last.span.start..end)?.contains("{ ");
                let entry = spelled(item, airy || !self.opens(last, '{'));
                let comma = self.sign_in(end..closing, ',');
                let own_line = self.indent_of(last.span.start);
                let alone = self.indent_of(closing);
                let behind = comma.map_or(end, |comma| comma + 1);
                let mark = if comma.is_some() { "," } else { "" };
                if comma.is_none() {
                    put(end, ",".to_owned());
                }
                match (own_line, alone) {
                    (Some(indent), Some(before)) => {
                        let line = self.line_end(end);
                        let entry = format!("{indent}{entry}{mark}{line}");
                        put(closing - before.len(), entry);
                    }
                    (Some(indent), None) => {
                        let line = self.line_end(end);
                        put(behind, format!("{line}{indent}{entry}{mark}"));
                    }
                    (None, _) => put(behind, format!(" {entry}{mark}")),
                }
            }
        }
        // A plain text may want quotes there.
        let read = yaml::parse(&format!("[{}]", spelled(item, true))).ok()?;
        let item = read.root.items().first()?.clone();
        Some(Edit {
            splices,
            effects: vec![Effect::Gains {
                path: vec![at],
                item,
            }],
        })
    }

    /// Whether a node is written from this bracket on.
    pub(super) fn opens(&self, spot: &Spot, bracket: char) -> bool {
        let opening = self.text.get(spot.span.clone()).unwrap_or_default();
        let opening = opening.split('#').next().unwrap_or_default();
        opening.trim_end().ends_with(bracket)
    }

    /// Where a node in brackets ends.
    pub(super) fn end_of(&self, spot: &Spot) -> Option<usize> {
        let (last, bracket, closing) = match &spot.kind {
            Kind::Map(entries) => (entries.last().map(|(_, value)| value), '{', '}'),
            Kind::List(items) => (items.last(), '[', ']'),
            Kind::Alias | Kind::Scalar(_) => return Some(spot.span.end),
        };
        let inside = last.map_or(Some(spot.span.end), |last| self.end_of(last))?;
        match self.opens(spot, bracket) {
            true => Some(self.sign_in(inside..self.text.len(), closing)? + 1),
            // A pair without braces ends with its value.
            false => Some(inside),
        }
    }

    /// Where a sign stands, other than in a comment.
    fn sign_in(&self, gap: Range<usize>, sign: char) -> Option<usize> {
        let mut at = gap.start;
        for line in self.text.get(gap)?.split_inclusive('\n') {
            let told = line.split('#').next().unwrap_or_default();
            if let Some(sign) = told.find(sign) {
                return Some(at + sign);
            }
            at += line.len();
        }
        None
    }

    /// The blanks before a byte, if there is nothing else before it on its line.
    fn indent_of(&self, at: usize) -> Option<&str> {
        let before = self.text.get(..at)?.rsplit('\n').next()?;
        before.chars().all(|c| c == ' ').then_some(before)
    }
}

/// A text as a plain scalar if it can be one in brackets, else in quotes.
pub fn in_brackets(text: &str) -> String {
    let read = yaml::parse(&format!("[{{ key: {text} }}]")).ok();
    let node = read
        .as_ref()
        .and_then(|tree| tree.root.items().first()?.get("key"));
    match node.map(|node| &node.value) {
        Some(Value::Scalar(read, Style::Plain)) if read == text && !text.is_empty() => {
            text.to_owned()
        }
        _ => serde_json::Value::from(text).to_string(),
    }
}

/// A node in brackets and braces on one line.
fn spelled(node: &Node, airy: bool) -> String {
    match &node.value {
        Value::Scalar(text, Style::Plain) => in_brackets(text),
        Value::Scalar(text, Style::Quoted) => serde_json::Value::from(text.as_str()).to_string(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| spelled(item, airy)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let pair = |(key, value): &(Node, Node)| {
                format!("{}: {}", spelled(key, airy), spelled(value, airy))
            };
            let pairs: Vec<String> = entries.iter().map(pair).collect();
            let blank = if airy { " " } else { "" };
            format!("{{{blank}{}{blank}}}", pairs.join(", "))
        }
    }
}
