//! Dates, whole or in part: a year, a month, a day without its year.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::text::Lang;

/// Longest text that is read, in characters.
const LONGEST: usize = 60;

/// Months of English, as they are written out.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words of an English date that say nothing about the day.
const FILLERS: &[&str] = &[
    "the",
    "of",
    "on",
    "in",
    "mon",
    "monday",
    "tue",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
];

/// A date of which a part may be missing; ordered by year, month, day.
/// Either the year or the month is there; a day only with its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, if it was said.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(pub String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DateError {}

/// The parts of a date as they were read, not yet known to exist.
type Parts = (Option<i64>, Option<i64>, Option<i64>);

impl Date {
    /// Whether this date is over on the whole day `day`; a year or a month is
    /// over when its last day is.
    pub fn ended_before(self, day: Date) -> bool {
        let last = (
            self.year.or(day.year),
            self.month.unwrap_or(12),
            self.day.unwrap_or(31),
        );
        last < (day.year, day.month.unwrap_or(1), day.day.unwrap_or(1))
    }

    /// A date of these parts.
    ///
    /// # Errors
    /// When there is no such day, or a part is missing that others need.
    pub fn new(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Result<Date, DateError> {
        let date = Date { year, month, day };
        if year.is_some_and(|year| !(1..=9999).contains(&year)) {
            return Err(DateError("years go from 1 to 9999".to_owned()));
        }
        let Some(number) = month else {
            return match (year, day) {
                (Some(_), None) => Ok(date),
                _ => Err(DateError("a date needs a year or a month".to_owned())),
            };
        };
        let name = month_name(number).ok_or_else(|| {
            DateError(format!(
                "there is no month {number}; months go from 1 to 12"
            ))
        })?;
        let last = days(year, number);
        match day {
            Some(day) if day < 1 || day > last => Err(DateError(match year {
                Some(year) => format!("there is no {day} {name} {year}; the month has {last} days"),
                None => format!("there is no {day} {name}; the month has {last} days"),
            })),
            _ => Ok(date),
        }
    }

    /// Reads a date as people write it in English or Korean, whole or in part:
    /// `2025-01-20`, `2025. 1. 20.`, `1월 20일`, `Jan 20`, `20 January 2025`,
    /// `1957년`. `1/20` is a month and a day, `20/1` a day and a month.
    ///
    /// # Errors
    /// When the text is no date, or there is no such day.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let refused = || {
            DateError(format!(
                "'{}' is not a date; write it like 2025-01-20, 20 January 2025, 2025년 1월 20일, \
                 Jan 2025 or 1957",
                crate::text::truncate(&crate::text::safe_line(text), LONGEST)
            ))
        };
        if text.chars().nth(LONGEST).is_some() {
            return Err(refused());
        }
        let text: String = text.nfkc().collect::<String>().to_lowercase();
        let text = text.trim();
        let parts = numbers(text)
            .or_else(|| korean(text))
            .or_else(|| english(text));
        let (year, month, day) = parts.ok_or_else(refused)?;
        Date::of_parts(year, month, day)
    }

    /// Reads a date as deck files write it: ISO 8601 or a part of it,
    /// `2025-01-20`, `2025-01`, `2025`, and `--01-20`, `01-20` or
    /// `--01` without a year.
    ///
    /// # Errors
    /// When it is written otherwise, or there is no such day.
    pub fn parse_iso(text: &str) -> Result<Date, DateError> {
        let refused = || {
            DateError(format!(
                "'{}' is not a date; write 2025-01-20, 2025-01, 2025 or 01-20",
                crate::text::truncate(&crate::text::safe_line(text), LONGEST)
            ))
        };
        let number = |text: &str, digits: usize| {
            let fits = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| text.parse::<i64>().ok()).flatten()
        };
        let parts: Vec<&str> = text.strip_prefix("--").unwrap_or(text).split('-').collect();
        let read = match parts.as_slice() {
            [year, month, day] if !text.starts_with('-') => (|| {
                Some((
                    Some(number(year, 4)?),
                    Some(number(month, 2)?),
                    Some(number(day, 2)?),
                ))
            })(),
            [month, day] if month.len() == 2 => {
                (|| Some((None, Some(number(month, 2)?), Some(number(day, 2)?))))()
            }
            [year, month] if !text.starts_with('-') => {
                (|| Some((Some(number(year, 4)?), Some(number(month, 2)?), None)))()
            }
            [month] if text.starts_with("--") => (|| Some((None, Some(number(month, 2)?), None)))(),
            [year] if !text.starts_with('-') => (|| Some((Some(number(year, 4)?), None, None)))(),
            _ => None,
        };
        let (year, month, day) = read.ok_or_else(refused)?;
        Date::of_parts(year, month, day)
    }

    fn of_parts(
        year: Option<i64>,
        month: Option<i64>,
        day: Option<i64>,
    ) -> Result<Date, DateError> {
        let small = |part: Option<i64>| part.map(|n| i8::try_from(n).unwrap_or(i8::MAX));
        let year = year.map(|n| i16::try_from(n).unwrap_or(i16::MAX));
        Date::new(year, small(month), small(day))
    }

    /// As it is written in `lang`: `20 January 2025`, `2025년 1월 20일`, and parts likewise.
    pub fn format(&self, lang: Lang) -> String {
        let mut parts: Vec<String> = Vec::new();
        match lang {
            Lang::En => {
                parts.extend(self.day.map(|day| day.to_string()));
                parts.extend(self.month.and_then(month_name).map(str::to_owned));
                parts.extend(self.year.map(|year| year.to_string()));
            }
            Lang::Ko => {
                parts.extend(self.year.map(|year| format!("{year}년")));
                parts.extend(self.month.map(|month| format!("{month}월")));
                parts.extend(self.day.map(|day| format!("{day}일")));
            }
        }
        parts.join(" ")
    }
}

