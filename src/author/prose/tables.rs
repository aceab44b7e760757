//! The unit and scale of the cells of a table, where its head or what stands
//! over it says so: *Cocoa output, thousand tonnes*, `(단위: 천 명)`.

use std::ops::Range;

use super::{BLOCK, FigureFound, Prose};
use crate::figure::{Figure, Unit};
use crate::text::is_hangul;

/// What stands over a table is no longer than so many characters.
const LONGEST_CAPTION: usize = 100;
/// So many lines over a table may be its caption.
const CAPTION_LINES: usize = 2;

/// The bare figures among `figures` that stand in the cells of tables, with the
/// unit and scale that is told of them.
pub(in crate::author) fn of(figures: &[FigureFound], prose: &Prose) -> Vec<FigureFound> {
    let text = prose.text();
    let mut found = Vec::new();
    let mut caption: Vec<&str> = Vec::new();
    let mut head: Vec<Range<usize>> = Vec::new();
    for span in lines(text) {
        let words = text.get(span.clone()).unwrap_or_default();
        if !words.starts_with('|') {
            if !words.is_empty() {
                head.clear();
                caption.push(words);
                caption.drain(..caption.len().saturating_sub(CAPTION_LINES));
            }
            continue;
        }
        let cells = cells(text, &span);
        if head.is_empty() {
            head = cells;
            continue;
        }
        let of_all = || {
            let over = caption.iter().rev().filter(|line| is_caption(line));
            over.copied().find_map(told)
        };
        let corner = head.first().and_then(|cell| told(text.get(cell.clone())?));
        let of_row = cells.first().and_then(|cell| told(text.get(cell.clone())?));
        let of_table = of_row.or(corner).or_else(of_all);
        for (at, cell) in cells.iter().enumerate() {
            let first = figures.partition_point(|found| found.span.start < cell.start);
            let Some(figure) = figures.get(first).filter(|found| {
                let alone = text.get(cell.clone()).map(plain) == Some(prose.at(&found.span));
                alone && found.figure.unit == Unit::None
            }) else {
                continue;
            };
            let of_column = head.get(at).and_then(|cell| told(text.get(cell.clone())?));
            let scaled = of_column
                .or(of_table)
                .and_then(|unit| measured(prose.at(&figure.span), unit));
            found.extend(scaled.map(|scaled| FigureFound {
                figure: scaled,
                ..figure.clone()
            }));
        }
    }
    found
}

/// The lines of a text, without what is around them, and of a page whatever stands
/// on a line as one of its own: rows of a table, items of a list.
pub(in crate::author) fn lines(text: &str) -> Vec<Range<usize>> {
    let rows = String::from_iter([BLOCK, BLOCK]);
    let mut lines = Vec::new();
    let mut start = 0;
    let mut push = |piece: &str, whole: bool| {
        let mut from = start;
        for part in piece.split_inclusive(|c| c == BLOCK && !whole) {
            let words = part.trim();
            let at = from + part.len() - part.trim_start().len();
            if !words.is_empty() {
                lines.push(at..at + words.len());
            }
            from += part.len();
        }
        start = from;
    };
    for line in text.split_inclusive('\n') {
        for piece in line.split_inclusive(rows.as_str()) {
            push(piece, piece.trim_start().starts_with('|'));
        }
    }
    lines
}

/// A cell as the head of its column has it: in its units, `증감률(%)`, or as so
/// many thousands, with how that is written; and the head without it, where it
/// has it in brackets.
pub(in crate::author) fn in_units<'h>(
    cell: &str,
    head: &'h str,
) -> Option<(Figure, String, &'h str)> {
    let (figure, written) = written(cell, told(head)?)?;
    let brackets = head.find(['(', '[']).filter(|at| *at > 0);
    let name = brackets.and_then(|at| head.get(..at)).unwrap_or(head);
    Some((figure, written, name.trim_end()))
}

/// The cells of a row.
fn cells(text: &str, row: &Range<usize>) -> Vec<Range<usize>> {
    let line = text.get(row.clone()).unwrap_or_default();
    let ends = line.match_indices('|').map(|(at, _)| row.start + at);
    let ends: Vec<usize> = ends.collect();
    let pairs = ends.iter().zip(ends.iter().skip(1));
    pairs.map(|(from, to)| from + 1..*to).collect()
}

/// A cell without what is around its words.
fn plain(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '*')
}

fn is_caption(line: &str) -> bool {
    line.chars().count() <= LONGEST_CAPTION && !line.ends_with('.')
}

/// The unit and scale that a caption or the head of a column ends in, or has in
/// brackets.
fn told(text: &str) -> Option<&str> {
    let text = plain(text);
    let brackets = text.rsplit_once(['(', '[']).map(|(_, rest)| rest);
    let inside = brackets.and_then(|rest| rest.split([')', ']']).next());
    let behind = [", ", "단위: ", "단위:", "단위 ", " in "].map(|sign| {
        let (_, rest) = text.rsplit_once(sign)?;
        Some(rest)
    });
    let phrases = inside.into_iter().chain(behind.into_iter().flatten());
    let mut phrases = phrases.chain(std::iter::once(text)).map(|phrase| {
        let mut phrase = plain(phrase);
        for sign in ["단위:", "단위", "in ", "unit:", "units:"] {
            phrase = phrase.strip_prefix(sign).unwrap_or(phrase).trim();
        }
        phrase.trim_end_matches([')', ']'])
    });
    phrases.find(|phrase| measured("1", phrase).is_some())
}

/// A number of what a phrase says: so many thousands, so many of a unit.
fn measured(number: &str, phrase: &str) -> Option<Figure> {
    written(number, phrase).map(|(figure, _)| figure)
}

/// The same, and how it is written.
fn written(number: &str, phrase: &str) -> Option<(Figure, String)> {
    if phrase.is_empty() || phrase.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let singular = ["thousands", "millions", "billions"];
    let phrase = if singular.contains(&phrase) {
        phrase.trim_end_matches('s')
    } else {
        phrase
    };
    let symbol = phrase.find(|c: char| c.is_ascii_alphabetic() || c == ' ');
    let (sign, rest) = phrase.split_at(symbol.unwrap_or(phrase.len()));
    let written = if sign.is_empty() || sign.starts_with(char::is_alphabetic) || sign == "%" {
        format!("{number} {phrase}")
    } else {
        format!("{sign}{number} {}", rest.trim())
    };
    let korean = format!("{number}{phrase}");
    let parsed = |text: &str| Figure::parse(text.trim()).ok();
    let bare = Figure::parse(number).ok()?;
    // 해 of 해담식품 is no scale.
    let is_word = |unit: &Unit| matches!(unit, Unit::Other(word) if !word.is_ascii());
    let tells = |figure: &Figure| {
        let scaled = figure.number.value != bare.number.value && !is_word(&figure.unit);
        figure.unit.is_a_measure() || figure.unit.is_rate() || scaled
    };
    let texts = match phrase.starts_with(is_hangul) {
        true => [korean, written],
        false => [written, korean],
    };
    let mut figures = texts
        .into_iter()
        .filter_map(|text| Some((parsed(&text)?, text)));
    figures.find(|(figure, _)| tells(figure))
}
