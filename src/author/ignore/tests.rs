#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use super::*;
use crate::deck::yaml;

fn read(text: &str) -> Vec<(usize, String)> {
    let tree = yaml::parse(text).ok();
    let ignores = Ignores::read(text, tree.as_ref().map(|tree| &tree.root));
    let whole = ignores.whole.iter().map(|i| (0, i.code.clone()));
    let lines = ignores.lines.iter();
    let lines = lines.flat_map(|(line, all)| all.iter().map(|i| (*line, i.code.clone())));
    whole.chain(lines).collect()
}

#[test]
fn comments_ignore_their_line_the_next_or_the_file() {
    for (text, expected) in [
        ("deck: a # dateline: ignore one", vec![(1, "one")]),
        (
            "deck: a # dateline: ignore one, two",
            vec![(1, "one"), (1, "two")],
        ),
        ("deck: a\n# dateline: ignore one\nb: c", vec![(3, "one")]),
        (
            "deck: a\n  # dateline: ignore one\n  # why\n\n  b: c # dateline: ignore two",
            vec![(5, "one"), (5, "two")],
        ),
        (
            "# dateline: ignore one, two\n\ndeck: a",
            vec![(0, "one"), (0, "two")],
        ),
        (
            "deck: a # dateline: ignore one (it is so)",
            vec![(1, "one")],
        ),
        ("deck: a # dateline: ignore one – why", vec![(1, "one")]),
        ("deck: a#dateline: ignore one", vec![]),
        ("deck: a # dateline: ignored", vec![]),
        ("deck: a # dateline: ignore", vec![(1, "")]),
        ("deck: a # dateline: ignore (it is so)", vec![(1, "")]),
        ("deck: \"#\" # dateline: ignore one", vec![(1, "one")]),
        // What is text is no comment, however many lines it has.
        ("a: \"b\n  # dateline: ignore one\n\n  c\"\nd: e", vec![]),
        ("a: 'it''s\n  b # dateline: ignore one'", vec![]),
        (
            "a: \"b\\x21\n  c # dateline: ignore one\\n\n  d\" # dateline: ignore two",
            vec![(3, "two")],
        ),
        ("a: [\"b\n  c\"] # dateline: ignore one", vec![(2, "one")]),
        (
            "a: |\n  b\n  # dateline: ignore one\n# dateline: ignore two\nc: d",
            vec![(5, "two")],
        ),
        ("a: b\n  c # dateline: ignore one", vec![(2, "one")]),
    ] {
        let expected: Vec<(usize, String)> = expected
            .into_iter()
            .map(|(line, code): (usize, &str)| (line, code.to_owned()))
            .collect();
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn a_block_is_covered_by_the_line_that_announces_it() {
    let text = "a:\n  note: >- # dateline: ignore one\n    x\n\n    # y\n  hint: z\n\
                b: | # dateline: ignore one\n  x\nc: x > 3 # dateline: ignore two\nd: 1\n";
    let mut ignores = Ignores::read(text, None);
    let covered: Vec<usize> = (1..=10)
        .filter(|line| ignores.covers("one", *line))
        .collect();
    assert_eq!(covered, [2, 3, 4, 5, 7, 8]);
    assert!((1..=10).all(|line| ignores.covers("two", line) == (line == 9)));
    assert_eq!(ignores.unused().count(), 0);
}

#[test]
fn an_entry_is_covered_by_the_comment_above_it() {
    let text = "deck: a\nfacts:\n  # dateline: ignore one\n  x:\n    value: 1\n  y:\n    value: 2\n\
                # dateline: ignore one\ncards:\n  # dateline: ignore one\n  - id: a\n    ask: |\n      b\n\n    # c\n    \
                d: e # dateline: ignore two\n  - id: f\n    ask: g\n";
    let mut ignores = Ignores::read(text, None);
    let covered: Vec<usize> = (1..=19)
        .filter(|line| ignores.covers("one", *line))
        .collect();
    assert_eq!(covered, [4, 5, 9, 11, 12, 13, 14, 15, 16]);
    assert!((1..=19).all(|line| ignores.covers("two", line) == (line == 16)));
    assert_eq!(ignores.unused().count(), 0);
}

#[test]
fn an_entry_is_covered_by_the_comment_behind_its_name() {
    let text = "deck: a\nfacts:\n  x: # dateline: ignore one\n    value: 1\n    note:\n      a\n  y:\n    value: 2\n\
                cards:\n  - id: a # dateline: ignore one\n    list: # dateline: ignore two\n      - b\n    hint: c\n  - ask: d # dateline: ignore one\n    \
                note: e\n";
    let mut ignores = Ignores::read(text, None);
    let covered = |ignores: &mut Ignores, code: &str| -> Vec<usize> {
        let lines = 1..=15;
        lines.filter(|line| ignores.covers(code, *line)).collect()
    };
    assert_eq!(
        covered(&mut ignores, "one"),
        [3, 4, 5, 6, 10, 11, 12, 13, 14]
    );
    assert_eq!(covered(&mut ignores, "two"), [11, 12]);
    assert_eq!(ignores.unused().count(), 0);
}

#[test]
fn a_code_has_its_place() {
    let ignores = Ignores::read("deck: 칩 # dateline: ignore one, two", None);
    let places: Vec<(usize, usize)> = ignores
        .unused()
        .map(|ignored| (ignored.place.column, ignored.place.length))
        .collect();
    assert_eq!(places, [(28, 3), (33, 3)]);
}
