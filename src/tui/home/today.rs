//! What today holds in all decks, at the head of the home screen: what waits and
//! how much of it is done, or when something comes again.

use jiff::civil::Date as CivilDate;
use ratatui::layout::Rect;

use super::{Cursor, NextDue, Room, View};
use crate::strings::Say;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::Command;
use crate::tui::theme::Role;

/// The first thing that the cursor is on. Returns the row behind it.
pub(super) fn draw(
    canvas: &mut Canvas,
    view: &View,
    cursor: Cursor,
    room: &Room,
    mut y: u16,
) -> u16 {
    let say = canvas.say();
    let inner = room.inner;
    let here = cursor.0 == 0;
    let top = y;
    mark(canvas, inner, y, here);
    if room.airy {
        let role = if here { Role::Accent } else { Role::Title };
        canvas.text(
            inner.x + 2,
            y,
            inner.width.saturating_sub(2),
            say.today(),
            role,
        );
        y += 1;
    }
    let text = Rect {
        x: inner.x + 2,
        width: inner.width.saturating_sub(2),
        ..inner
    };
    if view.waiting() == 0 {
        y = nothing_left(canvas, view, text, y, room.airy);
    } else {
        waiting(canvas, view, text, y);
        y += 1;
        progress(canvas, view, text, y);
        y += 1;
    }
    canvas.click(
        Rect {
            y: top,
            height: y.saturating_sub(top),
            ..inner
        },
        Command::Pick(0),
    );
    y
}

/// What waits, and how long it will take.
fn waiting(canvas: &mut Canvas, view: &View, text: Rect, y: u16) {
    let say = canvas.say();
    let counts = [
        (view.counts.due, say.count_due(view.counts.due)),
        (
            view.counts.learning,
            say.count_learning(view.counts.learning),
        ),
        (view.counts.new, say.count_new(view.counts.new)),
    ];
    let mut pieces: Vec<(&str, Role)> = Vec::new();
    for (_, said) in counts.iter().filter(|(count, _)| *count > 0) {
        if !pieces.is_empty() {
            pieces.push((" · ", Role::Dim));
        }
        pieces.push((said, Role::Title));
    }
    let taken = canvas.pieces(text.x, y, text.width, &pieces);
    let minutes = say.about_minutes(view.minutes);
    if columns(&minutes) + 2 <= text.width.saturating_sub(taken) {
        canvas.text_right(text.right(), y, columns(&minutes), &minutes, Role::Dim);
    }
}

/// How much of today is done.
fn progress(canvas: &mut Canvas, view: &View, text: Rect, y: u16) {
    let whole = view.done.saturating_add(view.waiting());
    let done = if text.width >= 50 {
        canvas.say().done_of(view.done, whole)
    } else {
        format!("{}/{whole}", view.done)
    };
    let room = text.width.saturating_sub(columns(&done)).saturating_sub(2);
    canvas.text_right(text.right(), y, columns(&done), &done, Role::Dim);
    let place = Rect {
        y,
        width: room,
        height: 1,
        ..text
    };
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    canvas.track(place, count(view.done), count(whole));
}

/// Nothing waits: what was done, and when something comes again.
fn nothing_left(canvas: &mut Canvas, view: &View, text: Rect, mut y: u16, airy: bool) -> u16 {
    let say = canvas.say();
    if view.decks.is_empty() {
        for line in crate::text::markdown::wrap(say.no_decks(), usize::from(text.width.min(72))) {
            canvas.runs(text.x, y, text.width, &line, Role::Plain);
            y += 1;
        }
        return y;
    }
    let reviews = if view.reviews > 0 {
        say.reviewed(view.reviews)
    } else {
        String::new()
    };
    let headline = format!("✓ {}", say.all_done());
    let taken = canvas.text(text.x, y, text.width, &headline, Role::Good);
    let room = text.width.saturating_sub(taken + 2);
    if columns(&reviews) <= room {
        canvas.text(text.x + taken + 2, y, room, &reviews, Role::Dim);
    }
    y += 1;
    if let Some(next) = view.next {
        let told = |day: fn(Say, CivilDate) -> String| match next {
            NextDue::At(hour, minute) => say.next_at(&format!("{hour}:{minute:02}")),
            NextDue::On(date, 0) => say.next_day(&day(say, date)),
            NextDue::On(date, count) => say.next_cards(count, &day(say, date)),
        };
        let mut next = told(Say::day_and_weekday);
        if columns(&next) > text.width {
            next = told(Say::short_date);
        }
        canvas.text(text.x, y, text.width, &next, Role::Plain);
        y += 1;
    }
    if view.held_back > 0 && airy {
        canvas.text(
            text.x,
            y,
            text.width,
            &say.held_back(view.held_back),
            Role::Dim,
        );
        y += 1;
    }
    y
}

/// Shows that enter takes this line.
fn mark(canvas: &mut Canvas, inner: Rect, y: u16, here: bool) {
    if here {
        canvas.text(inner.x, y, inner.width.min(1), "▸", Role::Accent);
    }
}
