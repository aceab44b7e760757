//! The cards of a deck, with what is wrong in which.

use ratatui::layout::Rect;

use crate::deck::{Card, Severity};
use crate::tui::canvas::Canvas;
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::watch::files::{Entry, File};

/// What marks a problem.
pub fn severity(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Error => ("✗", Role::Bad),
        Severity::Warning => ("!", Role::Warn),
    }
}

/// What marks a card.
pub fn mark(entry: &Entry) -> (&'static str, Role) {
    match entry.worst {
        _ if entry.before => ("~", Role::Dim),
        Some(worst) => severity(worst),
        None => (" ", Role::Plain),
    }
}

/// A card's name within its deck.
pub fn name(card: &Card) -> String {
    let id = card.id.as_str();
    let name = id.split_once('/').map_or(id, |(_, name)| name);
    name.to_owned()
}

/// Draws the cards around the one that is shown.
pub fn draw(canvas: &mut Canvas, area: Rect, file: &File, at: Option<usize>) {
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
        let text = if entry.before { Role::Dim } else { Role::Plain };
        canvas.pieces(
            row.x,
            y,
            row.width,
            &[
                (cursor, Role::Accent),
                (mark, role),
                (" ", role),
                (&name(&entry.card), text),
            ],
        );
        if Some(index) == at {
            canvas.lay(row, Role::Selected);
        }
        canvas.click(row, Command::GoTo(index));
    }
}
