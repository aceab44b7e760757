//! What a passage of an article has of the words of a deck: around a value, in
//! its clause, behind a day.

use std::collections::BTreeMap;
use std::ops::Range;

use super::article::{Read, stem};
use super::words::{Words, knows};
use crate::author::prose::FigureFound;
use crate::figure::Unit;
use crate::text::is_hangul;

/// A word so far away counts half.
const HALF_WAY: f64 = 4.0;
/// Most cells of a row that are looked back on.
const LONGEST_ROW: usize = 12;
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
    for (sentence, weight) in [(Some(at), 1.0), (before(read, at), BEFORE)] {
        let Some(sentence) = sentence.and_then(|at| sentences.get(at)) else {
            continue;
        };
        for number in read.words_in(sentence) {
            let (Some((byte, word)), Some(rarity)) =
                (read.words.get(number), read.rarities.get(number))
            else {
                continue;
            };
            // The value's own unit tells nothing, nor does the 단계 of 2단계.
            let head = read.prose.text().get(..*byte).unwrap_or_default();
            let counter = !word.is_ascii() && head.ends_with(|c: char| c.is_ascii_digit());
            if span.contains(byte) || counter || !knows(words, word) {
                continue;
            }
            let distance = f64::from(u32::try_from(number.abs_diff(here)).unwrap_or(u32::MAX));
            let value = weight * rarity / (1.0 + distance / HALF_WAY);
            let best = fits.entry(stem(word)).or_default();
            *best = best.max(value);
        }
    }
    fits
}

/// The sentence before another; before the cell of a table that is a number, the
/// one with words at the head of its row.
fn before(read: &Read, at: usize) -> Option<usize> {
    let bare = |at: usize| {
        let sentence = read.prose.sentences().get(at);
        let text = sentence.map_or("", |span| read.prose.at(span));
        !text.contains(char::is_alphabetic)
    };
    let mut row = (at.saturating_sub(LONGEST_ROW)..at).rev();
    if bare(at) {
        row.find(|before| !bare(*before))
    } else {
        row.next()
    }
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
    told(read, words, &(clause_start(read, span)..span.start))
}

/// Where the clause of a value begins: behind the value before it.
fn clause_start(read: &Read, span: &Range<usize>) -> usize {
    let start = read.sentence_at(span.start).start;
    let figures = read.figures_in(&(start..span.start)).iter();
    // What stands at the head of a row is of each of its cells.
    let in_row = |end: usize| {
        let between = read.prose.text().get(end..span.start).unwrap_or_default();
        between.contains(['|', '\t']) && !between.contains(char::is_alphabetic)
    };
    let figures = figures.filter(|found| is_told(found) && !in_row(found.span.end));
    let dates = read.dates_in(&(start..span.start)).iter();
    let ends = figures.map(|found| found.span.end);
    let ends = ends.chain(dates.map(|found| found.span.end));
    ends.filter(|end| *end <= span.start)
        .fold(start, usize::max)
}

/// How well the words fit in the clause of a value, and behind it if it is a date.
pub(super) fn around(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    clause(read, words, span) + behind(read, words, span)
}

/// How well the words fit behind a date, up to where its clause ends: `다음 주
/// 월요일 첫 삽을 뜬다`. Nothing for what is no date.
pub(super) fn behind(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    let mut dates = read.dates_in(span).iter().chain(&read.planned);
    if !dates.any(|found| found.span == *span) {
        return 0.0;
    }
    told(read, words, &(span.end..clause_end(read, span)))
}

/// What the words of an entry have in the clause of a value and not in that of
/// another one of its sentence, and the other way round, where a comma parts the
/// two: what stands before both may be said of both, unless the second is of a
/// name of its own, and what stands behind the first is of that one.
pub(super) fn next_clause(
    read: &Read,
    words: &Words,
    own: &Range<usize>,
    other: &Range<usize>,
) -> Option<(f64, f64)> {
    let (one, two) = if own.start < other.start {
        (own, other)
    } else {
        (other, own)
    };
    let between = read.prose.text().get(one.end..two.start)?;
    let first = one.end + between.find([',', ';'])?;
    let last = one.end + between.rfind([',', ';'])?;
    let before = clause_start(read, one)..one.start;
    let mut of_first = fits(read, words, &(one.end..first));
    let mut of_second = fits(read, words, &(last..two.start));
    if own.start < other.start {
        of_first.extend(fits(read, words, &before));
        return Some((more(&of_first, &of_second), more(&of_second, &of_first)));
    }
    of_second.extend(fits(read, words, &(two.end..clause_end(read, two))));
    // "France levies €4.65, Spain €3.80"
    if has_own_name(read, words, &(last..two.start), &before) {
        let mut names = fits(read, words, &before);
        names.retain(|known, _| {
            let mut named = names_in(read, &before);
            named.any(|name| stem(name) == *known)
        });
        of_first.extend(names);
    }
    Some((more(&of_second, &of_first), more(&of_first, &of_second)))
}

/// The words of a span that may be names: with a capital, or Korean.
fn names_in<'r>(read: &'r Read, span: &Range<usize>) -> impl Iterator<Item = &'r str> {
    let within = read.words.get(read.words_in(span)).unwrap_or_default();
    let named = within.iter().filter(|(at, _)| {
        let rest = read.prose.text().get(*at..).unwrap_or_default();
        rest.starts_with(|first: char| first.is_uppercase() || is_hangul(first))
    });
    named.map(|(_, word)| word.as_str())
}

/// Whether what is told at a span is told of a name that an entry has not: *Spain
/// €3.80*; in Korean in the words of what stands `before`: `노르켐의 계약액은`.
fn has_own_name(read: &Read, words: &Words, span: &Range<usize>, before: &Range<usize>) -> bool {
    let names: Vec<&str> = names_in(read, span).collect();
    let same = |name: &&str| names_in(read, before).any(|before| before == *name);
    let other = names.iter().any(|name| !knows(words, name));
    other && (names.iter().all(|name| name.is_ascii()) || names.iter().any(same))
}

/// The words of a span of an article that an entry has, and how much each tells.
fn fits(read: &Read, words: &Words, span: &Range<usize>) -> BTreeMap<String, f64> {
    let numbers = read.words_in(span);
    let here = read.words.get(numbers.clone()).unwrap_or_default();
    let rarities = read.rarities.get(numbers).unwrap_or_default();
    let known = here.iter().zip(rarities);
    let known = known.filter(|((_, word), _)| knows(words, word));
    known
        .map(|((_, word), rarity)| (stem(word), *rarity))
        .collect()
}

/// How much the words of a span of an article tell that an entry has.
fn told(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    let numbers = read.words_in(span);
    let here = read.words.get(numbers.clone()).unwrap_or_default();
    let rarities = read.rarities.get(numbers).unwrap_or_default();
    here.iter()
        .zip(rarities)
        .filter(|((_, word), _)| knows(words, word))
        .map(|(_, rarity)| rarity)
        .sum()
}

/// Where what happened on the day at `span` ends: before the next value, or
/// with the clause.
fn clause_end(read: &Read, span: &Range<usize>) -> usize {
    let end = read.sentence_at(span.start).end.max(span.end);
    let rest = span.end..end;
    let figures = read.figures_in(&rest).iter();
    let starts = figures.filter(|found| is_told(found));
    let starts = starts.map(|found| found.span.start);
    let dates = read.dates_in(&rest).iter();
    let starts = starts.chain(dates.map(|found| found.span.start));
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
