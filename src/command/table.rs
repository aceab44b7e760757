//! Tables for people, aligned by the columns of a terminal.

use std::io::{self, Write};

use crate::text::{safe_line, width};

/// On which side a column is flush.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// Rows of cells, the first of them the heads. Cells are made safe to show.
#[derive(Debug)]
pub(super) struct Table {
    aligns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(aligns: &[Align]) -> Table {
        Table {
            aligns: aligns.to_vec(),
            rows: Vec::new(),
        }
    }

    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        let cells = cells.into_iter().map(|cell| safe_line(cell.as_ref()));
        self.rows.push(cells.collect());
    }

    /// Two spaces between columns, none at the end of a line.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut widths = vec![0; self.aligns.len()];
        for row in &self.rows {
            for (most, cell) in widths.iter_mut().zip(row) {
                *most = width(cell).max(*most);
            }
        }
        for row in &self.rows {
            let mut line = String::new();
            for (index, ((cell, align), most)) in
                row.iter().zip(&self.aligns).zip(&widths).enumerate()
            {
                if index > 0 {
                    line.push_str("  ");
                }
                let padding = " ".repeat(most.saturating_sub(width(cell)));
                match align {
                    Align::Left => {
                        line.push_str(cell);
                        line.push_str(&padding);
                    }
                    Align::Right => {
                        line.push_str(&padding);
                        line.push_str(cell);
                    }
                }
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;

    #[test]
    fn hangul_takes_two_columns() {
        let mut table = Table::new(&[Align::Left, Align::Right, Align::Left]);
        table.row(["deck", "new", ""]);
        table.row(["칩", "12", "x"]);
        table.row(["a\u{1b}[31mb", "7", ""]);
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.contains('\u{1b}'));
        let lines: Vec<&str> = text.lines().collect();
        let columns =
            |line: &str, part: &str| width(&line[..line.find(part).unwrap() + part.len()]);
        assert_eq!(columns(lines[0], "new"), columns(lines[1], "12"));
        assert_eq!(columns(lines[0], "new"), columns(lines[2], "7"));
        assert!(lines.iter().all(|line| !line.ends_with(' ')));
    }
}
