//! How the form looks: its lines, and the card beside them.

use jiff::Timestamp;
use ratatui::layout::Rect;

use super::{Form, Line, options};
use crate::author::compose::{Row, Slot};
use crate::deck::Severity;
use crate::strings::Say;
use crate::text::Lang;
use crate::text::markdown::{Piece, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, columns, margin};
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::preview::Shown;
use crate::tui::theme::Role;

/// From here on the card is shown beside the form.
const WIDE: u16 = 76;
/// Wider than this the form does not get.
const WIDEST: u16 = 64;
/// From here on both sides are shown, one below the other.
const TALL: u16 = 22;
/// Rows for the text that is being typed, at most.
const TYPED: u16 = 4;
/// Rows for what is wrong, at most.
const PROBLEMS: u16 = 5;

impl Form {
    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas, now: Timestamp) {
        let all = canvas.area();
        if all.is_empty() {
            return;
        }
        let margin = margin(all.width);
        let row = |y: u16| Rect {
            x: margin,
            y,
            width: all.width.saturating_sub(2 * margin),
            height: 1,
        };
        let foot = u16::from(all.height >= 3);
        let top = match all.height {
            0..=7 => 0,
            8..=15 => 1,
            _ => 2,
        };
        if top > 0 {
            self.head(canvas, row(0));
        }
        if foot > 0 {
            let wide = all.width >= WIDE;
            hints::draw(canvas, row(all.height - 1), Context::Form, |command| {
                !wide || command != Command::Turn
            });
        }
        let middle = Rect {
            y: top,
            height: all.height - top - foot,
            ..all
        };
        if all.width < WIDE {
            if self.looking {
                return self.card(canvas, middle, self.answers(), false, now);
            }
            return self.fields(
                canvas,
                Rect {
                    y: top,
                    height: middle.height,
                    ..row(0)
                },
            );
        }
        let left = (row(0).width / 2).min(WIDEST);
        self.fields(
            canvas,
            Rect {
                x: margin,
                width: left,
                ..middle
            },
        );
        let stage = Rect {
            x: margin + left + 1,
            width: all.width - margin - left - 1,
            ..middle
        };
        if stage.height < TALL {
            return self.card(canvas, stage, self.answers(), true, now);
        }
        let half = stage.height / 2;
        let upper = Rect {
            height: half,
            ..stage
        };
        let lower = Rect {
            y: stage.y + half,
            height: stage.height - half,
            ..stage
        };
        self.card(canvas, upper, false, true, now);
        self.card(canvas, lower, true, true, now);
    }

    fn head(&self, canvas: &mut Canvas, area: Rect) {
        let title = canvas.say().new_card();
        let taken = canvas.text(area.x, area.y, area.width, title, Role::Accent);
        let file = self.composer.file_name();
        let room = area.width.saturating_sub(taken + 2);
        if columns(&file) <= room {
            let x = area.right() - columns(&file);
            canvas.text(x, area.y, room, &file, Role::Dim);
        }
    }

    /// The lines, as many as there is room for around the cursor, and below
    /// them what is wrong.
    fn fields(&self, canvas: &mut Canvas, area: Rect) {
        let say = canvas.say();
        let lines = self.lines();
        let told = self.told(area.width, canvas.say().0);
        let rows = u16::try_from(told.len()).unwrap_or(0);
        let rows = rows.min(PROBLEMS).min(area.height / 3);
        let room = area.height - rows;
        let at = u16::try_from(self.at(&lines)).unwrap_or(0);
        let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let labels = lines.iter().map(|line| columns(&self.label(say, *line)));
        let labels = labels.max().unwrap_or(0).min(area.width / 2);
        // What is being typed takes the rows that it needs.
        let beside = area.width.saturating_sub(labels + 2);
        let typed = self.typed().map_or(1, |field| field.height(beside));
        let typed = typed.min(TYPED).min(room.saturating_sub(2)).max(1);
        let first = (at + 1 + typed)
            .saturating_sub(room)
            .min((count + typed - 1).saturating_sub(room));
        let mut y = area.y;
        for (number, line) in lines.iter().enumerate().skip(usize::from(first)) {
            let here = *line == self.line;
            let height = if here { typed } else { 1 };
            if y + height > area.y + room {
                break;
            }
            let area = Rect { y, height, ..area };
            y += height;
            canvas.click(area, Command::GoTo(number));
            let role = if here { Role::Accent } else { Role::Dim };
            canvas.text(area.x, area.y, labels, &self.label(say, *line), role);
            let value = Rect {
                x: area.x + labels + 2,
                width: area.width.saturating_sub(labels + 2),
                ..area
            };
            self.value(canvas, value, *line, here);
        }
        for ((line, role), y) in told.iter().zip(area.bottom() - rows..area.bottom()) {
            canvas.runs(area.x, y, area.width, line, *role);
        }
    }

    /// What stands on a line.
    fn value(&self, canvas: &mut Canvas, area: Rect, line: Line, here: bool) {
        let say = canvas.say();
        let row = match line {
            Line::Deck => {
                let title = self.decks.get(self.deck).map(|(_, title)| title.as_str());
                return chooser(canvas, area, title.unwrap_or_default(), here);
            }
            Line::Kind => return chooser(canvas, area, say.card_kind(self.kind), here),
            Line::Row(row) => row,
        };
        let field = self.fields.get(&row).cloned().unwrap_or_default();
        if options(&self.composer, row.slot).is_some() {
            let text = say.option(row.slot, field.text());
            return chooser(canvas, area, &text, here);
        }
        if field.text().is_empty() {
            let text = self.example(say, row);
            canvas.text(area.x, area.y, area.width, &text, Role::Dim);
        }
        if here {
            field.draw_folded(canvas, area, Role::Plain);
        } else if !field.text().is_empty() {
            canvas.text(area.x, area.y, area.width, field.text(), Role::Plain);
        }
    }

    fn label(&self, say: Say, line: Line) -> String {
        match line {
            Line::Deck => say.deck().to_owned(),
            Line::Kind => say.asks_for().to_owned(),
            Line::Row(row) if row.other => {
                format!("  {}", self.composer.language().other().name())
            }
            Line::Row(row) => say.slot(row.slot).to_owned(),
        }
    }

    /// What an empty field may say, or is taken to say.
    fn example(&self, say: Say, row: Row) -> String {
        match row.slot {
            Slot::Id => match self.is_empty() {
                true => String::new(),
                false => self.composer.id_of(&self.entry()),
            },
            slot => say.example(slot),
        }
    }

    /// What is wrong, in as many lines as it takes.
    fn told(&self, width: u16, lang: Lang) -> Vec<(Vec<crate::text::markdown::Run>, Role)> {
        let lines = self.problems.iter().flat_map(|told| {
            let (mark, role) = match told.severity {
                Severity::Error => ("✗", Role::Bad),
                Severity::Warning => ("!", Role::Warn),
            };
            let text = format!("{mark} {}", told.sentence(lang));
            let lines = wrap_pieces(&[Piece::Literal(&text, Style::Plain)], usize::from(width));
            lines.into_iter().map(move |line| (line, role))
        });
        lines.take(usize::from(PROBLEMS)).collect()
    }

    /// A side of the card.
    fn card(&self, canvas: &mut Canvas, area: Rect, answer: bool, framed: bool, now: Timestamp) {
        let say = canvas.say();
        let inner = if framed {
            let title = match answer {
                true => say.answer_side(),
                false => say.question_side(),
            };
            canvas.frame(area, &format!("{title} · {}", self.lang().name()))
        } else {
            area
        };
        let shown = self.cards.first().filter(|_| !(answer && self.asks_only));
        let Some(card) = shown else {
            let text = say.no_card_yet();
            canvas.text_centred(inner, inner.y + inner.height / 2, text, Role::Dim);
            return;
        };
        let beside: Vec<_> = self.cards.iter().collect();
        let shown = Shown {
            deck: Some(self.composer.title()),
            card,
            beside: &beside,
            at: 0,
            answer,
            lang: self.lang(),
            now,
        };
        let size = (inner.width, inner.height);
        self.preview.draw(canvas, inner, size, &shown);
    }
}

/// A value that is chosen with the arrows.
fn chooser(canvas: &mut Canvas, area: Rect, text: &str, here: bool) {
    if !here {
        canvas.text(area.x, area.y, area.width, text, Role::Plain);
        return;
    }
    let mut x = canvas.text(area.x, area.y, area.width, "‹ ", Role::Accent);
    let room = area.width.saturating_sub(x + 2);
    x += canvas.text(area.x + x, area.y, room, text, Role::Plain);
    canvas.text(
        area.x + x,
        area.y,
        area.width.saturating_sub(x),
        " ›",
        Role::Accent,
    );
}
