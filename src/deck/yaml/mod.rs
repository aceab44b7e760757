//! YAML from strangers: a guard against what no author writes, and the tree of
//! a file in which every node knows its place.
//!
//! `serde_yaml` reads the values of a deck ([`crate::deck::format`]), but it
//! lets through what can exhaust memory, and gives no places. So a file first
//! passes here: [`clean`] refuses what is no text of ours, [`parse`] builds the
//! tree of nodes from the events of `saphyr-parser`. Inside what the two let
//! through both readers see the same tree (a test holds it).

mod clean;
mod cut;
mod node;
mod spread;
mod tree;

#[cfg(test)]
pub use clean::forbidden;
pub use clean::{MAXIMUM_BYTES, clean, too_large};
pub use cut::{CutLines, cut, part_at};
pub use node::{Node, Style, Value};
pub use spread::LineStart;
pub use tree::{begins_with_a_fact, parse};

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
