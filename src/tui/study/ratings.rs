//! The rating keys: what each would do, the suggested one in brackets.

use ratatui::layout::Rect;

use crate::answer::Rating;
use crate::session::Answered;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::{Command, Context, Key, key_of};
use crate::tui::strings::Say;
use crate::tui::theme::Role;

/// How much a key says, from all of it to the least.
const MANNERS: [(bool, bool, u16); 6] = [
    // Its name, its interval, columns between two.
    (true, true, 3),
    (true, true, 1),
    (false, true, 2),
    (false, true, 1),
    (true, false, 1),
    (false, false, 1),
];

/// Draws the keys into the first row of `area`, in as much room as there is.
pub fn draw(canvas: &mut Canvas, area: Rect, answered: &Answered) {
    if area.is_empty() {
        return;
    }
    let say = canvas.say();
    let enter = say.enter_rates(answered.suggestion);
    let keys = |name, interval| -> Vec<(Rating, String)> {
        answered
            .outcomes
            .iter()
            .map(|outcome| {
                let text = key(say, outcome.rating, name, interval, |say| {
                    say.interval(outcome.interval)
                });
                (outcome.rating, text)
            })
            .collect()
    };
    let taken = |keys: &[(Rating, String)], gap: u16| -> u16 {
        // Each has room for its brackets, so that none moves another.
        let each = keys.iter().map(|(_, text)| columns(text).saturating_add(2));
        each.fold(0, u16::saturating_add)
            .saturating_add(gap.saturating_sub(1).saturating_mul(3))
    };
    let (manner, gap) = MANNERS
        .iter()
        .map(|(name, interval, gap)| (keys(*name, *interval), *gap))
        .find(|(keys, gap)| taken(keys, *gap) <= area.width)
        .unwrap_or_else(|| (keys(false, false), 1));
    let used = taken(&manner, gap);
    let mut x = area.x;
    for (rating, text) in &manner {
        let suggested = *rating == answered.suggestion;
        let (open, close) = if suggested { ("[", "]") } else { (" ", " ") };
        let role = if suggested { Role::Accent } else { Role::Dim };
        let room = area.right().saturating_sub(x);
        let (number, rest) = text.split_at(text.find(' ').unwrap_or(text.len()));
        let pieces = [
            (open, role),
            (number, Role::Key),
            (rest, if suggested { Role::Title } else { Role::Plain }),
            (close, role),
        ];
        let taken = canvas.pieces(x, area.y, room, &pieces);
        canvas.click(Rect::new(x, area.y, taken, 1), Command::Rate(*rating));
        x = x.saturating_add(taken).saturating_add(gap - 1);
    }
    if used.saturating_add(columns(&enter)).saturating_add(3) <= area.width {
        let taken = canvas.text_right(area.right(), area.y, area.width, &enter, Role::Dim);
        let button = Rect::new(area.right().saturating_sub(taken), area.y, taken, 1);
        canvas.click(button, Command::Accept);
    }
}

/// `1 Again  <1 min`
fn key(
    say: Say,
    rating: Rating,
    name: bool,
    interval: bool,
    in_words: impl Fn(Say) -> String,
) -> String {
    let mut text = match key_of(Context::Answer, Command::Rate(rating)) {
        Some(key @ (Key::Plain(_) | Key::Ctrl(_))) => key.name(),
        _ => rating.number().to_string(),
    };
    if name {
        text.push(' ');
        text.push_str(say.rating(rating));
    }
    if interval {
        text.push_str(if name { "  " } else { " " });
        text.push_str(&in_words(say));
    }
    text
}
