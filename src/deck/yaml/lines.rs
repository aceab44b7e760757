//! Most of a deck is lines of the plainest YAML: a key with its text, or an item
//! of a list. They are read here, some times as fast as a whole reader of YAML
//! does; what else an entry holds is handed to that by itself, and a file that
//! is laid out otherwise is left to it. What is read here is what it would have
//! read: tests hold it.

use memchr::{memchr, memchr2, memchr2_iter};

use super::builder::Builder;
use super::tree::alone;
use super::{Node, Style, Value};
use crate::deck::Place;

/// The longest key that is looked for.
const LONGEST_KEY: usize = 128;

/// The tree of a text that is laid out in lines and without a fault; nothing of
/// any other.
pub(super) fn read(text: &str) -> Option<Node> {
    if memchr2(b'\t', b'\r', text.as_bytes()).is_some() {
        return None;
    }
    let (mut lines, mut rest) = (Vec::new(), text);
    while let Some(end) = memchr(b'\n', rest.as_bytes()) {
        let (line, behind) = rest.split_at_checked(end)?;
        lines.push(line);
        rest = behind.get(1..)?;
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    let mut reader = Reader {
        lines: &lines,
        next: 0,
        open: Vec::new(),
        waits: false,
        builder: Builder::default(),
    };
    while let Some(line) = reader.lines.get(reader.next) {
        reader.next += 1;
        let body = behind_spaces(line);
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        reader.line(line.len() - body.len(), body)?;
    }
    if reader.waits {
        return None;
    }
    while reader.open.pop().is_some() {
        reader.builder.end().ok()?;
    }
    reader.builder.sound()
}

/// What stands open: the column of its keys or dashes, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Map(usize),
    List(usize),
}

struct Reader<'l, 't> {
    lines: &'l [&'t str],
    /// The line that comes next, from 0.
    next: usize,
    open: Vec<Open>,
    /// Whether the last key has its value on the lines below.
    waits: bool,
    builder: Builder,
}

impl Reader<'_, '_> {
    /// Reads a line that begins in a column.
    fn line(&mut self, indent: usize, body: &str) -> Option<()> {
        // Documents, and keys over several lines.
        if body.starts_with(['?', ':'])
            || indent == 0 && (body.starts_with("---") || body.starts_with("..."))
        {
            return None;
        }
        let dash = body.starts_with("- ");
        if !self.waits {
            self.close(indent, dash)?;
        } else if self.open.last().is_some_and(|open| match open {
            Open::Map(column) => indent < *column || indent == *column && !dash,
            Open::List(_) => true,
        }) {
            return None;
        }
        if self.open.is_empty() && self.builder.has_root() {
            return None;
        }
        let here = if dash {
            Open::List(indent)
        } else {
            Open::Map(indent)
        };
        if self.open.last() != Some(&here) {
            // One that is not indented by itself is said to begin at its item.
            let item = body.trim_start_matches('-').trim_start_matches(' ');
            let beside = dash && self.open.last() == Some(&Open::Map(indent));
            let ahead = if beside { body.len() - item.len() } else { 0 };
            self.begin(here, indent + ahead)?;
        }
        self.waits = false;
        let (mut column, mut rest) = (indent, body);
        while let Some(item) = rest.strip_prefix("- ") {
            let item_body = behind_spaces(item);
            let dash = column;
            column += rest.len() - item_body.len();
            rest = item_body;
            if rest.is_empty() || rest.starts_with(['#', '?', ':']) {
                return None;
            }
            if rest.starts_with("- ") {
                self.begin(Open::List(column), column)?;
            } else if key(rest).is_some() {
                self.begin(Open::Map(column), column)?;
            } else {
                return self.value(column, rest, dash);
            }
        }
        let Some(key) = key(rest) else {
            // One in quotes, or with blanks in it.
            let part = self.part(column, rest, column)?;
            let Value::Map(mut entries) = part.value else {
                return None;
            };
            if rest.starts_with('{') {
                return None;
            }
            let (key, value) = entries.pop().filter(|_| entries.is_empty())?;
            self.put(key)?;
            return self.put(value);
        };
        let behind = rest.get(key.len() + 1..)?;
        let value = behind_spaces(behind);
        let characters = key.chars().count();
        self.put(self.scalar(column, key, characters, Style::Plain))?;
        if value.is_empty() || value.starts_with('#') {
            self.waits = true;
            return Some(());
        }
        let at = column + characters + 1 + behind.len() - value.len();
        self.value(at, value, column)
    }

