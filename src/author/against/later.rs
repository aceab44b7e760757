//! Years told by how much later or earlier than planned something is: *in 2029,
//! two years later than promised*, `약속보다 2년 늦은 2029년`, are of 2027.

use std::ops::Range;

use crate::author::prose::{DateFound, Prose};
use crate::figure::{Date, small_number};

/// What stands behind so many years, and how often they are to be added to get
/// from the year that is told to the one that it is held against.
const BEHIND: &[(&str, i16)] = &[(" later than", -1), (" earlier than", 1)];

/// The same in Korean, where the year it is held against stands before 보다.
const KOREAN: &[(&str, i16)] = &[
    ("늦", -1),
    ("지연", -1),
    ("밀", -1),
    ("빠르", 1),
    ("빠른", 1),
    ("빨", 1),
    ("이른", 1),
    ("일찍", 1),
    ("앞당", 1),
    ("앞선", 1),
];

/// The years that are told so, counted from the one told in the same sentence.
pub(super) fn of(dates: &[DateFound], prose: &Prose) -> Vec<DateFound> {
    let each = prose.sentences().iter();
    let each = each.flat_map(|sentence| {
        let text = prose.at(sentence);
        let english = text.match_indices(" year").filter_map(english(text));
        let korean = text.match_indices("보다 ").filter_map(korean(text));
        let all: Vec<_> = english.chain(korean).collect();
        all.into_iter().filter_map(|(span, far)| {
            let span = sentence.start + span.start..sentence.start + span.end;
            let base = base(dates, sentence, &span)?;
            let year = base.date.year?.checked_add(far)?;
            Some(DateFound {
                date: Date::new(Some(year), None, None).ok()?,
                to: None,
                line: prose.line_of(span.start),
                reckoning: Some(format!("'{}' counted from {}", prose.at(&span), base.date)),
                doubtful: true,
                decade: false,
                span,
            })
        })
    });
    each.collect()
}

/// The year that is told behind a passage, as in `2년 늦은 2029년`, or the last one
/// before it.
fn base<'d>(
    dates: &'d [DateFound],
    sentence: &Range<usize>,
    span: &Range<usize>,
) -> Option<&'d DateFound> {
    const NEAR: usize = 12;
    let is_year = |found: &&DateFound| {
        let plain = found.date.month.is_none() && found.to.is_none() && found.reckoning.is_none();
        plain && sentence.contains(&found.span.start)
    };
    let behind = dates.iter().filter(is_year).find(|found| {
        let from = found.span.start.checked_sub(span.end);
        from.is_some_and(|from| from <= NEAR)
    });
    let mut before = dates.iter().filter(is_year);
    behind.or_else(|| before.rfind(|found| found.span.end <= span.start))
}

/// Reads the passage around a " year" of a text.
fn english(text: &str) -> impl Fn((usize, &str)) -> Option<(Range<usize>, i16)> {
    move |(at, _)| {
        let head = text.get(..at)?;
        let word = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let count = match word {
            "a" => 1,
            _ => count(word)?,
        };
        let rest = text.get(at..)?.strip_prefix(" year")?;
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        let far = |(words, far): &(&str, i16)| Some((rest.strip_prefix(words)?, *far));
        let (rest, far) = BEHIND.iter().find_map(far)?;
        Some((at - word.len()..text.len() - rest.len(), far * count))
    }
}

/// Reads the passage behind a 보다 of a text.
fn korean(text: &str) -> impl Fn((usize, &str)) -> Option<(Range<usize>, i16)> {
    move |(at, than)| {
        let start = at + than.len();
        let rest = text.get(start..)?;
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let count = count(rest.get(..end)?)?;
        let behind = rest.get(end..)?.strip_prefix('년')?.trim_start();
        let mut words = KOREAN.iter();
        let (word, far) = words.find(|(word, _)| behind.starts_with(word))?;
        let end = text.len() - behind.len() + word.len();
        Some((start..end, far * count))
    }
}

/// How many years; more are no delay.
fn count(word: &str) -> Option<i16> {
    let digits = word.parse().ok();
    let words = || i16::try_from(small_number(word)?).ok();
    digits
        .or_else(words)
        .filter(|count| (1..=50).contains(count))
}
