//! What can be read of a file that is no YAML: its blocks and entries are told
//! apart by how far they are indented, each that is no YAML by itself is cut,
//! and the rest is read as if the cut ones said nothing but their names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::{Fault, parse};
use crate::deck::Place;
use crate::message;

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

/// Codes of what one block or entry can be to blame for.
const MENDABLE: [&str; 4] = ["not-yaml", "tag", "key-shape", "alias"];

/// Cuts what is broken out of a text that is no YAML; `whole` is what
/// [`parse`] tells of it. Nothing if no part can be told to be to blame.
pub fn cut(text: &str, whole: &Fault) -> Option<Cut> {
    if !MENDABLE.contains(&whole.code) {
        return None;
    }
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
        broken.sort_by_key(|(at, _)| *at);
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

/// A block of the file, or an entry of one.
#[derive(Debug, Clone)]
struct Unit<'t> {
    /// Its lines, from 1.
    from: usize,
    to: usize,
    /// The line of the key that it is under; its own if it is a block.
    header: usize,
    /// The key that it is under, if it is an entry.
    under: Option<&'t str>,
    /// What it calls itself.
    name: Option<String>,
    /// How far it is indented, and how far it should be.
    indent: usize,
    depth: usize,
    is_item: bool,
    is_block: bool,
    /// Whether it is an item among names, or a name among items.
    stray: bool,
}

/// A key at the left edge under which entries stand.
#[derive(Debug, Clone)]
struct Header<'t> {
    line: usize,
    key: &'t str,
    /// How far its entries are indented, and whether they are items of a list,
    /// once there is one.
    kind: Option<(usize, bool)>,
    /// How far what stands in the last of them is indented, where that is in
    /// block style.
    inner: usize,
    /// The keys of the last of them.
    keys: Vec<&'t str>,
    /// Whether the last of them is closed with its line.
    closed: bool,
}

impl Header<'_> {
    /// Whether a line begins an entry, though it may not be indented as it should.
    fn begins(&self, body: &str, indent: usize, is_item: bool) -> bool {
        match self.kind {
            None => true,
            Some(_) if body.starts_with(':') => false,
            Some((depth, _)) if indent == depth || self.closed => true,
            Some((_, true)) => {
                // What is the first key by habit, or stands there for the second
                // time, as where the dash before it is lost.
                let first = |key: &str| key == "id" || self.keys.contains(&key);
                let is_first = || header(body).is_some_and(|(key, _)| first(key));
                indent < self.inner && (is_item || body.starts_with('{') || is_first())
            }
            Some((depth, false)) => header(body).is_some() && indent < depth,
        }
    }
}

/// The blocks of a file that hold one thing, and the entries of the others.
fn units<'t>(lines: &[&'t str]) -> Vec<Unit<'t>> {
    let mut units: Vec<Unit<'t>> = Vec::new();
    let mut open: Option<Header<'t>> = None;
    for (at, line) in lines.iter().enumerate() {
        let number = at + 1;
        let body = line.trim_start_matches(' ');
        let indent = line.len() - body.len();
        if body.trim().is_empty() || body.starts_with('#') {
            continue;
        }
        let is_item = body.trim_end() == "-" || body.starts_with("- ");
        if indent == 0
            && !is_item
            && let Some((name, rest)) = header(body)
        {
            open = None;
            if rest {
                units.push(Unit {
                    from: number,
                    to: number,
                    header: number,
                    under: None,
                    name: Some(name.to_owned()),
                    indent,
                    depth: indent,
                    is_item: false,
                    is_block: true,
                    stray: false,
                });
            } else {
                open = Some(Header {
                    line: number,
                    key: name,
                    kind: None,
                    inner: 0,
                    keys: Vec::new(),
                    closed: false,
                });
            }
            continue;
        }
        match &mut open {
            Some(header) if header.begins(body, indent, is_item) => {
                let (_, items) = *header.kind.get_or_insert((indent, header.key == "cards"));
                header.inner = inner(body, indent);
                header.keys.clear();
                header.closed = is_closed(body);
                units.push(Unit {
                    from: number,
                    to: number,
                    header: header.line,
                    under: Some(header.key),
                    name: named(body).filter(|_| !items && self::header(body).is_some()),
                    indent,
                    depth: indent,
                    is_item: items,
                    is_block: false,
                    stray: items != is_item,
                });
            }
            _ => {
                if let Some(unit) = units.last_mut() {
                    unit.to = number;
                }
            }
        }
        if let (Some(header), Some((key, _))) = (&mut open, self::header(item(body))) {
            header.keys.push(key);
        }
        if let Some(unit) = units.last_mut()
            && unit.is_item
            && unit.name.is_none()
        {
            unit.name = id(body);
        }
    }
    align(&mut units);
    units
}

