//! Whether a value that stands in an article is the one that a card means.
//!
//! A slip of one digit may give a value that stands in the article too, about
//! something else: 4,000 companies for 4,400, the 20th for the 29th. So where
//! another value stands one digit away, the passages are held against the
//! card's own words: the value that is meant stands among them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::article::{Read, stem};
use super::claims::{What, scalars};
use super::deck::{Entry, Written, own_words};
use crate::author::prose::{FigureFound, Term, words};
use crate::deck::lone_fact;
use crate::deck::yaml::Node;
use crate::figure::{Date, Unit};

/// How much more must speak for another passage than for the one in which the
/// value stands: so many times as much, and so much more.
const MARGIN: (f64, f64) = (1.5, 1.0);
/// The same for what a text mentions by the way.
const MARGIN_OF_MENTION: (f64, f64) = (2.0, 2.0);
/// A word so far away counts half.
const HALF_WAY: f64 = 4.0;
/// A word of the sentence before counts so much.
const BEFORE: f64 = 0.3;

/// The words by which an entry says what it is about.
pub(super) type Words = BTreeSet<String>;

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

/// What the passage around `span` has of the words of an entry, and how much
/// each tells: rare words and near ones most.
fn fit(read: &Read, words: &Words, span: &Range<usize>) -> BTreeMap<String, f64> {
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
fn more(one: &BTreeMap<String, f64>, other: &BTreeMap<String, f64>) -> f64 {
    let lacking = |(word, value): (&String, &f64)| {
        (value - other.get(word).copied().unwrap_or_default()).max(0.0)
    };
    one.iter().map(lacking).sum()
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
    /// Whether it is a figure of a formula, and the entry says it nowhere else.
    pub aside: bool,
    /// What the entry says, in the spelling of claims, and how often.
    pub beside: &'m HashMap<String, usize>,
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
        let (factor, least) = if self.main { MARGIN } else { MARGIN_OF_MENTION };
        let by_words = || {
            let fits = |span: &Range<usize>| fit(read, self.words, span);
            let own: Vec<_> = own.iter().map(fits).collect();
            far.into_iter().filter(free).find(|span| {
                let other = fits(span);
                own.iter()
                    .all(|own| more(&other, own) > more(own, &other) * factor + least)
            })
        };
        let by_clause = || {
            let dated = |span: &&Range<usize>| self.says_when(read, span);
            let of_the_day = near.iter().copied().find(dated);
            let figure = |span: &Range<usize>| {
                let mut figures = read.figures.iter();
                figures.any(|found| found.span == *span && is_told(found))
            };
            match (own.iter().any(|own| dated(&own)), of_the_day) {
                // What happened on a day is told behind it as well.
                _ if own.iter().any(|own| behind(read, self.words, own) > 0.0) => return None,
                _ if !own.iter().all(figure) => {}
                (true, None) => return None,
                (false, Some(other)) => return Some(other),
                _ => {}
            }
            near.iter().copied().filter(free).find(|other| {
                let own = own
                    .iter()
                    .filter(|own| sentence(own) == sentence(other))
                    .map(|own| clause(read, self.words, own))
                    .fold(0.0, f64::max);
                clause(read, self.words, other) > own * MARGIN.0 + MARGIN.1
            })
        };
        // The day of a figure is told where the figure is.
        let by_sentence = || {
            let told = |span: &Range<usize>| {
                let mut values = self.values.iter();
                values.any(|value| stands(read, value, sentence(span)))
            };
            let day = |span: &Range<usize>| read.dates.iter().any(|found| found.span == *span);
            let mut others = others.iter().filter(free);
            let elsewhere = !own.iter().any(told) && own.iter().all(day);
            others.find(|other| elsewhere && told(other))
        };
        // A formula reckons with what its card speaks of.
        let by_entry = || {
            let mut others = others.iter();
            others.find(|other| self.aside && self.says(read, other))
        };
        by_values
            .or_else(by_entry)
            .or_else(by_sentence)
            .or_else(by_words)
            .or_else(|| self.main.then(by_clause).flatten())
    }
}

impl Meaning<'_> {
    /// Whether the entry says of when the value at `span` is, by the date that
    /// follows it: *2.1% in September from 2.6% in August*.
    fn says_when(&self, read: &Read, span: &Range<usize>) -> bool {
        let sentence = read.prose.sentence_of(span.start);
        let follows = |at: usize| at >= span.end && read.prose.sentence_of(at) == sentence;
        let figures = read.figures.iter().filter(|found| is_told(found));
        let next = figures
            .map(|found| found.span.start)
            .filter(|at| follows(*at));
        let next = next.min().unwrap_or(usize::MAX);
        // In a list of dates and values either may come first; a word tells.
        let tied = |at: usize| {
            let between = read.prose.at(&(span.end..at)).trim_end();
            [" in", " for", " of", " on"]
                .iter()
                .any(|word| between.ends_with(word))
        };
        let within = |at: usize| follows(at) && at < next && tied(at);
        let mut dates = read.dates.iter().map(|found| &found.span);
        let mut months = read.words.iter().filter(|(at, word)| {
            within(*at) && Date::parse(word).is_ok_and(|date| date.month.is_some())
        });
        dates.any(|at| within(at.start) && self.says(read, at))
            || months.any(|(_, month)| self.words.contains(month))
    }

    /// Whether the entry says elsewhere what stands at `span`.
    fn says(&self, read: &Read, span: &Range<usize>) -> bool {
        let figures = read.figures.iter().filter(|found| found.span == *span);
        let mut figures = figures.map(|found| found.figure.number.value.to_string());
        let dates = read.dates.iter().filter(|found| found.span == *span);
        let mut dates = dates
            .flat_map(|found| [Some(found.date), found.to])
            .flatten();
        let mut terms = read.terms.iter().filter(|found| found.span == *span);
        figures.any(|value| self.beside.contains_key(&value))
            || terms.any(|found| {
                let undated = Term {
                    year: None,
                    ..found.term
                };
                [found.term, undated]
                    .iter()
                    .any(|term| self.beside.contains_key(&term.to_string()))
            })
            || dates.any(|date| {
                let known = self
                    .beside
                    .keys()
                    .filter_map(|known| Date::parse_iso(known).ok());
                let mut known = known;
                known.any(|known| super::days::cut_to(date, known) == Some(known))
            })
    }
}

/// Whether a figure of two digits or more stands in a sentence of an article.
fn stands(read: &Read, value: &What, sentence: usize) -> bool {
    let What::Figure(value) = value else {
        return false;
    };
    let digits = value.number.significant_digits();
    digits.is_some_and(|digits| digits > 1)
        && read.figures.iter().any(|found| {
            found.figure.number.equals(&value.number)
                && read.prose.sentence_of(found.span.start) == sentence
        })
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
    let index = |byte: usize| read.words.partition_point(|(at, _)| *at < byte);
    told(read, words, index(start)..index(span.start))
}

/// How well the words fit behind a date, up to where its clause ends: `다음 주
/// 월요일 첫 삽을 뜬다`. Nothing for what is no date.
fn behind(read: &Read, words: &Words, span: &Range<usize>) -> f64 {
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
    let next = starts.filter(|start| *start >= span.end).fold(end, usize::min);
    let text = read.prose.at(&(span.end..next));
    // "On Monday, it opened" goes on behind its comma.
    let comma = text.char_indices().skip(2).find(|(_, c)| *c == ',');
    comma.map_or(next, |(at, _)| span.end + at)
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
