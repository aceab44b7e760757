//! Reading dates as people write them, in both languages.

use unicode_normalization::UnicodeNormalization;

use super::{MONTHS, Parts};
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

/// Words before a Korean date that say nothing about the day.
const BEFORE: &[&str] = &["약", "대략", "아마도", "아마", "서기", "정답은", "답은"];

/// What may stand behind a Korean date: "about", particles, copulas.
const AFTER: &[&str] = &[
    "이었습니다",
    "입니다",
    "이었다",
    "이에요",
    "이예요",
    "예요",
    "이다",
    "이요",
    "이야",
    "임",
    "새벽",
    "아침",
    "오전",
    "낮",
    "오후",
    "저녁",
    "밤",
    "날",
    "달",
    "초",
    "중순",
    "하순",
    "말",
    "쯤",
    "경",
    "께",
    "무렵",
    "자",
    "에",
    "의",
    "이",
];

/// Weekdays in English, in lower case, the longer ones first.
const WEEKDAYS: [&str; 18] = [
    "wednesday",
    "thursday",
    "saturday",
    "tuesday",
    "monday",
    "friday",
    "sunday",
    "thurs",
    "tues",
    "thur",
    "weds",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// A date without the weekday behind it, in brackets or not: `(월)`, `월요일`,
/// `, Monday`. It says nothing that the day does not. A single syllable needs its
/// brackets, or it may be a month's or a day's.
fn without_weekday(text: &str) -> Option<&str> {
    let inner = text.strip_suffix(')');
    let named = inner.unwrap_or(text).trim_end();
    let korean = || {
        let short = named.strip_suffix("요일").or(inner.and(Some(named)))?;
        short.strip_suffix(['월', '화', '수', '목', '금', '토', '일'])
    };
    let english = || {
        let named = named.trim_end_matches('.');
        let date = WEEKDAYS.iter().find_map(|day| named.strip_suffix(day))?;
        (!date.ends_with(char::is_alphanumeric)).then_some(date)
    };
    let date = korean().or_else(english)?.trim_end();
    let date = match inner {
        Some(_) => date.strip_suffix('(')?,
        None => date,
    };
    Some(date.trim_end_matches([' ', ',']))
}

/// The parts of a date that `text` names, not yet known to exist.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let text = plain(text);
    let text = text.as_str();
    let spaceless: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    numbers(text)
        .or_else(|| korean(&spaceless))
        .or_else(|| english(text))
        .or_else(|| words(text).map(|year| (Some(year), None, None)))
}

/// Lower case, composed, digits of one width, without stops around it.
pub(super) fn plain(text: &str) -> String {
    let text: String = text
        .nfkc()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .map(|c| match c {
            '’' | '‘' => '\'',
            '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
            '\u{223C}' | '\u{301C}' => '~',
            '年' => '년',
            '月' => '월',
            '日' => '일',
            _ => c,
        })
        .collect();
    text.to_lowercase()
        .trim()
        .trim_end_matches(['!', '?', ',', '。', ' '])
        .to_owned()
}

