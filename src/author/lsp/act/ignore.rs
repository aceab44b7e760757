//! The comment that says that a warning is meant so: on its line, or where that
//! would be a part of the text, on the line that announces the text or above the
//! entry.

use super::super::position::Text;
use super::super::prose::pick;
use super::{Fix, applied, parts};
use crate::author::ignore::Ignores;
use crate::author::rule::Rule;
use crate::deck::yaml::Node;
use crate::deck::{Diagnostic, Place, Severity};
use crate::text::Lang;

/// Puts such a comment there, if there is a place for it.
pub(in crate::author::lsp) fn ignore(
    text: &Text,
    diagnostic: &Diagnostic,
    lang: Lang,
) -> Option<Fix> {
    let is_rule = Rule::named(diagnostic.code).is_ok_and(|rule| rule.find.is_some());
    if diagnostic.severity != Severity::Warning || !is_rule || diagnostic.code == "unused-ignore" {
        return None;
    }
    let (code, line) = (diagnostic.code, diagnostic.place.line);
    let before = parts(text.as_str())?;
    // In a block of lines it would be a part of the text.
    let holds = |fix: &Fix, line: usize| {
        let after = applied(text, fix);
        let read = parts(&after).filter(|after| same(&before.0, &after.0) && before.1 == after.1);
        read.is_some_and(|(root, _)| Ignores::read(&after, Some(&root)).covers(code, line))
    };
    let title = pick(
        lang,
        format!("Ignore '{code}' on this line"),
        format!("이 줄에서 '{code}' 무시하기"),
    );
    let own = behind(text, line, code, title);
    if holds(&own, line) {
        return Some(own);
    }
    let title = || {
        pick(
            lang,
            format!("Ignore '{code}' here"),
            format!("여기에서 '{code}' 무시하기"),
        )
    };
    let begins = entry(&before.0, line)?;
    let mut above = (begins..line)
        .rev()
        .map(|row| behind(text, row, code, title()));
    let announced = above.find(|fix| holds(fix, line));
    announced.or_else(|| {
        let start = start_of(text, begins);
        let row = text.get(start..text.end_of_row(begins));
        let indent = row.len() - row.trim_start_matches(' ').len();
        let comment = format!("{}# dateline: ignore {code}\n", " ".repeat(indent));
        let fix = Fix {
            title: title(),
            edits: vec![(start..start, comment)],
            preferred: false,
        };
        holds(&fix, line + 1).then_some(fix)
    })
}

/// The comment at the end of a line, or its code in the comment that is there.
fn behind(text: &Text, line: usize, code: &str, title: String) -> Fix {
    let end = text.end_of_row(line);
    let row = text.get(start_of(text, line)..end);
    let comment = if row.contains("# dateline: ignore ") {
        format!(", {code}")
    } else {
        format!(" # dateline: ignore {code}")
    };
    Fix {
        title,
        edits: vec![(end..end, comment)],
        preferred: false,
    }
}

fn start_of(text: &Text, line: usize) -> usize {
    let place = Place {
        line,
        column: 1,
        length: 1,
    };
    text.bytes_of(place).start
}

/// The line on which the card or fact begins that a line is within.
fn entry(root: &Node, line: usize) -> Option<usize> {
    let cards = root.get("cards").map(Node::items).unwrap_or_default();
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let facts = facts.iter().map(|(key, _)| key.place.line);
    let begins = cards.iter().map(|card| card.place.line).chain(facts);
    begins.filter(|begins| *begins <= line).max()
}

/// Whether two trees say the same, wherever it stands.
fn same(one: &Node, other: &Node) -> bool {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    leaves(one, &mut ours);
    leaves(other, &mut theirs);
    ours == theirs
}

/// All that stands in a tree, in its order.
fn leaves<'n>(node: &'n Node, found: &mut Vec<Option<&'n str>>) {
    found.push(node.text());
    for item in node.items() {
        leaves(item, found);
    }
    for (key, value) in node.entries() {
        leaves(key, found);
        leaves(value, found);
    }
}
