//! What an entry is about, in a line: for lists of entries.

use crate::deck::yaml::{Node, Value};
use crate::deck::{ClozePiece, cloze_pieces};
use crate::text::{Lang, safe_line};

/// The longest, in characters.
const LONGEST: usize = 80;

/// What an entry asks, or a fact is called.
pub(super) fn gist(node: &Node, lang: Lang) -> String {
    let keys = ["ask", "cloze", "label", "value"];
    let other = lang.other();
    let own = keys.iter().flat_map(|key| {
        [
            format!("{key}.{lang}"),
            (*key).to_owned(),
            format!("{key}.{other}"),
        ]
    });
    let text = own
        .filter_map(|key| node.get(&key))
        .find_map(|node| match &node.value {
            Value::Scalar(text, _) => Some(text.as_str()),
            _ => None,
        });
    in_a_line(text.unwrap_or_default())
}

/// A text in a line that is not too long, its gaps filled.
pub(super) fn in_a_line(text: &str) -> String {
    let filled: Option<String> = cloze_pieces(text).ok().map(|pieces| {
        let each = pieces.into_iter().map(|piece| match piece {
            ClozePiece::Text(text) => text,
            ClozePiece::Gap(gap) => gap.answer,
        });
        each.collect()
    });
    let line = safe_line(filled.as_deref().unwrap_or(text));
    let mut short: String = line.chars().take(LONGEST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
