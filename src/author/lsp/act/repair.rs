//! What makes YAML again of a line that is none, as a line is while it is
//! written: a quote or bracket that is not closed, a text that wants quotes, an
//! indent unlike its neighbours'. A repair is one if a part less is no YAML, and
//! what it writes belongs where it is then.

use std::cell::LazyCell;
use std::ops::Range;
use std::path::Path;

use super::super::position::Text;
use super::super::prose::pick;
use super::{Fix, applied, broken_parts, replacement};
use crate::deck::yaml;
use crate::deck::{Diagnostic, Place, Severity, open};
use crate::text::Lang;

/// So far above the spot that is told of its cause is looked for.
pub(super) const LINES_ABOVE: usize = 12;

/// Errors that tell that something stands where it does not belong.
const OF_SHAPE: &[&str] = &[
    "duplicate-key",
    "key-shape",
    "misplaced-key",
    "unknown-key",
    "unknown-language",
    "unquoted-comma",
    "wrong-shape",
];

/// Of so many that make YAML of it the best is looked for: each is read whole.
const MOST_TRIED: usize = 4;

/// The edit that makes YAML of the part that a finding is about.
pub(super) fn repair(text: &Text, diagnostic: &Diagnostic, lang: Lang) -> Option<Fix> {
    if !matches!(diagnostic.code, "not-yaml" | "tag") {
        return None;
    }
    let last = diagnostic.place.line;
    let (lines, under) = yaml::part_at(text.as_str(), last)?;
    let part = row(text, *lines.start()).start..row(text, *lines.end()).end;
    // Alone it is read at once, however long the file is.
    let makes_yaml = |fix: &Fix| {
        let mut alone = text.get(part.clone()).to_owned();
        for (range, by) in &fix.edits {
            let from = range.start.checked_sub(part.start);
            let within = from.zip(range.end.checked_sub(part.start));
            let Some((from, to)) = within.filter(|(from, to)| alone.get(*from..*to).is_some())
            else {
                return false;
            };
            alone.replace_range(from..to, by);
        }
        let above = under.map(|key| format!("{key}:\n")).unwrap_or_default();
        yaml::parse(&format!("{above}{alone}\n")).is_ok()
    };
    let first = last.saturating_sub(LINES_ABOVE).max(*lines.start());
    let lines = (first..=last).rev();
    let by_value = lines.clone().filter_map(|line| {
        let (range, by) = valued(text, &row(text, line))?;
        Some(replacement(text, range, by, lang))
    });
    let by_indent = lines.flat_map(|line| indented(text, &row(text, line), line, lang));
    let broken = LazyCell::new(|| broken_parts(text.as_str()));
    let fewer = |fix: &Fix| broken_parts(&applied(text, fix)) < *broken;
    let tried = by_value.chain(by_indent).filter(makes_yaml).filter(fewer);
    let before = LazyCell::new(|| errors(text).len());
    let good = tried.take(MOST_TRIED).filter_map(|fix| {
        let after = Text::new(applied(text, &fix));
        let told = errors(&after);
        // What else is told was there before, and no one could see it.
        let mut misplaced = told.iter().filter(|told| OF_SHAPE.contains(&told.code));
        let is_there = |told: &Diagnostic| is_at(&fix, told, &after);
        let worse = told.len() > *before && misplaced.any(is_there);
        (!worse).then_some((told.len(), fix))
    });
    good.min_by_key(|(told, _)| *told).map(|(_, fix)| fix)
}

/// What is wrong with a deck that keeps some of it from being one.
fn errors(text: &Text) -> Vec<Diagnostic> {
    let opened = open(Path::new(""), text.as_str().as_bytes());
    let mut told = opened.reading.diagnostics;
    told.retain(|told| told.severity == Severity::Error);
    told
}

/// Whether an error of the text after a fix stands on a line that it wrote or moved.
fn is_at(fix: &Fix, told: &Diagnostic, after: &Text) -> bool {
    fix.edits.iter().any(|(range, by)| {
        let written = after.range(range.start..range.start + by.len());
        let lines = written.start.line as usize..=written.end.line as usize;
        let line = after.range(after.bytes_of(told.place)).start.line as usize;
        lines.contains(&line)
    })
}

