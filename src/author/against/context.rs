//! Whether a value that stands in an article is the one that a card means.
//!
//! A slip of one digit may give a value that stands in the article too, about
//! something else: 4,000 companies for 4,400, the 20th for the 29th. So where
//! another value stands one digit away, the passages are held against the
//! card's own words: the value that is meant stands among them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::alike::converted;
use super::article::Read;
use super::change::End;
use super::claim::What;
use super::passage::{around, behind, fit, is_told, more, next_clause};
use super::words::{Words, akin, knows};
use crate::author::prose::{DateFound, FigureFound, Term};
use crate::figure::Date;

/// How much more must speak for another passage than for the one in which the
/// value stands: so many times as much, and so much more.
const MARGIN: (f64, f64) = (1.5, 1.0);
/// The same for what a text mentions by the way.
const MARGIN_OF_MENTION: (f64, f64) = (2.0, 2.0);
/// The same for a figure that no slip makes of the claim's, in another sentence
/// and in the next clause of one.
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
        if others.is_empty() {
            return None;
        }
        let free = |other: &&Range<usize>| !self.says(read, other);
        let sentence = |span: &Range<usize>| read.prose.sentence_of(span.start);
        let sentences: HashSet<usize> = own.iter().map(sentence).collect();
        let together = |other: &Range<usize>| sentences.contains(&sentence(other));
        // A label speaks of where its value stands: phase 1, of 390 MW.
        let beside = |span: &Range<usize>| {
            let at = sentence(span);
            let mut values = self.values.iter();
            values.any(|value| stands(read, value, at) || stands(read, value, at + 1))
        };
        if !self.main && own.iter().any(beside) && !others.iter().any(beside) {
            return None;
        }
        let (near, far): (Vec<_>, Vec<_>) = others.iter().partition(|other| together(other));
        let by_values = near.iter().copied().find(|other| {
            let own = own.iter().find(|own| sentence(own) == sentence(other));
            own.is_some_and(|own| paired(read, self.values, own, other))
        });
        let (factor, least) = if self.main { MARGIN } else { MARGIN_OF_MENTION };
        let by_words = || {
            // "In other words 75%" says nothing that the article does.
            let idle = |span: &Range<usize>| fit(read, self.words, span).is_empty();
            let idle = own.iter().chain(others).all(idle);
            let words = if idle { self.all_words } else { self.words };
            let fits = |span: &Range<usize>| fit(read, words, span);
            let answered = |span: &Range<usize>| self.is_answered(read, span);
            let here = own.iter().any(answered);
            let own: Vec<_> = own.iter().map(fits).collect();
            let mut far = far.into_iter().filter(|other| idle || free(other));
            far.find(|span| {
                // What is asked for stands here, and there it does not.
                if here && !answered(span) {
                    return false;
                }
                let other = fits(span);
                own.iter()
                    .all(|own| more(&other, own) > more(own, &other) * factor + least)
            })
        };
        let by_clause = || {
            let dated = |span: &&Range<usize>| self.says_when(read, span);
            let of_the_day = near.iter().copied().find(dated);
            let figure = |span: &Range<usize>| {
                let mut figures = read.figures_in(span).iter();
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
                    .map(|own| around(read, self.words, own))
                    .fold(0.0, f64::max);
                around(read, self.words, other) > own * MARGIN.0 + MARGIN.1
            })
        };
        // The day of a figure is told where the figure is.
        let told = |span: &Range<usize>| {
            if is_compared(read, span) {
                return false;
            }
            let at = sentence(span);
            let values = || self.values.iter().chain(self.reckoned);
            let stands = |at: usize| values().any(|value| stands(read, value, at));
            stands(at) || is_term(read, span) && goes_on(read, at + 1) && stands(at + 1)
        };
        let by_sentence = || {
            let day = |span: &Range<usize>| {
                read.dates_in(span).iter().any(|found| found.span == *span) || is_term(read, span)
            };
            // A label and its question may each name the other.
            let mut others = others.iter().filter(|other| !says(self.own, read, other));
            let elsewhere = !own.iter().any(told) && own.iter().all(day);
            others.find(|other| elsewhere && told(other))
        };
        // And the figure where the day is.
        let by_day = || {
            let told = |span: &Range<usize>| {
                let dates = read.dates_in(&read.sentence_at(span.start)).iter();
                let mut dates = dates.map(|found| &found.span);
                dates.any(|day| self.says(read, day))
            };
            let mut others = others.iter().filter(free);
            let elsewhere = self.main && !own.iter().any(told);
            others.find(|other| elsewhere && told(other))
        };
        // Of two days of one sentence the one behind which the question goes on.
        let by_what_follows = || {
            let dated = |span: &Range<usize>| behind(read, self.words, span);
            let own = own.iter().map(dated).fold(0.0, f64::max);
            let mut near = near.iter().copied().filter(free);
            near.find(|other| self.answers.is_some() && dated(other) > own * MARGIN.0 + MARGIN.1)
        };
        // What is held against another day, is so in the article.
        let by_comparison = || {
            let elsewhere = self.compared && !own.iter().any(|own| is_compared(read, own));
            let mut others = others.iter();
            others.find(|other| elsewhere && is_compared(read, other))
        };
        // A formula reckons with what its card speaks of.
        let by_entry = || {
            let mut others = others.iter();
            others.find(|other| self.aside && self.says(read, other))
        };
        // Where what is told of it stands beside it, and no other does, nothing more
        // is to be asked.
        let alone = |own: &&Range<usize>| {
            let here = sentence(own);
            !others.iter().any(|other| sentence(other) == here)
        };
        let placed = own.iter().filter(alone).any(told);
        let first = by_values
            .or_else(by_comparison)
            .or_else(by_entry)
            .or_else(by_sentence);
        if first.is_some() || placed {
            return first;
        }
        by_day()
            .or_else(by_words)
            .or_else(by_what_follows)
            .or_else(|| self.main.then(by_clause).flatten())
    }
}

