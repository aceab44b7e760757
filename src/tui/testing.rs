//! What the tests of screens share: drawing without a terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::{Canvas, Marks};
use crate::tui::theme::{Depth, Theme, Tone};

/// The sizes at which screens are kept as snapshots.
pub const SIZES: [(u16, u16); 3] = [(100, 30), (80, 24), (40, 12)];

/// Draws at a size and in a language.
pub fn draw(size: (u16, u16), lang: Lang, draw: impl FnOnce(&mut Canvas)) -> (Buffer, Marks) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let mut marks = Marks::default();
    let theme = Theme::new(Depth::True, Tone::Dark);
    draw(&mut Canvas::new(&mut buffer, &mut marks, theme, Say(lang)));
    (buffer, marks)
}

/// The rows of a buffer as text, trailing blanks cut.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let area = *buffer.area();
    (area.top()..area.bottom())
        .map(|y| {
            let mut line = String::new();
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
                line.push_str(symbol);
                x += crate::tui::canvas::columns(symbol).max(1);
            }
            line.trim_end().to_owned()
        })
        .collect()
}

/// A screen as a snapshot: its text, and where the cursor stands.
pub fn snapshot((buffer, marks): &(Buffer, Marks)) -> String {
    let mut text = lines(buffer).join("\n");
    if let Some(cursor) = marks.cursor {
        text.push_str(&format!("\n(cursor at {}, {})", cursor.x, cursor.y));
    }
    text
}

/// Draws at every small size, and some odd ones, in both languages.
pub fn at_every_size(mut screen: impl FnMut(&mut Canvas)) {
    let small = (0..=12).flat_map(|columns| (0..=12).map(move |rows| (columns, rows)));
    let odd = [
        (1, 200),
        (300, 1),
        (23, 5),
        (41, 9),
        (59, 17),
        (200, 3),
        (500, 200),
    ];
    for size in small.chain(odd) {
        for lang in Lang::ALL {
            draw(size, lang, &mut screen);
        }
    }
}
