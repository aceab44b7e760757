//! What was and what will be: twelve weeks of days as a heatmap, and how many
//! cards come on each of the next days.

use jiff::ToSpan;
use jiff::civil::Weekday;
use ratatui::layout::Rect;

use super::View;
use crate::strings::{Say, grouped};
use crate::tui::canvas::{Canvas, columns};
use crate::tui::chart::{self, Bar};
use crate::tui::theme::Role;

const WEEKS: usize = 12;
/// A day of this many cards is a full one.
const FEW: u32 = 10;
/// A heading and the seven days of a week.
const FULL: u16 = 8;
/// Columns of a weekday's name and a blank, then two a week.
const NAME: u16 = 5;
const MAP: u16 = NAME + 24;

/// How many rows it takes of the `room` there is: all, one line, or none.
pub fn rows(width: u16, room: u16, view: &View) -> u16 {
    if view.days.iter().all(|reviews| *reviews == 0) && view.forecast.iter().all(|due| *due == 0) {
        return 0;
    }
    if room >= FULL && width >= MAP + 2 {
        FULL
    } else {
        u16::from(room >= 1)
    }
}

/// Draws it into `area`, whose height [`rows`] gave.
pub fn draw(canvas: &mut Canvas, area: Rect, view: &View) {
    if area.height < FULL {
        return line(canvas, area, view);
    }
    map(canvas, area, view);
    let gap = if area.width >= 90 { 10 } else { 4 };
    let x = area.x + MAP + gap;
    let room = area.right().saturating_sub(x).min(52);
    if room >= 20 {
        coming(
            canvas,
            Rect {
                x,
                width: room,
                ..area
            },
            view,
        );
    }
}

/// One column a week, one row a weekday, the week of today on the right.
fn map(canvas: &mut Canvas, area: Rect, view: &View) {
    let say = canvas.say();
    canvas.text(area.x, area.y, MAP, say.last_12_weeks(), Role::Dim);
    let most = view.days.iter().copied().max().unwrap_or(0).max(FEW);
    let weekday = usize::from(view.today.weekday().to_monday_zero_offset().unsigned_abs());
    for row in 0..7usize {
        let Ok(offset) = u16::try_from(row) else {
            continue;
        };
        let y = area.y + 1 + offset;
        if row % 2 == 0 {
            canvas.text(
                area.x,
                y,
                NAME,
                say.short_weekday(weekday_of(row)),
                Role::Dim,
            );
        }
        for week in 0..WEEKS {
            // Days before today; the days of this week that are still to come are blank.
            let Some(back) = ((WEEKS - 1 - week) * 7 + weekday).checked_sub(row) else {
                continue;
            };
            let reviews = view.days.iter().rev().nth(back).copied().unwrap_or(0);
            let level = chart::heat_of(reviews, most);
            let role = if reviews == 0 { Role::Track } else { Role::Bar };
            let column = u16::try_from(week * 2).unwrap_or(0);
            canvas.text(area.x + NAME + column, y, 2, &level.repeat(2), role);
        }
    }
}

/// The next days as bars.
fn coming(canvas: &mut Canvas, area: Rect, view: &View) {
    let say = canvas.say();
    canvas.text(area.x, area.y, area.width, say.coming_days(), Role::Dim);
    let bars: Vec<Bar> = view
        .forecast
        .iter()
        .take(7)
        .enumerate()
        .map(|(ahead, count)| Bar {
            label: day_name(say, view, ahead),
            value: f64::from(*count),
            number: grouped(u64::from(*count)),
            role: Role::Bar,
        })
        .collect();
    chart::draw_scaled(
        canvas,
        area.x,
        area.y + 1,
        area.width,
        &bars,
        f64::from(FEW),
    );
}

/// All of it in one line: a mark a week, then as many days as fit.
fn line(canvas: &mut Canvas, area: Rect, view: &View) {
    let say = canvas.say();
    let mut x = area.x;
    // What does not fit ends the line: a day is not skipped.
    let mut put = |canvas: &mut Canvas, text: &str, role: Role, gap: u16| {
        let room = area.right().saturating_sub(x);
        let fits = columns(text) <= room;
        if fits {
            x += canvas.text(x, area.y, room, text, role) + gap;
        } else {
            x = area.right();
        }
    };
    if view.days.iter().any(|reviews| *reviews > 0) {
        let weeks: Vec<u32> = view
            .days
            .rchunks(7)
            .rev()
            .map(|week| week.iter().sum())
            .collect();
        put(canvas, say.last_12_weeks(), Role::Dim, 2);
        put(canvas, &chart::heat(&weeks), Role::Bar, 4);
    }
    for (ahead, count) in view.forecast.iter().take(5).enumerate() {
        put(
            canvas,
            &format!("{} {count}", day_name(say, view, ahead)),
            Role::Dim,
            3,
        );
    }
}

/// `Tomorrow`, then the weekdays' short names.
fn day_name(say: Say, view: &View, ahead: usize) -> String {
    if ahead == 0 {
        return say.tomorrow().to_owned();
    }
    let days = i64::try_from(ahead + 1).unwrap_or(1);
    let day = view.today.saturating_add(days.days());
    say.short_weekday(day.weekday()).to_owned()
}

fn weekday_of(row: usize) -> Weekday {
    let offset = i8::try_from(row).unwrap_or(0);
    Weekday::from_monday_zero_offset(offset).unwrap_or(Weekday::Monday)
}