impl Meaning<'_> {
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

/// Whether what the sentence tells is held against that of a day: 4년 전보다,
/// *than in 2019*.
fn is_compared(read: &Read, span: &Range<usize>) -> bool {
    let sentence = read.sentence_at(span.start);
    let head = read.prose.at(&(sentence.start..span.start)).to_lowercase();
    let rest = read.prose.at(&(span.end..sentence.end.max(span.end)));
    super::days::is_compared_between(&head, rest)
}

/// Whether the sentence is of the term that was told before it.
fn goes_on(read: &Read, sentence: usize) -> bool {
    let Some(span) = read.prose.sentences().get(sentence) else {
        return false;
    };
    let words = [
        "같은 기간",
        "같은 분기",
        "the same period",
        "the same quarter",
    ];
    let text = read.prose.at(span).to_lowercase();
    words.iter().any(|word| text.contains(word)) && read.terms_in(span).is_empty()
}

fn is_term(read: &Read, span: &Range<usize>) -> bool {
    read.terms_in(span).iter().any(|found| found.span == *span)
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

/// Whether a figure of two digits or more stands in a sentence of an article.
fn stands(read: &Read, value: &What, sentence: usize) -> bool {
    let Some(sentence) = read.prose.sentences().get(sentence) else {
        return false;
    };
    let What::Figure(value) = value else {
        return false;
    };
    let digits = value.number.significant_digits();
    digits.is_some_and(|digits| digits > 1)
        && read.figures_in(sentence).iter().any(|found| {
            found.figure.number.equals(&value.number) || converted(value, &found.figure)
        })
}

/// Whether `other` goes with a value of the entry and `own` with another: where
/// a sentence lists as many dates as figures, they go together in order.
fn paired(read: &Read, values: &[What], own: &Range<usize>, other: &Range<usize>) -> bool {
    let at = read.prose.sentence_of(own.start);
    let Some(sentence) = read.prose.sentences().get(at) else {
        return false;
    };
    let dates: Vec<&Range<usize>> = read
        .dates_in(sentence)
        .iter()
        .map(|found| &found.span)
        .collect();
    let Some(place) = dates.iter().position(|span| *span == other) else {
        return false;
    };
    if !dates.contains(&own) {
        return false;
    }
    let figures: &[FigureFound] = read.figures_in(sentence);
    values.iter().any(|value| {
        let What::Figure(value) = value else {
            return false;
        };
        let alike: Vec<&FigureFound> = figures
            .iter()
            .filter(|found| found.figure.unit == value.unit)
            .collect();
        alike.len() == dates.len()
            && alike
                .get(place)
                .is_some_and(|found| found.figure.number.equals(&value.number))
    })
}
