//! What a passage of an article has of the words of a deck: around a value, in
//! its clause, behind a day.

use std::collections::BTreeMap;
use std::ops::Range;

use super::article::{Read, stem};
use super::words::{Words, akin};
use crate::author::prose::FigureFound;
use crate::figure::Unit;

/// A word so far away counts half.
const HALF_WAY: f64 = 4.0;
/// A word of the sentence before counts so much.
const BEFORE: f64 = 0.3;

/// What the passage around `span` has of the words of an entry, and how much
/// each tells: rare words and near ones most.
pub(super) fn fit(read: &Read, words: &Words, span: &Range<usize>) -> BTreeMap<String, f64> {
    let at = read.prose.sentence_of(span.start);
    let sentences = read.prose.sentences();
    // Forms of one word count once, the nearest.
    let mut fits: BTreeMap<String, f64> = BTreeMap::new();
    let here = read.words.partition_point(|(byte, _)| *byte < span.start);
    for (sentence, weight) in [(Some(at), 1.0), (at.checked_sub(1), BEFORE)] {
        let Some(sentence) = sentence.and_then(|at| sentences.get(at)) else {
            continue;
        };
        let starts = |end: usize| read.words.partition_point(|(byte, _)| *byte < end);
        for number in starts(sentence.start)..starts(sentence.end) {
            let Some((byte, word)) = read.words.get(number) else {
                continue;
            };
            // The value's own unit tells nothing.
            if span.contains(byte) || !words.iter().any(|known| akin(known, word)) {
                continue;
            }
            let distance = f64::from(u32::try_from(number.abs_diff(here)).unwrap_or(u32::MAX));
            let value = weight * read.rarity(word) / (1.0 + distance / HALF_WAY);
            let best = fits.entry(stem(word)).or_default();
            *best = best.max(value);
        }
    }
    fits
}

/// What speaks for one passage rather than for another.
pub(super) fn more(one: &BTreeMap<String, f64>, other: &BTreeMap<String, f64>) -> f64 {
    let lacking = |(word, value): (&String, &f64)| {
        (value - other.get(word).copied().unwrap_or_default()).max(0.0)
    };
    one.iter().map(lacking).sum()
}

/// How well the words fit between the value before `span` and `span` itself: in
/// a list of values that is what each is of.
pub(super) fn clause(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    let at = read.prose.sentence_of(span.start);
    let start = read
        .prose
        .sentences()
        .get(at)
        .map_or(0, |sentence| sentence.start);
    let from = read
        .figures
        .partition_point(|found| found.span.start < start);
    let figures = read.figures.iter().skip(from);
    let figures = figures
        .take_while(|found| found.span.start < span.start)
        .filter(|found| is_told(found))
        .map(|found| found.span.end);
    let from = read.dates.partition_point(|found| found.span.start < start);
    let dates = read.dates.iter().skip(from);
    let dates = dates.take_while(|found| found.span.start < span.start);
    let ends = figures.chain(dates.map(|found| found.span.end));
    let start = ends
        .filter(|end| *end <= span.start)
        .fold(start, usize::max);
    let index = |byte: usize| read.words.partition_point(|(at, _)| *at < byte);
    told(read, words, index(start)..index(span.start))
}

/// How well the words fit behind a date, up to where its clause ends: `다음 주
/// 월요일 첫 삽을 뜬다`. Nothing for what is no date.
pub(super) fn behind(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    if !read.dates.iter().any(|found| found.span == *span) {
        return 0.0;
    }
    let index = |byte: usize| read.words.partition_point(|(at, _)| *at < byte);
    told(read, words, index(span.end)..index(clause_end(read, span)))
}

/// How much those words of an article tell, by their numbers, that an entry has.
fn told(read: &Read, words: &Words, numbers: Range<usize>) -> f64 {
    read.words
        .get(numbers)
        .unwrap_or_default()
        .iter()
        .filter(|(_, word)| words.iter().any(|known| akin(known, word)))
        .map(|(_, word)| read.rarity(word))
        .sum()
}

/// Where what happened on the day at `span` ends: before the next value, or
/// with the clause.
fn clause_end(read: &Read, span: &Range<usize>) -> usize {
    let sentence = read.prose.sentence_of(span.start);
    let end = read.prose.sentences().get(sentence);
    let end = end.map_or(span.end, |sentence| sentence.end);
    let figures = read.figures.iter().filter(|found| is_told(found));
    let starts = figures.map(|found| found.span.start);
    let starts = starts.chain(read.dates.iter().map(|found| found.span.start));
    let next = starts
        .filter(|start| *start >= span.end)
        .fold(end, usize::min);
    let text = read.prose.at(&(span.end..next));
    // "On Monday, it opened" goes on behind its comma.
    let comma = text.char_indices().skip(2).find(|(_, c)| *c == ',');
    comma.map_or(next, |(at, _)| span.end + at)
}

/// Whether a figure is one of those that a sentence lists: with a unit, or a
/// share; bare ones belong to names as a rule.
pub(super) fn is_told(found: &FigureFound) -> bool {
    found.figure.unit != Unit::None || found.figure.number.fraction
}
