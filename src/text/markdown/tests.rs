#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::*;
use crate::text::width;

/// Lines as text, with the style of a run shown around it.
fn shown(lines: &[Line]) -> Vec<String> {
    let show = |run: &Run| match run.style {
        Style::Plain => run.text.clone(),
        Style::Emphasis => format!("<e>{}</e>", run.text),
        Style::Code => format!("<c>{}</c>", run.text),
        Style::Gap => format!("<g>{}</g>", run.text),
        Style::Filled => format!("<f>{}</f>", run.text),
    };
    let line = |line: &Line| line.iter().map(show).collect();
    lines.iter().map(line).collect()
}

#[test]
fn as_written() {
    for text in [
        "1957.",
        "1957. The year of Sputnik",
        "#1",
        "# 1",
        "<tag>",
        "a < b > c",
        "2 * 3 * 4",
        "2*3*4",
        "5* and 4*",
        "_",
        "snake_case_name",
        "__init__",
        "&",
        "&amp;",
        "[x]",
        "[x](y)",
        "![x](y)",
        "~~no~~",
        "a | b",
        "> quote",
        "- 5",
        "+ 5",
        "---",
        "***",
        "*",
        "**",
        "`",
        "a `b",
        "*p = *q",
        "* a*",
        "\\n",
        "\\",
        "http://example.org/a_b_c",
        "  two spaces  between",
        "딥시크*는",
    ] {
        assert_eq!(shown(&wrap(text, 80)), [text], "{text:?}");
    }
}

#[test]
fn marked() {
    for (text, expected) in [
        ("*a*", "<e>a</e>"),
        ("**a b**", "<e>a b</e>"),
        ("***a***", "<e>a</e>"),
        ("so *very* so", "so <e>very</e> so"),
        ("*딥시크*가", "<e>딥시크</e>가"),
        ("(*a*).", "(<e>a</e>)."),
        ("**a *b* c**", "<e>a b c</e>"),
        ("*a* and *b*", "<e>a</e> and <e>b</e>"),
        ("`a*b*c`", "<c>a*b*c</c>"),
        ("`` a`b ``", "<c>a`b</c>"),
        ("*a `b` c*", "<e>a </e><c>b</c><e> c</e>"),
        ("\\*a\\*", "*a*"),
        ("\\`a\\`", "`a`"),
        ("*a\\*", "*a*"),
        ("**a*", "**a*"),
        ("*a**", "*a**"),
    ] {
        assert_eq!(shown(&wrap(text, 80)), [expected], "{text:?}");
    }
}

#[test]
fn wrapped() {
    let cases: &[(&str, usize, &[&str])] = &[
        ("", 10, &[]),
        ("\n\n", 10, &[]),
        ("a\n\nb\n", 10, &["a", "", "b"]),
        ("one two three", 7, &["one two", "three"]),
        ("one two three", 0, &[]),
        ("ab c", 1, &["a", "b", "c"]),
        ("딥시크 쇼크 진단", 11, &["딥시크 쇼크", "진단"]),
        ("딥시크", 4, &["딥시", "크"]),
        ("딥a", 1, &["…", "a"]),
        ("abcdefgh ij", 3, &["abc", "def", "gh", "ij"]),
        ("x abcdefgh", 3, &["x", "abc", "def", "gh"]),
        ("x <<>>", 4, &["x", "<<>>"]),
        (
            "so *very very* so",
            7,
            &["so <e>very</e>", "<e>very</e> so"],
        ),
        (
            "- one two\n- three",
            6,
            &["• one", "  two", "• thre", "  e"],
        ),
        ("a\n* b", 6, &["a", "• b"]),
        ("1. one two\n10) six", 7, &["1. one", "   two", "10) six"]),
        ("  - a b\n", 5, &["  - a", "  b"]),
        ("a\n  - b c", 5, &["a", "  • b", "  c"]),
        (
            "```\nlet  x = 1;\n* y\n```\nz",
            8,
            &["<c>let  x …</c>", "<c>* y</c>", "z"],
        ),
        ("```rust\n딥시크\n```", 4, &["<c>딥…</c>"]),
        ("```\n\n```", 4, &[""]),
        ("```\nopen *a*", 20, &["```", "open <e>a</e>"]),
        ("a\r\nb\u{1B}[2J", 10, &["a", "b␛[2J"]),
        ("a\tb", 10, &["a    b"]),
        ("                    deep", 6, &["     ", "   dee", "   p"]),
    ];
    for (text, columns, expected) in cases {
        assert_eq!(
            shown(&wrap(text, *columns)),
            *expected,
            "{text:?} to {columns}"
        );
    }
}

#[test]
fn gaps_are_letters() {
    let pieces = [
        Piece::Markdown("*The* "),
        Piece::Literal("*H800*\n1.", Style::Filled),
        Piece::Markdown(" is a "),
        Piece::Literal("      ", Style::Gap),
    ];
    assert_eq!(
        shown(&wrap_pieces(&pieces, 80)),
        ["<e>The</e> <f>*H800* 1.</f> is a <g>      </g>"]
    );
    let first = [Piece::Literal("- a", Style::Gap), Piece::Markdown("\nb")];
    assert_eq!(shown(&wrap_pieces(&first, 80)), ["<g>- a</g>", "b"]);
}

#[test]
fn long_lines_take_linear_time() {
    for unit in ["*a ", "`a ``", "**a *b ", "a* ", "\\"] {
        let lines = wrap(&unit.repeat(50_000), 72);
        assert!(!lines.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn every_line_fits(text in "[ab가-갉*`\\-1.) \\n👩\u{200D}\u{301}\\\\]{0,60}|\\PC{0,40}", columns in 0usize..24) {
        for line in wrap(&text, columns) {
            let whole: String = line.iter().map(|run| run.text.as_str()).collect();
            prop_assert!(width(&whole) <= columns, "{:?}", whole);
            prop_assert!(!whole.contains(char::is_control));
        }
    }
}
