//! The gaps of a cloze: `{{answer}}`, `{{c1::answer}}`, `{{c1::answer::hint}}`.

use std::collections::BTreeSet;
use std::fmt;

use crate::deck::id::slugged;
use crate::text::fold;

/// A piece of a cloze as it was written, facts not yet filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Text around the gaps.
    Text(&'t str),
    /// A gap.
    Gap(Gap<'t>),
}

/// A gap as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap<'t> {
    /// Which gaps are hidden together with it.
    pub group: Group,
    /// What is missing.
    pub answer: &'t str,
    /// What may be shown in its place.
    pub hint: Option<&'t str>,
}

/// Gaps that are hidden together: one card.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// By number, `c1`.
    Numbered(u32),
    /// By answer: a gap set before it shifts nothing.
    Named(String),
}

impl fmt::Display for Group {
    /// The part of the card's name behind `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Group::Numbered(number) => write!(f, "c{number}"),
            Group::Named(name) => f.write_str(name),
        }
    }
}

/// What is wrong with a cloze, and where in its text, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapError {
    /// `{{` without `}}`.
    Open(usize),
    /// Nothing stands in the gap.
    Empty(usize),
    /// `c0`, or a number too large.
    Number(usize),
    /// No gap at all.
    None,
}

/// A cloze cut at its gaps. What a gap hides that something is wrong with is a
/// text, so that what else is wrong in it can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut<'t> {
    /// Its pieces, each with the byte at which it begins.
    pub pieces: Vec<(usize, Piece<'t>)>,
    /// All that is wrong with it.
    pub errors: Vec<GapError>,
}

/// The gaps of a cloze, each with the byte at which its braces begin; none if
/// something is wrong with it.
pub fn gaps(text: &str) -> Vec<(usize, Gap<'_>)> {
    let cut = cut_at(text);
    let sound = cut.errors.is_empty();
    let pieces = cut.pieces.into_iter().filter(|_| sound);
    let gaps = pieces.filter_map(|(at, piece)| match piece {
        Piece::Gap(gap) => Some((at, gap)),
        Piece::Text(_) => None,
    });
    gaps.collect()
}

/// The groups of a cloze, in the order in which they appear.
pub fn groups(pieces: &[Piece<'_>]) -> Vec<Group> {
    let mut seen = BTreeSet::new();
    pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Gap(gap) if seen.insert(gap.group.clone()) => Some(gap.group.clone()),
            _ => None,
        })
        .collect()
}

/// Cuts a cloze at its gaps.
///
/// # Errors
/// When anything is wrong with it: all that is.
pub fn cut(text: &str) -> Result<Vec<Piece<'_>>, Vec<GapError>> {
    let cut = cut_at(text);
    if cut.errors.is_empty() {
        Ok(cut.pieces.into_iter().map(|(_, piece)| piece).collect())
    } else {
        Err(cut.errors)
    }
}

/// Cuts a cloze at its gaps, whatever is wrong with some of them.
pub fn cut_at(text: &str) -> Cut<'_> {
    let (mut pieces, mut errors) = (Vec::new(), Vec::new());
    let mut start = 0;
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(['\\', '{'])) {
        let at = from + found;
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with("\\{") || rest.starts_with("\\}") {
            from = at + 2;
        } else if rest.starts_with("{{") {
            let position = text.get(..at).unwrap_or_default().chars().count();
            if start < at {
                let before = text.get(start..at).unwrap_or_default();
                pieces.push((start, Piece::Text(before)));
            }
            let inside = rest.get(2..).unwrap_or_default();
            let Some(length) = closing(inside) else {
                errors.push(GapError::Open(position));
                from = at + 2;
                start = from;
                continue;
            };
            let inside = inside.get(..length).unwrap_or_default();
            match gap(inside, position) {
                Ok(gap) => pieces.push((at, Piece::Gap(gap))),
                Err(error) => {
                    errors.push(error);
                    pieces.push((at + 2, Piece::Text(inside)));
                }
            }
            from = at + 2 + length + 2;
            start = from;
        } else {
            from = at + 1;
        }
    }
    if let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        pieces.push((start, Piece::Text(rest)));
    }
    let any = |(_, piece): &(usize, Piece<'_>)| matches!(piece, Piece::Gap(_));
    if errors.is_empty() && !pieces.iter().any(any) {
        errors.push(GapError::None);
    }
    Cut { pieces, errors }
}

/// Where the `}}` stands that closes a gap; braces of facts may stand inside.
fn closing(inside: &str) -> Option<usize> {
    let mut open = false;
    let mut characters = inside.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => {
                characters.next_if(|(_, next)| matches!(next, '{' | '}'));
            }
            '{' => open = true,
            '}' if open => open = false,
            '}' if characters.peek().is_some_and(|(_, next)| *next == '}') => return Some(at),
            _ => {}
        }
    }
    None
}

