//! Dates told by their distance: `지난달 20일`, `다음 날`, `the 20th of last
//! month`, `yesterday`. They are reckoned from the day of the source, or from
//! the last day that was spoken of.

mod counted;
mod lone;
mod months;
mod of_names;
mod phrases;
mod tense;
mod weekdays;
mod years;

use jiff::civil;
use jiff::{Span, ToSpan};

use super::dates::is_month;
use crate::figure::Date;
pub(super) use months::year_behind;
use phrases::Base::{Last, Source};
use phrases::Measure::{Day, Month, Year};
use phrases::PHRASES;
pub(super) use years::{is_to_come, of_year, of_year_told};

/// A date as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub date: Date,
    pub to: Option<Date>,
    /// Another day that it may be, as "next Friday" said on a Tuesday.
    pub or: Option<Date>,
    pub reckoning: Option<String>,
    pub doubtful: bool,
}

/// The date told by its distance with which `rest` begins, and its length;
/// `head` is what its sentence has before it.
pub(super) fn at(
    rest: &str,
    head: &str,
    source: Option<Date>,
    last: Option<Date>,
) -> Option<(usize, Told)> {
    if head.ends_with(char::is_alphanumeric) {
        return None;
    }
    let source = source?;
    let lower: String = rest
        .chars()
        .take(48)
        .collect::<String>()
        .to_ascii_lowercase();
    let phrase = same_month(&lower, head, source)
        .or_else(|| phrase(&lower, source, last))
        .or_else(|| of_month_before(&lower, source))
        .or_else(|| counted::at(&lower, source, last))
        .or_else(|| lone(rest, head, source));
    let weekday = || {
        let month = || months::at(&lower, rest, head, source);
        weekdays::at(&lower, rest, head, source).or_else(month)
    };
    let span = || weekdays::span(&lower, source);
    let (length, date, to, or, from, doubtful) = match phrase {
        Some((length, date, from, doubtful)) => (length, date, None, None, from, doubtful),
        None => match weekday() {
            Some((length, date, or)) => (length, date, None, or, source, or.is_some()),
            None => {
                let (length, date, to) = span()?;
                (length, date, Some(to), None, source, false)
            }
        },
    };
    let words = rest.get(..length)?;
    if of_names::is_name(head, words, rest.get(length..)?) {
        return None;
    }
    Some((
        length,
        Told {
            date,
            to,
            or,
            reckoning: Some(format!("'{words}' counted from {from}")),
            doubtful,
        },
    ))
}

/// A length, a date, the one that it was reckoned from, and whether it is doubtful.
type Reckoned = (usize, Date, Date, bool);

/// `20일` by itself.
fn lone(rest: &str, head: &str, source: Date) -> Option<Reckoned> {
    let (length, date, doubtful) = lone::at(rest, head, source)?;
    Some((length, date, source, doubtful))
}

fn phrase(text: &str, source: Date, last: Option<Date>) -> Option<Reckoned> {
    let (words, far, measure, from) = PHRASES.iter().find(|(words, ..)| begins(text, words))?;
    // This day is none of those that are yet to come.
    let ahead = *far == 0 && last.is_some_and(|last| last > source);
    let from = match from {
        Last if !ahead => last.unwrap_or(source),
        Source | Last => source,
    };
    let behind = text.get(words.len()..)?;
    let (date, more) = match measure {
        Day => (shifted(from, far.days())?, 0),
        Month => {
            let first = civil_of(from, Some(1))?.checked_add(far.months()).ok()?;
            let (more, day) = match day_behind(behind) {
                (_, None) => ordinal_behind(behind),
                korean => korean,
            };
            (parts(first, true, day)?, more)
        }
        Year => {
            let year = from.year?.checked_add(i16::try_from(*far).ok()?)?;
            let (more, month, day) = month_behind(behind);
            (Date::new(Some(year), month, day).ok()?, more)
        }
    };
    Some((
        words.len() + more,
        date,
        from,
        ahead && words.ends_with("날"),
    ))
}

