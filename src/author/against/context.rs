//! Whether a value that stands in an article is the one that a card means.
//!
//! A slip of one digit may give a value that stands in the article too, about
//! something else: 4,000 companies for 4,400, the 20th for the 29th. So where
//! another value stands one digit away, the passages are held against the
//! card's own words: the value that is meant stands among them.

use std::collections::HashSet;
use std::ops::Range;

use super::article::Read;
use super::claims::{What, scalars};
use super::deck::{Entry, Written, own_words};
use crate::author::prose::{FigureFound, words};
use crate::deck::lone_fact;
use crate::deck::yaml::Node;
use crate::figure::{Date, Unit};

/// How much better another passage must fit to be the one that is meant: so
/// many times, and so much more.
const MARGIN: (f64, f64) = (1.25, 0.5);
/// The same for what a text mentions by the way.
const MARGIN_OF_MENTION: (f64, f64) = (1.5, 1.0);
/// A word so far away counts half.
const HALF_WAY: f64 = 4.0;
/// A word of the sentence before counts so much.
const BEFORE: f64 = 0.3;

/// The words by which an entry says what it is about.
pub(super) type Words = HashSet<String>;

/// The words of each entry; those of a fact with those of the cards that ask for it.
pub(super) fn words_of(deck: &Written<'_>, entries: &[Entry<'_>]) -> Vec<Words> {
    let own = |entry: &Entry<'_>| {
        let mut known = Words::new();
        for key in [
            "ask", "label", "cloze", "answer", "list", "order", "pairs", "by",
        ] {
            for (_, _, value) in entry.said(key, deck.language) {
                for node in scalars(value) {
                    let text = own_words(node.text().unwrap_or_default(), key == "cloze");
                    known.extend(words(&text).into_iter().map(|(_, word)| word));
                }
            }
        }
        known.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        known
    };
    let mut all: Vec<Words> = entries.iter().map(own).collect();
    let asks = |entry: &Entry<'_>, fact: &str| {
        let number = entry.node.get("number").and_then(Node::text);
        number.and_then(lone_fact) == Some(fact)
    };
    for (at, fact) in entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.is_fact)
    {
        let more: Vec<String> = entries
            .iter()
            .zip(&all)
            .filter(|(entry, _)| !entry.is_fact && asks(entry, fact.name))
            .flat_map(|(_, words)| words.iter().cloned())
            .collect();
        if let Some(words) = all.get_mut(at) {
            words.extend(more);
        }
    }
    all
}

/// The words of one text.
pub(super) fn words_of_text(text: &str) -> Words {
    let mut known: Words = words(text).into_iter().map(|(_, word)| word).collect();
    known.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    known
}

/// How well the passage around `span` fits the words of an entry: rare words
/// and near ones count most.
fn fit(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    let at = read.prose.sentence_of(span.start);
    let sentences = read.prose.sentences();
    let mut fits: Vec<(&str, f64)> = Vec::new();
    let here = read.words.partition_point(|(byte, _)| *byte < span.start);
    for (sentence, weight) in [(Some(at), 1.0), (at.checked_sub(1), BEFORE)] {
        let Some(sentence) = sentence.and_then(|at| sentences.get(at)) else {
            continue;
        };
        let first = read
            .words
            .partition_point(|(byte, _)| *byte < sentence.start);
        let last = read.words.partition_point(|(byte, _)| *byte < sentence.end);
        for number in first..last {
            let Some((_, word)) = read.words.get(number) else {
                continue;
            };
            let Some(known) = words.iter().find(|known| akin(known, word)) else {
                continue;
            };
            let distance = f64::from(u32::try_from(number.abs_diff(here)).unwrap_or(u32::MAX));
            let value = weight * read.rarity(word) / (1.0 + distance / HALF_WAY);
            match fits.iter_mut().find(|(word, _)| word == known) {
                Some((_, best)) => *best = best.max(value),
                None => fits.push((known, value)),
            }
        }
    }
    fits.iter().map(|(_, value)| value).sum()
}

/// Whether two words are forms of one: with a particle, an ending.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short == long {
        return true;
    }
    let rest = long.strip_prefix(short);
    if short.is_ascii() {
        let stem = |word: &str| word.get(..word.len().saturating_sub(2)).map(str::to_owned);
        let shared = stem(short).is_some_and(|stem| stem.len() >= 4 && long.starts_with(&stem));
        return rest.is_some_and(|rest| short.len() >= 4 && rest.len() <= 3)
            || shared && long.len() <= short.len() + 2;
    }
    rest.is_some_and(|rest| rest.chars().count() <= 4)
}

/// Whether two words may be of one stem: 밝혔다, 밝혔는가. More is alike than is
/// the same, which does where passages are weighed.
fn akin(one: &str, other: &str) -> bool {
    // Most words begin otherwise.
    if one.chars().next() != other.chars().next() {
        return false;
    }
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = one.chars().count().max(other.chars().count());
    alike(one, other) || !one.is_ascii() && shared >= 2 && 2 * shared >= longer
}

/// What a claim is to be understood by.
pub(super) struct Meaning<'m> {
    /// The words of its entry; of a mention those of its text.
    pub words: &'m Words,
    /// Whether the entry is about it; else one of its texts mentions it.
    pub main: bool,
    /// What else the entry says, in the spelling of claims.
    pub beside: &'m HashSet<String>,
    /// Figures and dates that the entry is about, where the text says of when
    /// they are.
    pub values: &'m [What],
}

