//! What a screen is drawn on: cells that can't be missed, and notes of where a
//! click does what and where the text cursor stands.
//!
//! Every text that reaches the terminal passes through here and is made safe,
//! and nothing is drawn outside the room there is: a screen may be laid out
//! for a window that has just shrunk to one cell.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::strings::Say;
use crate::text::markdown::{self, Run};
use crate::text::{graphemes, safe_line, truncate, width};
use crate::tui::keys::{Command, Targets};
use crate::tui::theme::{Role, Theme};

/// What a screen leaves behind when it is drawn.
#[derive(Debug, Default, Clone)]
pub struct Marks {
    /// Where a click does what.
    pub targets: Targets,
    /// Where the text cursor stands, if one types.
    pub cursor: Option<Position>,
}

/// A text as it can be shown: safe, on one line, and cut to the room there is.
struct Fitting {
    text: String,
    columns: u16,
}

impl Fitting {
    fn of(text: &str, room: u16) -> Fitting {
        let mut text = safe_line(text);
        let mut columns = width(&text);
        if columns > usize::from(room) {
            text = truncate(&text, usize::from(room));
            columns = width(&text);
        }
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        Fitting { text, columns }
    }
}

/// A buffer to draw on, with a look and a language.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    marks: &'a mut Marks,
    theme: Theme,
    say: Say,
}

impl<'a> Canvas<'a> {
    /// Draws on `buffer`, and notes in `marks`.
    pub fn new(buffer: &'a mut Buffer, marks: &'a mut Marks, theme: Theme, say: Say) -> Self {
        Canvas {
            buffer,
            marks,
            theme,
            say,
        }
    }

    /// All the room there is.
    pub fn area(&self) -> Rect {
        *self.buffer.area()
    }

    /// The interface's voice.
    pub fn say(&self) -> Say {
        self.say
    }

    /// The looks.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// What a role looks like.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes one line of text from (`x`, `y`), cut to `columns`; returns how
    /// many columns it took.
    pub fn text(&mut self, x: u16, y: u16, columns: u16, text: &str, role: Role) -> u16 {
        let style = self.style(role);
        self.styled(x, y, columns, text, style)
    }

    /// The same with a style of several roles.
    pub fn styled(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let area = self.area();
        if !area.contains(Position::new(x, y)) {
            return 0;
        }
        let fitting = Fitting::of(text, columns.min(area.right() - x));
        self.write(x, y, &fitting.text, style);
        fitting.columns
    }

    /// Writes what is known to be safe and to fit into its row. As
    /// `Buffer::set_stringn` does it, but for that most characters are known to
    /// stand alone.
    fn write(&mut self, mut x: u16, y: u16, text: &str, style: Style) {
        for (grapheme, columns) in graphemes(text) {
            for column in 0..columns {
                let Some(cell) = self.buffer.cell_mut((x, y)) else {
                    return;
                };
                match column {
                    0 => {
                        cell.set_symbol(grapheme).set_style(style);
                    }
                    // Hidden by the first.
                    _ => cell.reset(),
                }
                x += 1;
            }
        }
    }

    /// Writes one line of text that ends before column `right`, cut to
    /// `columns`; returns how many columns it took.
    pub fn text_right(&mut self, right: u16, y: u16, columns: u16, text: &str, role: Role) -> u16 {
        let fitting = Fitting::of(text, columns.min(right));
        let taken = fitting.columns;
        self.put(right - taken, y, fitting, role);
        taken
    }

    /// Writes one line of text in the middle of `area`'s row `y`.
    pub fn text_centred(&mut self, area: Rect, y: u16, text: &str, role: Role) -> u16 {
        let fitting = Fitting::of(text, area.width);
        let x = area.x + (area.width - fitting.columns) / 2;
        self.put(x, y, fitting, role)
    }

    /// Writes what fits into the room there was for it, which may reach outside.
    fn put(&mut self, x: u16, y: u16, fitting: Fitting, role: Role) -> u16 {
        let style = self.style(role);
        let area = self.area();
        let last = x.saturating_add(fitting.columns.max(1) - 1);
        if !area.contains(Position::new(x, y)) || last >= area.right() {
            return self.styled(x, y, fitting.columns, &fitting.text, style);
        }
        self.write(x, y, &fitting.text, style);
        fitting.columns
    }

    /// Writes pieces of several roles one after the other; returns how many
    /// columns they took.
    pub fn pieces(&mut self, x: u16, y: u16, columns: u16, pieces: &[(&str, Role)]) -> u16 {
        let mut taken = 0;
        for (text, role) in pieces {
            let room = columns.saturating_sub(taken);
            taken += self.text(x.saturating_add(taken), y, room, text, *role);
        }
        taken
    }

