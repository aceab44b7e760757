//! What is wrong in a deck: a line each, and of the one that is looked at all
//! of it.

use ratatui::layout::Rect;

use crate::deck::Diagnostic;
use crate::strings::Say;
use crate::text::markdown::{Piece, Run, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::watch::files::File;
use crate::tui::watch::list::severity;

/// What is wrong, in a sentence.
pub fn message(say: Say, problem: &Diagnostic) -> &str {
    problem.message.says(say.0)
}

/// What to do, in a sentence.
pub fn help(say: Say, problem: &Diagnostic) -> Option<&str> {
    let help = problem.help.as_ref()?;
    Some(help.says(say.0))
}

/// Whether it is the same problem, wherever it stands.
pub fn same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.code == other.code && one.message == other.message
}

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
    part: Part,
}

/// What a row says of its problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What is wrong.
    Said,
    /// What to do.
    Help,
    /// Under which code it is found.
    Code,
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
    let mut lines = Vec::new();
    for (index, problem) in file.problems.iter().enumerate() {
        let here = at == Some(index);
        let place = format!("{:>widest$}", place(index));
        let mark = severity(problem.severity);
        let said = message(canvas.say(), problem);
        let code = format!("[{}]", problem.code);
        let line = |place: String, mark, text: Vec<Run>, role, part| Line {
            problem: index,
            here,
            mark,
            place,
            text,
            role,
            part,
        };
        if !here {
            let text = match narrow {
                true => format!("{said} {code}"),
                false => format!("{code} {said}"),
            };
            let text = vec![Run {
                text,
                style: Style::Plain,
            }];
            lines.push(line(place, mark, text, Role::Plain, Part::Said));
            continue;
        }
        // All that there is to say of it; where there is little room what to do
        // comes before the code.
        let help = help(canvas.say(), problem).map(|help| (help.to_owned(), Role::Dim, Part::Help));
        let told = |text: String| Some((text, Role::Title, Part::Said));
        let texts = match narrow {
            true => [
                told(said.to_owned()),
                help,
                Some((code, Role::Dim, Part::Code)),
            ],
            false => [told(format!("{code} {said}")), help, None],
        };
        for (text, role, part) in texts.into_iter().flatten() {
            for text in wrap_pieces(&[Piece::Literal(&text, Style::Plain)], room) {
                let first = lines.last().is_none_or(|last: &Line| !last.here);
                let place = if first { place.clone() } else { String::new() };
                let mark = if first { mark } else { (" ", Role::Plain) };
                lines.push(line(place, mark, text, role, part));
            }
        }
    }
    lines
}

/// How many rows it takes to say what is wrong and what to do of the problem
/// that is looked at: more than its code may need.
pub fn least(lines: &[Line]) -> usize {
    let own = lines.iter().filter(|line| line.here);
    own.filter(|line| line.part != Part::Code).count()
}

/// As many of the rows as there is room for. Of the problem that is looked at
/// what to do is among them, however long it is told what is wrong.
fn fitting(lines: &[Line], rows: usize) -> Vec<&Line> {
    let of = |part| {
        let own = lines.iter().filter(|line| line.here && line.part == part);
        own.count()
    };
    let (said, help) = (of(Part::Said), of(Part::Help));
    if said + help + of(Part::Code) <= rows {
        return lines.iter().collect();
    }
    let room_for_help = help.min((rows / 2).max(rows.saturating_sub(said)));
    let mut left = [rows.saturating_sub(room_for_help), room_for_help];
    let taken = lines.iter().filter(|line| {
        let left = match line.part {
            _ if !line.here => return true,
            Part::Said => left.first_mut(),
            Part::Help => left.last_mut(),
            Part::Code => return said + help < rows,
        };
        left.is_some_and(|left| {
            let fits = *left > 0;
            *left = left.saturating_sub(1);
            fits
        })
    });
    taken.collect()
}

/// Columns before and behind the place.
const LEAD: usize = 5;

/// Draws as many as there is room for, the one that is looked at among them.
pub fn draw(canvas: &mut Canvas, area: Rect, lines: &[Line]) {
    let rows = usize::from(area.height);
    let lines = fitting(lines, rows);
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
