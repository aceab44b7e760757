//! From the types of the file to a checked deck.
//!
//! A file is read in two passes: its tree is held against the format, then
//! what is sound of it is read as the types of the format and lifted, once, to cards with
//! everything resolved.

mod accept;
mod cards;
mod cloze;
mod dated;
mod deck;
mod draft;
mod fact;
mod facts;
mod fill;
mod fingerprint;
mod gaps;
mod item;
mod kind;
mod kinds;
mod options;
mod shelf;
#[cfg(test)]
mod tests;
mod texts;
mod whole;

use std::collections::BTreeSet;
use std::path::Path;

pub(crate) use fill::{Piece as TextPiece, lone_fact, pieces as text_pieces};
pub use gaps::{Gap as WrittenGap, Group, gaps};
pub(crate) use gaps::{Piece as ClozePiece, cut as cloze_pieces};
pub use kind::{Kind as EntryKind, SPECIAL as SPECIAL_KEYS};
pub use options::read_options;
pub(crate) use whole::{Opened, Whole, open};

use deck::{How, Lifted, lift};

use crate::deck::format;
use crate::deck::yaml::{self, Fault, Node};
use crate::deck::{Deck, Diagnostic, Place, Severity};
use crate::message;
use crate::order::Order as _;
use crate::text::safe_line;

/// What reading a deck file gives: the deck, unless the file as a whole can't
/// be read, and everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The deck without its broken entries; `None` if the file is no deck.
    pub deck: Option<Deck>,
    /// All that is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a deck from the bytes of the file at `path` (named in diagnostics only).
pub fn read(path: &Path, bytes: &[u8]) -> Reading {
    let mut tried = Tried::file(bytes);
    let faults = std::mem::take(&mut tried.faults);
    let diagnostics = all_told(path, faults);
    let deck = tried.lifted.map(|lifted| {
        let Lifted {
            mut deck, doubted, ..
        } = lifted;
        deck.cards
            .retain(|card| !doubted.contains(&(card.place.line, card.place.column)));
        deck
    });
    Reading { deck, diagnostics }
}

/// What reading a file gives, with the doubted entries in it.
#[derive(Default)]
struct Tried {
    lifted: Option<Lifted>,
    /// The tree, if it is YAML at all.
    root: Option<Node>,
    faults: Vec<Fault>,
    /// How many of them, from the first, are about its shape.
    of_shape: usize,
    /// Whether so much is wrong that it is no deck.
    fatal: bool,
}

impl Tried {
    fn file(bytes: &[u8]) -> Tried {
        let broken = |faults| Tried {
            faults,
            ..Tried::default()
        };
        let clean = match yaml::clean(bytes) {
            Ok(clean) => clean,
            Err(fault) => return broken(vec![fault]),
        };
        let spoiled = clean.faults.clone();
        let read = Tried::text(&clean.text, clean.faults);
        read.unwrap_or_else(|fault| broken(std::iter::once(fault).chain(spoiled).collect()))
    }

    /// The same of its text, of which some parts are spoiled.
    fn text(text: &str, spoiled: Vec<Fault>) -> Result<Tried, Fault> {
        let tree = yaml::parse(text)?;
        let spoiled: Vec<Fault> = spoiled.into_iter().chain(tree.faults).collect();
        let checked = format::check(&tree.root, &spoiled);
        let mut tried = Tried {
            of_shape: checked.faults.len(),
            faults: checked.faults,
            fatal: checked.fatal,
            ..Tried::default()
        };
        if !checked.fatal {
            let how = How::Sound(&checked.skip);
            match format::read_head(&tree.root, &checked.skip) {
                Ok(raw) => tried.lifted = lift(&raw, &tree.root, how, &mut tried.faults),
                Err(error) => tried.faults.push(unreadable(tree.root.place, &error)),
            }
        }
        tried.root = Some(tree.root);
        Ok(tried)
    }
}

/// What is wrong with a file, in its order, each told once.
fn all_told(path: &Path, mut faults: Vec<Fault>) -> Vec<Diagnostic> {
    // What is no YAML behind such a character may be none for it alone.
    let lines = faults
        .iter()
        .filter(|fault| fault.code == "control-character");
    let spoiled: BTreeSet<usize> = lines.map(|fault| fault.place.line).collect();
    faults.retain(|fault| fault.code != "not-yaml" || !spoiled.contains(&fault.place.line));
    faults.order_by_key(|fault| (fault.place.line, fault.place.column));
    let mut told: Vec<Diagnostic> = Vec::new();
    for fault in faults {
        let one = self::told(path, fault);
        let here = told.iter().rev().take_while(|told| told.place == one.place);
        if !here.clone().any(|told| *told == one) {
            told.push(one);
        }
    }
    told
}

/// What was held against the format, and still has another shape.
fn unreadable(place: Place, error: &serde::de::value::Error) -> Fault {
    Fault::new(
        "not-yaml",
        place,
        message!(
            "this can't be read: {}",
            "읽을 수 없습니다: {}",
            safe_line(&error.to_string())
        ),
    )
    .help(message!("write it more simply", "더 단순하게 쓰세요"))
}

/// A fault as the error of a file.
pub(super) fn told(path: &Path, fault: Fault) -> Diagnostic {
    Diagnostic {
        code: fault.code,
        severity: Severity::Error,
        path: path.to_owned(),
        place: fault.place,
        // They quote the file, keys and all.
        message: fault.message.map(safe_line),
        help: fault.help.map(|help| help.map(safe_line)),
    }
}
