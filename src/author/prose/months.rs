//! Months in running text that are told by their name alone: the heads of a
//! table (`| July |`), *in July*, *since March*. They are of the year in which
//! the text was published, or the one before.

use std::ops::Range;

use super::dates::{DateFound, is_month};
use super::{BLOCK, Prose, relative};
use crate::figure::Date;

/// Words behind which the name of a month is one: "may" and "march" are not.
pub(super) const BEFORE: &[&str] = &[
    "in", "since", "until", "till", "from", "to", "by", "of", "during", "early", "late", "mid",
    "through", "for",
];

/// The months of a text that are told by their name alone, in order.
pub fn months(prose: &Prose, source: Option<Date>) -> Vec<DateFound> {
    let text = prose.text();
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    let mut at = 0;
    let mut found = Vec::new();
    for word in words {
        let span = at..at + word.len();
        at = span.end + next_length(text, span.end);
        let cell = is_cell(text, &span);
        if is_month(word) && (cell || follows_word(text, &span)) {
            let date = Date::parse(word).ok();
            let sentence = prose.sentences().get(prose.sentence_of(span.start));
            let start = sentence.map_or(span.start, |sentence| sentence.start);
            let head = text.get(start..span.start).unwrap_or_default();
            // "In March it will" has its "will" before or not at all.
            let behind = text.get(span.end..).unwrap_or_default();
            let behind = behind.split(['.', ',', '\n']).next().unwrap_or_default();
            let told = date.map(|date| relative::of_year_told(date, source, head, behind));
            let Some(told) = told.filter(|date| date.year.is_some()) else {
                continue;
            };
            // What is not over may have been that of the year before.
            let ahead = source.is_some_and(|source| told.year == source.year && told > source);
            let to_come = relative::is_to_come(head, behind);
            let before = told.year.and_then(|year| year.checked_sub(1));
            let before = before.filter(|_| ahead && !to_come && !cell);
            let before = before.map(|year| Date {
                year: Some(year),
                ..told
            });
            found.extend(
                [Some(told), before]
                    .into_iter()
                    .flatten()
                    .map(|date| DateFound {
                        date,
                        to: None,
                        line: prose.line_of(span.start),
                        span: span.clone(),
                        reckoning: None,
                        doubtful: true,
                        decade: false,
                    }),
            );
        }
    }
    found
}

/// The length of the character at `byte`, which parts two words.
fn next_length(text: &str, byte: usize) -> usize {
    let rest = text.get(byte..).unwrap_or_default();
    rest.chars().next().map_or(1, char::len_utf8)
}

/// Whether a word is all that stands in a cell of a table, or on a line.
fn is_cell(text: &str, span: &Range<usize>) -> bool {
    let ends = |c: char| matches!(c, '|' | '\n' | '\t' | BLOCK);
    let plain = |c: char| matches!(c, ' ' | '*' | '_' | '.' | '#');
    let before = text.get(..span.start).unwrap_or_default();
    let behind = text.get(span.end..).unwrap_or_default();
    let before = before.trim_end_matches(plain).chars().next_back();
    let behind = behind.trim_start_matches(plain).chars().next();
    before.is_none_or(ends) && behind.is_none_or(ends)
}

/// Whether a word follows one that a month follows, and no day or year is with it.
fn follows_word(text: &str, span: &Range<usize>) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let behind = text.get(span.end..).unwrap_or_default();
    let head = before.trim_end_matches([' ', '\n', '-', '*', '_']);
    let word = head.rsplit(|c: char| !c.is_ascii_alphabetic()).next();
    let word = word.unwrap_or_default().to_ascii_lowercase();
    let behind = behind.trim_start_matches(['.', ',', ' ', '\n']);
    let alone = !behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\'' | '’'));
    // January to October 2026 is a span.
    let to = ["to ", "through ", "–", "-"]
        .iter()
        .find_map(|to| behind.strip_prefix(to));
    let last = to.and_then(|to| to.split_once(' '));
    let spans = last.is_some_and(|(month, year)| {
        is_month(month) && year.starts_with(|c: char| c.is_ascii_digit())
    });
    let alone = alone && !spans;
    // That of last year is told by its distance.
    let alone = alone && relative::year_behind(&format!(" {behind}")).is_none();
    head.len() < before.len() && alone && BEFORE.contains(&word.as_str())
}
