//! Where in a deck a cursor stands, told from the text alone: while one types,
//! a deck is no YAML most of the time. What is above decides, line by line, by
//! its indent and its brackets; what can't go on is left at the next line that
//! begins no deeper than where it began.

mod found;
mod lexer;
mod line;
#[cfg(test)]
mod tests;

use std::ops::Range;

use lexer::Lexer;

/// A step from a mapping or list into what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// What stands where the cursor is, or could.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A key of the mapping that the path leads to.
    Key,
    /// What the path leads to.
    Value,
    /// Either: a line that holds no colon yet.
    Bare,
    /// Nothing: a comment, or white space before something.
    Nothing,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// Between `"`.
    Double,
    /// Between `'`.
    Single,
    /// As a block of lines.
    Block,
}

/// Where a cursor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The way from the whole file.
    pub path: Vec<Step>,
    /// What stands there.
    pub role: Role,
    /// The bytes of the text under the cursor (quotes left out); none at it if
    /// there is no text.
    pub range: Range<usize>,
    /// How it is written.
    pub style: Style,
    /// Whether brackets or braces are around it.
    pub flow: bool,
    /// Whether a key has its colon.
    pub colon: bool,
    /// The column of the mapping or list around it.
    pub column: usize,
    /// The keys of the mapping around it, the one under the cursor left out.
    pub siblings: Vec<String>,
}

/// So far below the cursor the other keys of its mapping are looked for.
const LINES_BELOW: usize = 300;

/// Where the byte `cursor` of a deck's text is.
pub(super) fn locate(text: &str, cursor: usize) -> Spot {
    let mut lexer = Lexer::new(text, cursor.min(text.len()));
    lexer.run();
    let siblings = lexer.siblings;
    match lexer.found {
        Some(found) => Spot { siblings, ..found },
        None => Spot::nothing(cursor),
    }
}

impl Spot {
    fn nothing(cursor: usize) -> Spot {
        Spot {
            path: Vec::new(),
            role: Role::Nothing,
            range: cursor..cursor,
            style: Style::Plain,
            flow: false,
            colon: false,
            column: 0,
            siblings: Vec::new(),
        }
    }
}
