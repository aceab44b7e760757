//! The rating keys: what each would do, the suggested one in brackets.

use ratatui::layout::Rect;

use crate::answer::Rating;
use crate::session::Answered;
use crate::strings::Say;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::{Command, Context, Key, key_of};
use crate::tui::theme::Role;

/// How much a key says, from all of it to the least, where one row is all there
/// is: its name, its interval, columns between two keys.
const MANNERS: [(bool, bool, u16); 6] = [
    (true, true, 3),
    (true, true, 1),
    (true, false, 1),
    (false, true, 2),
    (false, true, 1),
    (false, false, 1),
];

/// Rows that the keys want in a width: two where one can't hold all they say.
pub fn rows(say: Say, width: u16, answered: &Answered) -> u16 {
    let keys = keys(say, answered, true, true);
    let fits = taken(&keys, 1) <= width || paired(&keys) > width;
    if fits { 1 } else { 2 }
}

/// Draws the keys into `area`, in as much room as there is. Returns whether it
/// was said what enter does.
pub fn draw(canvas: &mut Canvas, area: Rect, answered: &Answered) -> bool {
    if area.is_empty() {
        return false;
    }
    let say = canvas.say();
    if area.height > 1 {
        let all = keys(say, answered, true, true);
        let each = paired(&all) / 2;
        for (index, key) in all.iter().enumerate() {
            let (row, column) = if index < 2 {
                (0, index)
            } else {
                (1, index - 2)
            };
            let x = area.x + if column == 0 { 0 } else { each };
            draw_key(
                canvas,
                x,
                area.y + row,
                area.right(),
                key,
                answered.suggestion,
            );
        }
        return false;
    }
    let (all, gap) = MANNERS
        .iter()
        .map(|(name, interval, gap)| (keys(say, answered, *name, *interval), *gap))
        .find(|(keys, gap)| taken(keys, *gap) <= area.width)
        .unwrap_or_else(|| (keys(say, answered, false, false), 1));
    let mut x = area.x;
    for key in &all {
        x += draw_key(canvas, x, area.y, area.right(), key, answered.suggestion);
        x = x.saturating_add(gap - 1);
    }
    let enter = say.enter_rates(answered.suggestion);
    let used = taken(&all, gap)
        .saturating_add(columns(&enter))
        .saturating_add(3);
    if used > area.width {
        return false;
    }
    let taken = canvas.text_right(area.right(), area.y, area.width, &enter, Role::Dim);
    let button = Rect::new(area.right().saturating_sub(taken), area.y, taken, 1);
    canvas.click(button, Command::Accept);
    true
}

/// The keys with what they say.
fn keys(say: Say, answered: &Answered, name: bool, interval: bool) -> Vec<(Rating, String)> {
    let all = answered.outcomes.iter().map(|outcome| {
        let interval = interval.then(|| say.interval(outcome.interval));
        (outcome.rating, key(say, outcome.rating, name, interval))
    });
    all.collect()
}

/// Columns of all keys on a row. Each has room for its brackets, so that
/// none moves another.
fn taken(keys: &[(Rating, String)], gap: u16) -> u16 {
    let each = keys.iter().map(|(_, text)| columns(text).saturating_add(2));
    each.fold(0, u16::saturating_add)
        .saturating_add(gap.saturating_sub(1).saturating_mul(3))
}

/// Columns of two keys beside each other.
fn paired(keys: &[(Rating, String)]) -> u16 {
    let each = keys.iter().map(|(_, text)| columns(text).saturating_add(3));
    each.max().unwrap_or(0).saturating_mul(2)
}

fn draw_key(
    canvas: &mut Canvas,
    x: u16,
    y: u16,
    right: u16,
    (rating, text): &(Rating, String),
    suggestion: Rating,
) -> u16 {
    let suggested = *rating == suggestion;
    let (open, close) = if suggested { ("[", "]") } else { (" ", " ") };
    let role = if suggested { Role::Accent } else { Role::Dim };
    let (number, rest) = text.split_at(text.find(' ').unwrap_or(text.len()));
    let pieces = [
        (open, role),
        (number, Role::Key),
        (rest, if suggested { Role::Title } else { Role::Plain }),
        (close, role),
    ];
    let taken = canvas.pieces(x, y, right.saturating_sub(x), &pieces);
    canvas.click(Rect::new(x, y, taken, 1), Command::Rate(*rating));
    taken
}

/// `1 Again  <1 min`
fn key(say: Say, rating: Rating, name: bool, interval: Option<String>) -> String {
    let mut text = match key_of(Context::Answer, Command::Rate(rating)) {
        Some(key @ (Key::Plain(_) | Key::Ctrl(_))) => key.name(),
        _ => rating.number().to_string(),
    };
    if name {
        text.push(' ');
        text.push_str(say.rating(rating));
    }
    if let Some(interval) = interval {
        text.push_str(if name { "  " } else { " " });
        text.push_str(&interval);
    }
    text
}