    /// Reads what stands in a column, up to the end of its line or, below it, as
    /// long as lines are indented by more than `within`.
    fn value(&mut self, column: usize, text: &str, within: usize) -> Option<()> {
        let node = match simple(text).filter(|_| !self.goes_on(within)) {
            Some((text, length, style)) => self.scalar(column, text, length, style),
            None => self.part(column, text, within)?,
        };
        // Others begin on a line of their own.
        let fits = match node.value {
            Value::Scalar(..) => true,
            Value::List(_) => text.starts_with('['),
            Value::Map(_) => text.starts_with('{'),
        };
        fits.then(|| self.put(node))?
    }

    fn scalar(&self, column: usize, text: &str, length: usize, style: Style) -> Node {
        let place = self.place(column, length);
        Node {
            place,
            last_line: place.line,
            starts: Box::default(),
            value: Value::Scalar(text.into(), style),
        }
    }

    fn place(&self, column: usize, length: usize) -> Place {
        Place {
            line: self.next,
            column: column + 1,
            length,
        }
    }

    fn put(&mut self, node: Node) -> Option<()> {
        self.builder.put(node).ok()
    }

    /// Begins a list or mapping that is said to begin in a column.
    fn begin(&mut self, open: Open, column: usize) -> Option<()> {
        let value = match open {
            Open::Map(_) => Value::Map(Vec::new()),
            Open::List(_) => Value::List(Vec::new()),
        };
        self.open.push(open);
        self.builder.begin(self.place(column, 1), value).ok()
    }

    /// Closes what a line that begins in a column is not within.
    fn close(&mut self, indent: usize, dash: bool) -> Option<()> {
        while let Some(open) = self.open.last() {
            match *open {
                Open::Map(column) | Open::List(column) if column < indent => return None,
                Open::Map(column) if column == indent => return (!dash).then_some(()),
                Open::List(column) if column == indent && dash => return Some(()),
                _ => {}
            }
            self.open.pop();
            self.builder.end().ok()?;
        }
        Some(())
    }

    /// Whether the next line belongs to what stands on this one.
    fn goes_on(&self, within: usize) -> bool {
        let rest = self.lines.get(self.next..).unwrap_or_default();
        let mut indents = rest.iter().filter_map(|line| indent(line));
        indents.next().is_some_and(|indent| indent > within)
    }

    /// Has what begins in a column read by itself, down to the last line that is
    /// indented by more than `within`.
    fn part(&mut self, column: usize, text: &str, within: usize) -> Option<Node> {
        let header = text.split(' ').next().unwrap_or_default();
        if header.starts_with(['|', '>']) && header.contains(|c: char| c.is_ascii_digit()) {
            // Its indent is counted from what it stands in.
            return None;
        }
        let above = self.next - 1;
        let rest = self.lines.get(self.next..).unwrap_or_default();
        let ends = |line: &&str| indent(line).is_some_and(|indent| indent <= within);
        let more = rest.iter().position(ends).unwrap_or(rest.len());
        let mut part = " ".repeat(column) + text;
        for line in rest.iter().take(more) {
            part.push('\n');
            part.push_str(line);
        }
        part.push('\n');
        self.next += more;
        let mut node = alone(&part, self.open.len())?;
        lower(&mut node, above);
        // A block that holds nothing is said to stand wherever the next thing does.
        (!ends_blank(&node)).then_some(node)
    }
}

