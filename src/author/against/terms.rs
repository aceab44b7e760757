//! Looking up quarters and halves of a year.

use super::Verdict;
use super::article::Read;
use super::context::Meaning;
use super::lookup::settle;
use super::slip;
use crate::author::prose::{DateFound, Prose, Term, TermFound, terms};
use crate::figure::Date;

/// What an article says of a term: it stands there as one, or as the months
/// from its first to its last. As it is `written` its year may be left out: then
/// it is that of the source, and no other year was meant.
pub(super) fn verdict(
    term: Term,
    written: &str,
    read: &Read,
    meaning: &Meaning<'_>,
    day: Option<Date>,
) -> Verdict {
    let said = terms(&Prose::plain(written), day);
    let undated = said.first().is_some_and(|found| !found.dated);
    let same = |found: &TermFound| {
        term.is(found.term)
            || !found.dated
                && term
                    .year
                    .is_some_and(|year| is_of_year(term, year, found, read))
    };
    let (own, others): (Vec<_>, Vec<_>) = read.terms.iter().partition(|found| same(found));
    let spelling = term.to_string();
    let near = |found: &&TermFound| {
        let year = found.term.year.filter(|_| term.year.is_some());
        let there = Term { year, ..found.term };
        let of_year = Term {
            year: term.year,
            ..there
        };
        slip::one_digit(&there.to_string(), &spelling) && !(undated && term.is(of_year))
    };
    let near: Vec<_> = others
        .iter()
        .copied()
        .filter(near)
        .map(|found| found.span.clone())
        .collect();
    if let Some(first) = own.first() {
        let spans: Vec<_> = own.iter().map(|found| found.span.clone()).collect();
        let verdict = settle(read, meaning, &first.span, &spans, &near);
        return match verdict {
            Verdict::Found { line } if first.relative => Verdict::Relative {
                line,
                reckoning: format!(
                    "'{}' counted from the source's day",
                    read.prose.at(&first.span)
                ),
            },
            verdict => verdict,
        };
    }
    if let Some(line) = by_months(term, read) {
        return Verdict::Found { line };
    }
    let mut earlier = read.earlier_terms.iter();
    if let Some(found) = earlier.find(|found| term.is(found.term)) {
        return Verdict::Relative {
            line: found.line,
            reckoning: format!("'{}' counted back a year", read.prose.at(&found.span)),
        };
    }
    let nearest = others
        .iter()
        .min_by_key(|found| strsim::osa_distance(&found.term.to_string(), &spelling));
    Verdict::Missing {
        nearest: nearest.map(|found| (read.prose.at(&found.span).to_owned(), found.line)),
    }
}

/// Whether a term without a year may be of this one: the sentence names it.
fn is_of_year(term: Term, year: i16, found: &TermFound, read: &Read) -> bool {
    let undated = Term { year: None, ..term };
    let sentence = read.sentence_at(found.span.start);
    let mut dates = read.dates_in(&sentence).iter();
    undated.is(found.term)
        && dates.any(|date| date.date.year == Some(year) && date.reckoning.is_none())
}

/// The line on which the months from the first to the last of a term stand.
fn by_months(term: Term, read: &Read) -> Option<usize> {
    let (from, to) = term.ends()?;
    from.year?;
    let sentence = |found: &DateFound| read.sentence_at(found.span.start);
    let mut firsts = read.dates.iter().filter(|found| found.date == from);
    let found = firsts.find(|first| {
        let mut beside = read.dates_in(&sentence(first)).iter();
        first.to == Some(to) || beside.any(|found| found.date == to)
    });
    found.map(|found| found.line)
}
