//! A line of text being typed: Hangul and emoji keep their columns, what does
//! not fit scrolls, and the terminal's own cursor stands where one types, for
//! that is where an input method draws what is being composed.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{nfc, safe_line, width};
use crate::tui::canvas::{Canvas, columns};
use crate::tui::theme::Role;

/// No answer is longer; what is pasted beyond it is cut.
const LONGEST: usize = 1000;

/// A line of text and the cursor in it.
#[derive(Debug, Default, Clone)]
pub struct Field {
    input: Input,
}

impl Field {
    /// An empty field.
    pub fn new() -> Field {
        Field::default()
    }

    /// A field that holds `text`, with the cursor behind it.
    pub fn with(text: &str) -> Field {
        Field {
            input: Input::new(text.to_owned()),
        }
    }

    /// What it holds.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Holds `text` from now on; the cursor stays where it is if the text is
    /// the same, and goes behind it if not.
    pub fn set(&mut self, text: &str) {
        if self.text() != text {
            *self = Field::with(text);
        }
    }

    /// Takes a key that is for the field. Returns whether the text changed.
    pub fn key(&mut self, event: &KeyEvent) -> bool {
        let Some(request) = request(event) else {
            return false;
        };
        if matches!(request, InputRequest::InsertChar(_)) && self.full() {
            return false;
        }
        self.input
            .handle(request)
            .is_some_and(|changed| changed.value)
    }

    /// Takes what was pasted, as one line. Returns whether the text changed.
    pub fn paste(&mut self, text: &str) -> bool {
        let mut changed = false;
        for c in safe_line(&nfc(text)).trim().chars() {
            if self.full() {
                break;
            }
            changed |= self.input.handle(InputRequest::InsertChar(c)).is_some();
        }
        changed
    }

    /// Puts the cursor at a column of the field as it is drawn `columns` wide.
    pub fn click(&mut self, column: u16, columns: u16) {
        let target = usize::from(column) + self.scroll(columns);
        let mut at = 0;
        let mut characters = 0;
        for grapheme in self.text().graphemes(true) {
            if at + width(grapheme) > target {
                break;
            }
            at += width(grapheme);
            characters += grapheme.chars().count();
        }
        self.input.handle(InputRequest::SetCursor(characters));
    }

    fn full(&self) -> bool {
        self.text().chars().count() >= LONGEST
    }

    /// Columns that are scrolled out on the left, so that the cursor is inside.
    fn scroll(&self, columns: u16) -> usize {
        let inside = usize::from(columns).saturating_sub(1);
        let target = self.input.visual_cursor().saturating_sub(inside);
        let mut scrolled = 0;
        for grapheme in self.text().graphemes(true) {
            if scrolled >= target {
                break;
            }
            scrolled += width(grapheme);
        }
        scrolled
    }

    /// Its text in rows of so many columns, parted between words where that can
    /// be, as ranges of its bytes; there is one at least, and room for the cursor.
    fn rows(&self, columns: u16) -> Vec<Range<usize>> {
        let text = self.text();
        let most = usize::from(columns.max(2)) - 1;
        let (mut rows, mut from, mut taken, mut word) = (Vec::new(), 0, 0, 0);
        for (at, grapheme) in text.grapheme_indices(true) {
            if taken + width(grapheme) > most && at > from {
                let to = if word > from { word } else { at };
                rows.push(from..to);
                from = to;
                taken = width(text.get(to..at).unwrap_or_default());
            }
            taken += width(grapheme);
            if grapheme == " " {
                word = at + 1;
            }
        }
        rows.push(from..text.len());
        rows
    }

    /// How many rows it takes where it is so wide.
    pub fn height(&self, columns: u16) -> u16 {
        u16::try_from(self.rows(columns).len()).unwrap_or(u16::MAX)
    }