/// What stands behind the spaces with which a text begins.
fn behind_spaces(text: &str) -> &str {
    let spaces = text.bytes().take_while(|byte| *byte == b' ').count();
    text.get(spaces..).unwrap_or_default()
}

/// How far a line is indented, unless it is blank.
fn indent(line: &str) -> Option<usize> {
    let body = behind_spaces(line);
    (!body.is_empty()).then(|| line.len() - body.len())
}

/// The key that a text begins with, if it is a plain word.
fn key(text: &str) -> Option<&str> {
    let near = text
        .as_bytes()
        .get(..LONGEST_KEY)
        .unwrap_or(text.as_bytes());
    let (key, behind) = text.split_at_checked(memchr(b':', near)?)?;
    let of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_word = key.starts_with(char::is_alphanumeric) && key.chars().all(of_word);
    (is_word && (behind == ":" || behind.starts_with(": "))).then_some(key)
}

/// The text of a scalar that is nothing but plain words, or words in quotes;
/// how many characters it takes; and how it is written.
fn simple(written: &str) -> Option<(&str, usize, Style)> {
    let written = written.trim_end_matches(' ');
    let length = written.trim_end().chars().count().max(1);
    let bytes = written.as_bytes();
    match bytes {
        [quote @ (b'"' | b'\''), ..] => {
            let quote = char::from(*quote);
            let text = written.strip_prefix(quote)?.strip_suffix(quote)?;
            let is_simple = !text.contains([quote, '\\']);
            is_simple.then_some((text, length, Style::Quoted))
        }
        [b'-', digit, ..] if !digit.is_ascii_digit() => None,
        [b'-'] => None,
        [first, ..] if b"?:,[]{}#&*!|>%@`".contains(first) => None,
        _ => {
            let means = |at: usize| match bytes.get(at) {
                Some(b':') => bytes.get(at + 1).is_none_or(|next| *next == b' '),
                _ => bytes.get(at.wrapping_sub(1)) == Some(&b' '),
            };
            let is_simple = !memchr2_iter(b':', b'#', bytes).any(means);
            is_simple.then_some((written, length, Style::Plain))
        }
    }
}

/// Whether the last thing in a node is a text of nothing.
fn ends_blank(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(text, _) => text.trim().is_empty(),
        Value::List(items) => items.last().is_some_and(ends_blank),
        Value::Map(entries) => entries.last().is_some_and(|(_, value)| ends_blank(value)),
    }
}

