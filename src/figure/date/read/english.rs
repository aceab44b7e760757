//! Dates in English: `Jan 20, 2025`, the twentieth of January, nineteen
//! fifty-seven.

use super::{whole, year};
use crate::figure::date::{MONTHS, Parts};
use crate::figure::small_number;

/// Words of an English date that say nothing about the day.
const FILLERS: &[&str] = &[
    "the",
    "of",
    "on",
    "in",
    "around",
    "about",
    "circa",
    "ca",
    "it",
    "was",
    "its",
    "it's",
    "year",
    "early",
    "mid",
    "late",
    "end",
    "ad",
    "mon",
    "monday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
];

/// A month's name among numbers: `Jan 20, 2025`, `the 20th of January`.
pub(super) fn date(text: &str) -> Option<Parts> {
    let (mut years, mut months, mut days) = (None, None, None);
    let mut year_may_follow = text.contains(',');
    // The dash of twenty-first parts no words.
    let text = text
        .replace("twenty-", "twenty")
        .replace("thirty-", "thirty");
    let words = text
        .split([' ', ',', '.', '-', '/', '(', ')', '\u{A0}'])
        .filter(|word| !word.is_empty() && !FILLERS.contains(word));
    let words = words.flat_map(letters_apart);
    for word in words {
        let short_year = word.strip_prefix('\'').filter(|digits| digits.len() == 2);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default();
        let (slot, number) = if let Some(digits) = short_year {
            (&mut years, year(digits))
        } else if let Some(day) = ordinal(word) {
            year_may_follow = true;
            (&mut days, Some(day))
        } else if let Some(day) = small_number(word) {
            (&mut days, Some(i64::from(day)))
        } else if digits.is_empty() {
            year_may_follow |= days.is_some();
            (&mut months, month_number(word))
        } else if digits.len() > 2 && ending.is_empty() {
            (&mut years, whole(digits))
        } else if days.is_some() && year_may_follow && digits.len() == 2 && ending.is_empty() {
            // December 3, 24 and 3 Dec 24, but not Dec 3 24.
            (&mut years, year(digits))
        } else if months.is_some() && ending.is_empty() && digits.len() == 2 && whole(digits)? > 31
        {
            (&mut years, year(digits))
        } else if matches!(ending, "" | "st" | "nd" | "rd" | "th") {
            year_may_follow |= !ending.is_empty();
            (&mut days, whole(digits))
        } else {
            return None;
        };
        if slot.is_some() {
            return None;
        }
        *slot = Some(number?);
    }
    // "in 1957" has no month, and only then a year may stand alone.
    match (years, months, days) {
        (Some(_), None, None) | (_, Some(_), _) => Some((years, months, days)),
        _ => None,
    }
}

/// A day of a month by itself: `the 20th`, `20`, `twentieth`.
pub(super) fn day(text: &str) -> Option<i64> {
    let word = text.strip_prefix("the ").unwrap_or(text).trim();
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match word.get(digits.len()..) {
        Some("" | "st" | "nd" | "rd" | "th") => whole(digits),
        _ => ordinal(word),
    }
}

/// A word cut where digits follow letters, or the name of a month digits:
/// `jan20`, `20jan2025`.
fn letters_apart(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    if !word.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return vec![word];
    }
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest
            .find(|c: char| c.is_ascii_digit() != digits)
            .unwrap_or(rest.len());
        let behind = rest.get(end..).unwrap_or_default();
        let run = behind
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(behind.len());
        // 20th stays together.
        let end = if digits && run < 3 { end + run } else { end };
        let (part, left) = rest.split_at_checked(end).unwrap_or((rest, ""));
        parts.push(part);
        rest = left;
    }
    parts
}

/// The month that a word names: in full, by at least three letters, or with a
/// slip or two in a long name (Febuary).
fn month_number(word: &str) -> Option<i64> {
    let begins = |name: &str| name.to_ascii_lowercase().starts_with(word);
    let slips = |name: &str| {
        let name = name.to_ascii_lowercase();
        word.len() >= 6 && word.get(..1) == name.get(..1) && strsim::osa_distance(&name, word) <= 2
    };
    if word.len() < 3 || word.len() > 12 {
        return None;
    }
    let index = MONTHS
        .iter()
        .position(|name| begins(name))
        .or((word == "sept").then_some(8))
        .or_else(|| MONTHS.iter().position(|name| slips(name)))?;
    i64::try_from(index + 1).ok()
}

/// Days of a month in words.
const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// The day of a month that an ordinal in words is.
fn ordinal(word: &str) -> Option<i64> {
    let place = |word: &str| {
        let at = ORDINALS.iter().position(|ordinal| *ordinal == word)?;
        i64::try_from(at + 1).ok()
    };
    let tens = |tens: &str, value: i64| {
        let ones = word.strip_prefix(tens)?.trim_start_matches(['-', ' ']);
        place(ones)
            .filter(|ones| *ones < 10)
            .map(|ones| value + ones)
    };
    match word {
        "thirtieth" => Some(30),
        _ => place(word)
            .or_else(|| tens("twenty", 20))
            .or_else(|| tens("thirty", 30)),
    }
}

/// A year in words, as it is said: nineteen fifty-seven, two thousand and six.
pub(super) fn year_in_words(text: &str) -> Option<i64> {
    let named = |word: &str| match word {
        "hundred" => Some(100),
        "thousand" => Some(1000),
        "oh" => Some(0),
        _ => small_number(word).map(i64::from),
    };
    let numbers: Vec<i64> = text
        .split([' ', '-'])
        .filter(|word| !word.is_empty() && *word != "and" && *word != "in")
        .map(named)
        .collect::<Option<_>>()?;
    // The last two digits: fifty seven, oh six, six, nothing.
    let two = |rest: &[i64]| match *rest {
        [] => Some(0),
        [ones @ 1..=99] => Some(ones),
        [tens @ 20..=90, ones @ 1..=9] if tens % 10 == 0 => Some(tens + ones),
        [0, ones @ 1..=9] => Some(ones),
        _ => None,
    };
    match numbers.as_slice() {
        [2, 1000, rest @ ..] => two(rest).map(|rest| 2000 + rest),
        [century @ 10..=20, 100] => Some(century * 100),
        [century @ 10..=20, rest @ ..] => {
            let short = matches!(rest, [1..=9]);
            two(rest)
                .filter(|_| !rest.is_empty() && !short)
                .map(|rest| century * 100 + rest)
        }
        _ => None,
    }
}
