//! The table of decks on the home screen.

use ratatui::layout::Rect;

use super::{Cursor, Row, View};
use crate::strings::{HELD_BACK, Say, grouped};
use crate::tui::canvas::{Canvas, columns};
use crate::tui::chart::eighths;
use crate::tui::keys::Command;
use crate::tui::theme::Role;

/// Columns of the bar of what is known.
const BAR: u16 = 10;

/// Which columns there is room for. What goes first is what one can do
/// without: the bar, the dateline, what is known, the learning cards (which
/// then count as due).
#[derive(Debug, Clone, Copy)]
struct Columns {
    /// Between two columns.
    gap: u16,
    title: u16,
    new: u16,
    learning: Option<u16>,
    due: u16,
    bar: bool,
    /// Columns of the percentage.
    known: Option<u16>,
    dateline: Option<u16>,
}

impl Columns {
    fn fit(say: Say, view: &View, room: u16) -> Columns {
        let heading = |text: &str| columns(text).max(3);
        let title = view
            .decks
            .iter()
            .map(|row| columns(&named(row)))
            .max()
            .unwrap_or(0);
        let dateline = view
            .decks
            .iter()
            .map(|row| columns(&dateline(say, row)))
            .max()
            .unwrap_or(0);
        let mut fit = Columns {
            gap: 3,
            title: title.clamp(12, 40),
            new: heading(say.new_cards()),
            learning: Some(heading(say.learning())),
            due: heading(say.due()),
            bar: true,
            // A new learner knows nothing yet, which needs no bars to say.
            known: (view.unfinished || view.decks.iter().any(|row| row.known.is_some()))
                .then(|| columns(say.known()).max(5)),
            dateline: (dateline > 0).then(|| dateline.max(columns(say.dateline()))),
        };
        let dense = |fit: &mut Columns| fit.title = fit.title.min(18);
        let steps: [&dyn Fn(&mut Columns); 7] = [
            &dense,
            &|fit| fit.bar = false,
            &|fit| fit.gap = 2,
            &|fit| fit.dateline = fit.dateline.map(|columns| columns.min(10)),
            &|fit| fit.dateline = None,
            &|fit| fit.known = None,
            &|fit| fit.learning = None,
        ];
        for step in steps {
            if fit.taken() <= room {
                break;
            }
            step(&mut fit);
        }
        // What is left over is the title's.
        let spare = room.saturating_sub(fit.taken());
        let longest = title.max(12);
        fit.title = fit.title.saturating_add(spare).min(longest.max(fit.title));
        let over = fit.taken().saturating_sub(room);
        fit.title = fit.title.saturating_sub(over);
        fit
    }

    fn taken(&self) -> u16 {
        let numbers =
            self.new + self.gap + self.due + self.learning.map_or(0, |columns| columns + self.gap);
        let bar = if self.bar { BAR + 2 } else { 0 };
        let known = self.known.map_or(0, |columns| self.gap + bar + columns);
        let dateline = self.dateline.map_or(0, |columns| self.gap + columns);
        2 + self.title + self.gap + numbers + known + dateline
    }
}

/// How many rows the whole table would take.
pub fn rows(view: &View) -> u16 {
    let decks = u16::try_from(view.decks.len()).unwrap_or(u16::MAX);
    if decks == 0 {
        0
    } else {
        decks.saturating_add(1)
    }
}

/// Draws the decks, those around the cursor if not all fit.
pub fn draw(canvas: &mut Canvas, area: Rect, view: &View, cursor: Cursor) {
    if area.is_empty() || view.decks.is_empty() {
        return;
    }
    let fit = Columns::fit(canvas.say(), view, area.width);
    let mut top = area.y;
    if area.height >= 3 {
        head(canvas, area, &fit);
        top += 1;
    }
    let room = usize::from(area.bottom().saturating_sub(top));
    let at = cursor.0.saturating_sub(1);
    let skipped = if view.decks.len() <= room {
        0
    } else {
        (at + 1).saturating_sub(room)
    };
    let shown = view.decks.iter().enumerate().skip(skipped).take(room);
    for ((index, row), y) in shown.zip(top..area.bottom()) {
        let here = cursor.0 == index + 1;
        draw_row(
            canvas,
            Rect {
                y,
                height: 1,
                ..area
            },
            &fit,
            row,
            here,
        );
        canvas.click(
            Rect {
                y,
                height: 1,
                ..area
            },
            Command::Pick(index + 1),
        );
    }
    // A sign that there is more, at the edge.
    let more = |canvas: &mut Canvas, y: u16, mark: &str| {
        canvas.text_right(area.right(), y, 1, mark, Role::Dim);
    };
    if skipped > 0 {
        more(canvas, top, "↑");
    }
    if skipped + room < view.decks.len() {
        more(canvas, area.bottom().saturating_sub(1), "↓");
    }
}

