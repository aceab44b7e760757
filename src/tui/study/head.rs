//! The line above a card: where one is, and how far.

use std::time::Duration;

use ratatui::layout::Rect;

use crate::schedule::Counts;
use crate::strings::Say;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::study::{Clock, Head, View};
use crate::tui::theme::Role;

/// So much time left is little.
const LITTLE: Duration = Duration::from_secs(10);
/// Columns of the line that shows how far a quiz is.
const LINE: u16 = 20;

/// Draws it.
pub fn draw(canvas: &mut Canvas, row: Rect, view: &View) {
    match view.head {
        Head::Study(done, left) => study(canvas, row, view.deck, done, left),
        Head::Quiz(at, all, clock) => quiz(canvas, row, view.deck, (at, all), clock),
    }
}

/// The deck, how far, and what is left.
fn study(canvas: &mut Canvas, row: Rect, deck: &str, done: u32, left: Counts) {
    let say = canvas.say();
    let all = done.saturating_add(left.sum());
    let far = format!("{done} / {all}");
    let counts = [
        (left.new, say.count_new(left.new)),
        (left.learning, say.count_learning(left.learning)),
        (left.due, say.count_due(left.due)),
    ];
    let some = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = some.map(|(_, told)| told).collect();
    let counts = counts.join(" · ");
    let full = columns(&far) + 3 + columns(&counts);
    let taken = if row.width >= 60 && full + 20 <= row.width {
        let right = canvas.text_right(row.right(), row.y, row.width, &counts, Role::Dim);
        let right = row.right().saturating_sub(right + 3);
        canvas.text_right(right, row.y, row.width, &far, Role::Title);
        full
    } else {
        let far = format!("{done}/{all}");
        canvas.text_right(row.right(), row.y, row.width, &far, Role::Title)
    };
    let room = row.width.saturating_sub(taken + 2);
    canvas.text(row.x, row.y, room, deck, Role::Dim);
}

/// That it is a quiz, of which deck; how far; the clock.
fn quiz(canvas: &mut Canvas, row: Rect, deck: &str, (at, all): (usize, usize), clock: Clock) {
    let say = canvas.say();
    let wide = row.width >= 60;
    let (time, role) = told(say, clock, wide);
    let far = if wide {
        format!("{at} / {all}")
    } else {
        format!("{at}/{all}")
    };
    let gap = if wide { 3 } else { 2 };
    let mut right = row.right();
    let mut left = |canvas: &mut Canvas, text: &str, role: Role| {
        let room = right.saturating_sub(row.x);
        right = right.saturating_sub(canvas.text_right(right, row.y, room, text, role) + gap);
        right
    };
    left(canvas, &time, role);
    let mut end = left(canvas, &far, Role::Title);
    let title = format!("{} · {deck}", say.quiz_title());
    let wanted = columns(&title).saturating_add(LINE).saturating_add(gap);
    if wide && wanted <= end.saturating_sub(row.x) {
        let place = Rect {
            x: end - LINE,
            width: LINE,
            height: 1,
            ..row
        };
        // What is answered already, not what is up.
        canvas.track(place, at.saturating_sub(1), all);
        end = end.saturating_sub(LINE + gap);
    }
    canvas.text(row.x, row.y, end.saturating_sub(row.x), &title, Role::Dim);
}

/// The clock's text and its role: little time is marked by more than colour.
fn told(say: Say, clock: Clock, wide: bool) -> (String, Role) {
    match clock {
        Clock::Took(took) => (minutes(took.as_secs()), Role::Dim),
        Clock::Left(left) => {
            // Up to the second that has begun: 0:00 is over.
            let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
            let time = minutes(seconds);
            let time = if wide { say.time_left(&time) } else { time };
            if left <= LITTLE {
                (format!("! {time}"), Role::Warn)
            } else {
                (time, Role::Plain)
            }
        }
    }
}

/// `4:12`, `1:04:12`
fn minutes(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn clocks() {
        let say = Say(Lang::En);
        let cases = [
            (Clock::Took(Duration::ZERO), "0:00", Role::Dim),
            (
                Clock::Took(Duration::from_millis(61_900)),
                "1:01",
                Role::Dim,
            ),
            (
                Clock::Took(Duration::from_secs(3_852)),
                "1:04:12",
                Role::Dim,
            ),
            (
                Clock::Left(Duration::from_millis(10_001)),
                "0:11 left",
                Role::Plain,
            ),
            (
                Clock::Left(Duration::from_secs(10)),
                "! 0:10 left",
                Role::Warn,
            ),
            (
                Clock::Left(Duration::from_millis(1)),
                "! 0:01 left",
                Role::Warn,
            ),
            (Clock::Left(Duration::ZERO), "! 0:00 left", Role::Warn),
        ];
        for (clock, expected, role) in cases {
            assert_eq!(told(say, clock, true), (expected.to_owned(), role));
        }
    }
}
