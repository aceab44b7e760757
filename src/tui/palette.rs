//! The palette: every command of the screen by name.

use ratatui::layout::Rect;

use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::field::Field;
use crate::tui::keys::{self, Binding, Command, Context, Key};
use crate::tui::sheet;
use crate::tui::theme::Role;

/// The palette over a screen.
#[derive(Debug, Clone)]
pub struct Palette {
    /// The screen's context.
    pub context: Context,
    /// What is typed.
    pub field: Field,
    /// Which of the commands found the cursor is on.
    pub cursor: usize,
}

impl Palette {
    /// The palette of a context, with nothing typed.
    pub fn new(context: Context) -> Palette {
        Palette {
            context,
            field: Field::new(),
            cursor: 0,
        }
    }

    /// The commands whose name, in either language, has every word typed.
    pub fn found(&self) -> Vec<&'static Binding> {
        let typed = self.field.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let named = |binding: &Binding| {
            Lang::ALL.iter().any(|lang| {
                let name = (binding.label)(Say(*lang)).to_lowercase();
                words.iter().all(|word| name.contains(word))
            })
        };
        let mut found: Vec<&'static Binding> = Vec::new();
        for binding in keys::bindings(self.context) {
            // What wants a number or is an arrow is not called by name.
            let by_name = !matches!(
                binding.command,
                Command::Pick(_) | Command::Move(_) | Command::Page(_) | Command::Palette
            );
            let new = !found.iter().any(|other| other.command == binding.command);
            if by_name && new && named(binding) {
                found.push(binding);
            }
        }
        found
    }

    /// The command under the cursor.
    pub fn chosen(&self) -> Option<Command> {
        self.found().get(self.cursor).map(|binding| binding.command)
    }

    /// One line up or down.
    pub fn step(&mut self, down: bool) {
        let last = self.found().len().saturating_sub(1);
        self.cursor = if down {
            (self.cursor + 1).min(last)
        } else {
            self.cursor.saturating_sub(1)
        };
    }

    /// Draws it over the screen.
    pub fn draw(&self, canvas: &mut Canvas) {
        let say = canvas.say();
        let found = self.found();
        let all = keys::bindings(self.context).count();
        let rows = u16::try_from(all).unwrap_or(u16::MAX).min(16);
        let area = sheet::lay(
            canvas,
            Context::Palette,
            say.command_by_name(),
            44,
            rows + 2,
        );
        if area.is_empty() {
            return;
        }
        canvas.text(area.x, area.y, 2, "› ", Role::Accent);
        let line = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(2),
            height: 1,
            ..area
        };
        self.field.draw(canvas, line, Role::Plain);
        let list = area.y + if area.height >= 8 { 2 } else { 1 };
        if found.is_empty() {
            canvas.text(area.x, list, area.width, say.no_command(), Role::Dim);
        }
        let room = usize::from(area.bottom().saturating_sub(list));
        let skipped = (self.cursor + 1).saturating_sub(room);
        let shown = found.iter().enumerate().skip(skipped);
        for ((index, binding), y) in shown.zip(list..area.bottom()) {
            let here = index == self.cursor;
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            canvas.text(area.x, y, 1, if here { "▸" } else { " " }, Role::Accent);
            let key = binding
                .keys
                .first()
                .copied()
                .map(Key::name)
                .unwrap_or_default();
            let label = (binding.label)(say);
            let role = if here { Role::Accent } else { Role::Plain };
            let room = area.width.saturating_sub(2);
            canvas.text(
                area.x + 2,
                y,
                room.saturating_sub(columns(&key) + 1),
                label,
                role,
            );
            canvas.text_right(area.right(), y, columns(&key).min(room), &key, Role::Dim);
            canvas.click(row, Command::Pick(index));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

    fn typed(context: Context, text: &str) -> Palette {
        Palette {
            context,
            field: Field::with(text),
            cursor: 0,
        }
    }

    #[test]
    fn commands_are_found_in_both_languages() {
        let cases = [
            (Context::Answer, "undo", Some(Command::Undo)),
            (Context::Answer, "취소", Some(Command::Undo)),
            (Context::Answer, "INFO card", Some(Command::Info)),
            (Context::Typing, "hint", Some(Command::Hint)),
            (Context::Home, "hint", None),
            (Context::Home, "끝", Some(Command::Quit)),
            (Context::Home, "", Some(Command::Accept)),
        ];
        for (context, text, expected) in cases {
            assert_eq!(typed(context, text).chosen(), expected, "{text}");
        }
    }

    #[test]
    fn looks() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("palette-{}x{}-{lang}", size.0, size.1);
                let screen = drawn(size, lang, |canvas| typed(Context::Answer, "").draw(canvas));
                insta::assert_snapshot!(name, snapshot(&screen));
            }
        }
    }

    #[test]
    fn any_size() {
        for text in ["", "없는 명령"] {
            for cursor in [0, 9] {
                at_every_size(|canvas| {
                    Palette {
                        cursor,
                        ..typed(Context::Typing, text)
                    }
                    .draw(canvas);
                });
            }
        }
    }
}
