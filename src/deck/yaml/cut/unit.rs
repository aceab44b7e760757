//! The blocks of a file, and the entries of those that hold several, told apart
//! by how far they are indented.

use std::collections::BTreeMap;

use crate::deck::Place;
use crate::deck::yaml::{Fault, parse};
use crate::message;

/// Codes of what one block or entry can be to blame for.
pub(super) const MENDABLE: [&str; 4] = ["not-yaml", "tag", "key-shape", "alias"];

/// A block of the file, or an entry of one.
#[derive(Debug, Clone)]
pub(super) struct Unit<'t> {
    /// Its lines, from 1.
    pub from: usize,
    pub to: usize,
    /// The line of the key that it is under; its own if it is a block.
    pub header: usize,
    /// The key that it is under, if it is an entry.
    pub under: Option<&'t str>,
    /// What it calls itself.
    pub name: Option<String>,
    /// How far it is indented, and how far it should be.
    pub indent: usize,
    pub depth: usize,
    pub is_item: bool,
    pub is_block: bool,
    /// Whether it is an item among names, or a name among items.
    pub stray: bool,
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
pub(super) fn units<'t>(lines: &[&'t str]) -> Vec<Unit<'t>> {
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
    pub fn faults(&self, lines: &[&str]) -> Vec<Fault> {
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
    pub fn keys(&self, lines: &[&str]) -> Vec<Unit<'_>> {
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
    pub fn fault(&self, lines: &[&str]) -> Option<Fault> {
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
    pub fn misplaced(&self) -> Fault {
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
    pub fn stub(&self) -> String {
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
pub(super) fn is_of_names(fault: &Fault) -> bool {
    let told = fault.message.says(crate::text::Lang::En);
    fault.code == "alias" || told.contains("anchor") || told.contains("alias")
}
