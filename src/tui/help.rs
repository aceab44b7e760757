//! The help: every key of the screen it lies over, from the table of keys.

use crate::strings::Say;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::{self, Command, Context, Key};
use crate::tui::sheet;
use crate::tui::theme::Role;

/// A line of the help: keys and what they do, or a heading without keys.
type Line = (String, String);

/// What the help of a context says.
fn lines(say: Say, context: Context) -> Vec<Line> {
    let mut lines: Vec<Line> = keys::bindings(context)
        .map(|binding| {
            let names: Vec<String> = binding.keys.iter().map(|key| Key::name(*key)).collect();
            (names.join(" "), (binding.label)(say).to_owned())
        })
        .collect();
    if context == Context::Form {
        let key = keys::key_of(context, Command::Turn);
        let key = key.map(Key::name).unwrap_or_default();
        lines.push((String::new(), String::new()));
        lines.push((String::new(), format!("{key}: {}", say.help_look())));
    }
    if context.types() {
        let editing = "ctrl-a ctrl-e ctrl-w ctrl-u ctrl-k";
        lines.push((String::new(), String::new()));
        lines.push((String::new(), format!("{}: {editing}", say.help_line())));
        lines.push((String::new(), say.edit_line().to_owned()));
    }
    lines.push((String::new(), String::new()));
    lines.push((String::new(), say.help_mouse().to_owned()));
    lines
}

/// How many lines the help of a context has, to know how far it scrolls.
pub fn rows(say: Say, context: Context) -> usize {
    lines(say, context).len()
}

/// Draws the help of a context over its screen.
pub fn draw(canvas: &mut Canvas, context: Context, scroll: u16) {
    let say = canvas.say();
    let lines = lines(say, context);
    let names = lines
        .iter()
        .map(|(keys, _)| columns(keys))
        .max()
        .unwrap_or(0);
    let words = lines
        .iter()
        .map(|(keys, text)| {
            if keys.is_empty() {
                columns(text)
            } else {
                names + 3 + columns(text)
            }
        })
        .max()
        .unwrap_or(0);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = sheet::lay(canvas, Context::Overlay, say.help_here(), words, rows);
    let scroll = sheet::scrolled(scroll, lines.len(), area.height);
    let names = names.min(area.width / 2);
    for ((keys, text), y) in lines
        .iter()
        .skip(usize::from(scroll))
        .zip(area.top()..area.bottom())
    {
        if keys.is_empty() {
            canvas.text(area.x, y, area.width, text, Role::Dim);
        } else {
            canvas.text(area.x, y, names, keys, Role::Key);
            let room = area.width.saturating_sub(names + 3);
            canvas.text(area.x + names + 3, y, room, text, Role::Plain);
        }
    }
    more(canvas, area, scroll, lines.len());
}

/// Arrows at the right edge where there is more to see.
pub fn more(canvas: &mut Canvas, area: ratatui::layout::Rect, scroll: u16, rows: usize) {
    if area.is_empty() {
        return;
    }
    if scroll > 0 {
        canvas.text_right(area.right(), area.y, 1, "↑", Role::Dim);
    }
    if usize::from(scroll) + usize::from(area.height) < rows {
        canvas.text_right(area.right(), area.bottom() - 1, 1, "↓", Role::Dim);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, lines as shown, snapshot};

    #[test]
    fn looks() {
        for lang in Lang::ALL {
            for size in SIZES {
                for (name, context) in [("home", Context::Home), ("typing", Context::Typing)] {
                    let name = format!("help-{name}-{}x{}-{lang}", size.0, size.1);
                    let screen = drawn(size, lang, |canvas| draw(canvas, context, 0));
                    insta::assert_snapshot!(name, snapshot(&screen));
                }
            }
        }
    }

    #[test]
    fn every_key_of_the_table_is_in_it() {
        for context in Context::ALL {
            let (buffer, _) = drawn((120, 60), Lang::En, |canvas| draw(canvas, context, 0));
            let text = shown(&buffer).join("\n");
            for binding in keys::bindings(context) {
                let label = (binding.label)(Say(Lang::En));
                assert!(text.contains(label), "{context:?} {label}");
            }
        }
    }

    #[test]
    fn any_size() {
        for scroll in [0, 3, 1000] {
            at_every_size(|canvas| draw(canvas, Context::Answer, scroll));
        }
    }
}