/// ISO 8601: `2025-01-20`, `2025-01`, `2025`, `--01-20`; a month alone is `--01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

fn month_name(month: i8) -> Option<&'static str> {
    let index = usize::try_from(month).ok()?.checked_sub(1)?;
    MONTHS.get(index).copied()
}

/// Days of a month; February has 29 where the year is not known.
fn days(year: Option<i16>, month: i8) -> i8 {
    match month {
        2 if year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A year; two digits are of the years from 1970 to 2069.
fn year(digits: &str) -> Option<i64> {
    let number = whole(digits)?;
    match digits.len() {
        2 if number < 70 => Some(2000 + number),
        2 => Some(1900 + number),
        3 | 4 => Some(number),
        _ => None,
    }
}

fn whole(digits: &str) -> Option<i64> {
    let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Numbers with one kind of separator: `2025-1-20`, `2025. 1. 20.`, `1/20`, `1957`;
/// or the digits of a whole day without one: `20250120`.
fn numbers(text: &str) -> Option<Parts> {
    let separator = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('-');
    if !matches!(separator, '-' | '.' | '/') {
        return None;
    }
    let text = if separator == '.' {
        text.trim_end_matches('.')
    } else {
        text.strip_prefix("--").unwrap_or(text)
    };
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    match parts.as_slice() {
        [only] if only.len() == 8 => Some((
            Some(whole(only.get(..4)?)?),
            Some(whole(only.get(4..6)?)?),
            Some(whole(only.get(6..)?)?),
        )),
        [only] => (only.len() >= 3).then(|| Some((Some(year(only)?), None, None)))?,
        [first, second] if first.len() == 4 => {
            Some((Some(year(first)?), Some(whole(second)?), None))
        }
        [first, second] => {
            let (month, day) = day_and_month(whole(first)?, whole(second)?);
            (second.len() <= 2).then_some((None, Some(month), Some(day)))
        }
        [first, second, third] if third.len() == 4 => {
            let (month, day) = day_and_month(whole(first)?, whole(second)?);
            Some((Some(year(third)?), Some(month), Some(day)))
        }
        [first, second, third] => Some((
            Some(year(first)?),
            Some(whole(second)?),
            Some(whole(third)?),
        )),
        _ => None,
    }
}

/// A month and a day, in that order unless only the other one is possible.
fn day_and_month(first: i64, second: i64) -> (i64, i64) {
    if first > 12 && second <= 12 {
        (second, first)
    } else {
        (first, second)
    }
}

/// `2025년 1월 20일` and parts of it.
fn korean(text: &str) -> Option<Parts> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = text.strip_suffix('에').unwrap_or(&text);
    let mut part = |unit: char| {
        let end = rest.find(unit)?;
        let digits = rest.get(..end)?;
        whole(digits)?;
        rest = rest.get(end + unit.len_utf8()..)?;
        Some(digits.to_owned())
    };
    let years = part('년');
    let months = part('월');
    let days = part('일');
    if !rest.is_empty() {
        return None;
    }
    let years = match years {
        Some(digits) => Some(year(&digits)?),
        None => None,
    };
    let number = |digits: Option<String>| digits.as_deref().and_then(whole);
    let parts = (years, number(months), number(days));
    (parts != (None, None, None)).then_some(parts)
}

/// A month's name among numbers: `Jan 20, 2025`, `the 20th of January`.
fn english(text: &str) -> Option<Parts> {
    let (mut years, mut months, mut days) = (None, None, None);
    let words = text
        .split([' ', ',', '.', '-', '/', '(', ')', '\u{A0}'])
        .filter(|word| !word.is_empty() && !FILLERS.contains(word));
    for word in words {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default();
        let slot = if digits.is_empty() {
            &mut months
        } else if digits.len() > 2 && ending.is_empty() {
            &mut years
        } else if matches!(ending, "" | "st" | "nd" | "rd" | "th") {
            &mut days
        } else {
            return None;
        };
        let number = if digits.is_empty() {
            month_number(word)
        } else {
            whole(digits)
        };
        if slot.is_some() {
            return None;
        }
        *slot = Some(number?);
    }
    months.map(|month| (years, Some(month), days))
}

/// The month that a word names, in full or by at least three letters.
fn month_number(word: &str) -> Option<i64> {
    let begins = |name: &str| name.to_ascii_lowercase().starts_with(word);
    let index = MONTHS.iter().position(|name| begins(name));
    let index = if word == "sept" { Some(8) } else { index }?;
    (word.len() >= 3).then(|| i64::try_from(index + 1).ok())?
}

#[cfg(test)]
mod tests;