/// `작년 같은 달`, `the same month last year`: as the month that the sentence
/// spoke of before, else that of the source, which may not be meant.
fn same_month(text: &str, head: &str, source: Date) -> Option<Reckoned> {
    let english = text.strip_prefix("the same month ");
    let english = english.map(|rest| rest.strip_prefix("of ").unwrap_or(rest));
    let year = english.unwrap_or(text);
    let of_years =
        |(words, _, measure, _): &&phrases::Phrase| *measure == Year && begins(year, words);
    let (words, far, ..) = PHRASES.iter().find(of_years)?;
    let behind = year.get(words.len()..)?;
    let rest = match english {
        Some(_) => behind,
        None => behind.trim_start().strip_prefix("같은 달")?,
    };
    let spoken = month_in(head, source);
    let from = spoken.unwrap_or(source);
    let year = from.year?.checked_add(i16::try_from(*far).ok()?)?;
    let date = Date::new(Some(year), from.month, None).ok()?;
    Some((text.len() - rest.len(), date, from, spoken.is_none()))
}

/// The last month that a text speaks of.
fn month_in(text: &str, source: Date) -> Option<Date> {
    let mut starts = text.char_indices().rev();
    starts.find_map(|(at, _)| {
        let (head, rest) = text.split_at_checked(at)?;
        if head.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let lower = rest.to_ascii_lowercase();
        let mut phrases = PHRASES.iter().filter(|(.., measure, _)| *measure == Month);
        if let Some((_, far, ..)) = phrases.find(|(words, ..)| begins(&lower, words)) {
            let first = civil_of(source, Some(1))?.checked_add(far.months()).ok()?;
            return parts(first, true, None);
        }
        let end = rest.find(|c: char| !c.is_ascii_alphabetic());
        let word = rest.get(..end.unwrap_or(rest.len()))?;
        let month = match month_behind(rest) {
            (_, Some(month), _) if rest.starts_with(|c: char| c.is_ascii_digit()) => Some(month),
            _ if is_month(word) => Date::parse(word).ok()?.month,
            _ => None,
        };
        Some(of_year(
            Date::new(None, Some(month?), None).ok()?,
            Some(source),
        ))
    })
}

/// Whether a word is an English day of the week, in whatever case.
pub(super) fn is_weekday(word: &str) -> bool {
    weekdays::is_weekday(word)
}

