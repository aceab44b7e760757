//! The decks that are watched: their cards as they were last readable, and
//! what is wrong with the files as they are now.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::author::{Setting, Shelf};
use crate::deck::{Card, CardId, Diagnostic, Reading, Severity};
use crate::text::Localized;

/// A deck file.
#[derive(Debug, Clone)]
pub struct File {
    /// How messages call it.
    pub path: PathBuf,
    /// What the deck is called, if it ever could be read.
    pub title: Option<Localized>,
    /// Its cards, in the order of the file.
    pub entries: Vec<Entry>,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Diagnostic>,
    /// What was in it.
    bytes: Vec<u8>,
}

/// A card of a file.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The card.
    pub card: Arc<Card>,
    /// The lines that its entry takes, the last not among them.
    pub lines: (usize, usize),
    /// Whether the file does not say so any more, or not readably: it is shown
    /// as it was before.
    pub before: bool,
    /// The worst that is wrong in its lines.
    pub worst: Option<Severity>,
}

impl File {
    /// The card of this name.
    pub fn position(&self, card: &CardId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.card.id == *card)
    }

    /// The card in whose lines a problem is.
    pub fn card_of(&self, problem: &Diagnostic) -> Option<usize> {
        let line = problem.place.line;
        self.entries.iter().position(|entry| entry.has(line))
    }

    /// The first problem in a card's lines.
    pub fn problem_of(&self, entry: &Entry) -> Option<usize> {
        let mut problems = self.problems.iter();
        problems.position(|problem| entry.has(problem.place.line))
    }

    /// How many errors and how many warnings there are.
    pub fn counts(&self) -> (usize, usize) {
        let of = |severity| {
            let problems = self.problems.iter();
            problems
                .filter(|problem| problem.severity == severity)
                .count()
        };
        (of(Severity::Error), of(Severity::Warning))
    }

    /// Nothing is known of it but what is wrong.
    fn unread(path: &Path) -> File {
        File {
            path: path.to_owned(),
            title: None,
            entries: Vec::new(),
            problems: Vec::new(),
            bytes: Vec::new(),
        }
    }

    /// Takes the cards that were read. Those of `self` that are missing stay
    /// where they were, as long as something in the file can't be read.
    fn take(&mut self, bytes: &[u8], reading: &Reading) {
        let broken = reading
            .diagnostics
            .iter()
            .any(|told| told.severity == Severity::Error);
        let text = String::from_utf8_lossy(bytes);
        let lines: Vec<&str> = text.lines().collect();
        let before = std::mem::take(&mut self.entries);
        let mut entries: Vec<Entry> = Vec::new();
        if let Some(deck) = &reading.deck {
            self.title = Some(deck.title.clone());
            entries.extend(deck.cards.iter().map(|card| Entry {
                lines: lines_of(&lines, card.place.line),
                card: Arc::new(card.clone()),
                before: false,
                worst: None,
            }));
        }
        if broken {
            keep(&mut entries, before);
        }
        self.entries = entries;
        self.bytes = bytes.to_vec();
    }

    /// Takes note of what is wrong.
    fn judge(&mut self, problems: Vec<Diagnostic>) {
        for entry in &mut self.entries {
            let own = problems.iter().filter(|told| entry.has(told.place.line));
            entry.worst = own.map(|told| told.severity).max();
        }
        self.problems = problems;
    }
}

impl Entry {
    fn has(&self, line: usize) -> bool {
        !self.before && (self.lines.0..self.lines.1).contains(&line)
    }
}

/// Puts the cards of `before` that are not in `entries` behind those that they
/// stood behind.
fn keep(entries: &mut Vec<Entry>, before: Vec<Entry>) {
    let mut there: HashSet<CardId> = entries.iter().map(|entry| entry.card.id.clone()).collect();
    let mut place = 0;
    for entry in before {
        let now = entries
            .iter()
            .position(|other| other.card.id == entry.card.id);
        if let Some(now) = now {
            place = now + 1;
        } else if there.insert(entry.card.id.clone()) {
            let kept = Entry {
                before: true,
                worst: None,
                ..entry
            };
            entries.insert(place.min(entries.len()), kept);
            place += 1;
        }
    }
}

/// The lines of the entry of a list that begins in line `first`, from 1: up to
/// the next that is no deeper.
fn lines_of(lines: &[&str], first: usize) -> (usize, usize) {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let own = lines
        .get(first.saturating_sub(1))
        .copied()
        .unwrap_or_default();
    // Its dash may stand in a line before it.
    let dash = depth(own) + usize::from(own.trim_start().starts_with('-'));
    let inside = |line: &&str| {
        let text = line.trim_start();
        text.is_empty() || text.starts_with('#') || depth(line) >= dash
    };
    let rest = lines.iter().skip(first).take_while(|line| inside(line));
    (first, first + 1 + rest.count())
}

/// Checks the files of `shelf`; `beyond` is what is wrong with folders and with
/// files that were not even read, `before` what was known of them all.
pub fn follow(
    shelf: &Shelf,
    beyond: &[Diagnostic],
    setting: &Setting<'_>,
    before: Vec<File>,
) -> Vec<File> {
    let mut before = before;
    let mut known = |path: &Path| {
        let at = before.iter().position(|file| file.path == path);
        at.map_or_else(|| File::unread(path), |at| before.swap_remove(at))
    };
    let mut files: Vec<File> = Vec::new();
    for checked in shelf.check(setting) {
        let mut file = known(checked.path);
        if let Some(bytes) = checked.bytes
            && bytes != file.bytes
            && let Some(reading) = shelf.reading(checked.path)
        {
            file.take(bytes, reading);
        }
        file.judge(checked.diagnostics);
        files.push(file);
    }
    for told in beyond {
        let at = files.iter().position(|file| file.path == told.path);
        let file = match at.and_then(|at| files.get_mut(at)) {
            Some(file) => file,
            None => {
                files.push(known(&told.path));
                let Some(file) = files.last_mut() else {
                    continue;
                };
                file.judge(Vec::new());
                file
            }
        };
        file.problems.push(told.clone());
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_entries() {
        let text = "deck: d\ncards:\n  - id: a\n    ask: A\n\n    # why\n    answer: a\n  - { id: b,\n      ask: B }\n  -\n    id: c\n    ask: C\nfacts:\n  x: 1\n";
        let lines: Vec<&str> = text.lines().collect();
        // The first line, the line behind the last.
        for (first, end) in [(3, 8), (8, 10), (11, 13), (99, 100)] {
            assert_eq!(lines_of(&lines, first), (first, end), "{first}");
        }
    }
}
