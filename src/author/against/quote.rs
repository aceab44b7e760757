//! Labels in the words of an article, with an ellipsis where the figure stands:
//! the figure that is meant is the one of that place, and what else the label
//! says is of that sentence. A gap of a cloze is such a place as well.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Verdict;
use super::alike::{Held, held};
use super::article::Read;
use super::claim::{Claim, What};
use super::deck::{Entry, Written, own_words};
use super::swaps;
use super::words::{IDLE, akin, alike};
use crate::author::prose::{FigureFound, words};
use crate::deck::{ClozePiece, cloze_pieces};
use crate::figure::{Date, Figure, Unit};
use crate::order::Order as _;

/// What stands for the figure.
const GAP: char = '…';
/// So many characters before the figure are held against the article, and so
/// many behind it, where a label may end a sentence otherwise.
const HELD: (usize, usize) = (24, 3);
/// Fewer of them stand in many a place.
const FEWEST: usize = 6;
/// A gap is known by so many words before it, and as many behind it.
const AROUND: usize = 5;
/// Fewer of them tell no sentence from others.
const FEWEST_WORDS: usize = 3;
/// Where they are told otherwise, one sentence says so many times as much of them
/// as the next.
const BY_FAR: f64 = 1.5;

/// The labels of a deck that are in the words of an article.
pub(super) struct Quotes {
    /// For each entry which of the article's figures its label leaves out.
    of_entries: Vec<Option<usize>>,
    /// For each entry the figures in the gaps of its cloze that stand elsewhere
    /// than the words around them.
    gaps: Vec<Vec<Misplaced>>,
}

/// A figure of a gap, where the article has another.
struct Misplaced {
    figure: Figure,
    /// That one, and on which line it stands.
    other: Option<(String, usize)>,
}

impl Quotes {
    /// The labels of a deck's `entries`, held against an article.
    pub fn of(deck: &Written<'_>, entries: &[Entry<'_>], read: &Read) -> Quotes {
        let mut flat = String::new();
        let of_entries = entries.iter().map(|entry| {
            let labels = entry.said("label", deck.language);
            labels.into_iter().find_map(|(_, _, node)| {
                let label = node.text().filter(|label| label.contains(GAP))?;
                if flat.is_empty() {
                    // Byte for byte as long as the text.
                    flat = read.prose.text().replace(['\n', '\t'], " ");
                }
                figure(label, &flat, read)
            })
        });
        let of_entries = of_entries.collect();
        let gaps = entries.iter().map(|entry| {
            let said = entry.said("cloze", deck.language).into_iter();
            let texts = said.filter_map(|(_, _, node)| node.text());
            texts.flat_map(|text| misplaced(text, read)).collect()
        });
        Quotes {
            of_entries,
            gaps: gaps.collect(),
        }
    }

    /// The verdict on a claim of an entry whose label is of this article.
    pub fn verdict(&self, claim: &Claim<'_>, read: &Read) -> Option<Verdict> {
        self.of_gap(claim).or_else(|| self.of_label(claim, read))
    }

    /// The verdict on a figure that stands in a gap, where the words around it
    /// have another.
    fn of_gap(&self, claim: &Claim<'_>) -> Option<Verdict> {
        let What::Figure(figure) = &claim.what else {
            return None;
        };
        if claim.key.split('.').next() != Some("cloze") {
            return None;
        }
        let mut gaps = self.gaps.get(claim.entry?)?.iter();
        let gap = gaps.find(|gap| gap.figure.number.equals(&figure.number))?;
        Some(Verdict::Missing {
            nearest: gap.other.clone(),
        })
    }

    /// The verdict on what a label has that is in the words of the article.
    fn of_label(&self, claim: &Claim<'_>, read: &Read) -> Option<Verdict> {
        let at = (*self.of_entries.get(claim.entry?)?)?;
        let found = read.figures.get(at)?;
        let line = found.line;
        let is_label = claim.key.split('.').next() == Some("label");
        match &claim.what {
            What::Figure(figure) if claim.is_main() => {
                let written = read.prose.at(&found.span).to_owned();
                match held(figure, found) {
                    Held::Same => Some(Verdict::Found { line }),
                    Held::OtherUnit => None,
                    Held::Other => Some(Verdict::Missing {
                        nearest: Some((written, line)),
                    }),
                }
            }
            _ if is_label => {
                let sentence = read.prose.sentence_of(found.span.start);
                let sentence = read.prose.sentences().get(sentence)?;
                let here = read.prose.at(sentence).contains(claim.written.as_str());
                here.then_some(Verdict::Found { line })
            }
            _ => None,
        }
    }
}

