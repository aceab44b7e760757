//! Figures in running text.
//!
//! A figure may begin at a digit, at a sign of money, or at a word for a
//! number. From there ever longer pieces are read, and one counts as long as
//! it says more than the one before: another number (`10분` is ten minutes,
//! `10분의 1` a tenth), or a unit that is known. What follows a figure is
//! never taken for its unit, as it may be where a learner types.

mod begins;
mod behind;
mod cents;
mod change;
mod ends;
mod may_say;
mod noun;
mod piece;

use std::ops::Range;

use num_traits::One;

use super::Prose;
use super::dates::DateFound;
use crate::figure::{Figure, Unit};
use begins::{ENGLISH, begins, is_often, is_priced};
pub(in crate::author) use behind::is_unread;
use behind::{ends_clause, is_another, is_lone_scale, is_particle, without_particle};
use change::change;
use ends::ends;
pub(in crate::author) use may_say::may_say;
pub(in crate::author) use noun::is_plural;
use piece::{Piece, rank};

/// A figure stands on at most so many characters.
const LONGEST: usize = 48;
/// So many characters without anything new end the search, or so many pieces.
const PATIENCE: (usize, usize) = (24, 7);

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureFound {
    /// The figure.
    pub figure: Figure,
    /// The bytes on which it stands.
    pub span: Range<usize>,
    /// The line on which it begins.
    pub line: usize,
    /// Whether it is written without a digit: `twice`, `절반`.
    pub in_words: bool,
}

/// The figures of a text, in order. What is a date (`dates`, those of the same
/// text) is none: `2023년` is a year and not 2,023 years.
pub fn figures(prose: &Prose, dates: &[DateFound]) -> Vec<FigureFound> {
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        in_sentence(prose, sentence, dates, &mut found);
    }
    cents::settle(prose, &mut found);
    found
}

/// The first date that begins at `byte` or behind it and is one beyond doubt.
fn date_from(dates: &[DateFound], byte: usize) -> Option<&DateFound> {
    let first = dates.partition_point(|date| date.span.start < byte);
    let behind = dates.get(first..).unwrap_or_default();
    behind.iter().find(|date| !date.doubtful)
}

/// Whether `figure` goes on from a date to another number: in *from 3,000 in 2019
/// to 5,000* there is no figure from 2019 to 5,000.
fn goes_on_from_date(head: &str, figure: &Figure, length: usize, date: usize) -> bool {
    let word = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let when = ["in", "since", "by", "until"].contains(&word.to_ascii_lowercase().as_str());
    when && figure.number.upper.is_some() && date < length
}

fn is_date(found: &FigureFound, dates: &[DateFound]) -> bool {
    let first = dates.partition_point(|date| date.span.end <= found.span.start);
    let over = dates.get(first..).unwrap_or_default();
    let over = over
        .iter()
        .take_while(|date| date.span.start < found.span.end);
    let timeless = !matches!(found.figure.unit, Unit::None) && !found.figure.unit.lasts();
    over.filter(|date| !date.doubtful)
        .any(|date| !timeless || date.span.end >= found.span.end)
}

fn in_sentence(
    prose: &Prose,
    sentence: &Range<usize>,
    dates: &[DateFound],
    found: &mut Vec<FigureFound>,
) {
    let text = prose.at(sentence);
    let mut next = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let previous = before.replace(c);
        if at < next {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let head = text.get(..at).unwrap_or_default();
        let priced = is_priced(previous, rest) || is_often(previous, head, rest);
        let Some(in_words) = begins(head, previous, rest).or(priced.then_some(false)) else {
            continue;
        };
        let start = sentence.start + at;
        // 2,400 last year are no years.
        let date = date_from(dates, start + 1);
        let mut most = date.map_or(usize::MAX, |date| date.span.start - start);
        // The 7.8 of a magnitude-7.8 quake has no unit.
        if previous == Some('-') && c.is_ascii_digit() {
            most = run(rest);
        }
        let figure = longest(rest, head, in_words, most);
        if let Some((figure, length)) = figure.filter(|(read, _)| !priced || read.unit.is_rate()) {
            next = at + length;
            let this = FigureFound {
                figure: of_points(figure),
                span: start..start + length,
                line: prose.line_of(start),
                in_words,
            };
            let here = date_from(dates, start).filter(|date| date.span.start == start);
            let date = here.map(|date| date.span.end - start);
            let goes_on = |date| goes_on_from_date(head, &this.figure, length, date);
            if date.is_some_and(goes_on) || is_date(&this, dates) {
                // What follows the date may be a figure.
                next = date.map_or(next, |date| next.min(at + date));
            } else {
                found.push(this);
            }
        } else if c.is_ascii_digit() {
            next = at + run(rest);
        }
    }
}

