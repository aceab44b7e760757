//! Figures that stand as a part of something else: the year of a date, what a
//! fraction divides by, the fifth time of five times, one of what is told of each.

use std::ops::Range;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;

use super::alike::same_unit;
use super::article::Read;
use super::claim::Claim;
use super::slip;
use crate::author::prose::FigureFound;
use crate::figure::{Figure, Unit};

/// Where a whole number stands as a part of something else: a year, the day of
/// a month, what a fraction divides by; and the ends of a span by themselves.
pub(super) fn by_parts(figure: &Figure, read: &Read) -> Vec<Range<usize>> {
    let value = &figure.number.value;
    if let Some(upper) = &figure.number.upper {
        // Both stand in one passage.
        let is = |found: &FigureFound, end: &BigRational| {
            found.figure.number.value == *end && same_unit(&figure.unit, &found.figure)
        };
        let mut lower = read.figures.iter().filter(|found| is(found, value));
        let both = lower.find(|from| {
            let at = read.prose.sentence_of(from.span.start);
            let sentences = read.prose.sentences();
            let first = sentences.get(at.saturating_sub(1));
            let last = sentences.get(at + 1).or(sentences.last());
            let passage = first.zip(last).map(|(first, last)| first.start..last.end);
            let near = passage.map(|passage| read.figures_in(&passage));
            near.unwrap_or_default()
                .iter()
                .any(|found| is(found, upper))
        });
        return both.map(|from| from.span.clone()).into_iter().collect();
    }
    let whole = |part: i64| *value == BigRational::from(BigInt::from(part));
    let bare = figure.unit == Unit::None && figure.number.last_digit >= 0;
    let counts = bare || figure.unit.is_countable();
    // 5 times, of "for the fifth time"; but 2배 is not of 제2의 딥시크.
    let times = |span: &Range<usize>| {
        let behind = read.prose.text().get(span.end..).unwrap_or_default();
        figure.unit == Unit::Multiple && behind.starts_with(" time")
    };
    let ordinals = read.ordinals.iter();
    let ordinals =
        ordinals.filter(|(span, number)| whole((*number).into()) && (counts || times(span)));
    let years = read.dates.iter().filter(|found| {
        !found.decade && {
            let dates = [Some(found.date), found.to];
            let mut dates = dates.into_iter().flatten();
            dates.any(|date| {
                bare && date.year.is_some_and(|year| whole(year.into()))
                    || figure.unit.code() == "day" && date.day.is_some_and(|day| whole(day.into()))
            })
        }
    });
    let parts = read.figures.iter().filter(|found| {
        let number = &found.figure.number;
        bare && number.fraction
            && number.value.numer().is_one()
            && *value == BigRational::from(number.value.denom().clone())
    });
    years
        .map(|found| found.span.clone())
        .chain(parts.map(|found| found.span.clone()))
        .chain(ordinals.map(|(span, _)| span.clone()))
        .collect()
}

/// Where something is told of each: "what does 1 kg cost?" is answered by
/// "13,900 won per kg".
pub(super) fn per_one(claim: &Claim<'_>, figure: &Figure, read: &Read) -> Option<Range<usize>> {
    let number = &figure.number;
    // Of 주 1회 what is told behind the week.
    let often = claim
        .written
        .split_once(' ')
        .filter(|_| figure.unit.is_rate());
    let amount = often.map_or(claim.written.as_str(), |(_, amount)| amount);
    let unit = amount.strip_prefix('1')?.trim();
    let one = number.value.is_one() && number.upper.is_none();
    let whole = one && (figure.unit.needs_naming() || unit == "회");
    let code = figure.unit.code();
    let once = match code.split_once('/') {
        Some((_, under)) => under.strip_suffix('s').unwrap_or(under),
        None => &code,
    };
    let each = [
        format!("{unit}당"),
        format!("per {unit}"),
        format!("/{unit}"),
        // 주 1회, of "once a week"
        format!("a {once}"),
        format!("a-{once}"),
        format!("매{unit}"),
        if once == "thing" { "once" } else { "\u{0}" }.to_owned(),
    ];
    let found = |words: &String| read.prose.text().find(words).map(|at| at..at + words.len());
    whole.then(|| each.iter().find_map(found)).flatten()
}

/// Years one digit off a bare number that is one.
pub(super) fn years_near(figure: &Figure, digits: &str, read: &Read) -> Vec<Range<usize>> {
    let near = read.dates.iter().filter(|found| {
        !found.decade && {
            let years = [Some(found.date), found.to];
            let mut years = years.into_iter().flatten().filter_map(|date| date.year);
            figure.unit == Unit::None
                && years.any(|year| slip::one_digit(&year.to_string(), digits))
        }
    });
    near.map(|found| found.span.clone()).collect()
}