/// Which of an article's figures stands where a label has its ellipsis.
fn figure(label: &str, flat: &str, read: &Read) -> Option<usize> {
    label.match_indices(GAP).find_map(|(at, _)| {
        let (before, behind) = (label.get(..at)?, label.get(at + GAP.len_utf8()..)?);
        let before = before.rsplit(GAP).next().unwrap_or_default();
        let from = before.char_indices().rev().nth(HELD.0 - 1);
        let before = before.get(from.map_or(0, |(at, _)| at)..)?;
        let behind: String = behind.chars().take(HELD.1).collect();
        if before.chars().count() + behind.chars().count() < FEWEST {
            return None;
        }
        let is_here = |end: usize| {
            let found = read
                .figures
                .binary_search_by_key(&end, |found| found.span.start);
            let found = found.ok()?;
            let rest = flat.get(read.figures.get(found)?.span.end..)?;
            rest.starts_with(behind.as_str()).then_some(found)
        };
        if before.trim().is_empty() {
            let starts = read.figures.iter().map(|found| found.span.start);
            return starts.into_iter().find_map(is_here);
        }
        let places = flat.match_indices(before);
        places.map(|(at, _)| at + before.len()).find_map(is_here)
    })
}

/// The figure of a gap, if it has one: no year.
pub(super) fn figure_of_gap(answer: &str) -> Option<Figure> {
    let date = Date::parse(answer).is_ok();
    Figure::parse(answer).ok().filter(|_| !date)
}

/// The figures in the gaps of a cloze that stand elsewhere in an article than the
/// words around them.
fn misplaced(cloze: &str, read: &Read) -> Vec<Misplaced> {
    let mut text = String::new();
    let mut gaps: Vec<(Range<usize>, Option<Figure>)> = Vec::new();
    for piece in cloze_pieces(cloze).unwrap_or_default() {
        match piece {
            ClozePiece::Text(words) => text.push_str(&own_words(words, false)),
            ClozePiece::Gap(gap) => {
                let answer = own_words(gap.answer, false);
                gaps.push((
                    text.len()..text.len() + answer.len(),
                    figure_of_gap(&answer),
                ));
                text.push_str(&answer);
            }
        }
    }
    let spans: Vec<Range<usize>> = gaps.iter().map(|(span, _)| span.clone()).collect();
    let figures = gaps
        .into_iter()
        .filter_map(|(span, figure)| Some((span, figure?)));
    let figures: Vec<swaps::Gap> = figures.collect();
    let told = |found: &FigureFound| (read.prose.at(&found.span).to_owned(), found.line);
    let misplaced = figures.iter().filter_map(|(span, figure)| {
        let other = another(&text, span, &spans, figure, read)?.map(told);
        let figure = figure.clone();
        Some(Misplaced { figure, other })
    });
    let swapped = swaps::of(&text, &figures, read).into_iter();
    let swapped = swapped.filter_map(|(gap, found)| {
        Some(Misplaced {
            figure: figures.get(gap)?.1.clone(),
            other: Some(told(found)),
        })
    });
    misplaced.chain(swapped).collect()
}

/// The figure that an article has where the words around a gap stand, if it is
/// another than the gap's: `Some(None)` where none is in its very place.
fn another<'r>(
    text: &str,
    gap: &Range<usize>,
    gaps: &[Range<usize>],
    figure: &Figure,
    read: &'r Read,
) -> Option<Option<&'r FigureFound>> {
    let all = words(text);
    let answer = text.get(gap.clone())?;
    let before = all.partition_point(|(at, _)| *at < gap.start);
    let behind = all.partition_point(|(at, _)| *at < gap.end);
    let around = before.saturating_sub(AROUND)..(behind + AROUND).min(all.len());
    let open = |(at, word): &&(usize, String)| {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        !gaps.iter().any(|gap| gap.contains(at)) && !number && !IDLE.contains(&word.as_str())
    };
    let around: Vec<&str> = all
        .get(around)?
        .iter()
        .filter(open)
        .map(|(_, word)| word.as_str())
        .collect();
    if around.len() < FEWEST_WORDS {
        return None;
    }
    // The one sentence that has all of them but one.
    let fits = |sentence: &&Range<usize>| {
        let there = read.words.get(read.words_in(sentence)).unwrap_or_default();
        let stands = |word: &&&str| there.iter().any(|(_, there)| alike(there, word));
        around.iter().filter(stands).count() + 1 >= around.len().max(FEWEST_WORDS)
    };
    let mut sentences = read.prose.sentences().iter().filter(fits);
    let sentence = match (sentences.next(), sentences.next()) {
        (Some(sentence), None) => sentence,
        (Some(_), Some(_)) => return None,
        (None, _) => return told_otherwise(&all, gap, figure, &around, read).map(Some),
    };
    let figures = read.figures_in(sentence);
    let mine = Beside::of(&all, gap);
    let beside = |found: &FigureFound| mine.shared(&Beside::of(&read.words, &found.span));
    let is_same = |found: &FigureFound| !matches!(held(figure, found), Held::Other);
    let most = figures.iter().map(&beside).max().unwrap_or_default();
    let mut nearest = figures.iter().filter(|found| beside(found) == most);
    match (nearest.next(), nearest.next()) {
        (Some(found), None) if most >= 2 => (!is_same(found)).then_some(Some(found)),
        _ => {
            let written = read.prose.at(sentence).contains(answer);
            let stands = written || figures.iter().any(is_same);
            let alike = |found: &&FigureFound| {
                figure.unit != Unit::None && found.figure.unit == figure.unit
            };
            (!stands).then(|| figures.iter().find(alike))
        }
    }
}

