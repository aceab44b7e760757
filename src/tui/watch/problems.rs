//! What is wrong in a deck: a line each, and of the one that is looked at all
//! of it.

use ratatui::layout::Rect;

use crate::text::markdown::{Piece, Run, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::watch::files::File;
use crate::tui::watch::list::severity;

/// A row.
#[derive(Debug, Clone)]
pub struct Line {
    problem: usize,
    /// Whether it is of the problem that is looked at.
    here: bool,
    mark: (&'static str, Role),
    place: String,
    text: Vec<Run>,
    role: Role,
}

/// The rows, in the order of the file; `at` is the problem that is looked at.
pub fn lines(canvas: &Canvas, width: u16, file: &File, at: Option<usize>) -> Vec<Line> {
    let place = |index: usize| {
        let place = file.problems.get(index).map(|problem| problem.place);
        place.map_or(String::new(), |place| {
            format!("{}:{}", place.line, place.column)
        })
    };
    let widest = (0..file.problems.len()).map(|at| columns(&place(at))).max();
    let widest = usize::from(widest.unwrap_or(0));
    let room = usize::from(width).saturating_sub(widest + LEAD).max(1);
    // Where there is little room the message comes first.
    let narrow = canvas.area().width < 60;
    let lang = canvas.say().0;
    let mut lines = Vec::new();
    for (index, problem) in file.problems.iter().enumerate() {
        let here = at == Some(index);
        let place = format!("{:>widest$}", place(index));
        let told = problem.message.says(lang);
        let message = match narrow {
            true => format!("{told} [{}]", problem.code),
            false => format!("[{}] {told}", problem.code),
        };
        let line = |place: String, mark, text: Vec<Run>, role| Line {
            problem: index,
            here,
            mark,
            place,
            text,
            role,
        };
        let wrap = |text: &str| wrap_pieces(&[Piece::Literal(text, Style::Plain)], room);
        let mark = severity(problem.severity);
        if !here {
            let text = vec![Run {
                text: message,
                style: Style::Plain,
            }];
            lines.push(line(place, mark, text, Role::Plain));
            continue;
        }
        for (row, text) in wrap(&message).into_iter().enumerate() {
            let first = row == 0;
            let place = if first { place.clone() } else { String::new() };
            let mark = if first { mark } else { (" ", Role::Plain) };
            lines.push(line(place, mark, text, Role::Title));
        }
        for text in problem.help.iter().flat_map(|help| wrap(help.says(lang))) {
            lines.push(line(String::new(), (" ", Role::Plain), text, Role::Dim));
        }
    }
    lines
}

/// Columns before and behind the place.
const LEAD: usize = 5;

/// Draws as many as there is room for, the one that is looked at among them.
pub fn draw(canvas: &mut Canvas, area: Rect, lines: &[Line]) {
    let rows = usize::from(area.height);
    let first = lines.iter().position(|line| line.here);
    let own = lines.iter().filter(|line| line.here).count();
    let most = lines.len().saturating_sub(rows);
    // All of it, and else its beginning; then some of what stands around it.
    let around = rows.saturating_sub(own) / 2;
    let top = first.map_or(0, |first| first.saturating_sub(around).min(most));
    let taken = lines
        .iter()
        .map(|line| columns(&line.place))
        .max()
        .unwrap_or(0);
    for (line, y) in lines.iter().skip(top).zip(area.top()..area.bottom()) {
        let x = area.x;
        let cursor = if line.here && !line.place.is_empty() {
            "▸"
        } else {
            " "
        };
        canvas.text(x, y, 1, cursor, Role::Accent);
        canvas.text(x + 1, y, 1, line.mark.0, line.mark.1);
        canvas.text(x + 3, y, taken, &line.place, Role::Dim);
        let from = taken.saturating_add(5);
        let room = area.width.saturating_sub(from);
        let (mut at, mut left) = (x.saturating_add(from), room);
        for run in &line.text {
            let written = canvas.text(at, y, left, &run.text, line.role);
            at = at.saturating_add(written);
            left = left.saturating_sub(written);
        }
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        canvas.click(row, Command::Pick(line.problem));
    }
}
