//! Lines that fit: words laid out greedily, by the columns that their
//! graphemes take.

use super::inline::Atom;
use super::{Line, Run, Style};
use crate::text::width::{graphemes, width};

/// A grapheme with its style and columns.
#[derive(Debug, Clone)]
struct Cell<'t> {
    text: &'t str,
    style: Style,
    columns: usize,
}

impl Cell<'_> {
    /// Whether a line may break here.
    fn is_space(&self) -> bool {
        matches!(self.text, " " | "\u{3000}")
    }
}

/// The graphemes of a line; one has the style of its first character, and what
/// is wider than the whole line stands as `…`.
fn cells<'t>(text: &'t str, characters: &[(char, Style)], columns: usize) -> Vec<Cell<'t>> {
    let mut at = 0;
    let mut cells = Vec::with_capacity(characters.len());
    for (grapheme, wide) in graphemes(text) {
        let style = characters.get(at).map_or(Style::Plain, |(_, style)| *style);
        at += grapheme.chars().count();
        let (text, wide) = if wide > columns {
            ("…", 1)
        } else {
            (grapheme, wide)
        };
        cells.push(Cell {
            text,
            style,
            columns: wide,
        });
    }
    cells
}

/// What a line says.
fn said(characters: &[(char, Style)]) -> String {
    characters.iter().map(|(c, _)| c).collect()
}

/// A line being filled.
struct Open<'a> {
    out: &'a mut Vec<Line>,
    line: Line,
    used: usize,
    hang: usize,
    columns: usize,
}

impl Open<'_> {
    fn push(&mut self, text: &str, style: Style, columns: usize) {
        self.used += columns;
        match self.line.last_mut() {
            Some(run) if run.style == style => run.text.push_str(text),
            _ => self.line.push(Run {
                text: text.to_owned(),
                style,
            }),
        }
    }

    fn push_all(&mut self, cells: &[Cell<'_>]) {
        for cell in cells {
            self.push(cell.text, cell.style, cell.columns);
        }
    }

    fn break_line(&mut self) {
        self.out.push(std::mem::take(&mut self.line));
        self.used = 0;
        if self.hang > 0 {
            self.push(&" ".repeat(self.hang), Style::Plain, self.hang);
        }
    }
}

/// Wraps a line to `columns`; what goes to further lines stands under the
/// text, not under its `lead`.
pub(super) fn wrap(lead: &str, text: &[(char, Style)], columns: usize, out: &mut Vec<Line>) {
    // Further lines keep at least half of the columns for text.
    let lead: String = lead.chars().take(columns - 1).collect();
    let lead_columns = width(&lead);
    let hang = lead_columns.min(columns / 2);
    let said = said(text);
    let cells = cells(&said, text, columns - hang);
    let mut open = Open {
        out,
        line: Line::new(),
        used: 0,
        hang,
        columns,
    };
    if !lead.is_empty() {
        open.push(&lead, Style::Plain, lead_columns);
    }
    let mut rest = cells.as_slice();
    while !rest.is_empty() {
        let (spaces, after) = split(rest, Cell::is_space);
        let (word, after) = split(after, |cell| !cell.is_space());
        rest = after;
        let gap: usize = spaces.iter().map(|cell| cell.columns).sum();
        let length: usize = word.iter().map(|cell| cell.columns).sum();
        if word.is_empty() {
            // Spaces at the end; a gap that is a blank still shows.
            if spaces.iter().any(|cell| cell.style != Style::Plain) {
                fill(&mut open, spaces);
            }
        } else if open.used + gap + length <= open.columns {
            open.push_all(spaces);
            open.push_all(word);
        } else {
            if open.used > open.hang {
                open.break_line();
            }
            fill(&mut open, word);
        }
    }
    let line = open.line;
    out.push(line);
}

/// Lays out graphemes as they come, breaking wherever a line is full.
fn fill(open: &mut Open<'_>, cells: &[Cell<'_>]) {
    for cell in cells {
        if open.used + cell.columns > open.columns && open.used > open.hang {
            open.break_line();
        }
        open.push(cell.text, cell.style, cell.columns);
    }
}

/// The cells up to the first that is not `of` its kind, and the others.
fn split<'c, 't>(
    cells: &'c [Cell<'t>],
    of: impl Fn(&Cell<'t>) -> bool,
) -> (&'c [Cell<'t>], &'c [Cell<'t>]) {
    let end = cells.iter().position(|cell| !of(cell));
    cells.split_at(end.unwrap_or(cells.len()))
}

/// A line of code, cut to `columns` with `…`.
pub(super) fn cut(line: &[Atom], columns: usize) -> Line {
    let characters: Vec<_> = line.iter().map(|atom| atom.styled(Style::Code)).collect();
    let said = said(&characters);
    let cells = cells(&said, &characters, columns);
    let whole: usize = cells.iter().map(|cell| cell.columns).sum();
    let mut out = Vec::new();
    let mut open = Open {
        out: &mut out,
        line: Line::new(),
        used: 0,
        hang: 0,
        columns,
    };
    for cell in &cells {
        if whole > columns && open.used + cell.columns > columns - 1 {
            open.push("…", Style::Code, 1);
            break;
        }
        open.push(cell.text, cell.style, cell.columns);
    }
    open.line
}