    /// Draws it into all rows of `area`, those around the cursor if there are
    /// more, and puts the cursor there.
    pub fn draw_folded(&self, canvas: &mut Canvas, area: Rect, role: Role) {
        if area.height < 2 || area.width == 0 {
            return self.draw(canvas, area, role);
        }
        let text = self.text();
        let cursor = text.char_indices().nth(self.input.cursor());
        let cursor = cursor.map_or(text.len(), |(at, _)| at);
        let rows = self.rows(area.width);
        let own = rows
            .iter()
            .rposition(|row| row.start <= cursor)
            .unwrap_or(0);
        let top = (own + 1).saturating_sub(usize::from(area.height));
        for ((at, row), y) in rows.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
            let shown = text.get(row.clone()).unwrap_or_default();
            canvas.text(area.x, y, area.width, shown, role);
            if at == own {
                let before = text.get(row.start..cursor).unwrap_or_default();
                canvas.cursor(area.x + columns(before).min(area.width - 1), y);
            }
        }
    }

    /// Draws it into the first row of `area`, and puts the cursor there.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect, role: Role) {
        if area.is_empty() {
            return;
        }
        let scroll = self.scroll(area.width);
        let mut skipped = 0;
        let mut x = area.x;
        for grapheme in self.text().graphemes(true) {
            if skipped < scroll {
                skipped += width(grapheme);
                continue;
            }
            let room = area.right().saturating_sub(x);
            if columns(grapheme) > room {
                break;
            }
            x += canvas.text(x, area.y, room, grapheme, role);
        }
        let cursor = self.input.visual_cursor().saturating_sub(scroll);
        let cursor = u16::try_from(cursor)
            .unwrap_or(u16::MAX)
            .min(area.width - 1);
        canvas.cursor(area.x + cursor, area.y);
    }
}