    /// Writes a line of Markdown runs; `role` is that of its plain runs.
    pub fn runs(&mut self, x: u16, y: u16, columns: u16, runs: &[Run], role: Role) -> u16 {
        let mut taken = 0;
        for run in runs {
            let style = self.style(role).patch(self.run_style(run.style));
            let room = columns.saturating_sub(taken);
            taken += self.styled(x.saturating_add(taken), y, room, &run.text, style);
        }
        taken
    }

    fn run_style(&self, style: markdown::Style) -> Style {
        self.style(match style {
            markdown::Style::Plain => Role::Plain,
            markdown::Style::Emphasis => Role::Emphasis,
            markdown::Style::Code => Role::Code,
            markdown::Style::Gap => Role::Gap,
            markdown::Style::Filled => Role::Filled,
        })
    }

    /// A line in the first row of `area` of which the share `done` of `whole` is
    /// thick. Something is more than nothing.
    pub fn track(&mut self, area: Rect, done: usize, whole: usize) {
        let room = usize::from(area.width);
        let mut filled = (room.saturating_mul(done) / whole.max(1)).min(room);
        if done > 0 {
            filled = filled.max(room.min(1));
        }
        let taken = self.text(area.x, area.y, area.width, &"━".repeat(filled), Role::Bar);
        let rest = "─".repeat(room - filled);
        let room = area.width - taken.min(area.width);
        self.text(area.x + taken, area.y, room, &rest, Role::Track);
    }