/// The entries under a key should be indented like most of them.
fn align(units: &mut [Unit<'_>]) {
    for of_one in units.chunk_by_mut(|one, two| one.header == two.header) {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for unit in of_one.iter().filter(|unit| !unit.stray) {
            *counts.entry(unit.indent).or_default() += 1;
        }
        let most = counts.values().max().copied();
        let mut usual = of_one.iter().map(|unit| unit.indent);
        let Some(depth) = usual.find(|indent| counts.get(indent).copied() == most) else {
            continue;
        };
        for unit in of_one {
            unit.depth = depth;
            unit.stray &= unit.indent == depth;
        }
    }
}

/// Whether an entry is written in braces on one line.
fn is_closed(body: &str) -> bool {
    let value = match header(body) {
        Some(_) => body.split_once(':').map_or("", |(_, value)| value.trim()),
        None => item(body),
    };
    let count = |brace: char| value.matches(brace).count();
    value.starts_with('{') && value.trim_end().ends_with('}') && count('{') == count('}')
}

/// What stands behind the dash of an item.
fn item(body: &str) -> &str {
    body.trim_start_matches('-').trim_start_matches(' ')
}

/// How far the keys of an item are indented, if they stand in block style.
fn inner(body: &str, indent: usize) -> usize {
    let rest = item(body);
    if header(rest).is_some() {
        indent + body.len() - rest.len()
    } else {
        0
    }
}

/// The key at the left edge of a file, and whether something stands behind it.
fn header(body: &str) -> Option<(&str, bool)> {
    let (name, rest) = body.split_once(':')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        return None;
    }
    let rest = rest.trim();
    Some((name, !rest.is_empty() && !rest.starts_with('#')))
}

/// The name that a line begins with.
fn named(body: &str) -> Option<String> {
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.');
    let name = body.split(':').next().unwrap_or_default();
    let name = name.trim_start_matches(is_sign).split(is_sign).next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// The id that an entry gives itself on a line.
fn id(body: &str) -> Option<String> {
    let body = body.trim_start_matches(['-', '{', ' ']);
    let mut pairs = body.split(", ").filter_map(|pair| pair.split_once(':'));
    let (_, value) = pairs.find(|(key, _)| key.trim() == "id")?;
    named(value.trim())
}

impl Unit<'_> {
    /// What is wrong with it by itself, and with several of its keys by
    /// themselves: what an open quote or bracket makes of the next is not.
    fn faults(&self, lines: &[&str]) -> Vec<Fault> {
        let Some(fault) = self.fault(lines) else {
            return Vec::new();
        };
        let keys = self.keys(lines);
        let each: Vec<Fault> = keys.iter().filter_map(|key| key.fault(lines)).collect();
        match each.len() {
            0 | 1 => vec![fault],
            _ => each,
        }
    }

    /// Its keys with what stands under each, if it is an item in block style.
    fn keys(&self, lines: &[&str]) -> Vec<Unit<'_>> {
        let own = lines.get(self.from - 1..self.to).unwrap_or_default();
        let inner = own.first().map_or(0, |line| {
            let body = line.trim_start_matches(' ');
            inner(body, line.len() - body.len())
        });
        if !self.is_item || inner == 0 {
            return Vec::new();
        }
        let mut keys: Vec<Unit<'_>> = Vec::new();
        for (at, line) in (self.from..).zip(own) {
            let indent = line.len() - line.trim_start_matches(' ').len();
            if at == self.from || indent == inner && header(line.trim_start()).is_some() {
                keys.push(Unit {
                    from: at,
                    under: None,
                    ..self.clone()
                });
            }
            if let Some(key) = keys.last_mut() {
                key.to = at;
            }
        }
        keys
    }

    /// The first that is wrong with it by itself.
    fn fault(&self, lines: &[&str]) -> Option<Fault> {
        let own = lines.get(self.from - 1..self.to).unwrap_or_default();
        let mut text = String::new();
        let before = self.under.map_or(0, |key| {
            text.push_str(key);
            text.push_str(":\n");
            1
        });
        for line in own {
            text.push_str(line);
            text.push('\n');
        }
        let fault = parse(&text).err()?;
        // What it names may stand elsewhere: the whole tells.
        if !MENDABLE.contains(&fault.code) || is_of_names(&fault) {
            return None;
        }
        let line = fault.place.line + self.from - 1 - before;
        let place = if line > self.to {
            // At its end, as with a bracket that is never closed.
            let last = own.iter().rposition(|line| !line.trim().is_empty());
            let last = last.unwrap_or_default();
            Place {
                line: self.from + last,
                column: own
                    .get(last)
                    .map_or(1, |line| line.trim_end().chars().count().max(1)),
                length: 1,
            }
        } else {
            Place {
                line: line.max(self.from),
                ..fault.place
            }
        };
        Some(Fault { place, ..fault })
    }

    /// That it is not indented like the others.
    fn misplaced(&self) -> Fault {
        let place = Place {
            line: self.from,
            column: self.indent + 1,
            length: 1,
        };
        let message = message!(
            "this is no YAML: it is not indented like the entries beside it",
            "YAML이 아닙니다: 들여쓰기가 옆의 항목들과 다릅니다"
        );
        let (now, should) = (self.indent, self.depth);
        Fault::new("not-yaml", place, message).help(message!(
            "indent it by {should}, not by {now}",
            "{now}칸이 아니라 {should}칸 들여 쓰세요"
        ))
    }

    /// What stands in its place: its name.
    fn stub(&self) -> String {
        let indent = " ".repeat(self.depth);
        match &self.name {
            _ if self.stray => String::new(),
            Some(name) if self.is_item => format!("{indent}- {{ id: \"{name}\" }}"),
            None if self.is_item => format!("{indent}-"),
            Some(name) => format!("{indent}{name}:"),
            None => String::new(),
        }
    }
}

/// Whether a fault is about an anchor or an alias.
fn is_of_names(fault: &Fault) -> bool {
    let told = fault.message.says(crate::text::Lang::En);
    fault.code == "alias" || told.contains("anchor") || told.contains("alias")
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
