//! Dates told by their distance from another one of the text: *in June from a
//! year earlier*, *2023 … the year before*, `2023년 … 전년`.

use std::ops::Range;

use super::Verdict;
use super::article::Read;
use super::claim::What;
use super::days::cut_to;
use crate::author::prose::{DateFound, FigureFound, Prose, Term, TermFound};
use crate::figure::Date;

/// How a text says that something was a year before what it speaks of.
const PHRASES: &[&str] = &[
    "a year earlier",
    "a year before",
    "one year earlier",
    "the year before",
    "the previous year",
    "the prior year",
    "twelve months earlier",
    "twelve months before",
    "12 months earlier",
    "12 months before",
    "the same month of the previous year",
    "전년",
];

/// The same where a figure of that time is held against one of another; else it is
/// counted from the day of the text.
const AGO: &[&str] = &[
    "a year ago",
    "one year ago",
    "twelve months ago",
    "12 months ago",
];

/// What tells that what follows is only held against something.
const AGAINST: &[&str] = &[
    "from ",
    "than ",
    "against ",
    "compared with ",
    "compared to ",
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

/// What may stand between such a phrase and the figure that is of its year: `지난해
/// 같은 기간(2,480GWh)`, *86 in the same period*. Behind 보다 it is of this year.
const TIED: [&str; 9] = [
    "",
    "(",
    "의",
    "에",
    "에는",
    "엔",
    "in the",
    "for the",
    "during the",
];

/// That a headline speaks of another year than its value, where a sentence tells
/// of both: `올해 1~10월 2,840GWh로 지난해 같은 기간(2,480GWh)보다`.
pub(super) fn of_other_year(what: &What, read: &Read, values: &[What]) -> Option<Verdict> {
    let is = |there: Date, date: Date| cut_to(there, date) == Some(date);
    let later = |date: Date| Date::new(date.year.map(|year| year + 1), date.month, date.day).ok();
    let dates = read.earlier.iter().map(|found| {
        let same = |moved: fn(Date) -> Option<Date>| {
            let from = moved(found.date);
            match what {
                What::Date(date) => from.is_some_and(|there| is(there, *date)),
                What::Span(span) => {
                    from == Some(span.from) && found.to.and_then(moved) == Some(span.to)
                }
                _ => false,
            }
        };
        (&found.span, same(Some), same(later))
    });
    let terms = read.earlier_terms.iter().map(|found| {
        let year = found.term.year.map(|year| year + 1);
        let same = |year| {
            let term = Term { year, ..found.term };
            matches!(what, What::Term(claimed) if claimed.is(term))
        };
        (&found.span, same(found.term.year), same(year))
    });
    dates
        .chain(terms)
        .find_map(|(phrase, is_before, is_after)| {
            let figures = read.figures_in(&read.sentence_at(phrase.start));
            let tied = figures.iter().find(|found| {
                let (from, to) = if found.span.start < phrase.start {
                    (found.span.end, phrase.start)
                } else {
                    (phrase.end, found.span.start)
                };
                from <= to && TIED.contains(&read.prose.at(&(from..to)).trim())
            });
            let stands = |found: &FigureFound| {
                let mut values = values.iter();
                values.any(|value| match value {
                    What::Figure(value) => {
                        value.number.equals(&found.figure.number) && value.unit == found.figure.unit
                    }
                    _ => false,
                })
            };
            let span = match tied {
                Some(tied) if is_before && !stands(tied) && figures.iter().any(stands) => {
                    &tied.span
                }
                Some(tied) if is_after && stands(tied) => phrase,
                // 4.31m in Q2 2025, up 12 per cent from a year earlier.
                None if is_before && figures.iter().all(|found| found.span.end <= phrase.start) => {
                    let (_, told) = figures.split_last().filter(|(last, _)| !stands(last))?;
                    &told.iter().find(|found| stands(found))?.span
                }
                _ => return None,
            };
            let line = read.prose.line_of(span.start);
            Some(Verdict::Elsewhere {
                line,
                meant: read.prose.at(span).to_owned(),
                meant_line: line,
            })
        })
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
            decade: false,
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
    for phrase in PHRASES.iter().chain(AGO) {
        for (at, _) in text.match_indices(phrase) {
            let end = at + phrase.len();
            let behind = text.get(end..).unwrap_or_default();
            let head = text.get(..at).unwrap_or_default();
            let goes_on = behind.starts_with(" last") || head.ends_with(char::is_alphanumeric);
            let sentence = prose.sentences().get(prose.sentence_of(at));
            let clause = sentence.and_then(|sentence| text.get(sentence.start..at));
            let clause = clause.and_then(|head| head.rsplit(", ").next());
            let compares = |word: &&str| clause.is_some_and(|clause| clause.contains(word));
            if AGO.contains(phrase) && !AGAINST.iter().any(compares) {
                continue;
            }
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
                decade: false,
            }));
        }
    }
    found
}
