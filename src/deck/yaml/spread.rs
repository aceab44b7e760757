//! Where the lines of a scalar stand that was written over several.

use saphyr_parser::ScalarStyle;

/// Where a line of a scalar begins: in its text, and in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineStart {
    /// Characters of the text before it.
    pub position: usize,
    /// The line of the file, from 1.
    pub line: usize,
    /// The column of its first character that is no blank, from 1.
    pub column: usize,
}

/// The starts of the lines of `text`, which was written from `column` (from 0)
/// of the first of `lines` on, that line being number `first`. Nothing where
/// escapes make the text another than what was written.
pub(super) fn starts(
    text: &str,
    style: ScalarStyle,
    lines: &[&str],
    first: usize,
    column: usize,
) -> Option<Box<[LineStart]>> {
    let quote = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
    let mut said = text.chars().enumerate().filter(|(_, c)| !c.is_whitespace());
    let mut next = said.next();
    let mut starts = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let from = if at == 0 {
            column + usize::from(quote)
        } else {
            0
        };
        let mut begun = false;
        for (column, c) in line.chars().enumerate().skip(from) {
            if c.is_whitespace() {
                continue;
            }
            let Some((position, of_text)) = next else {
                // The text is over: a quote, or what stands behind it.
                return Some(starts.into());
            };
            if of_text != c {
                return None;
            }
            if !begun {
                begun = true;
                starts.push(LineStart {
                    position,
                    line: first + at,
                    column: column + 1,
                });
            }
            next = said.next();
        }
    }
    next.is_none().then(|| starts.into())
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use crate::deck::yaml::parse;

    #[test]
    fn each_line_of_a_text_knows_where_it_stands() {
        for (text, expected) in [
            ("a: one\n", vec![]),
            (
                "a: >-\n  one\n  two\n\n  three\n",
                vec![(0, 2, 3), (4, 3, 3), (8, 5, 3)],
            ),
            ("a: | # why\n  가나\n    다\n", vec![(0, 2, 3), (5, 3, 5)]),
            ("a: one\n  two\nb: c\n", vec![(0, 1, 4), (4, 2, 3)]),
            ("a: 'one\n  two' # why\n", vec![(0, 1, 5), (4, 2, 3)]),
            ("가: \"one\n\n  two\"\n", vec![(0, 1, 5), (4, 3, 3)]),
            // What was escaped was written otherwise.
            ("a: \"\\x41\n  two\"\n", vec![]),
        ] {
            let tree = parse(text).unwrap();
            let value = &tree.root.entries()[0].1;
            let starts = value.starts.iter();
            let starts: Vec<_> = starts.map(|at| (at.position, at.line, at.column)).collect();
            assert_eq!(starts, expected, "{text:?}");
        }
    }
}
