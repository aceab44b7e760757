//! A quiz was left: the offer to go on with it.

use ratatui::layout::Rect;

use crate::tui::canvas::inner;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::hints;
use crate::tui::keys::Context;
use crate::tui::theme::Role;

/// What the screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What the quiz is of.
    pub title: String,
    /// Questions it has.
    pub questions: usize,
    /// Those that have an answer.
    pub answered: usize,
    /// Its seed.
    pub seed: u64,
}

/// Draws the offer.
pub fn draw(canvas: &mut Canvas, view: &View) {
    let area = canvas.area();
    if area.is_empty() {
        return;
    }
    let say = canvas.say();
    let text = inner(area, 64);
    let last = area.height - 1;
    let end = if area.height >= 3 { last } else { area.height };
    let airy = end >= 6;
    let rows = if airy { 6 } else { 3 };
    let mut y = end.saturating_sub(rows) / 3;
    let below = |y: u16| y + 1 + u16::from(airy);
    if y < end {
        canvas.text(text.x, y, text.width, say.quiz_was_left(), Role::Accent);
    }
    y = below(y);
    if y < end {
        let seed = format!(" · {}", say.seed(view.seed));
        let room = text.width.saturating_sub(columns(&seed));
        let taken = canvas.text(text.x, y, room, &view.title, Role::Title);
        let x = text.x + taken;
        canvas.text(x, y, text.right().saturating_sub(x), &seed, Role::Dim);
    }
    y = below(y);
    let answered = say.answered_of(view.answered, view.questions);
    if y < end {
        canvas.text(text.x, y, text.width, &answered, Role::Plain);
    }
    if airy && y + 1 < end {
        let line = Rect {
            y: y + 1,
            height: 1,
            ..text
        };
        canvas.track(line, view.answered, view.questions);
    }
    if area.height >= 3 {
        let line = Rect {
            y: last,
            height: 1,
            ..inner(area, u16::MAX)
        };
        hints::draw(canvas, line, Context::QuizOffer, |_| true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

    fn view() -> View {
        View {
            title: "딥시크 충격 · The DeepSeek shock".to_owned(),
            questions: 20,
            answered: 7,
            seed: 4711,
        }
    }

    #[test]
    fn looks() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("offer-{}x{}-{lang}", size.0, size.1);
                let screen = drawn(size, lang, |canvas| draw(canvas, &view()));
                insta::assert_snapshot!(name, snapshot(&screen));
            }
        }
    }

    #[test]
    fn any_size() {
        at_every_size(|canvas| draw(canvas, &view()));
    }
}