/// The bytes of a line.
fn row(text: &Text, line: usize) -> Range<usize> {
    let start = text.bytes_of(Place {
        line,
        column: 1,
        length: 0,
    });
    start.start..text.end_of_row(line)
}

/// The value on a line as it can be meant.
fn valued(text: &Text, row: &Range<usize>) -> Option<(Range<usize>, String)> {
    let line = text.get(row.clone());
    let indent = line.len() - line.trim_start_matches([' ', '\t', '-']).len();
    let body = line.get(indent..)?.trim_end();
    if body.is_empty() || body.starts_with('#') {
        return None;
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let key = body.find(':').filter(|at| {
        let name = body.get(..*at).unwrap_or_default();
        let rest = body.get(at + 1..).unwrap_or_default();
        let is_key = !name.is_empty() && name.chars().all(is_name);
        is_key && (rest.is_empty() || rest.starts_with([' ', '\t']))
    });
    // A tab behind the colon goes with its value.
    let from = key.map_or(0, |at| at + 1);
    let value = body.get(from..)?;
    let blank = value.len() - value.trim_start().len();
    let start = row.start + indent + from;
    let (start, lead, value) = match value.trim_start() {
        value if text.get(start..start + blank).contains('\t') => (start, " ", value),
        value => (start + blank, "", value),
    };
    let range = start..row.start + indent + body.len();
    let by = match open_in(value) {
        _ if value.is_empty() => return None,
        Some(closing) if !closing.is_empty() => format!("{value}{closing}"),
        _ if yaml::begins_with_a_fact(value) => quoted(value),
        None if lead.is_empty() => quoted(value),
        Some(_) if lead.is_empty() => return None,
        _ => value.to_owned(),
    };
    Some((range, format!("{lead}{by}")))
}

/// A text in double quotes.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What closes the quotes and brackets that a value opens and does not close;
/// `None` of a value without any at its beginning.
fn open_in(value: &str) -> Option<String> {
    if !value.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    let mut open: Vec<char> = Vec::new();
    let mut before = '[';
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        match (open.last(), c) {
            (Some('"'), '\\') => {
                characters.next();
            }
            (Some(closing), c) if c == *closing => {
                open.pop();
            }
            (Some('"' | '\''), _) => {}
            (_, '"' | '\'') if matches!(before, '[' | '{' | ',' | ':') => open.push(c),
            (_, '[') => open.push(']'),
            (_, '{') => open.push('}'),
            _ => {}
        }
        if c != ' ' {
            before = c;
        }
    }
    let spaced = value.contains("{ ");
    let closing = open.into_iter().rev().map(|c| match c {
        '}' if spaced => " }".to_owned(),
        c => c.to_string(),
    });
    Some(closing.collect())
}

/// A line indented like the key above it, or one that this is within.
fn indented(text: &Text, row: &Range<usize>, line: usize, lang: Lang) -> Vec<Fix> {
    let own = text.get(row.clone());
    let blank = own.len() - own.trim_start().len();
    if own.trim().is_empty() {
        return Vec::new();
    }
    let above = (1..line).rev().map(|line| text.get(self::row(text, line)));
    let above = above.filter(|above| !above.trim().is_empty());
    let mut columns: Vec<usize> = Vec::new();
    for above in above {
        let key = above.trim_start_matches([' ', '-']);
        let column = above.len() - key.len();
        let outer = columns.last().is_none_or(|inner| column < *inner);
        if outer && !key.starts_with(['\t', '#']) {
            columns.push(column);
        }
        if columns.last() == Some(&0) {
            break;
        }
    }
    let each = columns.into_iter().enumerate();
    each.filter(|(_, column)| *column != blank)
        .map(|(outer, column)| Fix {
            title: title(outer, column, lang),
            edits: vec![(row.start..row.start + blank, " ".repeat(column))],
            preferred: true,
        })
        .collect()
}

fn title(outer: usize, column: usize, lang: Lang) -> String {
    match outer {
        0 => pick(lang, "Indent like the line above", "윗줄에 맞춰 들여쓰기").to_owned(),
        _ => pick(
            lang,
            format!("Indent by {column}"),
            format!("{column}칸 들여쓰기"),
        ),
    }
}
