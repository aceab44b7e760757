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

/// A table: lines parted by `|` or by tabs.
#[derive(Debug, Clone)]
pub(in crate::author) struct Table {
    /// What stands over it, the nearest line first.
    over: Vec<Range<usize>>,
    /// The heads of its columns.
    pub head: Vec<Range<usize>>,
    /// The line of each row below the head, and its cells.
    pub rows: Vec<(Range<usize>, Vec<Range<usize>>)>,
}

impl Table {
    /// What the table is of, as its caption says: `시도별 합계출산율` of `[표] 시도별
    /// 합계출산율(단위: 명)`.
    pub fn name<'t>(&self, text: &'t str) -> Option<&'t str> {
        let caption = text.get(self.over.first()?.clone())?;
        let caption = caption.trim_start_matches(['#', ' ', '*', '▲', '■', '▶', '<', '【']);
        // [표], <표 1>, Table 2:
        let marked = caption.strip_prefix('[').unwrap_or(caption);
        let marked = ["표", "Table"]
            .iter()
            .find_map(|word| marked.strip_prefix(word));
        let number = |c: char| c.is_ascii_digit() || " ]>.:】".contains(c);
        let caption = marked.map_or(caption, |rest| rest.trim_start_matches(number));
        let end = caption.find(['(', '[']).unwrap_or(caption.len());
        let name = plain(caption.get(..end)?)
            .trim_end_matches([':', '*', '>'])
            .trim();
        (is_caption(caption) && name.contains(char::is_alphabetic)).then_some(name)
    }

    /// The unit and scale that is told of all its cells: in the corner, or over it.
    pub fn unit<'t>(&self, text: &'t str) -> Option<&'t str> {
        let corner = self
            .head
            .first()
            .and_then(|cell| told(text.get(cell.clone())?));
        let over = self.over.iter().filter_map(|line| text.get(line.clone()));
        let mut over = over.filter(|line| is_caption(line));
        corner.or_else(|| over.find_map(told))
    }
}

/// The tables of a text.
pub(in crate::author) fn all(text: &str) -> Vec<Table> {
    let lines = lines(text);
    let rows: Vec<Vec<Range<usize>>> = lines.iter().map(|line| cells(text, line)).collect();
    let is_row = are_rows(text, &lines, &rows);
    let mut tables: Vec<Table> = Vec::new();
    let mut over: Vec<Range<usize>> = Vec::new();
    // A line that says no number begins another table below a blank line.
    let apart = |last: usize, line: &Range<usize>, cells: &[Range<usize>]| {
        let between = text.get(last..line.start).unwrap_or_default();
        between.matches('\n').count() > 1 && !is_numbered(text, cells)
    };
    // Where the last row ends.
    let mut open = None;
    for ((line, cells), is_row) in lines.iter().zip(&rows).zip(is_row) {
        let first = is_row && open.is_some_and(|last| apart(last, line, cells));
        let goes_on = open.is_some() && is_row && !first;
        match tables.last_mut().filter(|_| goes_on) {
            Some(table) => {
                // A corner that is empty is not there to be parted from the rest.
                if table.head.len() + 1 == cells.len()
                    && !text.get(line.clone()).is_some_and(is_marked)
                {
                    table.head.insert(0, line.start..line.start);
                }
                table.rows.push((line.clone(), cells.clone()));
            }
            None if is_row => tables.push(Table {
                over: over.iter().rev().cloned().collect(),
                head: cells.clone(),
                rows: Vec::new(),
            }),
            None => {
                over.push(line.clone());
                over.drain(..over.len().saturating_sub(CAPTION_LINES));
            }
        }
        open = is_row.then_some(line.end);
    }
    tables
}

/// Which of the lines are rows of a table: those that begin with a `|`, and those
/// of as many cells one below the other, of which two at least have numbers.
fn are_rows(text: &str, lines: &[Range<usize>], rows: &[Vec<Range<usize>>]) -> Vec<bool> {
    let marked = |line: &Range<usize>| text.get(line.clone()).is_some_and(is_marked);
    let mut is_row: Vec<bool> = lines.iter().map(marked).collect();
    let numbered = |row: &[Range<usize>]| {
        let first = row.first().and_then(|cell| text.get(cell.clone()));
        first.is_some_and(|first| first.contains(char::is_alphabetic)) && is_numbered(text, row)
    };
    let mut from = 0;
    while let Some(head) = rows.get(from) {
        let next = from + 1;
        let width = rows.get(next).map_or(0, Vec::len);
        let fits = head.len() == width || head.len() + 1 == width && head.len() > 1;
        let below = rows.get(next..).unwrap_or_default().iter();
        let length = below
            .take_while(|row| row.len() == width && numbered(row))
            .count();
        if width > 1 && length > 1 && fits && !is_row.get(from).is_none_or(|is| *is) {
            let span = is_row.get_mut(from..=from + length);
            span.into_iter().flatten().for_each(|is| *is = true);
            from += length;
        }
        from += 1;
    }
    is_row
}