fn head(canvas: &mut Canvas, area: Rect, fit: &Columns) {
    let say = canvas.say();
    let y = area.y;
    canvas.text(area.x + 2, y, fit.title, say.deck(), Role::Dim);
    let mut right = area.x + 2 + fit.title;
    let mut number = |canvas: &mut Canvas, width: u16, text: &str| {
        right = right.saturating_add(fit.gap).saturating_add(width);
        canvas.text_right(right, y, width, text, Role::Dim);
    };
    number(canvas, fit.new, say.new_cards());
    if let Some(width) = fit.learning {
        number(canvas, width, say.learning());
    }
    number(canvas, fit.due, say.due());
    let mut x = right + fit.gap;
    if let Some(percent) = fit.known {
        let width = if fit.bar { BAR + 2 + percent } else { percent };
        if fit.bar {
            canvas.text(x, y, width, say.known(), Role::Dim);
        } else {
            canvas.text_right(x + width, y, width, say.known(), Role::Dim);
        }
        x += width + fit.gap;
    }
    if let Some(width) = fit.dateline {
        canvas.text(x, y, width, say.dateline(), Role::Dim);
    }
}

fn draw_row(canvas: &mut Canvas, area: Rect, fit: &Columns, row: &Row, here: bool) {
    let say = canvas.say();
    let y = area.y;
    if here {
        canvas.text(area.x, y, 1, "▸", Role::Accent);
    }
    let title = named(row);
    let role = match (here, row.last_good) {
        (_, true) => Role::Warn,
        (true, false) => Role::Accent,
        (false, false) => Role::Plain,
    };
    canvas.text(area.x + 2, y, fit.title, &title, role);
    let mut right = area.x + 2 + fit.title;
    let mut cell = |canvas: &mut Canvas, width: u16, text: &str, role: Role| {
        right = right.saturating_add(fit.gap).saturating_add(width);
        canvas.text_right(right, y, width, text, role);
    };
    let number = |count: u32| {
        let role = if count == 0 { Role::Dim } else { Role::Title };
        (grouped(u64::from(count)), role)
    };
    let (new, role) = match row.held_back {
        true => (HELD_BACK.to_owned(), Role::Dim),
        false => number(row.counts.new),
    };
    cell(canvas, fit.new, &new, role);
    let mut due = row.counts.due;
    match fit.learning {
        Some(width) => {
            let (learning, role) = number(row.counts.learning);
            cell(canvas, width, &learning, role);
        }
        None => due = due.saturating_add(row.counts.learning),
    }
    let (due, role) = number(due);
    cell(canvas, fit.due, &due, role);
    let mut x = right + fit.gap;
    if let Some(width) = fit.known {
        let share = row.known.unwrap_or(0.0).clamp(0.0, 1.0);
        if fit.bar && row.known.is_none() {
            x += BAR + 2;
        } else if fit.bar {
            let (filled, _) = eighths(f64::from(share), usize::from(BAR));
            canvas.text(x, y, BAR, &"░".repeat(usize::from(BAR)), Role::Track);
            canvas.text(x, y, BAR, &filled, Role::Bar);
            x += BAR + 2;
        }
        let percent = row.known.map_or_else(
            || "–".to_owned(),
            |_| say.percent(format_args!("{:.0}", share * 100.0)),
        );
        canvas.text_right(x + width, y, width, &percent, Role::Plain);
        x += width + fit.gap;
    }
    if let Some(width) = fit.dateline {
        let date = row.as_of.map(|date| say.date(date)).unwrap_or_default();
        let taken = canvas.text(x, y, width, &date, Role::Dim);
        if row.stale > 0 {
            let taken = if taken > 0 { taken + 2 } else { 0 };
            let room = width.saturating_sub(taken);
            let stale = say.stale(row.stale);
            if columns(&stale) <= room {
                canvas.text(x + taken, y, room, &stale, Role::Warn);
            } else {
                canvas.text(x, y, width, &stale, Role::Warn);
            }
        }
    }
}

/// The title, marked where the file is broken.
fn named(row: &Row) -> String {
    if row.last_good {
        format!("! {}", row.title)
    } else {
        row.title.clone()
    }
}

/// The last column: the deck's date, and how many of its cards may be out of date.
fn dateline(say: Say, row: &Row) -> String {
    let date = row.as_of.map(|date| say.date(date)).unwrap_or_default();
    match row.stale {
        0 => date,
        stale if date.is_empty() => say.stale(stale),
        stale => format!("{date}  {}", say.stale(stale)),
    }
}
