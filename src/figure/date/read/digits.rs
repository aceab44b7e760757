//! Dates in digits: `2025-01-20`, `1/20`, `20250120`.

use super::weekday::without_weekday;
use super::{whole, year};
use crate::figure::date::Parts;

/// Numbers with one kind of separator: `2025-1-20`, `2025. 1. 20.`, `1/20`,
/// `1957`; or digits without one: `20250120`, `250120`, `202501`.
pub(super) fn date(text: &str) -> Option<Parts> {
    let text = without_weekday(text).unwrap_or(text);
    let text = text.strip_prefix('\'').unwrap_or(text);
    let separator = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('-');
    if !matches!(separator, '-' | '.' | '/') {
        return None;
    }
    let text = if separator == '.' {
        text.trim_end_matches('.')
    } else {
        text.strip_prefix("--").unwrap_or(text)
    };
    let parts: Vec<&str> = text.splitn(4, separator).map(str::trim).collect();
    match parts.as_slice() {
        [only] => unparted(only),
        [first, second] if first.len() == 4 => {
            Some((Some(year(first)?), Some(whole(second)?), None))
        }
        [first, second] if second.len() == 4 => {
            Some((Some(year(second)?), Some(whole(first)?), None))
        }
        [first, second] => {
            let (month, day) = day_and_month(whole(first)?, whole(second)?);
            (second.len() <= 2).then_some((None, Some(month), Some(day)))
        }
        // 3.12.2024: where dots part a date and the year is last, the day is first.
        [first, second, third] if third.len() == 4 && separator == '.' => {
            let (month, day) = day_and_month(whole(second)?, whole(first)?);
            Some((Some(year(third)?), Some(month), Some(day)))
        }
        // 1/20/25: no year goes first where what follows can't be a month.
        [first, second, third]
            if third.len() == 4 || separator != '.' && first.len() <= 2 && whole(second)? > 12 =>
        {
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

/// Digits alone: a year, or one with its month and day.
fn unparted(text: &str) -> Option<Parts> {
    let part = |from: usize, to: usize| whole(text.get(from..to)?);
    match text.len() {
        8 => Some((part(0, 4), Some(part(4, 6)?), Some(part(6, 8)?))),
        // 202501 is a month, 250120 a day.
        6 if part(0, 2).is_some_and(|century| matches!(century, 19 | 20))
            && part(4, 6).is_some_and(|month| matches!(month, 1..=12)) =>
        {
            Some((part(0, 4), part(4, 6), None))
        }
        6 => Some((
            Some(year(text.get(..2)?)?),
            Some(part(2, 4)?),
            Some(part(4, 6)?),
        )),
        3 | 4 => Some((Some(year(text)?), None, None)),
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