/// Whether `text` begins with `words` and no letter of English goes on.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words)
        .is_some_and(|behind| !behind.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// ` 20일` behind a month.
fn day_behind(behind: &str) -> (usize, Option<i8>) {
    let trimmed = behind.trim_start();
    let digits = digits(trimmed);
    let day = trimmed.get(..digits).and_then(|day| day.parse().ok());
    let unit = trimmed
        .get(digits..)
        .and_then(|rest| rest.strip_prefix('일'));
    match (day, unit) {
        (Some(day), Some(rest)) if !lone::lasts(rest) => (behind.len() - rest.len(), Some(day)),
        _ => (0, None),
    }
}

/// `, on the 20th` behind a month.
fn ordinal_behind(behind: &str) -> (usize, Option<i8>) {
    let rest = behind.strip_prefix(',').unwrap_or(behind);
    let found = rest.strip_prefix(" on the ").and_then(ordinal);
    match found.filter(|(_, rest)| !begins_noun(rest)) {
        Some((day, rest)) => (behind.len() - rest.len(), Some(day)),
        None => (0, None),
    }
}

/// The `20th` with which a text begins, and what follows.
fn ordinal(text: &str) -> Option<(i8, &str)> {
    let digits = digits(text);
    let behind = text.get(digits..)?;
    let mut endings = ["st", "nd", "rd", "th"].iter();
    let rest = endings.find_map(|ending| behind.strip_prefix(ending))?;
    Some((text.get(..digits)?.parse().ok()?, rest))
}

/// The day of the month by itself that is `date`, written as `piece`, in the month
/// that was spoken of last: behind `지난달 20일` the `22일` is of that month as well
/// as not.
pub(super) fn in_month_of(last: Date, date: Date, piece: &str) -> Option<Date> {
    let lone = piece.strip_suffix('일')?;
    let another = (last.year, last.month) != (date.year, date.month) && last.day < date.day;
    let bare = lone.bytes().all(|b| b.is_ascii_digit());
    let there = Date::new(last.year, last.month, date.day).ok();
    there.filter(|_| bare && another)
}

/// Whether a day follows a month.
pub(super) fn has_day(behind: &str) -> bool {
    day_behind(behind).1.is_some()
}

/// ` 3월 20일` behind a year.
fn month_behind(behind: &str) -> (usize, Option<i8>, Option<i8>) {
    let trimmed = behind.trim_start();
    let digits = digits(trimmed);
    let month = trimmed.get(..digits).and_then(|month| month.parse().ok());
    let unit = trimmed
        .get(digits..)
        .and_then(|rest| rest.strip_prefix('월'));
    match (month, unit) {
        (Some(month @ 1..=12), Some(rest)) => {
            let (more, day) = day_behind(rest);
            (behind.len() - rest.len() + more, Some(month), day)
        }
        _ => (0, None, None),
    }
}

/// `the 20th of last month`, `the 20th of this month`; `지난 3일`, `오는 3일`, `지난 3월`.
fn of_month_before(text: &str, source: Date) -> Option<Reckoned> {
    if let Some(behind) = text
        .strip_prefix("지난 ")
        .or_else(|| text.strip_prefix("오는 "))
    {
        let past = text.starts_with("지난");
        let words = text.len() - behind.len();
        if let (more @ 1.., Some(day)) = day_behind(behind) {
            let date = nearest(source, past, 1.months(), |from| {
                parts(from, true, Some(day))
            })?;
            return Some((words + more, date, source, false));
        }
        if let (more @ 1.., Some(month), day) = month_behind(behind) {
            let date = nearest(source, past, 1.years(), |from| {
                Date::new(Some(from.year()), Some(month), day).ok()
            })?;
            return Some((words + more, date, source, false));
        }
        return None;
    }
    let (day, behind) = ordinal(text.strip_prefix("the ")?)?;
    let (far, end) = [
        (-1, " of last month"),
        (0, " of this month"),
        (1, " of next month"),
    ]
    .into_iter()
    .find_map(|(far, words)| Some((Some(far), behind.strip_prefix(words)?)))
    .unwrap_or((None, behind));
    let length = text.len() - end.len();
    match far {
        Some(far) => {
            let first = civil_of(source, Some(1))?.checked_add(far.months()).ok()?;
            Some((length, parts(first, true, Some(day))?, source, false))
        }
        // "on the 20th"; "the 20th of …" something else, and "the 20th century".
        None if begins_noun(end) => None,
        None => {
            let date = nearest(source, true, 1.months(), |from| {
                parts(from, true, Some(day))
            })?;
            Some((length, date, source, true))
        }
    }
}

/// Whether what follows an ordinal is what is counted.
fn begins_noun(behind: &str) -> bool {
    let word = behind.trim_start();
    let word = word
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    let free = [
        "", "and", "by", "in", "at", "but", "when", "after", "before", "with", "the", "it", "they",
    ];
    behind.starts_with(' ') && !free.contains(&word)
}

/// The date that `make` gives nearest to the source, on the side that is asked for.
fn nearest(
    source: Date,
    past: bool,
    step: Span,
    make: impl Fn(civil::Date) -> Option<Date>,
) -> Option<Date> {
    let first = civil_of(source, Some(1))?;
    let here = make(first).filter(|date| {
        if past {
            *date <= source
        } else {
            *date >= source
        }
    });
    here.or_else(|| {
        let moved = if past {
            first.checked_sub(step)
        } else {
            first.checked_add(step)
        };
        make(moved.ok()?)
    })
}

fn shifted(from: Date, by: Span) -> Option<Date> {
    let day = civil_of(from, None)?.checked_add(by).ok()?;
    parts(day, true, Some(day.day()))
}

/// A date as the calendar has it, with `day` in place of its own.
fn civil_of(date: Date, day: Option<i8>) -> Option<civil::Date> {
    civil::Date::new(date.year?, date.month?, day.or(date.day)?).ok()
}

fn parts(date: civil::Date, month: bool, day: Option<i8>) -> Option<Date> {
    Date::new(Some(date.year()), month.then(|| date.month()), day).ok()
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}
