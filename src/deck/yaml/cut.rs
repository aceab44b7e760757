//! What can be read of a file that is no YAML: its blocks and entries are told
//! apart by how far they are indented, each that is no YAML by itself is cut,
//! and the rest is read as if the cut ones said nothing but their names.

mod colon;
mod unit;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use unit::{MENDABLE, Unit, is_of_names, units};

use crate::order::Order as _;

use super::{Fault, parse};

/// So many blocks and entries are cut at most.
const MOST: usize = 200;

/// So often the whole is tried again, for what only shows in the whole.
const TRIES: usize = 20;

/// A text that is YAML again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The text: its lines are those of the file, cut ones are empty or hold a name.
    pub text: String,
    /// Why something was cut: one fault for each cut.
    pub faults: Vec<Fault>,
    /// What was cut.
    pub lines: CutLines,
}

/// The lines that were cut.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CutLines {
    /// From and to, with the comments above.
    ranges: Vec<(usize, usize)>,
    /// Keys of the deck of which everything was cut.
    pub keys: BTreeSet<String>,
    /// Whether an entry was cut that has no id.
    pub nameless: bool,
}

impl CutLines {
    /// Whether a line was cut.
    pub fn has(&self, line: usize) -> bool {
        let mut ranges = self.ranges.iter();
        ranges.any(|(from, to)| (*from..=*to).contains(&line))
    }
}

/// Cuts what is broken out of a text that is no YAML; `whole` is what
/// [`parse`] tells of it. Nothing if no part can be told to be to blame.
pub fn cut(text: &str, whole: &Fault) -> Option<Cut> {
    if !MENDABLE.contains(&whole.code) {
        return None;
    }
    let Some((text, mut faults)) = colon::supplied(text) else {
        return cut_out(text, whole);
    };
    let mut cut = match parse(&text) {
        Ok(_) => Cut {
            text,
            faults: Vec::new(),
            lines: CutLines::default(),
        },
        Err(more) => cut_out(&text, &more)?,
    };
    faults.append(&mut cut.faults);
    Some(Cut { faults, ..cut })
}

fn cut_out(text: &str, whole: &Fault) -> Option<Cut> {
    let lines: Vec<&str> = text.lines().collect();
    let units = units(&lines);
    // Entries under a key of the other kind: the key between them is missing.
    let mut strays = BTreeSet::new();
    let mut broken: Vec<(usize, Vec<Fault>)> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let mut found = unit.faults(&lines);
        if unit.indent != unit.depth {
            if found.is_empty() {
                found.push(unit.misplaced());
            }
            broken.push((at, found));
        } else if unit.stray {
            if !strays.insert(unit.header) {
                found.clear();
            }
            broken.push((at, found));
        } else if !found.is_empty() {
            broken.push((at, found));
        }
        if broken.len() > MOST {
            return None;
        }
    }
    for _ in 0..TRIES {
        let left = without(&lines, &units, &broken);
        let Err(fault) = parse(&left) else {
            return Some(finished(left, &lines, &units, broken, whole));
        };
        if !MENDABLE.contains(&fault.code) {
            return None;
        }
        let line = fault.place.line;
        let is_cut = |at: usize| broken.iter().any(|(cut, _)| *cut == at);
        let blamed = units
            .iter()
            .rposition(|unit| unit.from <= line)
            .filter(|at| !is_cut(*at))?;
        // What names an anchor that was cut with its entry is not to blame.
        let anchors = |at: usize| {
            let unit = units.get(at);
            let own = unit.and_then(|unit| lines.get(unit.from - 1..unit.to));
            own.unwrap_or_default()
                .iter()
                .any(|line| line.contains('&'))
        };
        let orphan = is_of_names(&fault) && broken.iter().any(|(cut, _)| anchors(*cut));
        let told = Some(fault).filter(|_| !orphan);
        broken.push((blamed, told.into_iter().collect()));
        broken.order_by_key(|(at, _)| *at);
    }
    None
}

fn finished(
    text: String,
    lines: &[&str],
    units: &[Unit<'_>],
    broken: Vec<(usize, Vec<Fault>)>,
    whole: &Fault,
) -> Cut {
    let mut cut = Cut {
        text,
        faults: Vec::new(),
        lines: CutLines::default(),
    };
    let mut told = false;
    for (at, faults) in broken {
        let Some(unit) = units.get(at) else {
            continue;
        };
        let comments = lines
            .get(..unit.from - 1)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|line| line.trim_start().starts_with('#'))
            .count();
        cut.lines.ranges.push((unit.from - comments, unit.to));
        cut.lines.nameless |= unit.is_item && unit.name.is_none();
        if unit.is_block {
            cut.lines.keys.extend(unit.name.clone());
        }
        let within = (unit.from..=unit.to).contains(&whole.place.line);
        if within && !told && faults.len() < 2 {
            told = true;
            cut.faults.push(whole.clone());
        } else {
            told |= within;
            cut.faults.extend(faults);
        }
    }
    if cut.faults.is_empty() {
        cut.faults.push(whole.clone());
    }
    cut
}

