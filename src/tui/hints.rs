//! The hint line: what one can press here, in as much room as there is.

use ratatui::layout::Rect;

use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::{self, Binding, Command, Context, Key};
use crate::tui::theme::Role;

/// Between two hints.
const GAP: u16 = 3;

/// A hint, and how many columns it takes.
#[derive(Clone)]
struct Hint {
    binding: &'static Binding,
    /// What is printed on the key.
    key: String,
    columns: u16,
    /// Those of its word, with the blank before that.
    word: u16,
}

impl Hint {
    fn of(canvas: &Canvas, binding: &'static Binding) -> Hint {
        let key = binding.keys.first().map(|key| key.name());
        let key = key.unwrap_or_default();
        Hint {
            binding,
            columns: columns(&key),
            word: 1 + columns((binding.label)(canvas.say())),
            key,
        }
    }
}

/// Draws the hint line of a context into the first row of `area`, without the
/// commands that mean nothing just now. What does not fit goes one by one,
/// least important first; then the words go and the keys stay.
pub fn draw(canvas: &mut Canvas, area: Rect, context: Context, useful: impl Fn(Command) -> bool) {
    let mut hints: Vec<Hint> = keys::bindings(context)
        .filter(|binding| binding.rank > 0 && useful(binding.command))
        .map(|binding| Hint::of(canvas, binding))
        .collect();
    let mut bare = hints.clone();
    while taken(&hints, true) > area.width && drop_one(&mut hints) {}
    // Two bare keys say less than one with its word.
    let words = taken(&hints, true) <= area.width;
    if !words {
        while taken(&bare, false) > area.width && drop_one(&mut bare) {}
        hints = bare;
    }
    let mut x = area.x;
    for Hint { binding, key, .. } in hints {
        let room = area.right().saturating_sub(x);
        if room == 0 || area.height == 0 {
            return;
        }
        let mut end = canvas.text(x, area.y, room, &key, Role::Key);
        if words {
            let label = format!(" {}", (binding.label)(canvas.say()));
            end += canvas.text(x + end, area.y, room.saturating_sub(end), &label, Role::Dim);
        }
        if !matches!(binding.keys.first(), Some(Key::Digit)) {
            canvas.click(Rect::new(x, area.y, end, 1), binding.command);
        }
        x = x.saturating_add(end).saturating_add(GAP);
    }
}

/// Leaves out what is least important, the last of several; but never what is
/// most important. Returns whether there was anything to leave out.
fn drop_one(hints: &mut Vec<Hint>) -> bool {
    let least = hints
        .iter()
        .map(|hint| hint.binding.rank)
        .max()
        .unwrap_or(0);
    let last = hints.iter().rposition(|hint| hint.binding.rank == least);
    match last {
        Some(at) if least > 1 => {
            hints.remove(at);
            true
        }
        _ => false,
    }
}

/// How many columns the hint line of a context takes in full.
pub fn width(canvas: &Canvas, context: Context) -> u16 {
    let hints: Vec<Hint> = keys::bindings(context)
        .filter(|binding| binding.rank > 0)
        .map(|binding| Hint::of(canvas, binding))
        .collect();
    taken(&hints, true)
}

fn taken(hints: &[Hint], words: bool) -> u16 {
    let mut taken: u16 = 0;
    for hint in hints {
        if taken > 0 {
            taken = taken.saturating_add(GAP);
        }
        let word = if words { hint.word } else { 0 };
        taken = taken.saturating_add(hint.columns).saturating_add(word);
    }
    taken
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{at_every_size, draw as drawn, lines};

    fn line(columns: u16, context: Context, lang: Lang) -> String {
        let (buffer, _) = drawn((columns, 1), lang, |canvas| {
            draw(canvas, canvas.area(), context, |_| true);
        });
        lines(&buffer)[0].clone()
    }

    #[test]
    fn the_important_stays_longest() {
        let cases = [
            (
                110,
                "enter study   z quiz   u undo   m more today   s set aside   / search   ctrl-p all commands   ? help   q quit",
            ),
            (
                78,
                "enter study   z quiz   u undo   m more today   / search   ? help   q quit",
            ),
            (
                66,
                "enter study   z quiz   u undo   m more today   ? help   q quit",
            ),
            (55, "enter study   z quiz   m more today   ? help   q quit"),
            (38, "enter study   z quiz   ? help   q quit"),
            (30, "enter study   z quiz   ? help"),
            (20, "enter study   z quiz"),
            (18, "enter study"),
            (8, "enter"),
            (3, "en…"),
        ];
        for (columns, expected) in cases {
            assert_eq!(line(columns, Context::Home, Lang::En), expected);
        }
    }

    #[test]
    fn typing_says_how_to_get_help() {
        let line = line(80, Context::Typing, Lang::En);
        assert!(
            line.contains("F1 help") && line.contains("F2 hint"),
            "{line}"
        );
    }

    #[test]
    fn hints_are_buttons() {
        let (_, marks) = drawn((100, 1), Lang::Ko, |canvas| {
            draw(canvas, canvas.area(), Context::Home, |command| {
                command != Command::More
            });
        });
        assert_eq!(marks.targets.at(0, 0), Some(Command::Accept));
    }

    #[test]
    fn any_size() {
        for context in Context::ALL {
            at_every_size(|canvas| draw(canvas, canvas.area(), context, |_| true));
        }
    }
}
