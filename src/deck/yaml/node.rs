//! A node of a YAML file, with its place.

use compact_str::CompactString;

use super::LineStart;
use crate::deck::Place;
use crate::text::{Lang, trim};

/// A node: a scalar, a list or a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it begins; a scalar of one line is as long as it was written.
    pub place: Place,
    /// The line on which it ends, at the earliest.
    pub last_line: usize,
    /// Where the lines of a scalar begin that was written over several.
    pub starts: Box<[LineStart]>,
    /// What it holds.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A scalar as it was spelled, escapes and folding resolved.
    Scalar(CompactString, Style),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Map(Vec<(Node, Node)>),
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In quotes, or as a block of lines.
    Quoted,
}

impl Node {
    /// A node at the same place that holds nothing yet.
    pub fn clone_empty(&self) -> Node {
        Node {
            place: self.place,
            last_line: self.last_line,
            starts: Box::default(),
            value: Value::List(Vec::new()),
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Whether nothing was written: `key:` alone, or `key: ~`, which is YAML's
    /// sign for it. Its word *null* is one that a card may ask for.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(text, Style::Plain) if matches!(text.as_str(), "" | "~"))
    }

    /// Whether it is that, or a text of nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.is_empty() || self.text().is_some_and(|text| trim(text).is_empty())
    }

    /// Where a part of a text of several lines stands, by the character at which
    /// it begins and its length.
    pub fn spot(&self, position: usize, length: usize) -> Option<Place> {
        let mut starts = self.starts.iter().rev();
        let start = starts.find(|start| start.position <= position)?;
        Some(Place {
            line: start.line,
            column: start.column + position - start.position,
            length,
        })
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Keys and values of a mapping; none for anything else.
    pub fn entries(&self) -> &[(Node, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key of a mapping, the first of several.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()
            .iter()
            .find(|(name, _)| name.text() == Some(key))
            .map(|(_, value)| value)
    }

    /// The key itself, for its place.
    pub fn key(&self, key: &str) -> Option<&Node> {
        self.entries()
            .iter()
            .map(|(name, _)| name)
            .find(|name| name.text() == Some(key))
    }

    /// The last line that anything of it is on.
    pub fn end_line(&self) -> usize {
        let inside = match &self.value {
            Value::Scalar(..) => None,
            Value::List(items) => items.iter().map(Node::end_line).max(),
            Value::Map(entries) => {
                let each = entries.iter();
                each.map(|(key, value)| key.end_line().max(value.end_line()))
                    .max()
            }
        };
        inside.unwrap_or_default().max(self.last_line)
    }

    /// What it is called in messages.
    pub fn noun(&self, lang: Lang) -> &'static str {
        match (&self.value, lang) {
            (Value::Scalar(..), Lang::En) => "a text",
            (Value::Scalar(..), Lang::Ko) => "글",
            (Value::List(_), Lang::En) => "a list",
            (Value::List(_), Lang::Ko) => "목록",
            (Value::Map(_), Lang::En) => "a mapping",
            (Value::Map(_), Lang::Ko) => "매핑",
        }
    }

    /// How many nodes it is made of.
    pub fn size(&self) -> usize {
        match &self.value {
            Value::Scalar(..) => 1,
            Value::List(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            Value::Map(entries) => {
                1 + entries
                    .iter()
                    .map(|(key, value)| key.size() + value.size())
                    .sum::<usize>()
            }
        }
    }
}
