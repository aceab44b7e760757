//! Dates told by their distance from another one of the text: *in June from a
//! year earlier*, *2023 … the year before*, `2023년 … 전년`.

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
        Some(TermFound {
            term: Term {
                year: Some(base.term.year?.checked_sub(1)?),
                ..base.term
            },
            span: start..start + phrase.len(),
            relative: true,
            ..base.clone()
        })
    });
    each.collect()
}

/// The dates that are told so, counted from the one told last, in the same
/// sentence or in the one before.
pub(super) fn of(dates: &[DateFound], prose: &Prose) -> Vec<DateFound> {
    let text = prose.text().to_ascii_lowercase();
    let mut found = Vec::new();
    for phrase in PHRASES {
        for (at, _) in text.match_indices(phrase) {
            let end = at + phrase.len();
            let behind = text.get(end..).unwrap_or_default();
            let head = text.get(..at).unwrap_or_default();
            let goes_on = behind.starts_with(" last") || head.ends_with(char::is_alphanumeric);
            let sentence = prose.sentence_of(at);
            let from = prose.sentences().get(sentence.saturating_sub(1));
            let from = from.map_or(0, |sentence| sentence.start);
            let before = dates.partition_point(|date| date.span.start < at);
            let before = dates.get(..before).unwrap_or_default().iter().rev();
            let mut near = before.take_while(|date| date.span.start >= from);
            let told = |date: &&DateFound| date.span.end <= at && date.date.year.is_some();
            let base = near.find(told).filter(|_| !goes_on);
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
                reckoning: Some(format!(
                    "'{}' counted from {}",
                    prose.at(&(at..end)),
                    base.to.unwrap_or(base.date)
                )),
                doubtful: true,
            }));
        }
    }
    found
}
