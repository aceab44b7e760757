//! Dates in running text: whole ones, parts of one, spans, and those told by
//! their distance from the day of the source ([`super::relative`]).

mod around;

use std::ops::Range;

use super::relative::{self, Told};
use super::spans;
use super::{Prose, decades};
use crate::figure::{Date, MONTHS, Period};
use around::{continues, goes_on_from_scale, measures};

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFound {
    /// The date; of a span the first. What a text leaves out is filled in from
    /// the day of the source: `1월 20일` of February 2025 is of 2025.
    pub date: Date,
    /// The last of a span.
    pub to: Option<Date>,
    /// The bytes on which it stands.
    pub span: Range<usize>,
    /// The line on which it begins.
    pub line: usize,
    /// How it was reckoned, if it is told by its distance.
    pub reckoning: Option<String>,
    /// Whether it may be no date: `3일` may be three days.
    pub doubtful: bool,
    /// Whether a decade is told, of which no year is: *the 1980s*.
    pub decade: bool,
}

/// Years that a bare number of four digits may be.
const YEARS: Range<i16> = 1000..2101;

/// The dates of a text, in order; those told by their distance are resolved
/// from `source`, the day on which the text was published.
pub fn dates(prose: &Prose, source: Option<Date>) -> Vec<DateFound> {
    let mut found: Vec<DateFound> = Vec::new();
    // The last day that was spoken of, for 다음 날 and "the day before".
    let mut last: Option<Date> = None;
    // The last one that was not counted from such a day itself.
    let mut named: Option<Date> = None;
    // In which sentence it stands.
    let mut spoken = 0;
    for (number, sentence) in prose.sentences().iter().enumerate() {
        let text = prose.at(sentence);
        let mut next = 0;
        for (at, c) in text.char_indices() {
            if at < next {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let head = text.get(..at).unwrap_or_default();
            let from = |day| relative::at(rest, head, source, day);
            let relative = || {
                let (length, told) = from(last)?;
                // 11일 … 사흘 뒤 … 전날: before the day that was reached, or
                // before the one that all is told from.
                let back = last.is_some_and(|last| told.date < last) && named != last;
                let other = from(named).map(|(_, other)| other.date);
                let or = other.filter(|other| back && *other != told.date);
                let near = last.filter(|_| number <= spoken + 1);
                let piece = rest.get(..length)?;
                let or = or.or(near.and_then(|day| relative::in_month_of(day, told.date, piece)));
                let doubtful = told.doubtful || or.is_some();
                let or = told.or.or(or);
                Some((
                    length,
                    Told {
                        or,
                        doubtful,
                        ..told
                    },
                ))
            };
            let decade = decades::at(rest, head);
            let told = || said(rest, head, source).or_else(relative);
            let told = decade.map(of_decade).or_else(told);
            let Some((length, told)) = told.map(|told| spans::on(told, rest)) else {
                // 1957 is not looked at again from its second digit on.
                if c.is_ascii_digit() {
                    next = at + digits(rest).max(1);
                }
                continue;
            };
            next = at + length;
            if told.date.day.is_some() {
                last = Some(told.to.unwrap_or(told.date));
                spoken = number;
                let of_itself = from(None).is_none_or(|(_, free)| free.date == told.date);
                if of_itself {
                    named = last;
                }
            }
            let start = sentence.start + at;
            let this = DateFound {
                date: told.date,
                to: told.to,
                span: start..start + length,
                line: prose.line_of(start),
                reckoning: told.reckoning,
                doubtful: told.doubtful,
                decade: decade.is_some(),
            };
            let other = told.or.map(|date| DateFound {
                date,
                reckoning: from(named)
                    .filter(|(_, other)| other.date == date)
                    .map_or_else(|| this.reckoning.clone(), |(_, other)| other.reckoning),
                ..this.clone()
            });
            found.push(this);
            found.extend(other);
        }
    }
    without_tangled(prose, found)
}

/// A decade as it was told.
fn of_decade((length, first, last): (usize, Date, Date)) -> (usize, Told) {
    let told = Told {
        date: first,
        to: Some(last),
        or: None,
        reckoning: None,
        doubtful: false,
    };
    (length, told)
}

/// Leaves out dates that another one of their sentence moves: "the 9th of last
/// month a year ago" is neither of last month nor a year ago. The day under a
/// headline moves nothing of the paragraph below it.
fn without_tangled(prose: &Prose, found: Vec<DateFound>) -> Vec<DateFound> {
    let moves = |found: &DateFound| {
        let written = prose.at(&found.span);
        found.reckoning.is_some() && [" ago", "전"].iter().any(|end| written.ends_with(end))
    };
    let mut left: Vec<DateFound> = Vec::new();
    for date in found {
        let touches = left.last().is_some_and(|before| {
            before.span.end < date.span.start
                && prose.sentence_of(before.span.start) == prose.sentence_of(date.span.start)
                && prose
                    .at(&(before.span.end..date.span.start))
                    .trim()
                    .is_empty()
        });
        if touches && moves(&date) {
            left.pop();
        } else {
            left.push(date);
        }
    }
    left
}

/// The date that `rest` begins with, if it says its year or month itself.
fn said(rest: &str, head: &str, source: Option<Date>) -> Option<(usize, Told)> {
    let previous = head.chars().next_back();
    if previous.is_some_and(|c| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '$' | '₩' | '€' | '£' | '¥' | '_')
    }) {
        return None;
    }
    let first = rest.chars().next()?;
    if !(first.is_ascii_digit()
        || first == '\''
        || first == '’'
        || first.is_ascii_uppercase()
        || rest.starts_with("the "))
    {
        return None;
    }
    let pieces = pieces(rest);
    let span = || {
        pieces.iter().rev().find_map(|&end| {
            let piece = rest.get(..end)?;
            let between = head.ends_with("between ") || head.ends_with("Between ");
            let joined = piece.contains(['~', '–', '-'])
                || between && piece.contains(" and ")
                || ["부터", " to ", " through "]
                    .iter()
                    .any(|word| piece.contains(word));
            let period = joined.then(|| Period::parse(piece).ok()).flatten()?;
            let sound = is_written_out(piece) && !continues(rest, end);
            sound.then_some((end, period.from, Some(period.to)))
        })
    };
    let date = || {
        pieces.iter().rev().find_map(|&end| {
            let piece = rest.get(..end)?;
            let sound = is_written_out(piece)
                && !is_short_of_year(piece)
                && !lists_years(piece)
                && !continues(rest, end);
            Some((end, sound.then(|| Date::parse(piece).ok()).flatten()?, None))
        })
    };
    let months = || months(rest);
    let (end, from, to) = span().or_else(months).or_else(date)?;
    let spelled = rest.get(..end).is_some_and(|piece| piece.contains('년'));
    let sane = |date: Date| {
        date.year
            .is_none_or(|year| spelled || YEARS.contains(&year))
    };
    if !sane(from) || !to.is_none_or(sane) {
        return None;
    }
    let bare = rest
        .get(..end)
        .is_some_and(|piece| piece.bytes().all(|b| b.is_ascii_digit()));
    if bare && (goes_on_from_scale(head) || measures(rest.get(end..).unwrap_or_default())) {
        return None;
    }
    let behind = rest.get(end..).unwrap_or_default();
    let of_year = |date| relative::of_year_told(date, source, head, behind);
    Some((
        end,
        Told {
            date: of_year(from),
            to: to.map(of_year),
            or: None,
            reckoning: None,
            doubtful: false,
        },
    ))
}

