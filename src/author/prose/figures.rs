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

use std::ops::Range;

use num_traits::One;

use super::Prose;
use super::dates::DateFound;
use crate::figure::{Figure, Unit};
use begins::{ENGLISH, KOREAN, begins, is_often, is_priced};
pub(in crate::author) use behind::is_unread;
use behind::{
    counts, ends_clause, is_another, is_cut, is_lone_scale, is_of_word, is_particle, is_scaled,
    tells_when, without_particle,
};
use change::change;
use ends::ends;
pub(in crate::author) use may_say::may_say;
use noun::is_noun;
pub(in crate::author) use noun::is_plural;

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
    let mut best: Option<(Figure, usize)> = None;
    // "five years ago it was in nine."
    let in_its_place = ["in ", "to ", "from "]
        .iter()
        .any(|word| head.ends_with(word));
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
        let Some(piece) = rest.get(..end) else {
            continue;
        };
        let Some(figure) = Figure::candidate(piece) else {
            continue;
        };
        // 5,870 a day are no days.
        let by_time = [" a ", " an ", " per "]
            .iter()
            .any(|per| piece.contains(per));
        if by_time && figure.unit.lasts() && !in_words {
            continue;
        }
        // One in five oppose it; one in 40 inhabitants.
        let part = figure.number.fraction && piece.contains(" in ");
        if part && matches!(&figure.unit, Unit::Other(noun) if !is_plural(noun)) {
            continue;
        }
        // One company in five countries is no fifth of them.
        if part && figure.unit == Unit::None && rest.get(end..).is_some_and(counts) {
            continue;
        }
        // 4 goals in the second half are no seconds.
        let apart = [" in ", " by ", " of ", " at ", " on "];
        let apart = apart.iter().any(|word| piece.contains(word));
        if apart && figure.unit.lasts() && !figure.number.fraction {
            continue;
        }
        // $269 a year before is no rent.
        if figure.unit.is_rate() && rest.get(end..).is_some_and(tells_when) {
            continue;
        }
        // 3분기 is a quarter and not three minutes.
        // Nor are 17도시 degrees.
        let other_words = [('분', '기'), ('도', '시'), ('도', '서')];
        let begins = |(last, next): &(char, char)| {
            piece.ends_with(*last) && rest.get(end..).is_some_and(|rest| rest.starts_with(*next))
        };
        if other_words.iter().any(begins) {
            continue;
        }
        let often = noun_of_rate(&figure.unit).filter(|noun| piece.ends_with(noun));
        let vague = rank(&figure.unit) < 2 || often.is_some();
        let noun = match (&figure.unit, often) {
            (_, Some(noun)) => is_noun(noun, piece),
            (Unit::Other(word), None) => is_noun(word, piece),
            _ => true,
        };
        let whole = figure.number.fraction && figure.unit == Unit::None;
        // 구조하라 is not nine trillion, but 300만속 are three million of it.
        let scaled = is_scaled(rest, piece, end);
        if vague && (is_cut(piece, rest, end) && !whole && !scaled || !noun) {
            continue;
        }
        // 두 대학 are no two of 대, 네 번째 is no four times, nor 21세기 an age.
        let is_age = matches!(&figure.unit, Unit::Count(counter) if counter.korean == "세");
        let counted = in_words && matches!(figure.unit, Unit::Count(_));
        let household = rest.get(end..).is_some_and(|rest| rest.starts_with('대'));
        // 1.10 세종 is a city that stands apart.
        let word = piece.contains(char::is_whitespace) && is_cut(piece, rest, end);
        // A 43-year-old is a person.
        if is_age && (household || word || piece.ends_with("-old")) {
            continue;
        }
        if (counted || is_age) && rest.get(end..).is_some_and(|rest| is_of_word(piece, rest)) {
            continue;
        }
        if let Some((known, _)) = &best {
            let another = !known.number.equals(&figure.number);
            // Another word begins as a scale does: 44585 경찰, 139t 대형.
            let same = known.unit == figure.unit;
            let word = rank(&figure.unit) == 1 || matches!(known.unit, Unit::Other(_)) && !same;
            // 12 basis points, 80㎏당 18만 원
            let whole = figure.unit.is_rate() || rank(&figure.unit) > 1 && piece.is_ascii();
            if another && word && !whole && !figure.number.fraction {
                continue;
            }
        }
        let says_more = best.as_ref().is_none_or(|(known, before)| {
            // 달러 begins as 달 does, and there is no blank between.
            let same_word = rest
                .get(*before..end)
                .is_some_and(|more| !more.contains(char::is_whitespace));
            !known.number.equals(&figure.number)
                || figure.number.fraction && ends_with_counter(rest, *before, end)
                || rank(&figure.unit) > rank(&known.unit)
                || is_for_a_time(&known.unit, &figure.unit)
                || same_word
                    && rank(&figure.unit) >= rank(&known.unit).max(2)
                    && figure.unit != known.unit
                || goes_on_in_its_word(&known.unit, &figure.unit)
        });
        if says_more && figure.can_be_written() {
            best = Some((figure, end));
            told = characters;
            idle = 0;
        }
    }
    let best = best.map(|(figure, end)| without_particle(rest, figure, end));
    best.filter(|(figure, end)| {
        let part = figure.number.fraction && !matches!(figure.unit, Unit::Percent);
        !(part && in_words && is_another(rest, head)
            || is_lone_scale(rest, figure, *end)
            || is_particle(rest, figure, *end))
    })
    .filter(|(figure, end)| {
        let article = rest.starts_with(['a', 'A']) && figure.number.value.is_one();
        // "one of them" and "a year" are words; "twice", "절반", "a billion" figures.
        !in_words
            || figure.number.fraction
            || is_large(figure, rest)
            || is_compound(rest)
            || rank(&figure.unit) > 1 && !article
            || in_its_place && ends_clause(rest, *end)
    })
}

