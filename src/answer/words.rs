//! An answer given in one line of words, for a card of any kind.

use super::Response;
use super::list::{JOINTS, by_words, cut, named_in, split};
use super::particle::stems;
use super::text::{Rights, nearly_says, says};
use crate::deck::{Bar, Card, Task};
use crate::figure::Figure;
use crate::text::{Localized, fold, nfc};

/// Longest name of an item, a choice or a side that is looked for, in bytes.
const LONGEST: usize = 1000;

/// No item, choice or side goes by this index.
const NONE: usize = usize::MAX;

/// Reads `line` as an answer to `card`: choices, the lines of an order and
/// sides by their text (choices also by number, from 1), several separated by
/// commas; a pair as `left = right`; a comparison as the larger side (its name,
/// the beginning of that, or its number) and then the times (`China 6.1`).
pub fn response_in_words(card: &Card, line: &str) -> Response {
    if line.trim().is_empty() {
        return Response::Nothing;
    }
    // The words between items are known in one form.
    let composed = nfc(line);
    let line = composed.as_str();
    match &card.task {
        Task::Recall { .. } | Task::Text { .. } | Task::Number { .. } | Task::Date { .. } => {
            Response::Typed(line.to_owned())
        }
        Task::List { .. } => Response::Several(vec![line.to_owned()]),
        Task::Cloze { accepted, .. } if accepted.len() == 1 => {
            Response::Several(vec![line.to_owned()])
        }
        Task::Cloze { accepted, .. } => Response::Several(filled(accepted, line)),
        Task::Choice { choices, .. } => Response::Chosen(chosen(choices, line)),
        Task::Order { items } => Response::Ordered(
            pieces(line, &['>', '→', '<'])
                .into_iter()
                .flat_map(|piece| match named(items, piece) {
                    Some(index) => vec![index],
                    None => each_named(items, piece).unwrap_or_else(|| vec![NONE]),
                })
                .collect(),
        ),
        Task::Pairs { pairs } => Response::Matched(matched(pairs, line)),
        Task::Compare { sides, .. } => compared(sides, line),
    }
}

/// What a line fills into gaps: parted by commas, or else between words where
/// each gap takes what stands there.
fn filled(accepted: &[Vec<String>], line: &str) -> Vec<String> {
    let pieces = split(line);
    if pieces.len() == 1 && line.len() <= LONGEST {
        let gaps: Vec<Rights> = accepted
            .iter()
            .map(|texts| Rights::new(texts.iter().map(String::as_str), &[]))
            .collect();
        let named = named_in(&gaps, &[line.to_owned()])
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>();
        if named.len() == accepted.len() {
            return named;
        }
    }
    pieces
        .into_iter()
        .map(|gap| gap.trim().to_owned())
        .collect()
}

/// Pieces of a line, blank ones left out.
fn pieces<'a>(line: &'a str, also: &[char]) -> Vec<&'a str> {
    split(line)
        .into_iter()
        .flat_map(|piece| piece.split(also))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .take(200)
        .collect()
}

/// The text that a piece says, as it is or, if only one comes near, with a slip
/// or by its beginning.
fn named(texts: &[Localized], piece: &str) -> Option<usize> {
    if piece.len() > LONGEST {
        return None;
    }
    let said = texts.iter().position(|text| says(text, piece));
    let beginning = |text: &Localized| {
        let long = piece
            .chars()
            .filter(|c| c.is_alphanumeric())
            .nth(1)
            .is_some();
        long && text.iter().any(|(_, text)| begins(text, piece))
    };
    said.or_else(|| only(texts, |text| nearly_says(text, piece)))
        .or_else(|| only(texts, beginning))
}

/// The texts that a piece without commas says one after another.
fn each_named(texts: &[Localized], piece: &str) -> Option<Vec<usize>> {
    let one = |part: &str| named(texts, part.trim());
    let joined: Option<Vec<usize>> = cut(piece, &JOINTS).into_iter().map(one).collect();
    if let Some(joined) = joined.filter(|joined| joined.len() > 1) {
        return Some(joined);
    }
    let parts = by_words(piece, |part| one(part).is_some())?;
    parts.into_iter().map(one).collect()
}

fn chosen(choices: &[Localized], line: &str) -> Vec<usize> {
    if let Some(index) = named(choices, line) {
        return vec![index];
    }
    let one = |piece: &str| {
        named(choices, piece).or_else(|| {
            let number: usize = nfc(piece).parse().ok()?;
            (1..=choices.len()).contains(&number).then(|| number - 1)
        })
    };
    // Numbers may stand with a comma or a space between: `1,3`, `1 3`.
    let numbers = |piece: &str| {
        piece
            .split([',', ' '])
            .filter(|number| !number.is_empty())
            .map(one)
            .collect::<Option<Vec<usize>>>()
    };
    pieces(line, &[])
        .into_iter()
        .flat_map(|piece| match one(piece) {
            Some(index) => vec![index],
            None => numbers(piece)
                .or_else(|| each_named(choices, piece))
                .unwrap_or_else(|| vec![NONE]),
        })
        .collect()
}

