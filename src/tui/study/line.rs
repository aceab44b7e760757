//! A row of a card's page: pieces of text in their roles, the field that is typed
//! in, the mark of the cursor; and what a click on it means.

use ratatui::layout::Rect;

use crate::text::markdown::Run;
use crate::text::safe_line;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::field::Field;
use crate::tui::keys::Command;
use crate::tui::theme::Role;

/// A line that begins further right than this was pushed to the right end.
const INDENT: u16 = 24;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Text in a role.
    Text(String, Role),
    /// A run of Markdown; the role is that of plain runs.
    Run(Run, Role),
    /// The field that is being typed in, this wide.
    Field(u16),
    /// The mark of the line that the cursor is on, if it is.
    Cursor(bool),
}

/// A row of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Columns before it.
    pub indent: u16,
    /// What stands in it.
    pub spans: Vec<Span>,
    /// What stands at its right end.
    pub right: Option<(String, Role)>,
    /// What a click on it means.
    pub click: Option<Command>,
    /// Whether the cursor is on it: it is shown as such, and kept in view.
    pub selected: bool,
}

impl Line {
    /// What it says; nothing for a row that only holds the field.
    pub(super) fn text(&self) -> Option<String> {
        let field = |span: &Span| matches!(span, Span::Field(_));
        let run = |span: &Span| matches!(span, Span::Run(..));
        if self.spans.iter().any(field) && !self.spans.iter().any(run) {
            return None;
        }
        let indent = Some(self.indent).filter(|indent| *indent <= INDENT);
        let mut text = " ".repeat(usize::from(indent.unwrap_or(0)));
        for span in &self.spans {
            match span {
                Span::Text(piece, _) => text.push_str(piece),
                Span::Run(run, _) => text.push_str(&run.text),
                Span::Field(_) => text.push('…'),
                Span::Cursor(_) => {}
            }
        }
        if let Some((right, _)) = &self.right {
            text.push_str("   ");
            text.push_str(right);
        }
        Some(safe_line(text.trim_end()))
    }

    /// Draws it on a row as wide as `width`, with the field where its place is.
    pub(super) fn draw(&self, canvas: &mut Canvas, y: u16, width: u16, field: &Field) {
        let row = Rect::new(0, y, width, 1);
        let right = self.right.as_ref().map_or(0, |(text, role)| {
            canvas.text_right(width, y, width, text, *role)
        });
        let end = width.saturating_sub(if right > 0 { right + 1 } else { 0 });
        let mut x = self.indent;
        for span in &self.spans {
            let room = end.saturating_sub(x);
            x += match span {
                Span::Text(text, role) => canvas.text(x, y, room, text, *role),
                Span::Run(run, role) => canvas.runs(x, y, room, std::slice::from_ref(run), *role),
                Span::Cursor(here) => canvas.text(x, y, room, cursor(*here), Role::Accent),
                Span::Field(width) => {
                    let area = Rect::new(x, y, (*width).min(room), 1);
                    field.draw(canvas, area, Role::Title);
                    area.width
                }
            };
        }
        if self.selected {
            canvas.lay(row, Role::Selected);
        }
        if let Some(command) = self.click {
            canvas.click(row, command);
        }
    }
}

fn cursor(here: bool) -> &'static str {
    if here { "▸ " } else { "  " }
}

/// How many columns pieces take.
pub fn span_columns(spans: &[Span]) -> u16 {
    let each = spans.iter().map(|span| match span {
        Span::Text(text, _) => columns(text),
        Span::Run(run, _) => columns(&run.text),
        Span::Field(width) => *width,
        Span::Cursor(here) => columns(cursor(*here)),
    });
    each.fold(0, u16::saturating_add)
}

/// `text` with blanks behind it, up to `width` columns.
pub fn pad(text: &str, width: u16) -> String {
    let blanks = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(usize::from(blanks)))
}