/// Whether a row has a figure in a cell but its first.
fn is_numbered(text: &str, row: &[Range<usize>]) -> bool {
    let cells = row.iter().skip(1);
    let mut cells = cells.filter_map(|cell| text.get(cell.clone()).map(plain));
    cells.any(|cell| Figure::parse(cell).is_ok())
}

/// Whether a line is a row of a table by its first sign.
fn is_marked(line: &str) -> bool {
    line.starts_with('|')
}

/// The bare figures among `figures` that stand in the cells of tables, with the
/// unit and scale that is told of them.
pub(in crate::author) fn of(figures: &[FigureFound], prose: &Prose) -> Vec<FigureFound> {
    let text = prose.text();
    let mut found = Vec::new();
    for table in all(text) {
        let of_all = table.unit(text);
        for (_, cells) in &table.rows {
            let of_row = cells.first().and_then(|cell| told(text.get(cell.clone())?));
            for (at, cell) in cells.iter().enumerate() {
                let first = figures.partition_point(|found| found.span.start < cell.start);
                let Some(figure) = figures.get(first).filter(|found| {
                    let alone = text.get(cell.clone()).map(plain) == Some(prose.at(&found.span));
                    alone && found.figure.unit == Unit::None
                }) else {
                    continue;
                };
                let head = table.head.get(at);
                let of_column = head.and_then(|cell| told(text.get(cell.clone())?));
                let scaled = of_column
                    .or(of_row)
                    .or(of_all)
                    .and_then(|unit| measured(prose.at(&figure.span), unit));
                found.extend(scaled.map(|scaled| FigureFound {
                    figure: scaled,
                    ..figure.clone()
                }));
            }
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
            push(piece, is_marked(piece.trim_start()));
        }
    }
    lines
}

/// A cell as the head of its column has it: in its units, `증감률(%)`, or as so
/// many thousands, with how that is written; and the head without it, where it
/// has it in brackets. Where the head says nothing it is as `over` it is said of
/// all the table.
pub(in crate::author) fn in_units<'h>(
    cell: &str,
    head: &'h str,
    over: Option<&str>,
) -> Option<(Figure, String, &'h str)> {
    let own = told(head).and_then(|unit| written(cell, unit, true));
    let Some((figure, written)) = own else {
        let (figure, written) = written(cell, over?, true)?;
        return Some((figure, written, head));
    };
    let brackets = head.find(['(', '[']).filter(|at| *at > 0);
    let name = brackets.and_then(|at| head.get(..at)).unwrap_or(head);
    Some((figure, written, name.trim_end()))
}

/// The cells of a line; one where nothing parts it.
fn cells(text: &str, row: &Range<usize>) -> Vec<Range<usize>> {
    let line = text.get(row.clone()).unwrap_or_default();
    let marked = is_marked(line);
    let sign = if marked || line.contains('|') {
        '|'
    } else {
        '\t'
    };
    let ends = line.match_indices(sign).map(|(at, _)| row.start + at);
    let mut ends: Vec<usize> = ends.collect();
    if !marked || !line.ends_with(sign) {
        ends.push(row.end);
    }
    let mut from = row.start;
    let mut cells = Vec::new();
    for end in ends {
        cells.push(from..end);
        from = end + sign.len_utf8();
    }
    if marked && !cells.is_empty() {
        cells.remove(0);
    }
    cells
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
    let said = text.contains("단위") || text.to_lowercase().contains("unit:");
    phrases.find(|phrase| written("1", phrase, said).is_some())
}

/// Whether a phrase that is said to be a unit is one by which things are counted:
/// `명`, `건`.
fn counts(phrase: &str) -> bool {
    let short = phrase.starts_with(is_hangul) && phrase.chars().count() <= 2;
    let figure = Figure::parse(&format!("1{phrase}"));
    short && figure.is_ok_and(|figure| matches!(figure.unit, Unit::Count(_)))
}

/// A number of what a phrase says: so many thousands, so many of a unit.
fn measured(number: &str, phrase: &str) -> Option<Figure> {
    written(number, phrase, true).map(|(figure, _)| figure)
}

/// The same, and how it is written; as well of what is `counted`, where the phrase
/// is said to be a unit.
fn written(number: &str, phrase: &str, counted: bool) -> Option<(Figure, String)> {
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
        figure.unit.is_a_measure() || figure.unit.is_rate() || scaled || counted && counts(phrase)
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