fn matched(pairs: &[(Localized, Localized)], line: &str) -> Vec<usize> {
    let right = |piece: &str| {
        pairs
            .iter()
            .position(|(_, right)| says(right, piece.trim()))
            .unwrap_or(NONE)
    };
    let pieces = pieces(line, &[]);
    let joints: [&str; 4] = ["=", "→", ": ", " - "];
    let parted = |piece: &'_ str| -> Option<(String, String)> {
        let (left, right) = joints.iter().find_map(|joint| piece.split_once(joint))?;
        Some((left.trim().to_owned(), right.trim().to_owned()))
    };
    if parted(line).is_none() {
        return pieces.into_iter().map(right).collect();
    }
    let mut matched = vec![NONE; pairs.len()];
    for piece in pieces {
        let Some((left, given)) = parted(piece) else {
            continue;
        };
        let at = pairs.iter().position(|(text, _)| says(text, &left));
        if let Some(cell) = at.and_then(|at| matched.get_mut(at)) {
            *cell = right(&given);
        }
    }
    matched
}

fn compared(sides: &[Bar; 2], line: &str) -> Response {
    let line = line.trim();
    let part = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '=');
    let side = |name: &str| named_side(sides, name.trim().trim_end_matches([',', ':', '=']));
    // The longest beginning that names a side; labels may have spaces in them.
    let ends = line
        .char_indices()
        .filter(|(_, c)| part(*c))
        .map(|(at, _)| at)
        .take(40);
    let mut best = side(line).map(|index| (index, line.len()));
    if best.is_none() {
        for end in ends.clone() {
            if let Some(index) = line.get(..end).and_then(side) {
                best = Some((index, end));
            }
        }
    }
    if let Some((index, end)) = best {
        let times = line.get(end..).unwrap_or_default();
        // Whoever offers both, or says that it is less, has not said which is more.
        let mut words = times.split(part).filter(|word| !word.is_empty());
        let not_more = [
            "or",
            "아니면",
            "less",
            "fewer",
            "smaller",
            "적다",
            "적음",
            "작다",
        ];
        if words.any(|word| not_more.contains(&word)) {
            return Response::Compared(NONE, times.to_owned());
        }
        return Response::Compared(index, times_in(times.trim_start_matches(part)));
    }
    // The times first: 18 times all parameters.
    let behind = ends
        .filter_map(|at| Some((at, side(line.get(at..)?)?)))
        .next();
    match behind {
        Some((at, index)) => {
            let times = line.get(..at).unwrap_or_default();
            Response::Compared(index, times.trim_end_matches(part).to_owned())
        }
        None => Response::Compared(NONE, line.to_owned()),
    }
}

/// The times in what stands behind a side, without the words around them: by 6
/// times, 더 많고 6.09배, 6.1배 많다.
fn times_in(text: &str) -> String {
    if Figure::parse(text).is_ok() {
        return text.to_owned();
    }
    let starts = text.char_indices().filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        before.is_empty() || before.ends_with(char::is_whitespace)
    });
    starts
        .take(8)
        .filter_map(|(at, _)| text.get(at..))
        .find(|times| Figure::parse(times).is_ok())
        .unwrap_or(text)
        .to_owned()
}

/// The side that goes by its label, its fact, its number from 1, or the
/// beginning of its label alone; with a particle behind it or none.
fn named_side(sides: &[Bar; 2], name: &str) -> Option<usize> {
    let without = |name| str::strip_suffix(name, "쪽").map_or(name, str::trim_end);
    let stems = stems(name).into_iter().map(without);
    std::iter::once(without(name))
        .chain(stems)
        .find_map(|name| side_by_name(sides, name))
}

fn side_by_name(sides: &[Bar; 2], name: &str) -> Option<usize> {
    if name.len() > LONGEST {
        return None;
    }
    let whole = sides
        .iter()
        .position(|side| says(&side.label, name) || fact_name(side) == name);
    let number = || match name {
        "1" => Some(0),
        "2" => Some(1),
        _ => None,
    };
    let any =
        |side: &Bar, holds: &dyn Fn(&str) -> bool| side.label.iter().any(|(_, label)| holds(label));
    let has_words = |label: &str| {
        let label = fold(label);
        let mut words = name.split_whitespace().map(fold);
        words.all(|word| word.chars().nth(1).is_some() && label.contains(&word))
    };
    whole
        .or_else(number)
        .or_else(|| only(sides, |side| any(side, &|label| begins(label, name))))
        .or_else(|| only(sides, |side| nearly_says(&side.label, name)))
        .or_else(|| only(sides, |side| any(side, &has_words)))
}

/// Whether a text begins with what was typed.
fn begins(text: &str, typed: &str) -> bool {
    let typed = fold(typed);
    !typed.is_empty() && fold(text).starts_with(&typed)
}

/// The only one of which something holds.
fn only<T>(all: &[T], holds: impl Fn(&T) -> bool) -> Option<usize> {
    let mut found = (0..all.len()).filter(|index| all.get(*index).is_some_and(&holds));
    found.next().filter(|_| found.next().is_none())
}

/// The fact's name within its deck.
fn fact_name(side: &Bar) -> &str {
    side.fact
        .split_once('/')
        .map_or(side.fact.as_str(), |(_, fact)| fact)
}