/// Whether a noun is the beginning of another that is hyphened: 400 start-ups.
fn goes_on_in_its_word(known: &Unit, unit: &Unit) -> bool {
    match (known, unit) {
        (Unit::Other(begun), Unit::Other(whole)) => whole
            .strip_prefix(begun.as_str())
            .is_some_and(|more| more.starts_with('-') && is_plural(whole)),
        _ => false,
    }
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

/// Whether a unit is so much of the other for so long: megawatt hours.
fn is_for_a_time(measure: &Unit, unit: &Unit) -> bool {
    let (Unit::Other(measure), Unit::Other(product)) = (measure, unit) else {
        return false;
    };
    let time = product.strip_prefix(measure.as_str());
    unit.is_a_measure() && time.is_some_and(|time| time == "h" || time.starts_with('-'))
}

/// Whether a part gains the counter of its last number, and nothing else: the
/// last 명 of `5명 중 1명`.
fn ends_with_counter(rest: &str, before: usize, end: usize) -> bool {
    let piece = rest.get(..before).unwrap_or_default();
    let counter = rest.get(before..end).unwrap_or_default();
    let parted = ["중 ", "중에 ", "중에서 ", "가운데 "];
    let counts = |counter: &str| {
        let read = Figure::parse(&format!("2{counter}"));
        read.is_ok_and(|read| matches!(read.unit, Unit::Count(_)))
    };
    let bare = piece.ends_with(|c: char| c.is_ascii_digit() || KOREAN.contains(c));
    bare && parted.iter().any(|word| piece.contains(word)) && counts(counter.trim_start())
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

/// The noun that a rate is so many of, if that is in no table: 병 of `병/months`.
fn noun_of_rate(unit: &Unit) -> Option<&str> {
    let Unit::Other(word) = unit else {
        return None;
    };
    let (over, _) = word.split_once('/')?;
    let known = unit.money().is_some()
        || Figure::candidate(&format!("2 {over}"))
            .is_some_and(|of| !matches!(of.unit, Unit::Other(_)) || of.unit.is_a_measure());
    (!known).then_some(over)
}

/// How much a unit says.
fn rank(unit: &Unit) -> u8 {
    match unit {
        Unit::None => 0,
        Unit::Other(word) if !word.contains('/') && !unit.needs_naming() => 1,
        Unit::PercentagePoint => 3,
        unit if noun_of_rate(unit).is_some() => 2,
        unit if unit.is_rate() => 3,
        _ => 2,
    }
}