/// The length of the digits that `text` begins with, points and commas inside.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || matches!(bytes.get(end), Some(b'.' | b',')) && end > 0 && digit(end + 1) {
        end += 1;
    }
    end
}

/// The figure that `rest` begins with, and its length: at `most` so many bytes.
fn longest(rest: &str, head: &str, in_words: bool, most: usize) -> Option<(Figure, usize)> {
    let mut best: Option<Piece<'_>> = None;
    let mut told = 0;
    let mut idle = 0;
    let change = change(rest, head).unwrap_or(usize::MAX).min(most);
    for (characters, end) in ends(rest) {
        if end > change {
            break;
        }
        if best.is_some() && (characters > told + PATIENCE.0 || idle > PATIENCE.1) {
            break;
        }
        idle += 1;
        let piece = Piece::read(rest, end, in_words).filter(Piece::is_figure);
        let says_more = |piece: &Piece<'_>| best.as_ref().is_none_or(|best| piece.says_more(best));
        if let Some(piece) = piece.filter(says_more)
            && piece.figure.can_be_written()
        {
            best = Some(piece);
            told = characters;
            idle = 0;
        }
    }
    let Piece { figure, end, .. } = best?;
    let (figure, end) = without_particle(rest, figure, end);
    let none = is_lone_scale(rest, &figure, end)
        || is_particle(rest, &figure, end)
        || in_words && !is_meant(rest, head, &figure, end);
    (!none).then_some((figure, end))
}

/// Whether a number in words is told as a figure: "one of them" and "a year" are
/// words; "twice", "절반", "a billion" figures.
fn is_meant(rest: &str, head: &str, figure: &Figure, end: usize) -> bool {
    let part = figure.number.fraction && !matches!(figure.unit, Unit::Percent);
    if part && is_another(rest, head) {
        return false;
    }
    let article = rest.starts_with(['a', 'A']) && figure.number.value.is_one();
    // "five years ago it was in nine."
    let in_its_place = || {
        let words = ["in ", "to ", "from "];
        words.iter().any(|word| head.ends_with(word)) && ends_clause(rest, end)
    };
    figure.number.fraction
        || is_large(figure, rest)
        || is_compound(rest)
        || rank(&figure.unit) > 1 && !article
        || in_its_place()
}

/// A quarter of a point is one of a percentage point: scores come in whole ones.
fn of_points(figure: Figure) -> Figure {
    let points = matches!(&figure.unit, Unit::Count(counter) if counter.english == "points");
    match figure.number.fraction && points {
        true => Figure {
            unit: Unit::PercentagePoint,
            ..figure
        },
        false => figure,
    }
}

/// Whether a text begins with a number of two words: twenty-six.
fn is_compound(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-');
    let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    let tens = word.split_once('-').map(|(tens, _)| tens);
    tens.is_some_and(|tens| tens.ends_with("ty"))
}

/// Whether a number in words is one beyond doubt: "ten runners", but "one of them".
fn is_large(figure: &Figure, rest: &str) -> bool {
    let english = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    figure.number.to_f64() >= if english { 10.0 } else { 1000.0 }
}
