//! Passages of an article that a claim may be meant to be: each rule finds the one
//! that speaks for itself, or none.

use std::ops::Range;

use super::{Meaning, says};
use crate::author::against::alike::converted;
use crate::author::against::article::Read;
use crate::author::against::claim::What;
use crate::author::against::days::is_compared_between;
use crate::author::against::passage::{around, behind, fit, is_told, more};
use crate::author::prose::FigureFound;

/// How much more must speak for another passage than for the one in which the
/// value stands: so many times as much, and so much more.
const MARGIN: (f64, f64) = (1.5, 1.0);
/// The same for what a text mentions by the way.
const MARGIN_OF_MENTION: (f64, f64) = (2.0, 2.0);

/// Where a claim stands, and where else it may be meant to stand.
pub(super) struct Rivals<'r, 's> {
    pub meaning: &'r Meaning<'r>,
    pub read: &'r Read,
    pub own: &'r [Range<usize>],
    pub others: &'s [Range<usize>],
}

impl<'s> Rivals<'_, 's> {
    /// The other one that is meant, if one is.
    pub fn meant(&self) -> Option<&'s Range<usize>> {
        if self.others.is_empty() || self.is_beside_its_value() {
            return None;
        }
        let first = self
            .by_values()
            .or_else(|| self.by_comparison())
            .or_else(|| self.by_entry())
            .or_else(|| self.by_sentence());
        if first.is_some() || self.is_placed() {
            return first;
        }
        self.by_day()
            .or_else(|| self.by_words())
            .or_else(|| self.by_what_follows())
            .or_else(|| self.by_clause())
    }

    /// A label speaks of where its value stands: phase 1, of 390 MW.
    fn is_beside_its_value(&self) -> bool {
        let beside = |span: &Range<usize>| {
            let at = self.sentence(span);
            let mut values = self.meaning.values.iter();
            values.any(|value| self.stands(value, at) || self.stands(value, at + 1))
        };
        !self.meaning.main && self.own.iter().any(beside) && !self.others.iter().any(beside)
    }

    /// Where what is told of it stands beside it, and no other does, nothing more
    /// is to be asked.
    fn is_placed(&self) -> bool {
        let alone = |own: &&Range<usize>| {
            let here = self.sentence(own);
            !self.others.iter().any(|other| self.sentence(other) == here)
        };
        let mut alone = self.own.iter().filter(alone);
        alone.any(|own| self.is_with_its_figure(own))
    }

    /// Dates and figures of one sentence go together in order.
    fn by_values(&self) -> Option<&'s Range<usize>> {
        self.near().find(|other| {
            let mut own = self.own.iter();
            let own = own.find(|own| self.sentence(own) == self.sentence(other));
            own.is_some_and(|own| self.is_paired(own, other))
        })
    }

    /// What is held against another day, is so in the article.
    fn by_comparison(&self) -> Option<&'s Range<usize>> {
        let compared = |span: &Range<usize>| is_compared(self.read, span);
        let elsewhere = self.meaning.compared && !self.own.iter().any(compared);
        let mut others = self.others.iter();
        others.find(|other| elsewhere && compared(other))
    }

    /// A formula reckons with what its card speaks of.
    fn by_entry(&self) -> Option<&'s Range<usize>> {
        let mut others = self.others.iter();
        others.find(|other| self.meaning.aside && !self.is_free(other))
    }

    /// The day of a figure is told where the figure is.
    fn by_sentence(&self) -> Option<&'s Range<usize>> {
        let read = self.read;
        let day = |span: &Range<usize>| {
            read.dates_in(span).iter().any(|found| found.span == *span) || is_term(read, span)
        };
        let told = |span: &Range<usize>| self.is_with_its_figure(span);
        let elsewhere = !self.own.iter().any(told) && self.own.iter().all(day);
        // A label and its question may each name the other.
        let mut others = self.others.iter();
        others.find(|other| elsewhere && !says(self.meaning.own, read, other) && told(other))
    }

    /// And the figure where the day is.
    fn by_day(&self) -> Option<&'s Range<usize>> {
        let read = self.read;
        let told = |span: &Range<usize>| {
            let dates = read.dates_in(&read.sentence_at(span.start)).iter();
            let mut dates = dates.map(|found| &found.span);
            dates.any(|day| self.meaning.says(read, day))
        };
        let elsewhere = self.meaning.main && !self.own.iter().any(told);
        let mut others = self.others.iter();
        others.find(|other| elsewhere && self.is_free(other) && told(other))
    }

    /// The words of the entry stand in another sentence.
    fn by_words(&self) -> Option<&'s Range<usize>> {
        let (meaning, read) = (self.meaning, self.read);
        let (factor, least) = match meaning.main {
            true => MARGIN,
            false => MARGIN_OF_MENTION,
        };
        // "In other words 75%" says nothing that the article does.
        let idle = |span: &Range<usize>| fit(read, meaning.words, span).is_empty();
        let idle = self.own.iter().chain(self.others).all(idle);
        let words = if idle {
            meaning.all_words
        } else {
            meaning.words
        };
        let fits = |span: &Range<usize>| fit(read, words, span);
        let answered = |span: &Range<usize>| meaning.is_answered(read, span);
        let here = self.own.iter().any(answered);
        let own: Vec<_> = self.own.iter().map(fits).collect();
        let far = self.others.iter().filter(|other| !self.is_near(other));
        let mut far = far.filter(|other| idle || self.is_free(other));
        far.find(|span| {
            // What is asked for stands here, and there it does not.
            if here && !answered(span) {
                return false;
            }
            let other = fits(span);
            own.iter()
                .all(|own| more(&other, own) > more(own, &other) * factor + least)
        })
    }

    /// Of two days of one sentence the one behind which the question goes on.
    fn by_what_follows(&self) -> Option<&'s Range<usize>> {
        let dated = |span: &Range<usize>| behind(self.read, self.meaning.words, span);
        let own = self.own.iter().map(dated).fold(0.0, f64::max);
        let mut near = self.near().filter(|other| self.is_free(other));
        near.find(|other| {
            self.meaning.answers.is_some() && dated(other) > own * MARGIN.0 + MARGIN.1
        })
    }

    /// The words of the entry stand around another figure of the same sentence.
    fn by_clause(&self) -> Option<&'s Range<usize>> {
        if !self.meaning.main {
            return None;
        }
        let (read, words) = (self.read, self.meaning.words);
        let dated = |span: &&Range<usize>| self.meaning.says_when(read, span);
        let figure = |span: &Range<usize>| {
            let mut figures = read.figures_in(span).iter();
            figures.any(|found| found.span == *span && is_told(found))
        };
        // What happened on a day is told behind it as well.
        if self.own.iter().any(|own| behind(read, words, own) > 0.0) {
            return None;
        }
        if self.own.iter().all(figure) {
            let of_the_day = self.near().find(dated);
            match (self.own.iter().any(|own| dated(&own)), of_the_day) {
                (true, None) => return None,
                (false, Some(other)) => return Some(other),
                _ => {}
            }
        }
        let mut near = self.near().filter(|other| self.is_free(other));
        near.find(|other| {
            let here = self.sentence(other);
            let own = self.own.iter().filter(|own| self.sentence(own) == here);
            let own = own.map(|own| around(read, words, own)).fold(0.0, f64::max);
            around(read, words, other) > own * MARGIN.0 + MARGIN.1
        })
    }

    /// The number of the sentence in which a passage is.
    fn sentence(&self, span: &Range<usize>) -> usize {
        self.read.prose.sentence_of(span.start)
    }

    /// Whether it is in a sentence in which the claim stands as well.
    fn is_near(&self, span: &Range<usize>) -> bool {
        let here = self.sentence(span);
        self.own.iter().any(|own| self.sentence(own) == here)
    }

    fn near(&self) -> impl Iterator<Item = &'s Range<usize>> {
        self.others.iter().filter(|other| self.is_near(other))
    }

    /// Whether the entry does not say it elsewhere.
    fn is_free(&self, span: &Range<usize>) -> bool {
        !self.meaning.says(self.read, span)
    }

    /// Whether a day stands where a figure of the entry does.
    fn is_with_its_figure(&self, span: &Range<usize>) -> bool {
        if is_compared(self.read, span) {
            return false;
        }
        let at = self.sentence(span);
        let stands = |at: usize| {
            let mut values = self.meaning.values.iter().chain(self.meaning.reckoned);
            values.any(|value| self.stands(value, at))
        };
        stands(at) || is_term(self.read, span) && goes_on(self.read, at + 1) && stands(at + 1)
    }

    /// Whether a figure of two digits or more stands in a sentence of the article.
    fn stands(&self, value: &What, sentence: usize) -> bool {
        let Some(sentence) = self.read.prose.sentences().get(sentence) else {
            return false;
        };
        let What::Figure(value) = value else {
            return false;
        };
        let digits = value.number.significant_digits();
        digits.is_some_and(|digits| digits > 1)
            && self.read.figures_in(sentence).iter().any(|found| {
                found.figure.number.equals(&value.number) || converted(value, &found.figure)
            })
    }

    /// Whether `other` goes with a value of the entry and `own` with another: where
    /// a sentence lists as many dates as figures, they go together in order.
    fn is_paired(&self, own: &Range<usize>, other: &Range<usize>) -> bool {
        let read = self.read;
        let at = self.sentence(own);
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
        self.meaning.values.iter().any(|value| {
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
}

/// Whether what the sentence tells is held against that of a day: 4년 전보다,
/// *than in 2019*.
fn is_compared(read: &Read, span: &Range<usize>) -> bool {
    let sentence = read.sentence_at(span.start);
    let head = read.prose.at(&(sentence.start..span.start));
    let rest = read.prose.at(&(span.end..sentence.end.max(span.end)));
    is_compared_between(head, rest)
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