    /// Lays a role's style over what is drawn in `area`.
    pub fn lay(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.area());
        let style = self.style(role);
        self.buffer.set_style(area, style);
    }

    /// Makes `area` blank; clicks into it mean nothing until it is said what.
    pub fn blank(&mut self, area: Rect) {
        let area = area.intersection(self.area());
        self.marks.targets.add(area, Command::Nothing);
        for y in area.top()..area.bottom() {
            // A wide character that reaches into it would cover what comes there.
            let beside = area.left().checked_sub(1);
            let beside = beside.and_then(|x| self.buffer.cell_mut((x, y)));
            if let Some(cell) = beside.filter(|cell| columns(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// A thin frame with a title in it; returns the room within, which is all of
    /// it where there is none for a frame.
    pub fn frame(&mut self, area: Rect, title: &str) -> Rect {
        if area.width < 4 || area.height < 3 {
            return area;
        }
        let across = "─".repeat(usize::from(area.width - 2));
        let (right, last) = (area.right() - 1, area.bottom() - 1);
        let (top, bottom) = (format!("┌{across}┐"), format!("└{across}┘"));
        self.text(area.x, area.y, area.width, &top, Role::Track);
        self.text(area.x, last, area.width, &bottom, Role::Track);
        for y in area.y + 1..last {
            self.text(area.x, y, 1, "│", Role::Track);
            self.text(right, y, 1, "│", Role::Track);
        }
        let title = format!(" {title} ");
        self.text(area.x + 2, area.y, area.width - 4, &title, Role::Dim);
        Rect {
            x: area.x + 1,
            y: area.y + 1,
            width: area.width - 2,
            height: area.height - 2,
        }
    }

    /// A click into `area` means `command`.
    pub fn click(&mut self, area: Rect, command: Command) {
        let area = area.intersection(self.area());
        self.marks.targets.add(area, command);
    }

    /// The text cursor stands here.
    pub fn cursor(&mut self, x: u16, y: u16) {
        if self.area().contains(Position::new(x, y)) {
            self.marks.cursor = Some(Position::new(x, y));
        }
    }

    /// Shows in `area` what was drawn apart on a sheet of its own, from the
    /// sheet's row `top` on: its cells, and what clicks into them mean.
    pub fn show(&mut self, sheet: &Buffer, marks: &Marks, top: u16, area: Rect) {
        let area = area.intersection(self.area());
        let window = Rect {
            x: 0,
            y: top,
            ..area
        }
        .intersection(*sheet.area());
        let moved = |x: u16, y: u16| (area.x + x, area.y + (y - top));
        let columns = usize::from(window.width);
        for y in window.top()..window.bottom() {
            let (to_x, to_y) = moved(window.x, y);
            let from = place(sheet, window.x, y);
            let to = place(self.buffer, to_x, to_y);
            if let (Some(from), Some(to)) = (
                sheet.content.get(from..from + columns),
                self.buffer.content.get_mut(to..to + columns),
            ) {
                to.clone_from_slice(from);
            }
        }
        for (target, command) in marks.targets.iter() {
            let seen = target.intersection(window);
            if !seen.is_empty() {
                let (x, y) = moved(seen.x, seen.y);
                self.marks.targets.add(Rect { x, y, ..seen }, command);
            }
        }
        if let Some(at) = marks.cursor.filter(|at| window.contains(*at)) {
            let (x, y) = moved(at.x, at.y);
            self.cursor(x, y);
        }
    }

    /// What lies below is covered: clicks and the cursor are the overlay's.
    pub fn cover(&mut self) {
        self.marks.targets.clear();
        self.marks.cursor = None;
    }
}

/// Where the cell at (`x`, `y`) lies in a buffer's content.
fn place(buffer: &Buffer, x: u16, y: u16) -> usize {
    let area = buffer.area();
    let (across, down) = (x.saturating_sub(area.x), y.saturating_sub(area.y));
    usize::from(down) * usize::from(area.width) + usize::from(across)
}

/// The columns that a screen of this width leaves free on either side.
pub fn margin(width: u16) -> u16 {
    match width {
        60.. => 2,
        30.. => 1,
        _ => 0,
    }
}

/// The room between the margins of a screen, at most `widest` columns.
pub fn inner(area: Rect, widest: u16) -> Rect {
    let margin = margin(area.width);
    let width = area.width.saturating_sub(2 * margin).min(widest);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

/// How many columns `text` takes, as a screen counts them.
pub fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::text::Lang;
    use crate::tui::theme::{Depth, Tone};

    fn draw(columns: u16, rows: u16, draw: impl FnOnce(&mut Canvas)) -> (Vec<String>, Marks) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let mut marks = Marks::default();
        let theme = Theme::new(Depth::Mono, Tone::Dark);
        draw(&mut Canvas::new(
            &mut buffer,
            &mut marks,
            theme,
            Say(Lang::En),
        ));
        (crate::tui::testing::lines(&buffer), marks)
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let (lines, _) = draw(3, 1, |canvas| {
            for x in 0..6 {
                for y in 0..3 {
                    canvas.text(x, y, 9, "한글 text", Role::Plain);
                    canvas.text_right(x, y, 9, "한글", Role::Plain);
                    canvas.text_centred(Rect::new(x, y, 9, 1), y, "한글", Role::Plain);
                    canvas.lay(Rect::new(x, y, 9, 9), Role::Selected);
                    canvas.blank(Rect::new(x, y, 9, 9));
                }
            }
        });
        assert_eq!(lines.len(), 1);
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_the_screen_library_writes(
            text in "\\PC{0,30}|[a-c가-힣─·👩🇰🇷❤\u{200D}\u{FE0F}\u{301}ﾟ\t]{0,20}",
            x in 0u16..12,
        ) {
            let mut ours = Buffer::empty(Rect::new(0, 0, 20, 2));
            let mut theirs = ours.clone();
            let style = Style::new().bold();
            let fitting = Fitting::of(&text, 20 - x);
            theirs.set_stringn(x, 1, &fitting.text, 20, style);
            let mut marks = Marks::default();
            let theme = Theme::new(Depth::Mono, Tone::Dark);
            let mut canvas = Canvas::new(&mut ours, &mut marks, theme, Say(Lang::En));
            prop_assert!(canvas.styled(x, 1, 20, &text, style) <= 20 - x);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn no_half_of_a_wide_character_stays_beside_what_is_blank() {
        for (left, expected) in [(1, " │  "), (2, "한│"), (3, "한 │")] {
            let (lines, _) = draw(5, 1, |canvas| {
                canvas.text(0, 0, 5, "한글", Role::Plain);
                canvas.blank(Rect::new(left, 0, 9, 1));
                canvas.text(left, 0, 1, "│", Role::Plain);
            });
            assert_eq!(lines.concat().trim_end(), expected.trim_end(), "{left}");
        }
    }

    #[test]
    fn nothing_a_terminal_would_obey_is_drawn() {
        let (lines, _) = draw(40, 1, |canvas| {
            canvas.text(0, 0, 40, "a\u{1b}[31mb\u{202e}c\nd\te", Role::Plain);
        });
        let line = lines.concat();
        assert!(
            !line.contains(['\u{1b}', '\u{202e}', '\n', '\t']),
            "{line:?}"
        );
    }

    #[test]
    fn clicks_and_covers() {
        let (_, marks) = draw(10, 2, |canvas| {
            canvas.click(Rect::new(0, 0, 5, 1), Command::Accept);
            canvas.click(Rect::new(4, 0, 50, 1), Command::Quit);
            canvas.cursor(3, 1);
            canvas.cursor(3, 9);
        });
        assert_eq!(marks.targets.at(2, 0), Some(Command::Accept));
        assert_eq!(marks.targets.at(4, 0), Some(Command::Quit));
        assert_eq!(marks.targets.at(2, 1), None);
        assert_eq!(marks.cursor, Some(Position::new(3, 1)));
        let (_, marks) = draw(10, 2, |canvas| {
            canvas.click(Rect::new(0, 0, 5, 1), Command::Accept);
            canvas.cover();
        });
        assert_eq!(marks.targets.at(2, 0), None);
        let (_, marks) = draw(10, 2, |canvas| {
            canvas.click(Rect::new(0, 0, 10, 2), Command::Quit);
            canvas.blank(Rect::new(0, 1, 10, 1));
        });
        assert_eq!(marks.targets.at(2, 0), Some(Command::Quit));
        assert_eq!(marks.targets.at(2, 1), Some(Command::Nothing));
    }
}
