//! A line that is asked for: why a card is flagged. It takes the place of the
//! hint line, so that the card stays in sight.

use ratatui::layout::Rect;

use crate::tui::canvas::{Canvas, columns, margin};
use crate::tui::field::Field;
use crate::tui::hints;
use crate::tui::keys::Context;
use crate::tui::theme::Role;

/// Draws the question and its field over the last rows of the screen.
pub fn draw(canvas: &mut Canvas, question: &str, help: &str, field: &Field) {
    let all = canvas.area();
    canvas.cover();
    let rows = all.height.min(if all.height >= 8 { 3 } else { 2 });
    let area = Rect {
        y: all.height.saturating_sub(rows),
        height: rows,
        ..all
    };
    if area.is_empty() {
        return;
    }
    canvas.blank(area);
    let margin = margin(all.width);
    let x = margin;
    let width = area.width.saturating_sub(2 * margin);
    let mut y = area.y;
    if rows == 3 {
        canvas.text(
            0,
            y,
            area.width,
            &"─".repeat(usize::from(area.width)),
            Role::Track,
        );
        y += 1;
    }
    let asked = columns(question).min(width / 2);
    canvas.text(x, y, asked, question, Role::Accent);
    let gap = if asked > 0 { 2 } else { 0 };
    let line = Rect {
        x: x + asked + gap,
        y,
        width: width.saturating_sub(asked + gap),
        height: 1,
    };
    field.draw(canvas, line, Role::Plain);
    if rows < 2 {
        return;
    }
    let keys = Rect {
        x,
        y: y + 1,
        width,
        height: 1,
    };
    hints::draw(canvas, keys, Context::Prompt, |_| true);
    let taken = hints::width(canvas, Context::Prompt);
    if taken + 3 + columns(help) <= width {
        canvas.text(x + taken + 3, y + 1, width - taken - 3, help, Role::Dim);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Say;
    use crate::text::Lang;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

    fn flag(canvas: &mut Canvas) {
        let say: Say = canvas.say();
        draw(
            canvas,
            say.flag_why(),
            say.flag_off(),
            &Field::with("단위가 이상함"),
        );
    }

    #[test]
    fn looks() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("prompt-{}x{}-{lang}", size.0, size.1);
                insta::assert_snapshot!(name, snapshot(&drawn(size, lang, flag)));
            }
        }
    }

    #[test]
    fn any_size() {
        at_every_size(flag);
    }
}
