//! How many columns a text takes in a terminal: the sum of the cells that the
//! screen library gives its graphemes, so that what is measured here fits there.

use unicode_segmentation::{Graphemes as Clusters, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// Stands where something was cut; one column.
const ELLIPSIS: &str = "…";

/// Columns that `text` takes: Hangul and emoji two, combining marks none, and
/// control characters none, since the screen leaves them out.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    graphemes(text).map(|(_, columns)| columns).sum()
}

/// Whether every byte is a grapheme of one column, as most of a screen is.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The graphemes of a text, each with the columns that it takes.
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes {
        clusters: "".graphemes(true),
        rest: text,
    }
}

/// What [`graphemes`] gives.
#[derive(Debug, Clone)]
pub struct Graphemes<'t> {
    /// Of the stretch whose characters may belong together.
    clusters: Clusters<'t>,
    /// Behind that.
    rest: &'t str,
}

impl<'t> Iterator for Graphemes<'t> {
    type Item = (&'t str, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(cluster) = self.clusters.next() {
            return Some((cluster, grapheme_width(cluster)));
        }
        // Most are letters before letters, blanks or signs of ASCII.
        if let [b' '..=b'~', b' '..=b'~', ..] = self.rest.as_bytes() {
            let (one, rest) = self.rest.split_at(1);
            self.rest = rest;
            return Some((one, 1));
        }
        let mut characters = self.rest.chars();
        let first = characters.next()?;
        if let Some(columns) = columns_alone(first)
            && characters
                .next()
                .is_none_or(|next| columns_alone(next).is_some())
        {
            let (one, rest) = self.rest.split_at(first.len_utf8());
            self.rest = rest;
            return Some((one, columns));
        }
        let (stretch, rest) = self.rest.split_at(end_of_stretch(self.rest));
        self.rest = rest;
        self.clusters = stretch.graphemes(true);
        self.next()
    }
}

/// Where two characters come that do not belong together, as can be told from
/// them alone.
fn end_of_stretch(text: &str) -> usize {
    let mut was_alone = false;
    for (at, c) in text.char_indices() {
        let is_alone = columns_alone(c).is_some();
        if was_alone && is_alone {
            return at;
        }
        was_alone = is_alone;
    }
    text.len()
}

/// The columns of a character that is a grapheme by itself beside others of the
/// same kind: of those that nearly all texts are made of.
pub(super) fn columns_alone(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => Some(1),
        // Dashes, quotation marks and the ellipsis; lines and blocks.
        '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259F}' => Some(1),
        '가'..='힣' => Some(2),
        _ => None,
    }
}

/// Columns of one grapheme. Half-width (semi-)voiced sound marks count one: they
/// extend the grapheme, but terminals give them a cell of their own.
fn grapheme_width(grapheme: &str) -> usize {
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
    let mut end = 0;
    for (grapheme, taken) in graphemes(text) {
        used += taken;
        end += grapheme.len();
        if used > columns {
            let mark = if columns == 0 { "" } else { ELLIPSIS };
            return format!("{}{mark}", text.get(..cut).unwrap_or_default());
        }
        if used < columns {
            cut = end;
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
    fn characters_that_stand_alone() {
        for c in (' '..='\u{FFFF}').filter(|c| columns_alone(*c).is_some()) {
            let text = c.to_string();
            assert_eq!(columns_alone(c), Some(grapheme_width(&text)), "{c:?}");
            for other in ["a", "가", "각", "±", "─"] {
                for pair in [format!("{c}{other}"), format!("{other}{c}")] {
                    assert_eq!(pair.graphemes(true).count(), 2, "{pair:?}");
                }
            }
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
        fn clusters_are_those_of_the_standard(
            text in "\\PC{0,30}|[a가각ᄒ\u{1161}\u{11A8}\u{301}\u{200D}👩❤\u{FE0F}©─🇰🇷\r\n]{0,20}",
        ) {
            let found: Vec<&str> = graphemes(&text).map(|(grapheme, _)| grapheme).collect();
            prop_assert_eq!(found, text.graphemes(true).collect::<Vec<_>>());
        }

        #[test]
        fn never_wider_than_asked(text in "\\PC{0,30}", columns in 0usize..20) {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
        }
    }
}
