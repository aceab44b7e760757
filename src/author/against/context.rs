//! Whether a value that stands in an article is the one that a card means.
//!
//! A slip of one digit may give a value that stands in the article too, about
//! something else: 4,000 companies for 4,400, the 20th for the 29th. So where
//! another value stands one digit away, the passages are held against the
//! card's own words: the value that is meant stands among them.

mod rivals;

use std::collections::HashMap;
use std::ops::Range;

use super::article::Read;
use super::change::End;
use super::claim::What;
use super::passage::{fit, is_told, more, next_clause};
use super::words::{Words, akin, knows};
use crate::author::prose::{DateFound, Term};
use crate::figure::Date;
use rivals::Rivals;

/// How much more must speak for a figure that no slip makes of the claim's than for
/// the one in which it stands: so many times as much, and so much more; in another
/// sentence, and in the next clause of one.
const MARGIN_BY_FAR: (f64, f64) = (3.0, 4.0);
const MARGIN_OF_NEXT: (f64, f64) = (2.0, 3.0);
/// So many sentences on, what is spoken of is named again.
const FAR: usize = 3;
/// Fewer words make no sentence that a question is in the words of.
const FEWEST: usize = 4;

/// What a claim is to be understood by.
pub(super) struct Meaning<'m> {
    /// The words of its entry; of a mention those of its text.
    pub words: &'m Words,
    /// The words of its entry.
    pub all_words: &'m Words,
    /// Whether the entry is about it; else one of its texts mentions it.
    pub main: bool,
    /// Whether it is a figure of a formula, and the entry says it nowhere else.
    pub aside: bool,
    /// Which end of a change the entry asks for.
    pub end: Option<End>,
    /// Whether its text holds something against that of a date which it is.
    pub compared: bool,
    /// Whether its text reckons.
    pub reckons: bool,
    /// Whether its text is as of that date.
    pub as_of: bool,
    /// What the entry says, in the spelling of claims, and how often.
    pub beside: &'m HashMap<String, usize>,
    /// The same of its own text.
    pub own: &'m HashMap<String, usize>,
    /// The words of what the entry asks for, where the text is its question.
    pub answers: Option<&'m Words>,
    /// Figures and dates that the entry is about, where the text says of when
    /// they are.
    pub values: &'m [What],
    /// What the entry's own value is reckoned from, where that is what the claim
    /// is or says something of.
    pub reckoned: &'m [What],
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
        let rivals = Rivals {
            meaning: self,
            read,
            own,
            others,
        };
        rivals.meant()
    }

    /// Of figures that no slip makes of the claim's, the one that its words are
    /// beside by far: that of another subject.
    pub fn meant_by_far<'s>(
        &self,
        read: &Read,
        own: &[Range<usize>],
        others: &'s [Range<usize>],
    ) -> Option<&'s Range<usize>> {
        let sentence = |span: &Range<usize>| read.prose.sentence_of(span.start);
        let free = |other: &&Range<usize>| !self.says(read, other);
        others.iter().filter(free).find(|other| {
            let there = fit(read, self.words, other);
            own.iter().all(|own| {
                if sentence(own) == sentence(other) {
                    let behind = next_clause(read, self.words, own, other);
                    return behind.is_some_and(|(here, there)| {
                        there > here * MARGIN_OF_NEXT.0 + MARGIN_OF_NEXT.1
                    });
                }
                // A sentence may go on with what the one before it speaks of, unless
                // the question is in the words of that one.
                let here = fit(read, self.words, own);
                let apart = sentence(own).abs_diff(sentence(other)) >= FAR;
                more(&there, &here) > more(&here, &there) * MARGIN_BY_FAR.0 + MARGIN_BY_FAR.1
                    && (apart || here.len() <= 1 && self.is_in_words_of(read, other))
            })
        })
    }

    /// Whether what the entry says, as far as an article has words of it, is in the
    /// words of the sentence of `span`, all of them or all but one.
    fn is_in_words_of(&self, read: &Read, span: &Range<usize>) -> bool {
        let here = read.words_in(&read.sentence_at(span.start));
        let here = read.words.get(here).unwrap_or_default();
        let stands = |there: &[(usize, String)], word: &str| {
            there.iter().any(|(_, there)| akin(there, word))
        };
        let known = self.words.iter().filter(|word| stands(&read.words, word));
        let (there, elsewhere): (Vec<&String>, Vec<_>) = known.partition(|word| stands(here, word));
        there.len() >= FEWEST && elsewhere.len() <= 1
    }

    /// Whether the entry says of when the value at `span` is, by the date that
    /// follows it: *2.1% in September from 2.6% in August*.
    pub fn says_when(&self, read: &Read, span: &Range<usize>) -> bool {
        let end = read.sentence_at(span.start).end.max(span.end);
        let rest = span.end..end;
        let figures = read.figures_in(&rest).iter();
        let next = figures.filter(|found| is_told(found));
        let next = next.map(|found| found.span.start).min();
        let next = next.unwrap_or(usize::MAX);
        // In a list of dates and values either may come first; a word tells.
        let tied = |at: usize| {
            let between = read.prose.at(&(span.end..at)).trim_end();
            [" in", " for", " of", " on"]
                .iter()
                .any(|word| between.ends_with(word))
        };
        let within = |at: usize| at < next && tied(at);
        let mut dates = read.dates_in(&rest).iter().map(|found| &found.span);
        let words = read.words.get(read.words_in(&rest)).unwrap_or_default();
        let mut months = words.iter().filter(|(at, word)| {
            within(*at) && Date::parse(word).is_ok_and(|date| date.month.is_some())
        });
        dates.any(|at| within(at.start) && self.says(read, at))
            || months.any(|(_, month)| self.words.contains(month))
    }

    /// Whether something that the entry asks for stands in the sentence of `span`.
    fn is_answered(&self, read: &Read, span: &Range<usize>) -> bool {
        let numbers = read.words_in(&read.sentence_at(span.start));
        let words = read.words.get(numbers).unwrap_or_default();
        let answers = self.answers;
        let told = |word: &str| word.len() > 3 && answers.is_some_and(|known| knows(known, word));
        words.iter().any(|(_, word)| told(word))
    }

    /// Whether the entry says elsewhere what stands at `span`.
    fn says(&self, read: &Read, span: &Range<usize>) -> bool {
        says(self.beside, read, span)
    }
}

