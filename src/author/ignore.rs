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
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::deck::yaml;

    fn read(text: &str) -> Vec<(usize, String)> {
        let tree = yaml::parse(text).ok();
        let ignores = Ignores::read(text, tree.as_ref().map(|tree| &tree.root));
        let whole = ignores.whole.iter().map(|i| (0, i.code.clone()));
        let lines = ignores.lines.iter();
        let lines = lines.flat_map(|(line, all)| all.iter().map(|i| (*line, i.code.clone())));
        whole.chain(lines).collect()
    }

    #[test]
    fn comments_ignore_their_line_the_next_or_the_file() {
        for (text, expected) in [
            ("deck: a # dateline: ignore one", vec![(1, "one")]),
            (
                "deck: a # dateline: ignore one, two",
                vec![(1, "one"), (1, "two")],
            ),
            ("deck: a\n# dateline: ignore one\nb: c", vec![(3, "one")]),
            (
                "deck: a\n  # dateline: ignore one\n  # why\n\n  b: c # dateline: ignore two",
                vec![(5, "one"), (5, "two")],
            ),
            (
                "# dateline: ignore one, two\n\ndeck: a",
                vec![(0, "one"), (0, "two")],
            ),
            (
                "deck: a # dateline: ignore one (it is so)",
                vec![(1, "one")],
            ),
            ("deck: a # dateline: ignore one – why", vec![(1, "one")]),
            ("deck: a#dateline: ignore one", vec![]),
            ("deck: a # dateline: ignored", vec![]),
            ("deck: a # dateline: ignore", vec![(1, "")]),
            ("deck: a # dateline: ignore (it is so)", vec![(1, "")]),
            ("deck: \"#\" # dateline: ignore one", vec![(1, "one")]),
            // What is text is no comment, however many lines it has.
            ("a: \"b\n  # dateline: ignore one\n\n  c\"\nd: e", vec![]),
            ("a: 'it''s\n  b # dateline: ignore one'", vec![]),
            (
                "a: \"b\\x21\n  c # dateline: ignore one\\n\n  d\" # dateline: ignore two",
                vec![(3, "two")],
            ),
            ("a: [\"b\n  c\"] # dateline: ignore one", vec![(2, "one")]),
            (
                "a: |\n  b\n  # dateline: ignore one\n# dateline: ignore two\nc: d",
                vec![(5, "two")],
            ),
            ("a: b\n  c # dateline: ignore one", vec![(2, "one")]),
        ] {
            let expected: Vec<(usize, String)> = expected
                .into_iter()
                .map(|(line, code): (usize, &str)| (line, code.to_owned()))
                .collect();
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_block_is_covered_by_the_line_that_announces_it() {
        let text = "a:\n  note: >- # dateline: ignore one\n    x\n\n    # y\n  hint: z\n\
                    b: | # dateline: ignore one\n  x\nc: x > 3 # dateline: ignore two\nd: 1\n";
        let mut ignores = Ignores::read(text, None);
        let covered: Vec<usize> = (1..=10)
            .filter(|line| ignores.covers("one", *line))
            .collect();
        assert_eq!(covered, [2, 3, 4, 5, 7, 8]);
        assert!((1..=10).all(|line| ignores.covers("two", line) == (line == 9)));
        assert_eq!(ignores.unused().count(), 0);
    }

    #[test]
    fn an_entry_is_covered_by_the_comment_above_it() {
        let text = "deck: a\nfacts:\n  # dateline: ignore one\n  x:\n    value: 1\n  y:\n    value: 2\n\
                    # dateline: ignore one\ncards:\n  # dateline: ignore one\n  - id: a\n    ask: |\n      b\n\n    # c\n    \
                    d: e # dateline: ignore two\n  - id: f\n    ask: g\n";
        let mut ignores = Ignores::read(text, None);
        let covered: Vec<usize> = (1..=19)
            .filter(|line| ignores.covers("one", *line))
            .collect();
        assert_eq!(covered, [4, 5, 9, 11, 12, 13, 14, 15, 16]);
        assert!((1..=19).all(|line| ignores.covers("two", line) == (line == 16)));
        assert_eq!(ignores.unused().count(), 0);
    }

    #[test]
    fn an_entry_is_covered_by_the_comment_behind_its_name() {
        let text = "deck: a\nfacts:\n  x: # dateline: ignore one\n    value: 1\n    note:\n      a\n  y:\n    value: 2\n\
                    cards:\n  - id: a # dateline: ignore one\n    list: # dateline: ignore two\n      - b\n    hint: c\n  - ask: d # dateline: ignore one\n    \
                    note: e\n";
        let mut ignores = Ignores::read(text, None);
        let covered = |ignores: &mut Ignores, code: &str| -> Vec<usize> {
            let lines = 1..=15;
            lines.filter(|line| ignores.covers(code, *line)).collect()
        };
        assert_eq!(
            covered(&mut ignores, "one"),
            [3, 4, 5, 6, 10, 11, 12, 13, 14]
        );
        assert_eq!(covered(&mut ignores, "two"), [11, 12]);
        assert_eq!(ignores.unused().count(), 0);
    }

    #[test]
    fn a_code_has_its_place() {
        let ignores = Ignores::read("deck: 칩 # dateline: ignore one, two", None);
        let places: Vec<(usize, usize)> = ignores
            .unused()
            .map(|ignored| (ignored.place.column, ignored.place.length))
            .collect();
        assert_eq!(places, [(28, 3), (33, 3)]);
    }
}
