//! What a cursor is on: a fact, a source or an entry that is named or given there.

use std::ops::Range;

use super::position::Text;
use super::slot::Slot;
use super::spot::{Spot, Style, locate};

/// What is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mention {
    /// A fact of the deck.
    Fact(String),
    /// A source of the deck.
    Source(String),
    /// A card or fact, as `entry` or `deck/entry`, where it is named.
    Entry(String),
    /// The id of an entry, where it is given.
    Id(String),
}

/// What is named at the byte `offset`, and where its name stands.
pub(super) fn mention(text: &Text, offset: usize) -> Option<(Mention, Range<usize>)> {
    let spot = locate(text.as_str(), offset);
    let whole = spot.range.clone();
    let under = text.get(whole.clone()).trim();
    let found = match Slot::at(&spot) {
        Slot::FactName => Mention::Fact(under.to_owned()),
        Slot::SourceName => Mention::Source(under.to_owned()),
        Slot::Value { key: "source", .. } => Mention::Source(under.to_owned()),
        Slot::Value {
            key: "supersedes" | "replaces",
            ..
        } => Mention::Entry(under.to_owned()),
        Slot::Value { key: "id", .. } => Mention::Id(under.to_owned()),
        Slot::Value {
            key: "compare" | "chart",
            ..
        } => Mention::Fact(under.to_owned()),
        Slot::Value { key, .. } => {
            let range = if key == "value" && is_formula(under) {
                word(text, &spot, offset)?
            } else {
                braced(text, &spot, offset)?
            };
            return Some((
                Mention::Fact(text.get(range.clone()).trim().to_owned()),
                range,
            ));
        }
        Slot::Key(_) | Slot::Nothing => return None,
    };
    (!under.is_empty()).then_some((found, whole))
}

/// Whether a value is a formula.
pub(super) fn is_formula(value: &str) -> bool {
    value.trim_start().starts_with('=')
}

/// The name between the braces around `offset`, as far as it is written.
pub(super) fn braced(text: &Text, spot: &Spot, offset: usize) -> Option<Range<usize>> {
    let open = open_brace(text, spot, offset)?;
    let rest = text.get(open..spot.range.end.max(offset));
    let length = rest.find(['}', '{', '\n']).unwrap_or(rest.len());
    (open..=open + length)
        .contains(&offset)
        .then_some(open..open + length)
}

/// Behind the brace that is open at `offset`: not one of a gap, nor escaped.
pub(super) fn open_brace(text: &Text, spot: &Spot, offset: usize) -> Option<usize> {
    let before = text.get(spot.range.start..offset);
    let at = before.rfind(['{', '}'])?;
    let outside = before.get(..at)?;
    let is_open = before.get(at..)?.starts_with('{');
    let literal = outside.ends_with(['{', '\\']);
    // In plain style braces are YAML's own, unless something is before them.
    let is_text = spot.style != Style::Plain || !outside.trim().is_empty();
    (is_open && !literal && is_text).then_some(spot.range.start + at + 1)
}

/// The name of a fact in a formula around `offset`.
pub(super) fn word(text: &Text, spot: &Spot, offset: usize) -> Option<Range<usize>> {
    let in_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    let before = text.get(spot.range.start..offset);
    let from = before.trim_end_matches(in_name).len();
    let after = text.get(offset..spot.range.end.max(offset));
    let rest = after.trim_start_matches(in_name).len();
    let range = spot.range.start + from..offset + after.len() - rest;
    (!range.is_empty()).then_some(range)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn a_cursor_is_on_a_name() {
        let fact = |name: &str| Some(Mention::Fact(name.to_owned()));
        let source = |name: &str| Some(Mention::Source(name.to_owned()));
        let entry = |name: &str| Some(Mention::Entry(name.to_owned()));
        for (text, expected) in [
            ("facts:\n  fab.c‸ost: { value: 1 }", fact("fab.cost")),
            ("facts:\n  a: { value: = fab.c‸ost / b }", fact("fab.cost")),
            ("facts:\n  a: { value: = fab.cost / ‸b }", fact("b")),
            ("facts:\n  a: { value: = fab.cost ‸/ b }", None),
            (
                "cards:\n  - ask: It costs {fab‸.cost} now",
                fact("fab.cost"),
            ),
            (
                "cards:\n  - ask: 비용은 {공장‸.비용}인가?",
                fact("공장.비용"),
            ),
            ("cards:\n  - ask: It costs {fab.cost} n‸ow", None),
            ("cards:\n  - number: \"{fab‸}\"", fact("fab")),
            ("cards:\n  - cloze: The {{H8‸00}} is", None),
            ("cards:\n  - ask: \"\\\\{fa‸b}\"", None),
            ("cards:\n  - compare: [fab, o‸ld]", fact("old")),
            ("cards:\n  - chart:\n      - o‸ld", fact("old")),
            ("cards:\n  - id: a\n    source: dai‸ly", source("daily")),
            ("defaults: { source: dai‸ly }", source("daily")),
            ("sources:\n  dai‸ly: { title: a }", source("daily")),
            ("cards:\n  - supersedes: [chips/o‸ld]", entry("chips/old")),
            ("cards:\n  - replaces: [o‸ld]", entry("old")),
            (
                "cards:\n  - id: fl‸ip",
                Some(Mention::Id("flip".to_owned())),
            ),
            ("cards:\n  - ask: fl‸ip", None),
            ("cards:\n  - as‸k: flip", None),
            ("de‸ck: chips", None),
        ] {
            let cursor = text.find('‸').unwrap();
            let text = Text::new(text.replace('‸', ""));
            let found = mention(&text, cursor).map(|(found, _)| found);
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
