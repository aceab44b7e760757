//! All that a deck file says, broken parts too: for those who look for all that
//! is wrong with it. What is studied is read by [`super::read`] alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{How, Reading, Tried, all_told, lift};
use crate::deck::format;
use crate::deck::yaml::{self, CutLines, Fault, Node};
use crate::deck::{Dateline, Deck};

/// A deck file with its text and tree, for those who look at how it is written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opened {
    /// What reading it gives: here an entry with a key that there is not is a
    /// card, as it will be one without that key.
    pub reading: Reading,
    /// Its tree, if it is YAML at all.
    pub root: Option<Node>,
    /// What else it says, if anything is wrong with it.
    pub whole: Option<Box<Whole>>,
}

/// What a broken file says, as far as it can be made out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Whole {
    /// The deck with its broken entries and facts: without the keys that are
    /// broken, and of a card whose answer is, the question.
    pub deck: Deck,
    /// When facts were true of which nothing else can be told, by their places.
    pub datelines: BTreeMap<(usize, usize), Dateline>,
    /// Where something is wrong.
    pub spots: BTreeSet<(usize, usize)>,
    /// Of a file that is no YAML, what is left of it.
    pub rest: Option<Rest>,
}

/// What is left of a file that is no YAML when the broken parts are cut.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rest {
    /// Its tree.
    pub root: Node,
    /// Its deck without what is broken, if it says which deck it is.
    pub deck: Option<Deck>,
    /// What was cut.
    pub cut: CutLines,
}

impl Opened {
    /// The tree, or what is left of it where it is no YAML.
    pub fn tree(&self) -> Option<&Node> {
        let rest = || Some(&self.rest()?.root);
        self.root.as_ref().or_else(rest)
    }

    /// What is left of it where it is no YAML.
    pub fn rest(&self) -> Option<&Rest> {
        self.whole.as_ref()?.rest.as_ref()
    }
}

/// Reads a deck with all that is wrong with it, from the bytes of the file at
/// `path` (named in diagnostics only).
pub(crate) fn open(path: &Path, bytes: &[u8]) -> Opened {
    let mut tried = Tried::file(bytes);
    let whole = match &tried.root {
        Some(root) if !tried.fatal && !tried.faults.is_empty() => {
            whole(root, None, tried.of_shape, &mut tried.faults)
        }
        Some(_) => None,
        None => after_cut(bytes, &mut tried.faults),
    };
    let whole = whole.map(|whole| {
        let spot = |fault: &Fault| (fault.place.line, fault.place.column);
        Box::new(Whole {
            spots: tried.faults.iter().map(spot).collect(),
            ..whole
        })
    });
    Opened {
        reading: Reading {
            diagnostics: all_told(path, tried.faults),
            deck: tried.lifted.map(|lifted| lifted.deck),
        },
        root: tried.root,
        whole,
    }
}

/// All that is said by a tree with these faults, of which the first so many are
/// about its shape; what more is wrong is added to them.
fn whole(
    root: &Node,
    cut: Option<&CutLines>,
    of_shape: usize,
    faults: &mut Vec<Fault>,
) -> Option<Whole> {
    let pruned = format::prune(root, faults.get(..of_shape).unwrap_or_default());
    let raw = format::read(&pruned.root, &format::Skip::default()).ok()?;
    let mut more = Vec::new();
    let how = How::Whole(&pruned.touched);
    let lifted = lift(&raw, &pruned.root, how, &mut more)?;
    let known = faults.len();
    for fault in more {
        let is_told = |told: &Fault| told.code == fault.code && told.place == fault.place;
        if !faults.iter().take(known).any(is_told) && !follows(&fault, root, cut) {
            faults.push(fault);
        }
    }
    Some(Whole {
        deck: lifted.deck,
        datelines: lifted.datelines,
        spots: BTreeSet::new(),
        rest: None,
    })
}

/// Whether a fault comes of nothing but the broken parts that were taken out.
fn follows(fault: &Fault, root: &Node, cut: Option<&CutLines>) -> bool {
    // Such a character stands in the file, whatever is cut.
    if fault.code == "control-character" {
        return false;
    }
    // The one that is there is broken, and was told.
    if fault.code == "no-deck" && root.get("deck").is_some() {
        return true;
    }
    let Some(cut) = cut else {
        // Names of what has no name at all any more.
        let has = |key: &str| root.get(key).is_some_and(|node| !is_many(node));
        return match fault.code {
            "unknown-fact" => has("facts"),
            "unknown-source" => has("sources"),
            _ => false,
        };
    };
    let gone = |key: &str| cut.keys.contains(key);
    cut.has(fault.place.line)
        || match fault.code {
            "unknown-fact" => gone("facts"),
            "unknown-source" => gone("sources"),
            _ => false,
        }
}

fn is_many(node: &Node) -> bool {
    node.is_empty() || !node.entries().is_empty()
}

/// The same of a file that is no YAML, without the parts that are to blame;
/// `faults` then say what is wrong with each.
fn after_cut(bytes: &[u8], faults: &mut Vec<Fault>) -> Option<Whole> {
    let clean = yaml::clean(bytes).ok()?;
    let cut = yaml::cut(&clean.text, faults.first()?)?;
    let tried = Tried::text(&cut.text, clean.faults).ok()?;
    let root = tried.root?;
    let unread = tried.faults.iter().any(|fault| fault.code == "not-yaml");
    if tried.fatal || unread {
        return None;
    }
    let mut found = tried.faults;
    let whole = whole(&root, Some(&cut.lines), tried.of_shape, &mut found)?;
    found.retain(|fault| !follows(fault, &root, Some(&cut.lines)));
    *faults = cut.faults;
    faults.append(&mut found);
    Some(Whole {
        rest: Some(Rest {
            root,
            deck: tried.lifted.map(|lifted| lifted.deck),
            cut: cut.lines,
        }),
        ..whole
    })
}
