//! The time of a figure: what its own clause says of when it was. A figure that
//! stands with the time that a card names is the one that the card means.

use std::ops::Range;

use super::Verdict;
use super::alike::{Held, held};
use super::article::Read;
use super::claim::What;
use super::context::{Meaning, says_date};
use super::days::{cut_to, is_compared_between};
use super::passage::{fit, is_told};
use crate::author::prose::{DateFound, FigureFound};
use crate::figure::Date;
use crate::order::Order as _;

/// What may stand between a time and the figure behind it that is of that time.
const BEFORE: &[&str] = &[
    "", "(", "의", "에", "에는", "엔", "에도", "말", "말의", "’s", "'s",
];
/// The same between a figure and the time behind it.
const BEHIND: &[&str] = &[
    "",
    "(",
    "at the end of",
    "by the end of",
    "during",
    "for",
    "in",
    "in the",
    "of",
];

/// The time that is told of the figure at `span`: the one beside it, or the last
/// one before it in its sentence that stands beside no other figure.
pub(super) fn of<'r>(read: &'r Read, span: &Range<usize>) -> Option<&'r DateFound> {
    let sentence = read.sentence_at(span.start);
    let inside = |found: &&DateFound| sentence.contains(&found.span.start);
    let counted: Vec<&DateFound> = read.earlier.iter().filter(inside).collect();
    // What is counted from another time of the text is not counted from its day.
    let over = |found: &&DateFound| {
        let mut counted = counted.iter();
        !counted.any(|other| other.span.start < found.span.end && found.span.start < other.span.end)
    };
    let told = read.dates_in(&sentence).iter().filter(over);
    let mut times: Vec<&DateFound> = told
        .chain(counted.iter().copied())
        .filter(|found| found.date.year.is_some() && !is_compared(read, &sentence, found))
        .collect();
    times.order_by_key(|found| found.span.start);
    let beside = |time: &&DateFound, figure: &Range<usize>| is_beside(read, &time.span, figure);
    let own = times.iter().find(|time| beside(time, span));
    own.copied().or_else(|| {
        let figures = read.figures_in(&sentence).iter();
        let others: Vec<&Range<usize>> = figures
            .filter(|found| is_told(found) && found.span != *span)
            .map(|found| &found.span)
            .collect();
        let free = |time: &&&DateFound| {
            let taken = others.iter().any(|other| beside(time, other));
            time.span.end <= span.start && !taken
        };
        times.iter().rev().find(free).copied()
    })
}

/// Whether a time and a figure stand side by side.
fn is_beside(read: &Read, time: &Range<usize>, figure: &Range<usize>) -> bool {
    let joined = |from: usize, to: usize, words: &[&str]| {
        let between = read.prose.text().get(from..to);
        between.is_some_and(|between| words.contains(&between.trim().to_lowercase().as_str()))
    };
    joined(time.end, figure.start, BEFORE) || joined(figure.end, time.start, BEHIND)
}

/// Whether it is only what something else is held against: `1년 전보다`.
fn is_compared(read: &Read, sentence: &Range<usize>, time: &DateFound) -> bool {
    let head = read.prose.at(&(sentence.start..time.span.start));
    let rest = read
        .prose
        .at(&(time.span.end..sentence.end.max(time.span.end)));
    is_compared_between(head, rest)
}

/// The verdict on the date of a headline: one that stands with its value in any
/// place of the article is the one that is meant.
pub(super) fn with_value(
    what: &What,
    verdict: Verdict,
    read: &Read,
    meaning: &Meaning<'_>,
) -> Verdict {
    match (what, &verdict) {
        (What::Date(date), Verdict::Elsewhere { .. }) if !meaning.compared => {
            let line = line_with(*date, meaning.values, read);
            line.map_or(verdict, |line| Verdict::Found { line })
        }
        _ => verdict,
    }
}

/// The line on which one of the `values` of an entry stands with a date.
fn line_with(date: Date, values: &[What], read: &Read) -> Option<usize> {
    let is_value = |value: &What, at: usize| {
        let (What::Figure(figure), Some(found)) = (value, read.figures.get(at)) else {
            return false;
        };
        let digits = figure.number.significant_digits();
        digits.is_some_and(|digits| digits > 1) && matches!(held(figure, found), Held::Same)
    };
    let mut figures = read.figures.iter().enumerate();
    figures.find_map(|(at, found)| {
        let mut values = values.iter();
        let time = values
            .any(|value| is_value(value, at))
            .then(|| of(read, &found.span))??;
        let is = time.to.is_none() && cut_to(time.date, date) == Some(date);
        is.then_some(time.line)
    })
}

impl Meaning<'_> {
    /// Whether the entry names the time that is told of the figure at `span`.
    pub fn is_of_its_time(&self, read: &Read, span: &Range<usize>) -> bool {
        self.says_when(read, span)
            || of(read, span).is_some_and(|time| says_date(self.beside, time))
    }

    /// Whether a time stands beside another figure than the entry's value, in a
    /// sentence that has that value: *31 cents, up from 22 cents in 2022*.
    pub fn is_of_another_figure(&self, read: &Read, time: &Range<usize>) -> bool {
        let is_value = |found: &FigureFound| {
            let mut values = self.values.iter();
            values.any(|value| match value {
                What::Figure(figure) => !matches!(held(figure, found), Held::Other),
                _ => false,
            })
        };
        let figures = read.figures_in(&read.sentence_at(time.start)).iter();
        let (values, others): (Vec<_>, Vec<_>) = figures.partition(|found| is_value(found));
        let beside = |found: &&FigureFound| is_beside(read, time, &found.span);
        let mut others = others.into_iter().filter(|found| is_told(found));
        !values.is_empty() && !values.iter().any(beside) && others.any(|found| beside(&found))
    }

    /// Whether one of `own` is of the time that the entry names, and `other` is not
    /// and has no word of the entry beside it that the first has not.
    pub fn is_of_another_time(
        &self,
        read: &Read,
        own: &[Range<usize>],
        other: &Range<usize>,
    ) -> bool {
        let there = || fit(read, self.all_words, other);
        !self.is_of_its_time(read, other)
            && own.iter().any(|own| {
                let here = fit(read, self.all_words, own);
                self.is_of_its_time(read, own) && there().keys().all(|word| here.contains_key(word))
            })
    }
}