/// A day by itself: `20일`, `the 20th`, `20`.
pub(super) fn lone_day(text: &str) -> Option<i8> {
    let text = plain(text);
    let text = text.trim_end_matches('.');
    let day = after(text.trim()).and_then(|text| number(text.strip_suffix('일')?));
    let english = || {
        let word = text.strip_prefix("the ").unwrap_or(text).trim();
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        match word.get(digits.len()..) {
            Some("" | "st" | "nd" | "rd" | "th") => whole(digits),
            _ => ordinal(word),
        }
    };
    i8::try_from(day.or_else(english)?).ok()
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

/// Numbers with one kind of separator: `2025-1-20`, `2025. 1. 20.`, `1/20`,
/// `1957`; or digits without one: `20250120`, `250120`, `202501`.
fn numbers(text: &str) -> Option<Parts> {
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
        [only] => digits(only),
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
fn digits(text: &str) -> Option<Parts> {
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

/// What is left of a Korean date without the words around it.
fn after(text: &str) -> Option<&str> {
    let mut text = text.trim_end_matches('.');
    for word in BEFORE {
        text = text.strip_prefix(word).unwrap_or(text);
    }
    loop {
        if let Some(date) = without_weekday(text) {
            text = date;
        }
        // What ends in a unit is done.
        let done = text.ends_with(['년', '월', '일']);
        let ending = AFTER.iter().find(|ending| text.ends_with(**ending));
        match ending {
            Some(ending) if !done => text = text.strip_suffix(ending)?.trim_end_matches(','),
            _ => return Some(text),
        }
    }
}

/// `2025년 1월 20일` and parts of it, in digits or words; `text` is without spaces.
fn korean(text: &str) -> Option<Parts> {
    let turned = year_last(after(text)?);
    let mut rest = turned.as_str();
    let mut years = None;
    if let Some((before, behind)) = rest.split_once('년') {
        let digits = before.strip_prefix('\'').unwrap_or(before);
        years = Some(match whole(digits) {
            Some(_) => year(digits)?,
            // 십 년 is how long it took, and no year.
            None => number(digits).filter(|year| *year >= 100)?,
        });
        rest = behind.strip_prefix('도').unwrap_or(behind);
    }
    let mut months = None;
    // 2024 12월 3일
    if years.is_none()
        && let Some((first, behind)) = rest.split_at_checked(4)
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && behind.starts_with(|c: char| c.is_ascii_digit())
    {
        years = Some(year(first)?);
        rest = behind;
    }
    if let Some((before, behind)) = rest.split_once('월') {
        months = Some(match before {
            "유" => 6,
            "시" => 10,
            _ => number(before)?,
        });
        rest = behind;
    }
    let mut days = None;
    // 1월20
    let unit_left_out = months.is_some() && whole(rest).is_some() && rest.len() <= 2;
    if let Some(before) = rest.strip_suffix('일').or(unit_left_out.then_some(rest)) {
        days = Some(number(before)?);
        rest = "";
    }
    let parts = (years, months, days);
    (rest.is_empty() && parts != (None, None, None)).then_some(parts)
}

/// A Korean date whose year stands last, with the year first: 10월 4일 1957년.
fn year_last(text: &str) -> String {
    let last = text.strip_suffix('년').and_then(|before| {
        let at = before.rfind(['월', '일'])?;
        let (rest, year) = before.split_at_checked(at + '월'.len_utf8())?;
        let is_year = whole(year).or_else(|| number(year).filter(|year| *year >= 100));
        is_year.map(|_| (rest, year))
    });
    match last {
        Some((rest, year)) => format!("{year}년{rest}"),
        None => text.to_owned(),
    }
}

/// A number below ten thousand, in digits, in words (천구백오십칠) or digit by
/// digit (일구오칠).
fn number(text: &str) -> Option<i64> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return whole(text);
    }
    let syllables: Vec<char> = text.chars().take(9).collect();
    if syllables.is_empty() || syllables.len() > 8 {
        return None;
    }
    let digits: Option<Vec<i64>> = syllables.iter().map(|&c| sino(c)).collect();
    if let Some(digits) = digits {
        let fits = matches!(digits.len(), 1 | 4);
        return fits.then(|| digits.iter().fold(0, |value, digit| value * 10 + digit));
    }
    let (mut total, mut current, mut smallest) = (0, None, 10_000);
    for c in syllables {
        let scale = match c {
            '천' => 1000,
            '백' => 100,
            '십' => 10,
            _ => {
                if current.replace(sino(c)?).is_some() {
                    return None;
                }
                continue;
            }
        };
        if scale >= smallest {
            return None;
        }
        smallest = scale;
        total += current.take().unwrap_or(1) * scale;
    }
    Some(total + current.unwrap_or(0))
}

/// The digit that a syllable is.
fn sino(c: char) -> Option<i64> {
    let at = "영일이삼사오육칠팔구".chars().position(|digit| digit == c);
    let zero = (c == '공').then_some(0);
    at.or(zero).and_then(|digit| i64::try_from(digit).ok())
}

/// A month's name among numbers: `Jan 20, 2025`, `the 20th of January`.
fn english(text: &str) -> Option<Parts> {
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
fn words(text: &str) -> Option<i64> {
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
