//! The entries of a deck file as they stand in it, whole or broken: for whoever
//! shows an author where something is, and what became of it with a save.

mod lines;
mod matched;
mod tree;

use std::sync::Arc;

pub use matched::matched;

use crate::deck::{Card, Fact, Opened, Place};
use crate::order::Order as _;
use crate::text::{Lang, Localized, fold};

/// A fact, or an entry of the cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its id, or the fact's name, as it is written; an entry may have none.
    pub name: Option<String>,
    /// Whether it is a fact.
    pub is_fact: bool,
    /// What it asks, or is called, in a line.
    pub gist: Option<Localized>,
    /// Where it stands.
    pub place: Place,
    /// Where its lines begin.
    start: (usize, usize),
    /// Where the next one's begin.
    end: (usize, usize),
    /// What is written there.
    text: String,
    /// The cards that it makes, as study will show them; none if it is broken.
    pub cards: Vec<Arc<Card>>,
    /// The fact, if it is one that asks nothing, and sound.
    pub fact: Option<Arc<Fact>>,
}

impl Listed {
    /// The entries of a file, in its order, from its tree; of a file that is no
    /// YAML from its lines, as far as they can be told apart.
    pub(super) fn all(bytes: &[u8], opened: &Opened) -> Vec<Listed> {
        let text = String::from_utf8_lossy(bytes);
        let mut found = match &opened.root {
            Some(root) => tree::read(root, opened.reading.deck.as_ref()),
            None => lines::read(&text),
        };
        found.close(&text);
        found.entries
    }

    /// Whether a place is among its lines: from its first one to where the next
    /// entry begins.
    pub fn has(&self, place: Place) -> bool {
        let place = (place.line, place.column);
        self.start <= place && place < self.end
    }

    /// Whether it says the same as another did, wherever that stood.
    pub fn says_what(&self, other: &Listed) -> bool {
        self.text == other.text
    }

    /// Whether it may be what another was before: of the same name, or without
    /// one, and then not with a question that has no word in common.
    pub fn may_be(&self, before: &Listed) -> bool {
        let words = |entry: &Listed| -> Vec<String> {
            let texts = entry.gist.iter().flat_map(|gist| gist.iter());
            let words = texts.flat_map(|(_, text)| text.split_whitespace());
            words.map(fold).collect()
        };
        let (own, others) = (words(self), words(before));
        self.name == before.name
            && (self.name.is_some()
                || own.is_empty()
                || others.is_empty()
                || own.iter().any(|word| others.contains(word)))
    }

    /// What it is called where it has no name: what it asks.
    pub fn asks(&self, lang: Lang) -> &str {
        self.gist.as_ref().map_or("", |gist| gist.get(lang))
    }
}

/// Entries while they are found, and the places at which something else begins.
#[derive(Debug, Default)]
struct Found {
    entries: Vec<Listed>,
    others: Vec<(usize, usize)>,
}

impl Found {
    /// Puts the entries in their order, and lets each end where something begins.
    fn close(&mut self, text: &str) {
        self.entries
            .order_by_key(|entry| (entry.place.line, entry.place.column));
        let places = self.entries.iter().map(|entry| entry.place);
        let places = places.map(|place| (place.line, place.column));
        let mut begins: Vec<(usize, usize)> = places.chain(self.others.iter().copied()).collect();
        begins.order();
        begins.dedup();
        // All of its first line is its own, unless something else is on it.
        let mut before = 0;
        for (line, column) in &mut begins {
            if *line != before {
                *column = 1;
            }
            before = *line;
        }
        let lines: Vec<&str> = text.lines().collect();
        for entry in &mut self.entries {
            let place = (entry.place.line, entry.place.column);
            let at = begins.partition_point(|begin| *begin <= place);
            let last = (usize::MAX, 1);
            entry.start = at
                .checked_sub(1)
                .and_then(|at| begins.get(at).copied())
                .unwrap_or(place);
            entry.end = begins.get(at).copied().unwrap_or(last);
            entry.text = written(&lines, entry.start, entry.end);
        }
    }
}

/// What stands between two places, without the comments and blank lines at its
/// end, which are rather about what follows.
fn written(lines: &[&str], start: (usize, usize), end: (usize, usize)) -> String {
    let skip = start.0.saturating_sub(1);
    let mut own = Vec::new();
    for (line, number) in lines.iter().skip(skip).zip(start.0..=end.0) {
        let before = if number == end.0 {
            end.1 - 1
        } else {
            usize::MAX
        };
        let from = if number == start.0 { start.1 - 1 } else { 0 };
        let text: String = line.chars().take(before).skip(from).collect();
        own.push(text);
    }
    let about = |line: &String| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#')
    };
    let last = own.iter().rposition(about).map_or(0, |last| last + 1);
    own.truncate(last);
    own.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests;