/// What a key does to a line. Ctrl-h is backspace: many terminals send it so.
fn request(event: &KeyEvent) -> Option<InputRequest> {
    use InputRequest as Do;
    use KeyCode::{Backspace, Char, Delete, End, Home, Left, Right};
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let chord = event.modifiers - KeyModifiers::SHIFT;
    Some(match (event.code, chord) {
        (Char(c), KeyModifiers::NONE) if !c.is_control() => Do::InsertChar(c),
        (Backspace, KeyModifiers::NONE) | (Char('h'), KeyModifiers::CONTROL) => Do::DeletePrevChar,
        (Delete, KeyModifiers::NONE) | (Char('d'), KeyModifiers::CONTROL) => Do::DeleteNextChar,
        (Left, KeyModifiers::NONE) => Do::GoToPrevChar,
        (Right, KeyModifiers::NONE) => Do::GoToNextChar,
        (Left, KeyModifiers::CONTROL | KeyModifiers::ALT) | (Char('b'), KeyModifiers::ALT) => {
            Do::GoToPrevWord
        }
        (Right, KeyModifiers::CONTROL | KeyModifiers::ALT) | (Char('f'), KeyModifiers::ALT) => {
            Do::GoToNextWord
        }
        (Home, _) | (Char('a'), KeyModifiers::CONTROL) => Do::GoToStart,
        (End, _) | (Char('e'), KeyModifiers::CONTROL) => Do::GoToEnd,
        (Char('w'), KeyModifiers::CONTROL)
        | (Backspace, KeyModifiers::ALT | KeyModifiers::CONTROL) => Do::DeletePrevWord,
        (Delete, KeyModifiers::CONTROL) | (Char('d'), KeyModifiers::ALT) => Do::DeleteNextWord,
        (Char('u'), KeyModifiers::CONTROL) => Do::DeleteFromStart,
        (Char('k'), KeyModifiers::CONTROL) => Do::DeleteTillEnd,
        (Char('y'), KeyModifiers::CONTROL) => Do::Yank,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{at_every_size, draw as drawn, lines};

    fn typed(text: &str, keys: &[(KeyCode, KeyModifiers)]) -> Field {
        let mut field = Field::new();
        for c in text.chars() {
            assert!(field.key(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
        }
        for (code, modifiers) in keys {
            field.key(&KeyEvent::new(*code, *modifiers));
        }
        field
    }

    fn shown(field: &Field, columns: u16) -> (String, u16) {
        let (buffer, marks) = drawn((columns, 1), Lang::En, |canvas| {
            field.draw(canvas, canvas.area(), Role::Plain);
        });
        (lines(&buffer)[0].clone(), marks.cursor.unwrap().x)
    }

    #[test]
    fn where_the_cursor_stands() {
        use KeyCode::{Backspace, Home, Left};
        let none = KeyModifiers::NONE;
        type Keys<'a> = &'a [(KeyCode, KeyModifiers)];
        let cases: &[(&str, Keys<'_>, u16, &str, u16)] = &[
            ("", &[], 10, "", 0),
            ("70", &[], 10, "70", 2),
            ("한글", &[], 10, "한글", 4),
            ("한글", &[(Left, none)], 10, "한글", 2),
            ("한글", &[(Backspace, none)], 10, "한", 2),
            (
                "한글",
                &[(KeyCode::Char('h'), KeyModifiers::CONTROL)],
                10,
                "한",
                2,
            ),
            ("a👩‍👩‍👧b", &[], 10, "a👩‍👩‍👧b", 4),
            ("a👩‍👩‍👧", &[(Backspace, none)], 10, "a", 1),
            // Longer than the field: the end is shown, or the start.
            ("abcdefghij", &[], 5, "ghij", 4),
            ("abcdefghij", &[(Home, none)], 5, "abcde", 0),
            ("가나다라마", &[], 5, "라마", 4),
            ("a가나다라", &[], 6, "다라", 4),
            (
                "one two",
                &[(KeyCode::Char('w'), KeyModifiers::CONTROL)],
                10,
                "one",
                4,
            ),
            (
                "one two",
                &[(KeyCode::Char('u'), KeyModifiers::CONTROL)],
                10,
                "",
                0,
            ),
        ];
        for (text, keys, columns, expected, cursor) in cases {
            assert_eq!(
                shown(&typed(text, keys), *columns),
                ((*expected).to_owned(), *cursor),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_pasted_is_one_safe_line() {
        let mut field = Field::new();
        assert!(field.paste("  38,210\n\u{1b}[31mred\u{202e} "));
        assert!(!field.text().contains(['\n', '\u{1b}', '\u{202e}']));
        assert!(field.text().starts_with("38,210"));
        assert!(!Field::new().paste(""));
        let mut decomposed = Field::new();
        decomposed.paste("\u{1112}\u{1161}\u{11ab}");
        assert_eq!(decomposed.text(), "한");
    }

    #[test]
    fn there_is_an_end_to_it() {
        let mut field = Field::new();
        field.paste(&"x".repeat(5000));
        assert_eq!(field.text().len(), LONGEST);
        assert!(!field.key(&KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE)));
    }

    #[test]
    fn a_click_puts_the_cursor() {
        let mut field = Field::with("가나다");
        for (column, cursor) in [(0, 0), (1, 0), (2, 2), (3, 2), (6, 6), (50, 6)] {
            field.click(column, 20);
            assert_eq!(shown(&field, 20).1, cursor);
        }
    }

    #[test]
    fn folded_between_words() {
        let mut field = Field::with("How many 가나다 trees are there?");
        for (keys, rows, cursor) in [
            (0, ["How many", "가나다 trees", "are there?"], (10, 2)),
            (11, ["How many", "가나다 trees", "are there?"], (12, 1)),
            (20, ["How many", "가나다 trees", "are there?"], (0, 1)),
        ] {
            for _ in 0..keys {
                field.key(&KeyEvent::new(KeyCode::Left, KeyModifiers::NONE));
            }
            assert_eq!(field.height(14), 3);
            let (buffer, marks) = drawn((14, 3), Lang::En, |canvas| {
                field.draw_folded(canvas, canvas.area(), Role::Plain);
            });
            let shown: Vec<String> = lines(&buffer)
                .iter()
                .map(|row| row.trim_end().to_owned())
                .collect();
            assert_eq!(shown, rows);
            let at = marks.cursor.unwrap();
            assert_eq!((at.x, at.y), cursor);
            field = Field::with("How many 가나다 trees are there?");
        }
        assert_eq!(Field::new().height(14), 1);
        assert_eq!(Field::with("aaaaaaaaaaaaaaaaaaaa").height(11), 2);
    }

    #[test]
    fn any_size() {
        let field = Field::with("가나다 abc 👩‍👩‍👧 e\u{301}");
        at_every_size(|canvas| {
            field.draw_folded(canvas, canvas.area(), Role::Plain);
            field.draw(canvas, canvas.area(), Role::Plain);
            let area = canvas.area();
            canvas.cursor(area.width, area.height);
        });
    }
}
