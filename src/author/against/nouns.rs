//! What a figure counts: twelve people are none of twelve basis points, and
//! 1,012 votes none of 1,012 adults.
//!
//! A noun of which the article counts nothing is the author's own word for what
//! it counts. One that it counts elsewhere is the article's word, and what it
//! calls otherwise is something else.

use super::article::Read;
use super::claim::Claim;
use crate::author::prose::{FigureFound, is_plural, words};
use crate::figure::{Figure, Unit};
use crate::text::{Lang, is_hangul};

/// Whether a figure of an article counts or measures something else than the
/// one of a claim that has its number.
pub(super) fn is_of_another(
    claim: &Claim<'_>,
    figure: &Figure,
    found: &FigureFound,
    read: &Read,
) -> bool {
    let lang = lang(&claim.written);
    if claim.is_of_formula() || !tells(&figure.unit) || lang != of_found(found, read) {
        return false;
    }
    if found.figure.unit.is_a_measure() {
        return figure
            .unit
            .counts_by_the_same_word(&figure.unit, lang)
            .is_some();
    }
    let same = |unit: &Unit| figure.unit.counts_by_the_same_word(unit, lang);
    let another = tells(&found.figure.unit) && same(&found.figure.unit) == Some(false);
    let counted = || {
        let mut figures = read.figures.iter();
        figures.any(|other| {
            let alike = lang == of_found(other, read) && same(&other.figure.unit) == Some(true);
            alike && !other.figure.number.equals(&figure.number)
        })
    };
    another && counted() && !is_called_so(figure, found, read)
}

/// The language in which a figure is written.
fn lang(written: &str) -> Lang {
    if written.contains(is_hangul) {
        Lang::Ko
    } else {
        Lang::En
    }
}

fn of_found(found: &FigureFound, read: &Read) -> Lang {
    lang(read.prose.at(&found.span))
}

/// Whether what stands behind a number is a noun beyond doubt: "41,276 watched".
fn tells(unit: &Unit) -> bool {
    match unit {
        Unit::Other(word) => is_plural(word),
        unit => unit.is_countable(),
    }
}

/// Whether a bare number is one of what a claim counts, of which its sentence or the
/// one before tells: *ordered 84 new sleeping cars. Only 19 have been delivered.*
pub(super) fn is_counted_before(figure: &Figure, found: &FigureFound, read: &Read) -> bool {
    let bare = found.figure.unit == Unit::None && !found.figure.number.fraction;
    if !bare || !tells(&figure.unit) {
        return false;
    }
    let Some(noun) = noun_of(&figure.unit) else {
        return false;
    };
    let at = read.prose.sentence_of(found.span.start);
    let mut sentences = [Some(at), at.checked_sub(1)].into_iter().flatten();
    sentences.any(|at| {
        let sentence = read.prose.sentences().get(at).cloned();
        let words = read.words.get(read.words_in(&sentence.unwrap_or_default()));
        let mut words = words.unwrap_or_default().iter();
        words.any(|(_, word)| super::words::alike(word, &noun))
    })
}

/// The last word of the noun that a unit counts by.
fn noun_of(unit: &Unit) -> Option<String> {
    let noun = match unit {
        Unit::Count(counter) => counter.english.as_str(),
        Unit::Other(word) => word,
        _ => return None,
    };
    words(noun).pop().map(|(_, noun)| noun)
}

/// Whether the noun of a claim stands beside a figure all the same, between the
/// figures before it and behind it.
fn is_called_so(figure: &Figure, found: &FigureFound, read: &Read) -> bool {
    let sentence = read.sentence_at(found.span.start);
    let others = read.figures_in(&sentence).iter().map(|other| &other.span);
    let before = others.clone().map(|span| span.end);
    let before = before.filter(|end| *end <= found.span.start);
    let behind = others.map(|span| span.start);
    let behind = behind.filter(|start| *start >= found.span.end);
    let from = before.fold(sentence.start, usize::max);
    let to = behind.fold(sentence.end.max(found.span.end), usize::min);
    let beside = words(read.prose.at(&(from..to)));
    noun_of(&figure.unit).is_some_and(|noun| {
        beside
            .iter()
            .any(|(_, word)| super::words::alike(word, &noun))
    })
}