/// Brings a node so many lines further down.
fn lower(node: &mut Node, lines: usize) {
    node.place.line += lines;
    node.last_line += lines;
    for start in &mut node.starts {
        start.line += lines;
    }
    match &mut node.value {
        Value::Scalar(..) => {}
        Value::List(items) => items.iter_mut().for_each(|item| lower(item, lines)),
        Value::Map(entries) => {
            for (key, value) in entries {
                lower(key, lines);
                lower(value, lines);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use proptest::prelude::*;

    use super::super::tree::whole;
    use super::*;

    /// Holds what is read of lines against what a reader of YAML makes of them.
    fn is_right(text: &str) -> bool {
        let Some(root) = read(text) else { return false };
        let tree = whole(text).unwrap_or_else(|fault| panic!("{text}\n{fault:?}"));
        assert_eq!(tree.faults, [], "{text}");
        assert_eq!(root, tree.root, "{text}");
        true
    }

    #[test]
    fn what_is_laid_out_in_lines_is_read_as_yaml_is() {
        for text in [
            "a: b\n",
            "a: b",
            "a:   b c  \n\n# d\n  # e\nf-g.ko: h#i:j  \n",
            "a:\n  b:\n    c: d\n  e: f\ng: h\n",
            "a:\n- b: c\n  d: e\n- f\nh:\n  - - i\n    - j\n  -   k: l\n      m: n\n",
            "가: 나다 라\n마: \"바 사\"  \n아: '자'\n차: [카, \"타\"] # 파\n",
            "a: -1\nb: -2.5 %\nc: --- d\ne: 12:30\nf: ~\ng: \"\"\n",
            "a: >-\n  b\n\n  c\n\nd: |+\n  e\n\n\nf: g\n",
            "a:\n  - b: |\n        c\n         d\n    e: 'f\n      g'\n  - >\n    h\n",
            "a: b\n   c\n  # d\ne: f # g\nh: { i: j, k: [l, { m: n }] }\n",
            "\"a b\": c\nd e: f\ng : h\n'i':\n  - j\n",
            "a: \"b\\n\\u0041\\\n   c\"\nd: 'it''s'\n",
            "a: # b\n  # c\n  d: e\n",
            "- a: b\n- c\n-   \"d\"\n- { e: f }\n-  g\n   h\n",
        ] {
            assert!(is_right(text), "{text}");
        }
    }

    #[test]
    fn what_else_is_yaml_is_left_alone() {
        for text in [
            "a:\n",
            "a: b\na: c\n",
            "a: b: c\n",
            "a: - b\n",
            "a: &b c\nd: *b\n",
            "a: !b c\n",
            "? a\n: b\n",
            "a: b\n c: d\n",
            "a:\n  b\n",
            "a: b\n---\nc: d\n",
            "a: b\n...\n",
            "---\na: b\n",
            "%YAML 1.2\n---\na: b\n",
            "a: \"b\n",
            "a: [b\n",
            "- a\nb: c\n",
            "a: b\n- c\n",
            "a:\tb\n",
            "a: b\r\n",
            "{ a: b }\n",
            "a\n",
            "a: {b: c}: d\n",
            "a: \"b\": c\n",
            "- |2\n    a\n",
            "a: { b: c, b: d }\n",
            "a: \"\\e\"\n",
            "---\n  a: b\n",
            "a: 1\n---\n  b: 2\n",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let deep = format!("a:\n  - {}b{}\n", "[".repeat(31), "]".repeat(31));
        assert_eq!(read(&deep), None);
        let deep = format!("a:\n  - {}b{}\n", "[".repeat(30), "]".repeat(30));
        assert!(is_right(&deep));
    }

    #[test]
    fn the_shipped_decks_are_laid_out_in_lines() {
        for (name, text) in crate::deck::SHIPPED {
            assert!(is_right(text), "{name}");
        }
    }

    fn word() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "a",
            "b",
            "가",
            "나다",
            "a: ",
            "b: ",
            "c:",
            "가: ",
            "d: ",
            "e: f",
            "- ",
            "- ",
            "-",
            "? ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "'",
            "\"",
            "'c'",
            "\"d\\n\"",
            "\"e\"",
            "# ",
            " # ",
            "#",
            "|",
            ">-",
            "|2",
            "|+",
            "&x ",
            "*x",
            "!t ",
            "~",
            "null",
            "1_000",
            "-1",
            ".inf",
            "2025-02-09",
            "12:30",
            " ",
            "  ",
            "...",
            "---",
            "%",
            "@",
            "`",
            "=",
            "\\",
            "\u{3000}",
            "é",
            "👍",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_read_is_right(
            lines in prop::collection::vec((0..5_usize, prop::collection::vec(word(), 0..5)), 1..7)
        ) {
            let lines = lines.iter().map(|(indent, words)| " ".repeat(*indent) + &words.concat() + "\n");
            is_right(&lines.collect::<String>());
        }

        #[test]
        fn whatever_a_text_is_made_of_it_is_right(text in "[!-~가-힣é\u{3000} ]{1,16}", on in "[!-~ ]{0,8}") {
            is_right(&format!("a:\n  - b: {text}\n    c: d\n  - {text}\n  - {text}\n    {on}\ne: \"{text}\"\n"));
        }
    }
}
