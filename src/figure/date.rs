//! Dates, whole or in part: a year, a month, a day without its year.

mod period;
mod read;

use std::fmt;

pub use period::Period;

use crate::message;
use crate::text::{Lang, Message};

/// Longest text that is read, in characters.
const LONGEST: usize = 60;

/// Months of English, as they are written out, January first.
pub const MONTHS: [&str; 12] = [
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

/// A date of which a part may be missing; ordered by year, month, day.
/// Either the year or the month is there; a day only with its month.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
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
pub struct DateError(pub Message);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.says(Lang::En))
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
        if year.is_some_and(|year| !(100..=9999).contains(&year)) {
            return Err(DateError(message!(
                "years go from 100 to 9999",
                "연도는 100부터 9999까지입니다"
            )));
        }
        let Some(number) = month else {
            return match (year, day) {
                (Some(_), None) => Ok(date),
                _ => Err(DateError(message!(
                    "a date needs a year or a month",
                    "날짜에는 연도나 월이 있어야 합니다"
                ))),
            };
        };
        let name = month_name(number).ok_or_else(|| {
            DateError(message!(
                "there is no month {number}; months go from 1 to 12",
                "{number}월은 없습니다; 월은 1부터 12까지입니다"
            ))
        })?;
        let last = days(year, number);
        match day {
            Some(day) if day < 1 || day > last => Err(DateError(match year {
                Some(year) => message!(
                    "there is no {day} {name} {year}; the month has {last} days",
                    "{year}년 {number}월 {day}일은 없습니다; 그 달은 {last}일까지입니다"
                ),
                None => message!(
                    "there is no {day} {name}; the month has {last} days",
                    "{number}월 {day}일은 없습니다; 그 달은 {last}일까지입니다"
                ),
            })),
            _ => Ok(date),
        }
    }

    /// Reads a date as people write it in English or Korean, whole or in part:
    /// `2025-01-20`, `2025. 1. 20.`, `1월 20일`, `Jan 20`, `20 January 2025`,
    /// `1957년`, `일월 이십일`, `the twentieth of January`, `nineteen fifty-seven`.
    /// `1/20` is a month and a day, `20/1` a day and a month.
    ///
    /// # Errors
    /// When the text is no date, or there is no such day.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let refused = || {
            DateError(message!(
                "'{}' is not a date; write it like 2025-01-20, 20 January 2025, 2025년 1월 20일, \
                 Jan 2025 or 1957",
                "'{}': 날짜가 아닙니다; 2025-01-20, 20 January 2025, 2025년 1월 20일, Jan 2025, \
                 1957처럼 쓰세요",
                crate::text::truncate(&crate::text::safe_line(text), LONGEST)
            ))
        };
        let text = text.trim();
        if text.chars().nth(LONGEST).is_some() {
            return Err(refused());
        }
        let (year, month, day) = read::parts(text).ok_or_else(refused)?;
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
            DateError(message!(
                "'{}' is not a date; write 2025-01-20, 2025-01, 2025 or 01-20",
                "'{}': 날짜가 아닙니다; 2025-01-20, 2025-01, 2025, 01-20처럼 쓰세요",
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

    /// The day of a month that `text` names, without its month: `20일`, `the 20th`.
    pub fn parse_day(text: &str) -> Option<i8> {
        let short = text.chars().nth(LONGEST).is_none();
        short.then(|| read::lone_day(text)).flatten()
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

#[cfg(test)]
mod tests;
