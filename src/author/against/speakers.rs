//! Who says a figure: a `by` that the article names elsewhere is wrong where the
//! sentence with the figure names another speaker.
//!
//! A body may stand for who speaks for it, and one whom the passage names may
//! have been quoted by another, so of these only who is named far from it is
//! wrong; a person is so beside a sentence that names another one as who speaks.

use std::ops::Range;

use super::Verdict;
use super::alike::{Held, held};
use super::article::Read;
use super::claim::{Claim, What};
use super::names::Named;
use super::words::{IDLE, alike};
use crate::author::prose::{FigureFound, OFFICES, Prose, speaker, words};
use crate::figure::{Figure, Unit};

/// Judges each `by` whose entry has a figure, by the sentences with that figure.
pub(super) fn judge(claims: &[Claim<'_>], verdicts: &mut [Verdict], reads: &[&Read]) {
    let mut wrong = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let What::Name(by) = &claim.what else {
            continue;
        };
        let is_by = claim.entry.is_some() && claim.key.split('.').next() == Some("by");
        if !is_by || !verdicts.get(at).is_some_and(Verdict::is_found) {
            continue;
        }
        let of_entry = claims.iter().filter(|other| other.entry == claim.entry);
        let mut figures = of_entry.filter_map(|other| match &other.what {
            What::Figure(figure) if other.is_main() && !other.is_of_formula() => Some(figure),
            _ => None,
        });
        let from_another = |figure: &Figure| {
            let said = reads.iter().filter_map(|read| said_by(figure, by, read));
            let said: Vec<Said> = said.collect();
            let all = !said.is_empty() && said.iter().all(|said| said.meant.is_some());
            said.into_iter().find(|_| all)
        };
        let said = figures.find_map(from_another);
        let verdict = said.and_then(|said| {
            let (meant, meant_line) = said.meant?;
            Some(Verdict::Elsewhere {
                line: said.named?,
                meant,
                meant_line,
            })
        });
        wrong.extend(verdict.map(|verdict| (at, verdict)));
    }
    for (at, verdict) in wrong {
        if let Some(known) = verdicts.get_mut(at) {
            *known = verdict;
        }
    }
}

/// What an article has of who says a figure that stands in it.
struct Said {
    /// Who says it, if everywhere another does than is claimed, and the line.
    meant: Option<(String, usize)>,
    /// The line on which who is claimed to say it is named.
    named: Option<usize>,
}

/// Who says a figure in an article, if it stands there; and whether that is
/// another than `by`.
fn said_by(figure: &Figure, by: &Named, read: &Read) -> Option<Said> {
    let same = |found: &&FigureFound| matches!(held(figure, found), Held::Same);
    let (bare, with_unit): (Vec<&FigureFound>, Vec<_>) = read
        .figures
        .iter()
        .filter(same)
        .partition(|found| found.figure.unit == Unit::None && figure.unit != Unit::None);
    // "17 of the 63 routes" are routes as well.
    let counts = |found: &&FigureFound| {
        let sentence = read.sentence_at(found.span.start);
        figure.unit.is_named_in(read.prose.at(&sentence))
    };
    let places: Vec<&FigureFound> = match with_unit.is_empty() {
        true => bare.into_iter().filter(counts).collect(),
        false => with_unit,
    };
    let first = places.first()?;
    let named = by_words(by);
    let stands = |span: &Range<usize>| {
        let there = read.words.get(read.words_in(span)).unwrap_or_default();
        let mut there = there.iter();
        there.find(|(_, word)| named.iter().any(|named| alike(named, word)))
    };
    let speaking = read.speaking();
    let another = |found: &&FigureFound| {
        let sentence = read.sentence_at(found.span.start);
        let speaker = speaker::of(speaking, &sentence, &found.span)?;
        // Who is told of in person is not meant by the one whom the sentence names.
        let both = is_person(by, read) && read.is_person(&speaker.by);
        let named_here = both && is_in(&speaker.by, read.prose.at(&sentence));
        let passage = match named_here {
            true => sentence,
            false => passage(&read.prose, &sentence),
        };
        let near = stands(&passage).is_some();
        (!near && !is_one_of(&speaker.by, &named)).then_some((speaker.by, found.line))
    };
    let all: Option<Vec<_>> = places.iter().map(another).collect();
    // Who says nothing else may be meant by the speaker.
    let says = |sentence: &Range<usize>| {
        // Who is told of behind is no part of what is said, and who before is.
        let ends = [sentence.start, sentence.end].into_iter();
        let mut speakers = ends.filter_map(|at| speaker::of(speaking, sentence, &(at..at)));
        stands(sentence).is_some() && speakers.any(|speaker| is_one_of(&speaker.by, &named))
    };
    let speaks = || read.prose.sentences().iter().any(says);
    let meant = all.and_then(|all| all.into_iter().next());
    let line = |(at, _): &(usize, String)| read.prose.line_of(*at);
    Some(Said {
        meant: meant.filter(|_| speaks()),
        named: stands(&(0..read.prose.text().len()))
            .map(line)
            .or(Some(first.line)),
    })
}

/// Whether an article tells of a name as that of a person.
fn is_person(by: &Named, read: &Read) -> bool {
    let mut forms = by.forms.iter().chain(&by.spellings);
    forms.any(|form| read.is_person(form))
}

/// Whether a text names a person, if only by the last word of the name.
fn is_in(name: &str, text: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    text.contains(last)
}

/// The words of a name that tell whose it is.
fn by_words(by: &Named) -> Vec<String> {
    let forms = by.forms.iter().chain(&by.spellings);
    let all = forms.flat_map(|form| words(form)).map(|(_, word)| word);
    let office = |word: &str| OFFICES.contains(&word);
    all.filter(|word| !IDLE.contains(&word.as_str()) && !office(word))
        .collect()
}

/// Whether a speaker shares a word with the words of a name.
fn is_one_of(speaker: &str, named: &[String]) -> bool {
    let mut words = words(speaker).into_iter();
    words.any(|(_, word)| named.iter().any(|named| alike(named, &word)))
}

/// The paragraph in which a sentence stands, and the one before it.
fn passage(prose: &Prose, sentence: &Range<usize>) -> Range<usize> {
    let paragraphs = prose.paragraphs();
    let here = paragraphs.partition_point(|paragraph| paragraph.start <= sentence.start);
    let here = here.saturating_sub(1);
    let first = paragraphs.get(here.saturating_sub(1));
    let last = paragraphs.get(here);
    let start = first.map_or(0, |first| first.start);
    start..last.map_or(sentence.end, |last| last.end.max(sentence.end))
}
