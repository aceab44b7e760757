//! How many columns a text takes in a terminal: the sum of the cells that the
//! screen library gives its graphemes, so that what is measured here fits there.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Stands where something was cut; one column.
const ELLIPSIS: &str = "…";

/// Columns that `text` takes: Hangul and emoji two, combining marks none, and
/// control characters none, since the screen leaves them out.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Whether every byte is a grapheme of one column, as most of a screen is.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Columns of one grapheme. Half-width (semi-)voiced sound marks count one: they
/// extend the grapheme, but terminals give them a cell of their own.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    let marks = grapheme
        .chars()
        .filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}'))
        .count();
    grapheme.width() + marks
}

/// `text` cut at a grapheme to at most `columns`, with `…` where something was cut.
pub fn truncate(text: &str, columns: usize) -> String {
    if text.len() <= columns && is_plain(text) {
        return text.to_owned();
    }
    let mut used = 0;
    // Where to cut if the text turns out too long: the last place that leaves
    // room for the ellipsis.
    let mut cut = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if used > columns {
            let mark = if columns == 0 { "" } else { ELLIPSIS };
            return format!("{}{mark}", text.get(..cut).unwrap_or_default());
        }
        if used < columns {
            cut = start + grapheme.len();
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// Where ratatui's cursor stands after it drew `text`.
    fn drawn(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2000, 1));
        usize::from(buffer.set_stringn(0, 0, text, 2000, Style::new()).0)
    }

    #[test]
    fn widths() {
        for (text, expected) in [
            ("", 0),
            ("abc", 3),
            ("딥시크", 6),
            ("\u{1103}\u{1175}\u{11B8}", 2),
            ("e\u{301}", 1),
            ("👩‍👩‍👧", 2),
            ("🇰🇷", 2),
            ("❤\u{FE0F}", 2),
            // Its mark counts twice, as on the screen.
            ("ﾊﾟ", 3),
            ("…", 1),
            ("×", 1),
            ("a\u{7}b", 2),
            ("a\nb", 2),
        ] {
            assert_eq!(width(text), expected, "{text:?}");
            assert_eq!(drawn(text), expected, "{text:?} as drawn");
        }
    }

    #[test]
    fn truncated() {
        for (text, columns, expected) in [
            ("abc", 3, "abc"),
            ("abcd", 3, "ab…"),
            ("abcd", 1, "…"),
            ("abcd", 0, ""),
            ("", 0, ""),
            ("딥시크", 6, "딥시크"),
            ("딥시크", 5, "딥시…"),
            ("딥시크", 4, "딥…"),
            ("딥시크", 1, "…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
            ("ab\u{301}", 2, "ab\u{301}"),
        ] {
            assert_eq!(truncate(text, columns), expected, "{text:?} to {columns}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn agrees_with_the_screen(text in "\\PC{0,30}|[가-힣a-z👩👧\u{200D}\u{FE0F}\u{301}ﾞ]{0,20}") {
            prop_assert_eq!(width(&text), drawn(&text));
        }

        #[test]
        fn never_wider_than_asked(text in "\\PC{0,30}", columns in 0usize..20) {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
        }
    }
}
