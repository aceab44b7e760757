//! Ordinals in the texts of a deck: `제2`, `세 번째`, `second`, `3rd`.

use std::ops::Range;

use num_rational::BigRational;

use super::article::Read;
use super::{Verdict, slip};
use crate::author::prose::{DateFound, Prose};
use crate::figure::Unit;
use crate::order::Order as _;
use crate::text::is_hangul;

/// Those of English in words. "First" is left out: it says no number as a rule.
const ENGLISH: [(&str, u32); 9] = [
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
];

/// Those of Korean, before 번째.
const KOREAN: [(&str, u32); 9] = [
    ("두", 2),
    ("세", 3),
    ("네", 4),
    ("다섯", 5),
    ("여섯", 6),
    ("일곱", 7),
    ("여덟", 8),
    ("아홉", 9),
    ("열", 10),
];

/// What an article says of a place in an order: it stands there as one, or as a
/// number that counts nothing, or a minute.
pub(super) fn verdict(number: u32, read: &Read) -> Verdict {
    let mut ordinals = read.ordinals.iter();
    let ordinal = ordinals.find(|(_, there)| *there == number);
    // Where the 17th stands, the 11 of something is no 11th.
    let slip = read
        .ordinals
        .iter()
        .any(|(_, there)| slip::one_digit(&there.to_string(), &number.to_string()));
    let figure = || {
        let value = BigRational::from_integer(number.into());
        let mut figures = read.figures.iter();
        figures.find(|found| {
            let bare = found.figure.unit == Unit::None || found.figure.unit.lasts();
            bare && found.figure.number.value == value
        })
    };
    let place = ordinal.map(|(span, _)| span.start);
    let place = place.or_else(|| figure().filter(|_| !slip).map(|found| found.span.start));
    let date = || {
        let of = |found: &&DateFound| {
            found
                .date
                .day
                .is_some_and(|day| i64::from(day) == i64::from(number))
        };
        read.dates.iter().find(of).map(|found| found.span.start)
    };
    match place.or_else(|| date().filter(|_| !slip)) {
        Some(at) => Verdict::Found {
            line: read.prose.line_of(at),
        },
        None => {
            let near = read
                .ordinals
                .iter()
                .min_by_key(|(_, there)| there.abs_diff(number));
            Verdict::Missing {
                nearest: near.map(|(span, _)| {
                    let written = read.prose.at(span).to_owned();
                    (written, read.prose.line_of(span.start))
                }),
            }
        }
    }
}

/// The ordinals of Korean with 제, each with the number that it counts to.
pub(super) fn numbered(prose: &Prose) -> Vec<(Range<usize>, u32)> {
    let text = prose.text();
    let found = text.match_indices('제').filter_map(|(at, word)| {
        let start = at + word.len();
        let digits = text.get(start..)?.bytes();
        let end = start + digits.take_while(u8::is_ascii_digit).count();
        let before = text.get(..at)?.chars().next_back();
        let begins = before.is_none_or(|c| !is_hangul(c));
        let number = text.get(start..end)?.parse().ok()?;
        begins.then_some((at..end, number))
    });
    found.collect()
}

/// All ordinals of a text.
pub(super) fn ordinals(prose: &Prose) -> Vec<(Range<usize>, u32)> {
    let mut found = numbered(prose);
    let text = prose.text();
    let words = text.split(|c: char| !c.is_alphanumeric()).map(|word| {
        // Both are parts of one text.
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        (at..at + word.len(), word)
    });
    found.extend(words.filter_map(|(span, word)| {
        let lower = word.to_ascii_lowercase();
        let in_words = || {
            let of = |(known, number): &(&str, u32)| (*known == lower).then_some(*number);
            ENGLISH.iter().find_map(of)
        };
        let behind = text.get(span.end..).unwrap_or_default();
        let counts = word.ends_with("번째") || behind.trim_start().starts_with("번째");
        let korean = || {
            let head = lower.strip_suffix("번째").unwrap_or(&lower);
            let of = |(known, number): &(&str, u32)| (*known == head).then_some(*number);
            let number = head.parse().ok().or_else(|| KOREAN.iter().find_map(of));
            number.filter(|_| counts)
        };
        let with_ending = || {
            let endings = ["st", "nd", "rd", "th"];
            endings
                .iter()
                .find_map(|ending| lower.strip_suffix(ending)?.parse().ok())
        };
        let number = in_words().or_else(korean).or_else(with_ending)?;
        Some((span, number))
    }));
    found.order_by_key(|(span, _)| span.start);
    found
}
