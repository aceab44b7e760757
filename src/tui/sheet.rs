//! A sheet laid over a screen: the one place where a frame is drawn, for it
//! must be told apart from what lies below.

use ratatui::layout::Rect;

use crate::session::Move;
use crate::tui::canvas::Canvas;
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::theme::Role;

/// How far a sheet of so many `rows` is scrolled a step on, as far as there is
/// something to see: else one would have to come back from beyond the end.
pub fn step(scroll: u16, direction: Move, rows: usize) -> u16 {
    let most = u16::try_from(rows).unwrap_or(u16::MAX).saturating_sub(1);
    match direction {
        Move::Up => scroll.saturating_sub(1),
        _ => scroll.saturating_add(1).min(most),
    }
}

/// How wide the room within a sheet for `columns` of content is.
pub fn room(canvas: &Canvas, columns: u16) -> u16 {
    let all = canvas.area();
    if is_framed(all) {
        columns.saturating_add(6).min(all.width) - 6
    } else {
        all.width
    }
}

/// Whether there is room for a frame.
fn is_framed(all: Rect) -> bool {
    all.width >= 24 && all.height >= 6
}

/// Lays a sheet for `columns` by `rows` of content in the middle of the
/// screen, or over all of it where that is small; returns the room within.
/// `context` is the sheet's own.
/// A click beside it closes it.
pub fn lay(canvas: &mut Canvas, context: Context, title: &str, columns: u16, rows: u16) -> Rect {
    let all = canvas.area();
    canvas.cover();
    let framed = is_framed(all);
    if !framed {
        canvas.blank(all);
    }
    canvas.click(all, Command::Back);
    if !framed {
        return all;
    }
    let width = columns.saturating_add(6).min(all.width);
    let height = rows.saturating_add(4).min(all.height);
    let area = Rect {
        x: (all.width - width) / 2,
        y: (all.height - height) / 2,
        width,
        height,
    };
    canvas.blank(area);
    frame(canvas, area);
    foot(canvas, area, context);
    let title = format!(" {} ", capital(title));
    canvas.text(
        area.x + 2,
        area.y,
        width.saturating_sub(4),
        &title,
        Role::Accent,
    );
    let airy = u16::from(height >= rows.saturating_add(4));
    Rect {
        x: area.x + 3,
        y: area.y + 1 + airy,
        width: width - 6,
        height: height - 2 - 2 * airy,
    }
}

/// What one can press, in the frame itself: the line of the screen below is not
/// the sheet's.
fn foot(canvas: &mut Canvas, area: Rect, context: Context) {
    let wanted = hints::width(canvas, context);
    let room = area.width.saturating_sub(6);
    if wanted > room {
        return;
    }
    let line = Rect::new(area.x + 3, area.bottom() - 1, wanted, 1);
    canvas.text(
        line.x - 1,
        line.y,
        wanted + 2,
        &" ".repeat(usize::from(wanted) + 2),
        Role::Plain,
    );
    hints::draw(canvas, line, context, |_| true);
}

/// A title begins with a capital.
fn capital(title: &str) -> String {
    let mut characters = title.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

fn frame(canvas: &mut Canvas, area: Rect) {
    let across = "─".repeat(usize::from(area.width - 2));
    let top = format!("╭{across}╮");
    let bottom = format!("╰{across}╯");
    let (last, right) = (area.bottom() - 1, area.right() - 1);
    canvas.text(area.x, area.y, area.width, &top, Role::Track);
    canvas.text(area.x, last, area.width, &bottom, Role::Track);
    for y in area.y + 1..last {
        canvas.text(area.x, y, 1, "│", Role::Track);
        canvas.text(right, y, 1, "│", Role::Track);
    }
    // A click into the sheet itself does not close it.
    canvas.click(area, Command::Nothing);
}

/// Which rows of a text of `rows` are shown in `room` when `scroll` is asked
/// for: the scroll, at most as far as there is something to see.
pub fn scrolled(scroll: u16, rows: usize, room: u16) -> u16 {
    let most = u16::try_from(rows).unwrap_or(u16::MAX).saturating_sub(room);
    scroll.min(most)
}