/// Whether a piece is written as a date is: with a month's name, with 년, 월
/// or 일 behind digits, as 2025-01-20, or as a year of four digits. `9.4` and
/// `1/18` are dates where one is asked for, and figures elsewhere.
fn is_written_out(piece: &str) -> bool {
    let numbers: Vec<&str> = piece
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .collect();
    // 10년 is how long it took, '25년 a year.
    let years = |years: &str| {
        let head = years.trim_end();
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let before = head.get(..head.len() - digits).unwrap_or_default();
        digits == 4 || digits == 2 && before.ends_with(['\'', '’'])
    };
    if piece.contains(['년', '월', '일']) {
        let sound = piece
            .match_indices('년')
            .all(|(at, _)| piece.get(..at).is_some_and(years));
        let alone = !piece.contains(['년', '월']);
        // 10월 11억 is no 11th.
        return sound
            && !alone
            && piece.ends_with(['년', '월', '일'])
            && piece.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\'' | '’'));
    }
    if piece.contains(|c: char| c.is_ascii_alphabetic()) {
        let month = piece
            .split(|c: char| !c.is_ascii_alphabetic())
            .any(is_month);
        let years = piece.contains(" to ") && numbers.iter().all(|number| number.len() == 4);
        return !numbers.is_empty() && (month || years);
    }
    match numbers.as_slice() {
        [year] => year.len() == 4 && year.len() == piece.len(),
        [first, second] => {
            // 2014-2023 and 2014~2023; 2025-01 is a month.
            first.len() == 4
                && (second.len() == 4 || second.len() == 2 && piece.len() == 7)
                && !piece.contains('.')
        }
        [first, _, third] => first.len() == 4 || third.len() == 4,
        _ => numbers.len() > 3,
    }
}