fn gap(inside: &str, position: usize) -> Result<Gap<'_>, GapError> {
    let (number, content) = match inside.split_once("::") {
        Some((first, rest)) => match first.trim().strip_prefix('c') {
            Some(digits) if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) => {
                let number = digits.parse().ok().filter(|number| *number > 0);
                (Some(number.ok_or(GapError::Number(position))?), rest)
            }
            _ => (None, inside),
        },
        None => (None, inside),
    };
    let (answer, hint) = match content.split_once("::") {
        Some((answer, hint)) => (answer.trim(), Some(hint.trim())),
        None => (content.trim(), None),
    };
    if answer.is_empty() {
        return Err(GapError::Empty(position));
    }
    let group = match number {
        Some(number) => Group::Numbered(number),
        None => Group::Named(name(answer)),
    };
    Ok(Gap {
        group,
        answer,
        hint: hint.filter(|hint| !hint.is_empty()),
    })
}

/// What an unnumbered gap is known by: nothing that a numbered one is.
fn name(answer: &str) -> String {
    let is_number = |slug: &str| {
        let digits = slug.strip_prefix('c').filter(|digits| !digits.is_empty());
        digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_digit()))
    };
    match slugged(answer) {
        slug if !slug.is_empty() && !is_number(&slug) => slug,
        // Nothing but signs, or `C1`: the code points are a name too.
        _ => fold(answer)
            .chars()
            .map(|c| format!("u{:x}", u32::from(c)))
            .collect(),
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
    use super::*;

    #[test]
    fn a_cloze_is_cut_at_its_gaps() {
        let named = |name: &str| Group::Named(name.to_owned());
        let gap = |group, answer, hint| {
            Piece::Gap(Gap {
                group,
                answer,
                hint,
            })
        };
        for (text, expected) in [
            ("{{a}}", vec![gap(named("a"), "a", None)]),
            (
                "The {{c1::H800}} is {{c2::less::how}}.",
                vec![
                    Piece::Text("The "),
                    gap(Group::Numbered(1), "H800", None),
                    Piece::Text(" is "),
                    gap(Group::Numbered(2), "less", Some("how")),
                    Piece::Text("."),
                ],
            ),
            (
                "{{제네바::도시}}다",
                vec![
                    gap(named("제네바"), "제네바", Some("도시")),
                    Piece::Text("다"),
                ],
            ),
            (
                "{{c1::{hle.r1}}} 등",
                vec![
                    gap(Group::Numbered(1), "{hle.r1}", None),
                    Piece::Text(" 등"),
                ],
            ),
            (
                "{{Soviet Union}}",
                vec![gap(named("soviet-union"), "Soviet Union", None)],
            ),
            (
                r"\{{a}} {{b}}",
                vec![Piece::Text(r"\{{a}} "), gap(named("b"), "b", None)],
            ),
            (
                "{a} {{+}}",
                vec![Piece::Text("{a} "), gap(named("u2b"), "+", None)],
            ),
            (
                "{{cat::animal}}",
                vec![gap(named("cat"), "cat", Some("animal"))],
            ),
            ("{{c1::std::}}", vec![gap(Group::Numbered(1), "std", None)]),
            // Not the one that is numbered so.
            ("{{C1}}", vec![gap(named("u63u31"), "C1", None)]),
            ("{{C-1}}", vec![gap(named("c-1"), "C-1", None)]),
            ("{{C}}", vec![gap(named("c"), "C", None)]),
        ] {
            assert_eq!(cut(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn gaps_know_where_they_begin() {
        let spots = |text| -> Vec<(usize, String)> {
            let gaps = gaps(text).into_iter();
            gaps.map(|(at, gap)| (at, gap.group.to_string())).collect()
        };
        for (text, expected) in [
            ("{{a}}{{c2::b}}", vec![(0, "a"), (5, "c2")]),
            (r"가 \{{x}} {{ b }}", vec![(11, "b")]),
            ("{{a", vec![]),
        ] {
            let expected: Vec<(usize, String)> = expected
                .into_iter()
                .map(|(at, group): (usize, &str)| (at, group.to_owned()))
                .collect();
            assert_eq!(spots(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_cloze_has_its_place() {
        for (text, error) in [
            ("no gap", GapError::None),
            ("{a} fact", GapError::None),
            ("가 {{a", GapError::Open(2)),
            ("{{c1::{a}}", GapError::Open(0)),
            ("x {{}}", GapError::Empty(2)),
            ("{{c1::}}", GapError::Empty(0)),
            ("{{c1::::hint}}", GapError::Empty(0)),
            ("{{c0::a}}", GapError::Number(0)),
            ("{{c99999999999::a}}", GapError::Number(0)),
        ] {
            assert_eq!(cut(text), Err(vec![error]), "{text}");
        }
        let all = vec![GapError::Number(0), GapError::Empty(14), GapError::Open(25)];
        assert_eq!(cut("{{c0::zero}} a{{c1::}} b {{c"), Err(all));
    }
}