/// The same where the words around the gap are in no one sentence, as a cloze is
/// rewritten: of the figures beside the very words that the gap is beside, the one
/// whose sentence has by far the most of them, and not the figure of the gap.
fn told_otherwise<'r>(
    all: &[(usize, String)],
    gap: &Range<usize>,
    figure: &Figure,
    around: &[&str],
    read: &'r Read,
) -> Option<&'r FigureFound> {
    let around: BTreeSet<&str> = around.iter().copied().collect();
    // What a sentence has of them: how many, and how much they tell.
    let weight = |sentence: &Range<usize>| {
        let numbers = read.words_in(sentence);
        let there = read.words.get(numbers.clone()).unwrap_or_default();
        let rarities = read.rarities.get(numbers).unwrap_or_default();
        let known = around.iter().filter_map(|word| {
            let at = there.iter().position(|(_, there)| akin(there, word))?;
            rarities.get(at)
        });
        known.fold((0, 0.0), |(count, sum), rarity| (count + 1, sum + rarity))
    };
    let mine = Beside::of(all, gap);
    let beside = |found: &&FigureFound| mine.shared(&Beside::of(&read.words, &found.span)) >= 2;
    let same = |found: &FigureFound| !matches!(held(figure, found), Held::Other);
    let mut places: Vec<(usize, f64, &FigureFound)> = Vec::new();
    for found in read.figures.iter().filter(beside) {
        let (count, sum) = weight(&read.sentence_at(found.span.start));
        places.push((count, sum, found));
    }
    places.order_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
    let (count, most, found) = places.first()?;
    let next = places.get(1).map_or(0.0, |(_, next, _)| *next);
    let told = *count >= FEWEST_WORDS && 2 * count >= around.len() && *most >= next * BY_FAR;
    let mut here = read.figures_in(&read.sentence_at(found.span.start)).iter();
    let stands = here.any(same) || places.iter().any(|(_, _, found)| same(found));
    (told && !stands).then_some(*found)
}

/// The words beside a figure.
struct Beside<'w> {
    before: Option<&'w str>,
    /// That behind its number, which may be its unit, and that behind all of it.
    behind: [Option<&'w str>; 2],
}

impl<'w> Beside<'w> {
    /// Those of a figure at `span`, among the words of a text.
    fn of(words: &'w [(usize, String)], span: &Range<usize>) -> Beside<'w> {
        let first = |at: usize| words.partition_point(|(byte, _)| *byte < at);
        let word = |at: Option<usize>| {
            at.and_then(|at| words.get(at))
                .map(|(_, word)| word.as_str())
        };
        let (start, end) = (first(span.start), first(span.end));
        let is_number =
            |(_, word): &(usize, String)| word.starts_with(|c: char| c.is_ascii_digit());
        let unit = words
            .get(start..)
            .and_then(|rest| rest.iter().position(|word| !is_number(word)));
        Beside {
            before: word(start.checked_sub(1)),
            behind: [word(unit.map(|unit| start + unit)), word(Some(end))],
        }
    }

    /// How much is told by the words that two figures have beside them alike.
    fn shared(&self, other: &Beside<'_>) -> usize {
        let tells = |word: &str| if IDLE.contains(&word) { 1 } else { 2 };
        let before = self.before.filter(|_| self.before == other.before);
        let mut behind = self.behind.iter().flatten();
        let behind = behind.find(|word| other.behind.contains(&Some(word)));
        before.map_or(0, tells) + behind.map_or(0, |word| tells(word))
    }
}