/// The lines of the block or entry that a line is in, and the key at the left
/// edge that it is under, if it is an entry; of an entry one key with what stands
/// under it, where that is no YAML by itself.
pub fn part_at(text: &str, line: usize) -> Option<(RangeInclusive<usize>, Option<&str>)> {
    let lines: Vec<&str> = text.lines().collect();
    let units = units(&lines);
    let unit = units.into_iter().rev().find(|unit| unit.from <= line)?;
    let mut keys = unit.keys(&lines).into_iter().rev();
    let key = keys.find(|key| key.from <= line);
    match key.filter(|key| key.fault(&lines).is_some()) {
        Some(key) => Some((key.from..=key.to, None)),
        None => Some((unit.from..=unit.to, unit.under)),
    }
}

/// The text with names in the place of what is broken.
fn without(lines: &[&str], units: &[Unit<'_>], broken: &[(usize, Vec<Fault>)]) -> String {
    let mut left: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    for unit in broken.iter().filter_map(|(at, _)| units.get(*at)) {
        let stub = unit.stub();
        let own = left.get_mut(unit.from - 1..unit.to).unwrap_or_default();
        for (at, line) in own.iter_mut().enumerate() {
            *line = if at == 0 { stub.clone() } else { String::new() };
        }
    }
    left.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The lines at which something is told to be wrong, and the text that is left.
    fn left(text: &str) -> (Vec<usize>, String) {
        let whole = parse(text).unwrap_err();
        let cut = cut(text, &whole).unwrap();
        let lines = cut.faults.iter().map(|fault| fault.place.line);
        (lines.collect(), cut.text)
    }

    #[test]
    fn what_is_broken_leaves_its_name() {
        for (text, lines, expected) in [
            (
                "deck: d\ncards:\n  - id: a\n    ask: one: two\n  - id: b\n    answer: x\n",
                vec![4],
                "deck: d\ncards:\n  - { id: \"a\" }\n\n  - id: b\n    answer: x\n",
            ),
            (
                "facts:\n  a: { value: [1 }\n  b: { value: 2 }\n  c: { value: \"3 }\n",
                vec![2, 4],
                "facts:\n  a:\n  b: { value: 2 }\n  c:\n",
            ),
            (
                "title: \"x\ncards:\n- ask: a\n- ask: 'b\n  answer: c\n- answer: d: e\n",
                vec![1, 4, 6],
                "title:\ncards:\n- ask: a\n-\n\n-\n",
            ),
            (
                "cards:\n  - ask: a\n   answer: b\n  - ask: c\n",
                vec![3],
                "cards:\n  -\n\n  - ask: c\n",
            ),
            (
                "cards:\n  - ask: a\n\tanswer: b\n  - ask: c\n",
                vec![3],
                "cards:\n  -\n\n  - ask: c\n",
            ),
            (
                "facts:\n a: { value: 1 }\n  b: { value: 2 }\n  c: { value: 3 }\n",
                vec![2],
                "facts:\n  a:\n  b: { value: 2 }\n  c: { value: 3 }\n",
            ),
            (
                "cards:\n  - ask: What is {a}\n    answer: b\n   id: c\n    ask: d\n  - ask: [\n",
                vec![4, 6],
                "cards:\n  - ask: What is {a}\n    answer: b\n  - { id: \"c\" }\n\n  -\n",
            ),
            (
                "facts:\n  ? [a]\n  : { value: 1 }\n  b: { value: 2 }\n",
                vec![2],
                "facts:\n\n\n  b: { value: 2 }\n",
            ),
            (
                "cards:\n  - ask: a\ngarbage\n  - ask: c\n",
                vec![3],
                "cards:\n  -\n\n  - ask: c\n",
            ),
            (
                "cards:\n  - ask: [a\n  - ask: *b\n  - ask: &c c\n  - ask: *c\n",
                vec![2, 3],
                "cards:\n  -\n  -\n  - ask: &c c\n  - ask: *c\n",
            ),
            // What stands under a key without its colon is read.
            (
                "deck: d\nfacts\n  a: { value: 1 }\ncards\n  - ask: a: b\n  - ask: c\n",
                vec![2, 4, 5],
                "deck: d\nfacts:\n  a: { value: 1 }\ncards:\n  -\n  - ask: c\n",
            ),
            (
                "facts  \n  a: { value: 1 }\n",
                vec![1],
                "facts:  \n  a: { value: 1 }\n",
            ),
            // Each key that is none by itself, and not what an open one swallows.
            (
                "cards:\n  - id: a\n    ask: one: two\n    answer: b\n    note: \"c\n    hint: \"d\"\n    tags: [e\n      , f\n  - ask: g\n",
                vec![3, 5, 8],
                "cards:\n  - { id: \"a\" }\n\n\n\n\n\n\n  - ask: g\n",
            ),
            (
                "cards:\n  - id: a\n    note: |\n      b: c: d\n      [\n    ask: \"e\n    answer: f\n",
                vec![6],
                "cards:\n  - { id: \"a\" }\n\n\n\n\n\n",
            ),
        ] {
            assert_eq!(left(text), (lines, expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_no_entry_is_to_blame_for_stays() {
        for text in [
            "{ deck: d, cards: [ }",
            "a: b\n---\nc: d\n",
            "[",
            "x\ny: z\n",
        ] {
            let whole = parse(text).unwrap_err();
            assert_eq!(cut(text, &whole), None, "{text}");
        }
    }
}
