//! `# dateline: ignore CODE[, CODE]`: an author who has looked at a finding and
//! means it so. On a line it holds for that line, on a line of its own for the
//! next, above an entry or behind its name for the whole of it, where a block of
//! lines is announced for the block, and at the head of the file, before its first key, for all of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::deck::Place;
use crate::deck::yaml::{Node, Style, Value};

/// How such a comment begins.
pub(super) const MARK: &str = "dateline: ignore";

/// The same in two words, as the blank between them is easily forgotten.
const MARKS: [&str; 2] = ["dateline:", "ignore"];

/// What the comments of a file ignore.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ignores {
    /// In the whole file.
    whole: Vec<Ignored>,
    /// On single lines.
    lines: BTreeMap<usize, Vec<Ignored>>,
    /// For each line of a block under such a comment, the line that announces it.
    blocks: BTreeMap<usize, usize>,
    /// For each further line of an entry under one, the lines that begin it and
    /// what it is in.
    entries: BTreeMap<usize, Vec<usize>>,
}

/// A code in such a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ignored {
    /// The code.
    pub code: String,
    /// Where it stands.
    pub place: Place,
    /// Whether there was something to ignore.
    pub used: bool,
}

impl Ignores {
    /// Reads the comments of a file, as far as it could be read a tree.
    pub fn read(text: &str, root: Option<&Node>) -> Ignores {
        let mut ignores = Ignores::default();
        if !text.contains(MARKS[0]) {
            return ignores;
        }
        let mut inside = BTreeSet::new();
        root.into_iter().for_each(|root| go_on(root, &mut inside));
        let mut at_head = true;
        let mut waiting: Vec<Ignored> = Vec::new();
        // The block that the comment above is for: its line and indent.
        let mut block: Option<(usize, usize)> = None;
        // The entries that comments above are for, likewise, one in the other.
        let mut open: Vec<(usize, usize)> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim_start_matches('\u{feff}');
            let trimmed = line.trim_start();
            open.retain(|(_, indent)| trimmed.is_empty() || line.len() - trimmed.len() > *indent);
            if !open.is_empty() {
                let begun = open.iter().map(|(begun, _)| *begun);
                ignores.entries.insert(at + 1, begun.collect());
            }
            if let Some((announced, indent)) = block {
                if trimmed.is_empty() || line.len() - trimmed.len() > indent {
                    ignores.blocks.insert(at + 1, announced);
                    continue;
                }
                block = None;
            }
            let is_text = inside.contains(&(at + 1)) && is_within(line);
            let alone = trimmed.starts_with('#') && !is_text;
            let found = match is_text {
                true => Vec::new(),
                false => codes(line, at + 1),
            };
            if alone {
                if at_head {
                    ignores.whole.extend(found);
                } else {
                    waiting.extend(found);
                }
                continue;
            }
            at_head &= trimmed.is_empty();
            if trimmed.is_empty() || (waiting.is_empty() && found.is_empty()) {
                continue;
            }
            if announces_block(line) {
                block = Some((at + 1, line.len() - trimmed.len()));
            }
            if names_entry(line) || !waiting.is_empty() && begins_entry(line) {
                open.push((at + 1, line.len() - trimmed.len()));
            }
            let of_line = ignores.lines.entry(at + 1).or_default();
            of_line.append(&mut waiting);
            of_line.extend(found);
        }
        // Nothing follows: they ignore nothing, and are told as such.
        ignores.whole.append(&mut waiting);
        ignores
    }

    /// Whether a finding is ignored; notes that the comment was of use.
    pub fn covers(&mut self, code: &str, line: usize) -> bool {
        let mut covered = false;
        let own = self.blocks.get(&line).copied().unwrap_or(line);
        let entries = self.entries.get(&line).into_iter().flatten().copied();
        for line in std::iter::once(own).chain(entries) {
            for ignored in self.lines.get_mut(&line).into_iter().flatten() {
                if ignored.code == code {
                    ignored.used = true;
                    covered = true;
                }
            }
        }
        for ignored in &mut self.whole {
            if ignored.code == code {
                ignored.used = true;
                covered = true;
            }
        }
        covered
    }

    /// Takes note of what was of use elsewhere: `other` was read from the same file.
    pub fn use_too(&mut self, other: &Ignores) {
        let own = self
            .whole
            .iter_mut()
            .chain(self.lines.values_mut().flatten());
        let others = other.whole.iter().chain(other.lines.values().flatten());
        for (own, other) in own.zip(others) {
            own.used |= other.used;
        }
    }

    /// What ignored nothing.
    pub fn unused(&self) -> impl Iterator<Item = &Ignored> {
        let all = self.whole.iter().chain(self.lines.values().flatten());
        all.filter(|ignored| !ignored.used)
    }
}