/// Whether what stands at `span` is among `known`, in the spelling of claims.
fn says(known: &HashMap<String, usize>, read: &Read, span: &Range<usize>) -> bool {
    let figures = read.figures_in(span).iter();
    let figures = figures.filter(|found| found.span == *span);
    let mut figures = figures.map(|found| found.figure.number.value.to_string());
    let dates = read.dates_in(span).iter();
    let mut dates = dates.filter(|found| found.span == *span);
    let terms = read.terms_in(span).iter();
    let mut terms = terms.filter(|found| found.span == *span);
    figures.any(|value| known.contains_key(&value))
        || terms.any(|found| {
            let undated = Term {
                year: None,
                ..found.term
            };
            [found.term, undated]
                .iter()
                .any(|term| known.contains_key(&term.to_string()))
        })
        || dates.any(|found| says_date(known, found))
}

/// Whether a date, or one of the ends of its span, is among `known`.
pub(super) fn says_date(known: &HashMap<String, usize>, found: &DateFound) -> bool {
    let mut ends = [Some(found.date), found.to].into_iter().flatten();
    ends.any(|date| is_said(known, date))
}

fn is_said(known: &HashMap<String, usize>, date: Date) -> bool {
    let days = known.keys().flat_map(|days| days.split('~'));
    let mut days = days.filter_map(|day| Date::parse_iso(day).ok());
    days.any(|day| super::days::cut_to(date, day) == Some(day))
}
