//! An answer given in one line of words, for a card of any kind.

use super::Response;
use super::list::split;
use super::text::says;
use crate::deck::{Bar, Card, Task};
use crate::text::{Localized, fold, nfc};

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
    match &card.task {
        Task::Recall { .. } | Task::Text { .. } | Task::Number { .. } | Task::Date { .. } => {
            Response::Typed(line.to_owned())
        }
        Task::List { .. } => Response::Several(vec![line.to_owned()]),
        Task::Cloze { accepted, .. } if accepted.len() == 1 => {
            Response::Several(vec![line.to_owned()])
        }
        Task::Cloze { .. } => Response::Several(
            split(line)
                .into_iter()
                .map(|gap| gap.trim().to_owned())
                .collect(),
        ),
        Task::Choice { choices, .. } => Response::Chosen(chosen(choices, line)),
        Task::Order { items } => Response::Ordered(
            pieces(line, &['>', '→'])
                .into_iter()
                .map(|piece| named(items, piece).unwrap_or(NONE))
                .collect(),
        ),
        Task::Pairs { pairs } => Response::Matched(matched(pairs, line)),
        Task::Compare { sides, .. } => compared(sides, line),
    }
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

fn named(texts: &[Localized], piece: &str) -> Option<usize> {
    texts.iter().position(|text| says(text, piece))
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
            None => numbers(piece).unwrap_or_else(|| vec![NONE]),
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
    if !line.contains(['=', '→']) {
        return pieces.into_iter().map(right).collect();
    }
    let mut matched = vec![NONE; pairs.len()];
    for piece in pieces {
        let Some((left, given)) = piece.split_once(['=', '→']) else {
            continue;
        };
        let at = pairs.iter().position(|(text, _)| says(text, left.trim()));
        if let Some(cell) = at.and_then(|at| matched.get_mut(at)) {
            *cell = right(given);
        }
    }
    matched
}

fn compared(sides: &[Bar; 2], line: &str) -> Response {
    let line = line.trim();
    let side = |name: &str| named_side(sides, name.trim().trim_end_matches([',', ':', '=']));
    // The longest beginning that names a side; labels may have spaces in them.
    let ends = line
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || matches!(c, ',' | ':' | '='))
        .map(|(at, _)| at)
        .take(40);
    let mut best = side(line).map(|index| (index, line.len()));
    if best.is_none() {
        for end in ends {
            if let Some(index) = line.get(..end).and_then(side) {
                best = Some((index, end));
            }
        }
    }
    match best {
        Some((index, end)) => {
            let times = line.get(end..).unwrap_or_default();
            let times = times.trim_start_matches(|c: char| c.is_whitespace() || ",:=".contains(c));
            Response::Compared(index, times.to_owned())
        }
        None => Response::Compared(NONE, line.to_owned()),
    }
}

/// The side that goes by its label, its fact, its number from 1, or the
/// beginning of its label alone.
fn named_side(sides: &[Bar; 2], name: &str) -> Option<usize> {
    let whole = sides
        .iter()
        .position(|side| says(&side.label, name) || fact_name(side) == name);
    let number = || match name {
        "1" => Some(0),
        "2" => Some(1),
        _ => None,
    };
    let beginning = || {
        let name = fold(name);
        let begins = |side: &Bar| {
            side.label
                .iter()
                .any(|(_, label)| fold(label).starts_with(&name))
        };
        match sides.each_ref().map(begins) {
            [true, false] if !name.is_empty() => Some(0),
            [false, true] if !name.is_empty() => Some(1),
            _ => None,
        }
    };
    whole.or_else(number).or_else(beginning)
}

/// The fact's name within its deck.
fn fact_name(side: &Bar) -> &str {
    side.fact
        .split_once('/')
        .map_or(side.fact.as_str(), |(_, fact)| fact)
}
