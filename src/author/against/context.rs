//! Whether a value that stands in an article is the one that a card means.
//!
//! A slip of one digit may give a value that stands in the article too, about
//! something else: 4,000 companies for 4,400, the 20th for the 29th. So where
//! another value stands one digit away, the passages are held against the
//! card's own words: the value that is meant stands among them.

use std::collections::HashSet;
use std::ops::Range;

use super::article::Read;
use super::claims::scalars;
use super::deck::{Entry, Written, own_words};
use crate::author::prose::words;
use crate::deck::lone_fact;
use crate::deck::yaml::Node;

/// How much better another passage must fit to be the one that is meant.
const MARGIN: f64 = 1.25;
/// A word so far away counts half.
const HALF_WAY: f64 = 4.0;
/// A word of the sentence before counts so much.
const BEFORE: f64 = 0.3;

/// The words by which an entry says what it is about.
pub(super) type Words = HashSet<String>;

/// The words of each entry; those of a fact with those of the cards that ask for it.
pub(super) fn words_of(deck: &Written, entries: &[Entry<'_>]) -> Vec<Words> {
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

/// How well the passage around `span` fits the words of an entry: rare words
/// and near ones count most.
fn fit(read: &Read<'_>, words: &Words, span: &Range<usize>) -> f64 {
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
            let Some(known) = words.iter().find(|known| alike(known, word)) else {
                continue;
            };
            let distance = f64::from(u32::try_from(number.abs_diff(here)).unwrap_or(u32::MAX));
            let value = weight * rarity(read, word) / (1.0 + distance / HALF_WAY);
            match fits.iter_mut().find(|(word, _)| word == known) {
                Some((_, best)) => *best = best.max(value),
                None => fits.push((known, value)),
            }
        }
    }
    fits.iter().map(|(_, value)| value).sum()
}

/// How much a word tells: little if it stands everywhere.
fn rarity(read: &Read<'_>, word: &str) -> f64 {
    let often = read
        .words
        .iter()
        .filter(|(_, other)| alike(other, word))
        .count();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    (1.0 + count(read.words.len()) / count(often.max(1))).ln()
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

/// Of `others`, the passage that fits the words so much better than the best of
/// `own` that it is the one that is meant.
pub(super) fn meant<'s>(
    read: &Read<'_>,
    words: &Words,
    own: &[Range<usize>],
    others: &'s [Range<usize>],
) -> Option<&'s Range<usize>> {
    let best = own
        .iter()
        .map(|span| fit(read, words, span))
        .fold(0.0, f64::max);
    others
        .iter()
        .map(|span| (span, fit(read, words, span)))
        .filter(|(_, fit)| *fit > best * MARGIN && *fit > 0.0)
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(span, _)| span)
}
