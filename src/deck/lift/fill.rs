//! Figures of facts put into texts: `{fab.cost}`; and `\{` for a brace.

use memchr::memchr2;

use super::facts::Facts;
use super::item::Item;
use crate::deck::Place;
use crate::deck::yaml::Node;
use crate::message;
use crate::text::{Lang, agreeing, nfc, trim};

/// A piece of a text: words, or the name of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words, escapes resolved.
    Words(String),
    /// A fact, and where its brace stands, in characters.
    Fact(&'t str, usize),
    /// A brace that is not closed, and where it stands.
    Open(usize),
}

/// Whether a text shows no fact and escapes nothing, as most do.
fn is_words(text: &str) -> bool {
    memchr2(b'{', b'\\', text.as_bytes()).is_none()
}

/// Cuts a text at its facts.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    if is_words(text) {
        if !text.is_empty() {
            pieces.push(Piece::Words(text.to_owned()));
        }
        return pieces;
    }
    let mut words = String::new();
    let mut rest = text;
    let mut position = 0;
    while let Some(character) = rest.chars().next() {
        let mut taken = character.len_utf8();
        match character {
            '\\' if rest.starts_with("\\{") || rest.starts_with("\\}") => {
                words.extend(rest.chars().nth(1));
                taken = 2;
            }
            '{' => {
                if !words.is_empty() {
                    pieces.push(Piece::Words(std::mem::take(&mut words)));
                }
                match rest.split_once('}') {
                    Some((name, _)) => {
                        let name = name.strip_prefix('{').unwrap_or(name);
                        pieces.push(Piece::Fact(name.trim(), position));
                        taken = name.len() + 2;
                    }
                    None => {
                        pieces.push(Piece::Open(position));
                        taken = rest.len();
                    }
                }
            }
            other => words.push(other),
        }
        let (before, after) = rest.split_at_checked(taken).unwrap_or((rest, ""));
        position += before.chars().count();
        rest = after;
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// The fact that a text is, if it is nothing but that: `{fab.cost}`.
pub fn lone_fact(text: &str) -> Option<&str> {
    if is_words(text) {
        return None;
    }
    match pieces(text.trim()).as_slice() {
        [Piece::Fact(name, _)] => Some(name),
        _ => None,
    }
}

/// A text that shows no fact and escapes nothing, in the form in which texts are
/// kept: most are one.
pub fn words(text: &str) -> Option<String> {
    is_words(text).then(|| nfc(trim(text)))
}

/// So many faults of an item are told.
pub const MOST_FAULTS: usize = 100;

/// A text with the figures of its facts filled in, in the form in which texts
/// are kept. The names of the facts go into `used`; what is wrong is noted.
pub fn fill(
    item: &mut Item<'_>,
    node: Option<&Node>,
    text: &str,
    lang: Lang,
    facts: &Facts,
    used: &mut Vec<String>,
) -> String {
    let filled = fill_exactly(item, node, text, lang, facts, used);
    let trimmed = filled.trim();
    if trimmed.len() == filled.len() {
        return filled;
    }
    trimmed.to_owned()
}

/// The same with the blanks at its ends.
pub fn fill_exactly(
    item: &mut Item<'_>,
    node: Option<&Node>,
    text: &str,
    lang: Lang,
    facts: &Facts,
    used: &mut Vec<String>,
) -> String {
    fill_part(item, node, (text, 0), text, lang, facts, used)
}

/// The same of a part of a whole text, which begins at this character of it.
pub fn fill_part(
    item: &mut Item<'_>,
    node: Option<&Node>,
    (whole, start): (&str, usize),
    text: &str,
    lang: Lang,
    facts: &Facts,
    used: &mut Vec<String>,
) -> String {
    if is_words(text) {
        return nfc(text);
    }
    let mut filled = String::new();
    // The figure that the words behind it are to agree with.
    let mut before: Option<String> = None;
    for piece in pieces(text) {
        let value = before.take();
        match piece {
            Piece::Words(words) => {
                let agreed = value.and_then(|value| agreeing(&value, &words));
                filled.push_str(agreed.as_ref().unwrap_or(&words));
            }
            Piece::Fact(name, position) => {
                if let Some(worked) = facts.get(name) {
                    let figure = worked.figure.format(lang);
                    filled.push_str(&figure);
                    before = (lang == Lang::Ko).then_some(figure);
                    if !used.iter().any(|used| used == name) {
                        used.push(name.to_owned());
                    }
                } else if item.faults.len() < MOST_FAULTS {
                    let place = spot(
                        item,
                        node,
                        whole,
                        start + position,
                        name.chars().count() + 2,
                    );
                    facts.figure(item, name, place);
                }
            }
            Piece::Open(position) => {
                let place = spot(item, node, whole, start + position, 1);
                item.wrong(
                    "open-brace",
                    place,
                    message!(
                        "a brace is opened and not closed",
                        "중괄호를 열고 닫지 않았습니다"
                    ),
                    message!("write \\{{ for a brace", "중괄호는 \\{{로 쓰세요"),
                );
            }
        }
    }
    nfc(&filled)
}

/// The place of a spot in a text, exact where the text stands as it was written.
pub fn spot(
    item: &Item<'_>,
    node: Option<&Node>,
    text: &str,
    position: usize,
    length: usize,
) -> Place {
    let Some(node) = node else {
        return item.place;
    };
    let place = node.place;
    if let Some(place) = node.spot(position, length) {
        return place;
    }
    let characters = text.chars().count();
    let quote = match place.length.checked_sub(characters) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return place,
    };
    Place {
        column: place.column + quote + position,
        length,
        ..place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_their_facts() {
        let words = |text: &str| Piece::Words(text.to_owned());
        for (text, expected) in [
            ("no fact", vec![words("no fact")]),
            ("{a.b}", vec![Piece::Fact("a.b", 0)]),
            (
                "약 {a} 원",
                vec![words("약 "), Piece::Fact("a", 2), words(" 원")],
            ),
            ("{a}{b}", vec![Piece::Fact("a", 0), Piece::Fact("b", 3)]),
            (r"\{a\} and \n", vec![words(r"{a} and \n")]),
            ("a {b", vec![words("a "), Piece::Open(2)]),
            ("a } b", vec![words("a } b")]),
            ("{}", vec![Piece::Fact("", 0)]),
            ("{{a}", vec![Piece::Fact("{a", 0)]),
            ("", vec![]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }
}
