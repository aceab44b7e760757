//! Two figures of one cloze, each in the gap of the other: both stand in one
//! sentence of the article, and the words beside each are there beside the other.

use std::ops::Range;

use super::alike::{Held, held};
use super::article::Read;
use super::change::{End, end_of};
use super::passage::is_told;
use super::words::{IDLE, alike};
use crate::author::prose::{FigureFound, words};
use crate::figure::Figure;

/// A gap of a cloze that has a figure.
pub(super) type Gap = (Range<usize>, Figure);

/// The figures of `gaps` in `text` that are in each other's place: for each which
/// gap it is of, and the figure that the article has there.
pub(super) fn of<'r>(text: &str, gaps: &[Gap], read: &'r Read) -> Vec<(usize, &'r FigureFound)> {
    let pairs = (1..gaps.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
    let mut swapped = Vec::new();
    for (first, second) in pairs {
        let (Some(one), Some(other)) = (gaps.get(first), gaps.get(second)) else {
            continue;
        };
        if one.1.unit != other.1.unit || one.1.number.equals(&other.1.number) {
            continue;
        }
        let mut places = pair_places(&one.1, &other.1, read).peekable();
        let there = places.peek().copied();
        let spans = (&one.0, &other.0);
        let is_swapped = |place| is_swapped(text, gaps, spans, (&one.1, &other.1), place, read);
        if let Some((here, there)) = there
            && places.all(is_swapped)
        {
            swapped.extend([(first, there), (second, here)]);
        }
    }
    swapped
}

/// Where both of two figures stand in one sentence.
fn pair_places<'r>(
    one: &Figure,
    other: &Figure,
    read: &'r Read,
) -> impl Iterator<Item = (&'r FigureFound, &'r FigureFound)> {
    let found = |figure: &Figure, sentence: &Range<usize>| {
        let mut figures = read.figures_in(sentence).iter();
        figures.find(|found| matches!(held(figure, found), Held::Same))
    };
    let sentences = read.prose.sentences().iter();
    sentences.filter_map(move |sentence| Some((found(one, sentence)?, found(other, sentence)?)))
}

/// Whether two gaps have each the words beside it that the other's figure has.
fn is_swapped(
    text: &str,
    gaps: &[Gap],
    spans: (&Range<usize>, &Range<usize>),
    figures: (&Figure, &Figure),
    place: (&FigureFound, &FigureFound),
    read: &Read,
) -> bool {
    let end = |span: &Range<usize>| {
        let (head, rest) = (text.get(..span.start)?, text.get(span.end..)?);
        End::between(head, rest)
    };
    let there = |found: &FigureFound, figure: &Figure| {
        let end = end_of(read, found, &figure.number.value)?;
        Some(end.0)
    };
    // Which end of a change each is says more than any word.
    let ends = (
        end(spans.0).zip(end(spans.1)),
        there(place.0, figures.0).zip(there(place.1, figures.1)),
    );
    if let (Some((from, to)), Some((one, other))) = ends
        && from != to
        && one != other
    {
        return from == other;
    }
    let marks: Vec<Range<usize>> = gaps.iter().map(|(span, _)| span.clone()).collect();
    let whole = 0..text.len();
    let sentence = read.sentence_at(place.0.span.start);
    let told = read.figures_in(&sentence).iter();
    let told: Vec<Range<usize>> = told
        .filter(|found| is_told(found))
        .map(|found| found.span.clone())
        .collect();
    let mine = |span| words_beside(text, &whole, &marks, span);
    let theirs =
        |found: &FigureFound| words_beside(read.prose.text(), &sentence, &told, &found.span);
    let (one, other) = (mine(spans.0), mine(spans.1));
    let (first, second) = (theirs(place.0), theirs(place.1));
    shared(&one, &second) > shared(&one, &first) && shared(&other, &first) > shared(&other, &second)
}

/// How many of some words stand among others, in whatever form.
fn shared(mine: &[String], theirs: &[String]) -> usize {
    let stands = |word: &&String| theirs.iter().any(|there| alike(there, word));
    mine.iter().filter(stands).count()
}

/// The words that tell what a figure at `span` is of: from the figure before it to
/// the one behind it, those between two as a comma or an *and* parts them.
fn words_beside(
    text: &str,
    whole: &Range<usize>,
    figures: &[Range<usize>],
    span: &Range<usize>,
) -> Vec<String> {
    let before = figures.iter().filter(|other| other.end <= span.start);
    let before = before.map(|other| other.end).max();
    let behind = figures.iter().filter(|other| other.start >= span.end);
    let behind = behind.map(|other| other.start).min();
    let parted = |between: Range<usize>| {
        const MARKS: [&str; 7] = [
            ", ",
            "; ",
            " and ",
            " but ",
            " while ",
            " against ",
            " where ",
        ];
        let within = text.get(between.clone()).unwrap_or_default();
        let first = MARKS.iter().filter_map(|mark| within.find(mark)).min();
        let last = MARKS.iter().filter_map(|mark| within.rfind(mark)).max();
        // In Korean what is told stands before its figure.
        let none = if within.is_ascii() {
            (within.len(), within.len())
        } else {
            (0, 0)
        };
        let (first, last) = first.zip(last).unwrap_or(none);
        (between.start + first, between.start + last)
    };
    let from = before.map_or(whole.start, |end| parted(end..span.start).1);
    let to = behind.map_or(whole.end, |start| parted(span.end..start).0);
    let beside = [from..span.start, span.end..to];
    let parts = beside.iter().filter_map(|part| text.get(part.clone()));
    let all = parts.flat_map(words).map(|(_, word)| word);
    all.filter(|word| !IDLE.contains(&word.as_str())).collect()
}
