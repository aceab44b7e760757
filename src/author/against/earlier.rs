//! Dates told by their distance from another one of the text: *in June from a
//! year earlier*, *2023 … the year before*, `2023년 … 전년`.

use std::ops::Range;

use crate::author::prose::{DateFound, Prose, Term, TermFound};
use crate::figure::Date;

/// How a text says that something was a year before what it speaks of.
const PHRASES: &[&str] = &[
    "a year earlier",
    "a year before",
    "one year earlier",
    "the year before",
    "the previous year",
    "the same month of the previous year",
    "전년",
];

/// What a text calls the span that it told last, and how it says that a year
/// lies between, before it in Korean and behind it in English.
const SAME: [&str; 4] = ["같은 기간", "동기", "same period", "same time"];
const YEAR_AGO: &[&str] = &[
    "지난해",
    "작년",
    "전년",
    "1년 전",
    "last year",
    "a year ago",
    "a year earlier",
    "a year before",
    "the previous year",
    "the year before",
];

/// Where a text speaks of the same span a year before: `지난해 같은 기간`, *the
/// same period last year*.
fn same_periods(prose: &Prose) -> Vec<Range<usize>> {
    let text = prose.text().to_ascii_lowercase();
    let found = SAME.iter().flat_map(|same| text.match_indices(same));
    let found = found.filter_map(|(at, same)| {
        let end = at + same.len();
        let head = text.get(..at)?.trim_end();
        let rest = text.get(end..)?.trim_start();
        let rest = ["of ", "in ", "as "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        let before = YEAR_AGO.iter().find(|word| head.ends_with(**word));
        let behind = YEAR_AGO.iter().find(|word| rest.starts_with(**word));
        let start = before.map(|word| head.len() - word.len());
        match start {
            Some(start) => Some(start..end),
            None => behind.map(|_| at..end),
        }
    });
    found.collect()
}

/// From where what was told last is looked for: the sentence before.
fn near(prose: &Prose, byte: usize) -> usize {
    let before = prose.sentence_of(byte).saturating_sub(1);
    let sentence = prose.sentences().get(before);
    sentence.map_or(0, |sentence| sentence.start)
}

/// The terms that are told so, counted from the one told last in the sentence.
pub(super) fn of_terms(terms: &[TermFound], prose: &Prose) -> Vec<TermFound> {
    let each = terms.iter().filter_map(|base| {
        let sentence = prose.sentences().get(prose.sentence_of(base.span.start))?;
        let rest = prose
            .at(&(base.span.end..sentence.end))
            .to_ascii_lowercase();
        let (phrase, at) = PHRASES
            .iter()
            .find_map(|phrase| Some((phrase, rest.find(phrase)?)))?;
        let start = base.span.end + at;
        a_year_before(base, start..start + phrase.len())
    });
    let same = same_periods(prose).into_iter().filter_map(|span| {
        let from = near(prose, span.start);
        let mut before = terms.iter().rev();
        let base = before.find(|term| term.span.end <= span.start && term.span.start >= from)?;
        a_year_before(base, span)
    });
    each.chain(same).collect()
}

/// A term a year before another one, told at `span`.
fn a_year_before(base: &TermFound, span: Range<usize>) -> Option<TermFound> {
    let year = Some(base.term.year?.checked_sub(1)?);
    let term = Term { year, ..base.term };
    Some(TermFound {
        term,
        span,
        relative: true,
        ..base.clone()
    })
}

/// The spans and months a year before those that were told last.
fn of_same<'d>(dates: &'d [DateFound], prose: &'d Prose) -> impl Iterator<Item = DateFound> + 'd {
    same_periods(prose).into_iter().filter_map(|span| {
        let from = near(prose, span.start);
        let before = |date: &&DateFound| date.span.end <= span.start && date.span.start >= from;
        let mut told = dates.iter().rev().filter(before);
        let base = told.find(|found| found.to.is_some() || found.date.month.is_some())?;
        let back =
            |date: Date| Date::new(Some(date.year?.checked_sub(1)?), date.month, date.day).ok();
        let to = base.to.map(back);
        Some(DateFound {
            date: back(base.date)?,
            to: to.flatten(),
            line: prose.line_of(span.start),
            reckoning: Some(counted_from(prose, &span, base)),
            doubtful: true,
            span,
        })
    })
}

/// How a date that is told at `span` was reckoned.
fn counted_from(prose: &Prose, span: &Range<usize>, base: &DateFound) -> String {
    let last = base.to.unwrap_or(base.date);
    format!("'{}' counted from {last}", prose.at(span))
}

/// The dates that are told so, counted from the one told last, in the same
/// sentence or in the one before.
pub(super) fn of(dates: &[DateFound], prose: &Prose) -> Vec<DateFound> {
    let text = prose.text().to_ascii_lowercase();
    let mut found: Vec<DateFound> = of_same(dates, prose).collect();
    for phrase in PHRASES {
        for (at, _) in text.match_indices(phrase) {
            let end = at + phrase.len();
            let behind = text.get(end..).unwrap_or_default();
            let head = text.get(..at).unwrap_or_default();
            let goes_on = behind.starts_with(" last") || head.ends_with(char::is_alphanumeric);
            let from = near(prose, at);
            let before = dates.partition_point(|date| date.span.start < at);
            let before = dates.get(..before).unwrap_or_default().iter().rev();
            let mut before = before.take_while(|date| date.span.start >= from);
            let told = |date: &&DateFound| date.span.end <= at && date.date.year.is_some();
            let base = before.find(told).filter(|_| !goes_on);
            let earlier = base.and_then(|base| {
                let last = base.to.unwrap_or(base.date);
                let year = last.year?.checked_sub(1)?;
                Some((base, Date::new(Some(year), last.month, None).ok()?))
            });
            found.extend(earlier.map(|(base, date)| DateFound {
                date,
                to: None,
                span: at..end,
                line: prose.line_of(at),
                reckoning: Some(counted_from(prose, &(at..end), base)),
                doubtful: true,
            }));
        }
    }
    found
}
