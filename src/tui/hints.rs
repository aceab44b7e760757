//! The hint line: what one can press here, in as much room as there is.

use ratatui::layout::Rect;

use crate::order::Order as _;
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
    /// Those of the key.
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

    /// How many columns it takes, with its word or without.
    fn taken(&self, words: bool) -> u16 {
        let word = if words { self.word } else { 0 };
        self.columns.saturating_add(word)
    }
}

/// Draws the hint line of a context into the first row of `area`, without the
/// commands that mean nothing just now. What is most important is always there,
/// the rest as far as it fits, the more important first; where even the most
/// important does not fit, the words go and the keys stay.
pub fn draw(canvas: &mut Canvas, area: Rect, context: Context, useful: impl Fn(Command) -> bool) {
    let hints: Vec<Hint> = keys::bindings(context)
        .filter(|binding| binding.rank > 0 && useful(binding.command))
        .map(|binding| Hint::of(canvas, binding))
        .collect();
    // Two bare keys say less than one with its word.
    let with_words = that_fit(&hints, area.width, true);
    let words = taken(&with_words, true) <= area.width;
    let hints = match words {
        true => with_words,
        false => that_fit(&hints, area.width, false),
    };
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

/// Those for which there is room, in their order: all that are most important,
/// and of the others the more important first, of several the first.
fn that_fit(hints: &[Hint], width: u16, words: bool) -> Vec<Hint> {
    let mut by_rank: Vec<(usize, &Hint)> = hints.iter().enumerate().collect();
    by_rank.order_by_key(|(_, hint)| hint.binding.rank);
    let mut kept: Vec<(usize, Hint)> = Vec::new();
    let mut room = width;
    for (at, hint) in by_rank {
        let gap = if kept.is_empty() { 0 } else { GAP };
        let columns = hint.taken(words).saturating_add(gap);
        if hint.binding.rank == 1 || columns <= room {
            room = room.saturating_sub(columns);
            kept.push((at, hint.clone()));
        }
    }
    kept.order_by_key(|(at, _)| *at);
    kept.into_iter().map(|(_, hint)| hint).collect()
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
        taken = taken.saturating_add(hint.taken(words));
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
    fn what_fits_beside_a_hint_that_went_stays() {
        let cases = [
            (
                Context::Answer,
                Lang::En,
                "enter accept   ? help   esc end here",
            ),
            (
                Context::Answer,
                Lang::Ko,
                "enter 이대로   i 카드 정보   ? 도움말",
            ),
            (
                Context::Pairs,
                Lang::En,
                "enter answer   1-9 match   ? help",
            ),
            (
                Context::Pairs,
                Lang::Ko,
                "enter 답하기   1-9 짝짓기   ? 도움말",
            ),
        ];
        for (context, lang, expected) in cases {
            let (buffer, _) = drawn((38, 1), lang, |canvas| {
                draw(canvas, canvas.area(), context, |command| {
                    command != Command::Undo
                });
            });
            assert_eq!(lines(&buffer)[0], expected);
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