/// Whether a number beside a month's name is another day and no part of this
/// date: in "20 January, 29 January" neither a year nor the day of January.
fn is_short_of_year(piece: &str) -> bool {
    // By 14 to 9 on August 30 is no 9th of August.
    if piece.starts_with(|c: char| c.is_ascii_digit())
        && [" on ", " in "].iter().any(|word| piece.contains(word))
    {
        return true;
    }
    let latin = piece.contains(|c: char| c.is_ascii_alphabetic());
    let is_short = |digits: &&str| matches!(digits.len(), 1 | 2);
    let short = piece.split(|c: char| !c.is_ascii_digit()).filter(is_short);
    let behind_comma = piece.rsplit_once(", ").is_some_and(|(before, digits)| {
        before.ends_with(|c: char| c.is_ascii_alphabetic()) && is_short(&digits)
    });
    latin && !piece.contains(['\'', '’']) && (short.count() > 1 || behind_comma)
}

/// Whether a piece goes on behind a year and a comma: in "2021, April 2022" the
/// month is none of 2021, and in "June 2020, 21 April" the day none of June.
fn lists_years(piece: &str) -> bool {
    let mut parts = piece.split(',');
    let last = parts.next_back();
    let year = |part: &str| {
        let head = part.trim_end();
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        digits == 4
    };
    last.is_some_and(|last| !last.trim().is_empty()) && parts.any(year)
}

/// `1~2월`: a span of months of which the first leaves its unit to the last.
fn months(rest: &str) -> Option<(usize, Date, Option<Date>)> {
    let first = digits(rest);
    let behind = rest.get(first..)?.trim_start();
    let behind = behind.strip_prefix(['~', '–', '-'])?.trim_start();
    let second = digits(behind);
    let end = behind.get(second..)?.strip_prefix('월')?;
    // 1~2월 20일 is no span of months.
    if relative::has_day(end) {
        return None;
    }
    let month = |digits: &str| Date::parse(&format!("{digits}월")).ok();
    let period = Period::new(month(rest.get(..first)?)?, month(behind.get(..second)?)?).ok()?;
    Some((rest.len() - end.len(), period.from, Some(period.to)))
}

/// Whether a word is an English day of the week or a month, in whatever case.
pub(in crate::author) fn is_day_or_month(word: &str) -> bool {
    let month = MONTHS.iter().any(|name| name.eq_ignore_ascii_case(word));
    month || relative::is_weekday(word)
}

/// Whether a word is the name of a month, in full or by three letters.
pub(super) fn is_month(word: &str) -> bool {
    let cut = |name: &&str| word.len() == 3 && name.starts_with(word);
    MONTHS.contains(&word) || word == "Sept" || MONTHS.iter().any(cut)
}

/// Where a date that begins `rest` may end.
fn pieces(rest: &str) -> Vec<usize> {
    const LONGEST: usize = 40;
    let mut ends = Vec::new();
    let mut characters = rest.char_indices().take(LONGEST).peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let end = at + c.len_utf8();
        if !(c.is_alphanumeric() || c.is_whitespace() || ",.-–~/'’".contains(c)) {
            break;
        }
        let digit = c.is_ascii_digit() && !next.is_some_and(|c| c.is_ascii_digit());
        let ordinal = ["st", "nd", "rd", "th"]
            .iter()
            .any(|ending| rest.get(..end).is_some_and(|piece| piece.ends_with(ending)));
        let word = c.is_ascii_alphabetic() && !next.is_some_and(|c| c.is_ascii_alphabetic());
        if digit || matches!(c, '년' | '월' | '일') || word && (ordinal || ends_in_month(rest, end))
        {
            ends.push(end);
        }
    }
    ends
}

fn ends_in_month(rest: &str, end: usize) -> bool {
    let piece = rest.get(..end).unwrap_or_default();
    piece
        .rsplit(|c: char| !c.is_ascii_alphabetic())
        .next()
        .is_some_and(is_month)
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}