impl Meaning<'_> {
    /// Of `others`, the passage that the claim is meant to be, rather than one
    /// of `own`.
    pub fn meant<'s>(
        &self,
        read: &Read,
        own: &[Range<usize>],
        others: &'s [Range<usize>],
    ) -> Option<&'s Range<usize>> {
        if others.is_empty() {
            return None;
        }
        let free = |other: &&Range<usize>| !self.says(read, other);
        let sentence = |span: &Range<usize>| read.prose.sentence_of(span.start);
        let together =
            |other: &Range<usize>| own.iter().any(|own| sentence(own) == sentence(other));
        let (near, far): (Vec<_>, Vec<_>) = others.iter().partition(|other| together(other));
        let by_values = near.iter().copied().find(|other| {
            let own = own.iter().find(|own| sentence(own) == sentence(other));
            own.is_some_and(|own| paired(read, self.values, own, other))
        });
        let best = |spans: &[Range<usize>]| {
            spans
                .iter()
                .map(|span| fit(read, self.words, span))
                .fold(0.0, f64::max)
        };
        let (factor, least) = if self.main { MARGIN } else { MARGIN_OF_MENTION };
        let bound = best(own) * factor + least;
        let by_words = || {
            far.into_iter()
                .filter(free)
                .map(|span| (span, fit(read, self.words, span)))
                .filter(|(_, fit)| *fit > bound)
                .max_by(|(_, one), (_, other)| one.total_cmp(other))
                .map(|(span, _)| span)
        };
        let by_clause = || {
            near.iter().copied().filter(free).find(|other| {
                let own = own
                    .iter()
                    .filter(|own| sentence(own) == sentence(other))
                    .map(|own| clause(read, self.words, own))
                    .fold(0.0, f64::max);
                clause(read, self.words, other) > own * MARGIN.0 + MARGIN.1
            })
        };
        by_values
            .or_else(by_words)
            .or_else(|| self.main.then(by_clause).flatten())
    }
}

impl Meaning<'_> {
    /// Whether the entry says elsewhere what stands at `span`.
    fn says(&self, read: &Read, span: &Range<usize>) -> bool {
        let figures = read.figures.iter().filter(|found| found.span == *span);
        let mut figures = figures.map(|found| found.figure.number.value.to_string());
        let dates = read.dates.iter().filter(|found| found.span == *span);
        let mut dates = dates
            .flat_map(|found| [Some(found.date), found.to])
            .flatten();
        figures.any(|value| self.beside.contains(&value))
            || dates.any(|date| {
                let known = self
                    .beside
                    .iter()
                    .filter_map(|known| Date::parse_iso(known).ok());
                let mut known = known;
                known.any(|known| super::days::cut_to(date, known) == Some(known))
            })
    }
}

/// How well the words fit between the value before `span` and `span` itself: in
/// a list of values that is what each is of.
fn clause(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
    let at = read.prose.sentence_of(span.start);
    let start = read
        .prose
        .sentences()
        .get(at)
        .map_or(0, |sentence| sentence.start);
    let figures = read
        .figures
        .iter()
        .filter(|found| is_told(found))
        .map(|found| found.span.end);
    let ends = figures.chain(read.dates.iter().map(|found| found.span.end));
    let start = ends
        .filter(|end| *end <= span.start)
        .fold(start, usize::max);
    let first = read.words.partition_point(|(byte, _)| *byte < start);
    let last = read.words.partition_point(|(byte, _)| *byte < span.start);
    let within = read.words.get(first..last).unwrap_or_default();
    within
        .iter()
        .filter(|(_, word)| words.iter().any(|known| akin(known, word)))
        .map(|(_, word)| read.rarity(word))
        .sum()
}

/// Whether a figure is one of those that a sentence lists: with a unit, or a
/// share; bare ones belong to names as a rule.
fn is_told(found: &FigureFound) -> bool {
    found.figure.unit != Unit::None || found.figure.number.fraction
}

/// Whether `other` goes with a value of the entry and `own` with another: where
/// a sentence lists as many dates as figures, they go together in order.
fn paired(read: &Read, values: &[What], own: &Range<usize>, other: &Range<usize>) -> bool {
    let at = read.prose.sentence_of(own.start);
    let Some(sentence) = read.prose.sentences().get(at) else {
        return false;
    };
    let within = |span: &Range<usize>| sentence.contains(&span.start);
    let dates: Vec<&Range<usize>> = read
        .dates
        .iter()
        .map(|found| &found.span)
        .filter(|span| within(span))
        .collect();
    let Some(place) = dates.iter().position(|span| *span == other) else {
        return false;
    };
    if !dates.contains(&own) {
        return false;
    }
    let figures: Vec<&FigureFound> = read
        .figures
        .iter()
        .filter(|found| within(&found.span))
        .collect();
    values.iter().any(|value| {
        let What::Figure(value) = value else {
            return false;
        };
        let alike: Vec<&&FigureFound> = figures
            .iter()
            .filter(|found| found.figure.unit == value.unit)
            .collect();
        alike.len() == dates.len()
            && alike
                .get(place)
                .is_some_and(|found| found.figure.number.equals(&value.number))
    })
}
