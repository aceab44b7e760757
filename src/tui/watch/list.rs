//! The cards and facts of a deck, with what is wrong in which.

use ratatui::layout::Rect;

use crate::deck::Severity;
use crate::text::Lang;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::watch::files::{Entry, File, Picture};

/// What marks a problem.
pub fn severity(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Error => ("✗", Role::Bad),
        Severity::Warning => ("!", Role::Warn),
    }
}

/// What marks an entry.
pub fn mark(entry: &Entry) -> (&'static str, Role) {
    match entry.worst {
        _ if entry.before => ("~", Role::Dim),
        Some(worst) => severity(worst),
        // What is wrong stands elsewhere, in a file that is no YAML: no one
        // knows yet how this one looks.
        _ if matches!(entry.picture, Picture::Nothing) => ("?", Role::Dim),
        None => (" ", Role::Plain),
    }
}

/// Draws the entries around the one that is shown; those without a name by what
/// they ask in `lang`.
pub fn draw(canvas: &mut Canvas, area: Rect, file: &File, at: Option<usize>, lang: Lang) {
    let rows = usize::from(area.height);
    let here = at.unwrap_or(0);
    let most = file.entries.len().saturating_sub(rows);
    let first = here.saturating_sub(rows / 2).min(most);
    let shown = file.entries.iter().enumerate().skip(first);
    for ((index, entry), y) in shown.zip(area.top()..area.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        let cursor = if Some(index) == at { "▸" } else { " " };
        let (mark, role) = mark(entry);
        let text = match entry.picture {
            _ if entry.before => Role::Dim,
            Picture::Fact(_) => Role::Dim,
            Picture::Card(_) | Picture::Nothing => Role::Plain,
        };
        let lead = canvas.pieces(
            row.x,
            y,
            row.width,
            &[(cursor, Role::Accent), (mark, role), (" ", role)],
        );
        // Which card of an entry it is is seen however long its name is.
        let (name, part) = file.name(entry, lang);
        let x = row.x.saturating_add(lead);
        let room = row.width.saturating_sub(lead);
        let short = room.saturating_sub(columns(&part));
        let taken = canvas.text(x, y, short, &name, text);
        canvas.text(
            x.saturating_add(taken),
            y,
            room - taken.min(room),
            &part,
            text,
        );
        if Some(index) == at {
            canvas.lay(row, Role::Selected);
        }
        canvas.click(row, Command::GoTo(index));
    }
}