/// The lines on which a text goes on that was begun in quotes or as a block.
fn go_on(node: &Node, lines: &mut BTreeSet<usize>) {
    match &node.value {
        Value::Scalar(_, Style::Plain) => {}
        Value::Scalar(_, Style::Quoted) if node.starts.is_empty() => {
            lines.extend(node.place.line + 1..=node.last_line);
        }
        Value::Scalar(_, Style::Quoted) => {
            let starts = node.starts.iter().map(|start| start.line);
            lines.extend(starts.filter(|line| *line > node.place.line));
        }
        Value::List(items) => items.iter().for_each(|item| go_on(item, lines)),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| go_on(value, lines)),
    }
}

/// Whether the comment of a line on which a quoted text goes on is a part of it,
/// and does not stand behind its end.
fn is_within(line: &str) -> bool {
    let before = comment(line).and_then(|codes| line.get(..line.get(..codes)?.rfind('#')?));
    let before = before.unwrap_or(line);
    ['"', '\'']
        .iter()
        .all(|quote| is_quoted(&format!("{quote}{before}")))
}

/// Whether a line begins an item of a list, or names what stands below it.
fn begins_entry(line: &str) -> bool {
    let text = line.split(" #").next().unwrap_or_default().trim();
    let within = line.starts_with([' ', '-']);
    within && (text.starts_with("- ") || text == "-" || text.ends_with(':'))
}

/// Whether a line only names what stands below it: `tfr.2025:`, `- id: tfr`.
fn names_entry(line: &str) -> bool {
    let text = line.split(" #").next().unwrap_or_default().trim();
    let is_id = text.strip_prefix("- ").is_some_and(|text| {
        let text = text.trim_start();
        text.starts_with("id:") || text.ends_with(':')
    });
    begins_entry(line) && (is_id || text == "-" || !text.starts_with("- "))
}

/// Whether a line ends with the sign of a block of lines: `note: >-`.
fn announces_block(line: &str) -> bool {
    let hash = comment(line).and_then(|codes| line.get(..codes)?.rfind('#'));
    let text = hash.and_then(|hash| line.get(..hash)).unwrap_or(line);
    let marks = text.trim_end();
    let marks = marks.trim_end_matches(|c: char| matches!(c, '-' | '+') || c.is_ascii_digit());
    [": >", ": |", "- >", "- |"]
        .iter()
        .any(|sign| marks.ends_with(sign))
}

/// The codes in the comment of a line.
fn codes(line: &str, number: usize) -> Vec<Ignored> {
    let Some(start) = comment(line) else {
        return Vec::new();
    };
    let mut codes = Vec::new();
    let mut column = line.get(..start).unwrap_or_default().chars().count() + 1;
    let listed = line.get(start..).unwrap_or_default();
    for part in listed.split_inclusive([',', ' ']) {
        let code = part.trim_end_matches([',', ' ']);
        let length = code.chars().count();
        // What follows the codes may say why.
        if code.starts_with(['#', '(', '–', '-']) {
            break;
        }
        if length > 0 {
            codes.push(Ignored {
                code: code.to_owned(),
                place: Place {
                    line: number,
                    column,
                    length,
                },
                used: false,
            });
        }
        // Without a comma the list is over.
        if length > 0 && !part.contains(',') {
            break;
        }
        column += part.chars().count();
    }
    if codes.is_empty() {
        // It silences nothing, and is told as such.
        let before = line.get(..start).unwrap_or_default();
        let hash = before.rfind('#').unwrap_or_default();
        let characters = |text: Option<&str>| text.unwrap_or_default().chars().count();
        codes.push(Ignored {
            code: String::new(),
            place: Place {
                line: number,
                column: characters(before.get(..hash)) + 1,
                length: characters(before.get(hash..).map(str::trim_end)),
            },
            used: false,
        });
    }
    codes
}

/// Where the codes begin in a line, if it has such a comment.
fn comment(line: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = line.get(from..)?.find('#') {
        let hash = from + found;
        let before = line.get(..hash)?;
        let rest = line.get(hash + 1..)?;
        let [first, second] = MARKS;
        let after = rest.trim_start().strip_prefix(first);
        let after = after.and_then(|after| after.trim_start().strip_prefix(second));
        if let (true, Some(after)) = (before.is_empty() || before.ends_with([' ', '\t']), after)
            && (after.starts_with([' ', ':']) || after.is_empty())
            && !is_quoted(before)
        {
            let codes = after.trim_start_matches([' ', ':']);
            return Some(line.len() - codes.len());
        }
        from = hash + 1;
    }
    None
}

/// Whether a quote is open at the end of a part of a line: what follows is text.
fn is_quoted(before: &str) -> bool {
    let mut open = None;
    let mut begins = true;
    let mut characters = before.chars();
    while let Some(c) = characters.next() {
        match (open, c) {
            (Some('"'), '\\') => {
                characters.next();
            }
            (Some(quote), c) if quote == c => open = None,
            (None, '"' | '\'') if begins => open = Some(c),
            // Text that is not quoted may hold quotes.
            (None, ' ' | '[' | '{' | ',' | '-' | ':') => {
                begins = matches!(c, '[' | '{' | ',' | '-' | ':') || begins;
                continue;
            }
            _ => {}
        }
        begins = false;
    }
    open.is_some()
}

#[cfg(test)]
mod tests;
