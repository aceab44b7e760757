//! The entries of a file that is no YAML at the moment, as in the middle of an
//! edit: told apart by how far their lines are indented.

use super::{Found, Listed};
use crate::author::gist::in_a_line;
use crate::deck::Place;
use crate::text::{Lang, Localized};

/// The part of the file in which a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Facts,
    Cards,
    Other,
}

/// The entries that a text in block style seems to have.
pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut part = Part::Other;
    // How far the entries of this part are indented: as its first one.
    let mut depth: Option<usize> = None;
    for (at, line) in text.lines().enumerate() {
        let body = line.trim_start();
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        let indent = line.chars().count() - body.chars().count();
        if indent == 0 && !is_item(body) {
            part = match body.split(':').next() {
                Some("facts") => Part::Facts,
                Some("cards") => Part::Cards,
                _ => Part::Other,
            };
            depth = None;
            found.others.push((at + 1, 1));
            continue;
        }
        let begins = match part {
            Part::Facts => true,
            Part::Cards => is_item(body),
            Part::Other => false,
        };
        if begins && indent == *depth.get_or_insert(indent) {
            found
                .entries
                .push(entry(part == Part::Facts, at + 1, indent + 1));
        }
        if let (Some(entry), false) = (found.entries.last_mut(), part == Part::Other) {
            take(entry, body, begins && depth == Some(indent));
        }
    }
    found
}

fn is_item(body: &str) -> bool {
    body == "-" || body.starts_with("- ")
}

fn entry(is_fact: bool, line: usize, column: usize) -> Listed {
    Listed {
        name: None,
        is_fact,
        gist: None,
        place: Place {
            line,
            column,
            length: 1,
        },
        start: (line, column),
        end: (line, column),
        text: String::new(),
        cards: Vec::new(),
        fact: None,
    }
}

/// Takes what a line says of the entry that it is in.
fn take(entry: &mut Listed, body: &str, is_first: bool) {
    if entry.is_fact && is_first {
        entry.name = named(body.split(':').next().unwrap_or_default());
        return;
    }
    let body = body.trim_start_matches(['-', '{', '[', ' ']);
    for (key, value) in pairs(body) {
        match key {
            "id" if entry.name.is_none() && !entry.is_fact => entry.name = named(value),
            "ask" | "cloze" if entry.gist.is_none() => {
                let line = in_a_line(value.trim_matches(['"', '\'', ' ', '}']));
                if !line.is_empty() {
                    entry.gist = Some(Localized::new(Lang::En, line));
                }
            }
            _ => {}
        }
    }
}

/// The key that a line begins with and what stands behind it; in flow style the
/// keys that follow too.
fn pairs(body: &str) -> impl Iterator<Item = (&str, &str)> {
    let each = body.split(", ").filter_map(|pair| pair.split_once(':'));
    each.map(|(key, value)| (key.trim(), value.trim()))
}

/// A name, whatever stands around it.
fn named(text: &str) -> Option<String> {
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.');
    let name = text.trim_start_matches(is_sign).split(is_sign).next()?;
    (!name.is_empty()).then(|| name.to_owned())
}
