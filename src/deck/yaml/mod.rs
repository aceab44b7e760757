//! YAML from strangers: a guard against what no author writes, and the tree of
//! a file in which every node knows its place.
//!
//! `serde_yaml`, which writes decks, lets through what can exhaust memory, and
//! gives no places. So a file is read here, and once: [`clean`] refuses what is
//! no text of ours, [`parse`] builds the tree of nodes, and
//! [`crate::deck::format`] takes the values from it. Lines of the plainest YAML
//! are read by [`lines`], all else by `saphyr-parser`; inside what is let through
//! both see the same tree as `serde_yaml` (tests hold it).

mod anchor;
mod builder;
mod clean;
mod cut;
mod lines;
mod node;
mod refusal;
mod spread;
mod tree;
mod written;

#[cfg(test)]
pub use clean::forbidden;
pub use clean::{MAXIMUM_BYTES, clean, too_large};
pub use cut::{CutLines, cut, part_at};
pub use node::{Node, Style, Value};
pub use refusal::{begins_with_a_fact, no_yaml};
pub use spread::LineStart;
pub use tree::parse;

use crate::deck::Place;
use crate::text::Message;

/// Something wrong with a file as YAML: a diagnostic that does not know its path yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// A stable code, kebab-case.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Option<Message>,
}

impl Fault {
    pub(super) fn new(code: &'static str, place: Place, message: Message) -> Self {
        Fault {
            code,
            place,
            message,
            help: None,
        }
    }

    pub(super) fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}
