//! Days told by how many lie between: `3일 뒤`, `이틀 전`, `two weeks ago`,
//! `a year ago`, `1년 전`.

use jiff::ToSpan;

use super::{Reckoned, begins, civil_of, parts, shifted, weekdays};
use crate::figure::{Date, native_number, small_number};

/// Days counted in Korean words.
const DAYS: &[(&str, i32)] = &[
    ("하루", 1),
    ("이틀", 2),
    ("사흘", 3),
    ("나흘", 4),
    ("닷새", 5),
    ("엿새", 6),
    ("이레", 7),
    ("여드레", 8),
    ("아흐레", 9),
    ("열흘", 10),
    ("보름", 15),
];

/// How many a text begins with in words, as they count days and years, and the
/// bytes of it.
fn in_words(text: &str) -> Option<(usize, i32)> {
    // Words of one that stand only before what is counted: 넉 달, 일주일.
    const ONLY: &[(&str, i32)] = &[("넉", 4), ("일", 1), ("a", 1), ("an", 1)];
    if let Some((word, count)) = ONLY.iter().find(|(word, _)| begins(text, word)) {
        return Some((word.len(), *count));
    }
    if let Some((count, length)) = native_number(text) {
        return Some((length, i32::try_from(count).ok()?));
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic());
    let word = text.get(..end.unwrap_or(text.len()))?;
    let count = small_number(word).filter(|count| *count > 0)?;
    Some((word.len(), i32::try_from(count).ok()?))
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Day,
    Week,
    Fortnight,
    Month,
    Year,
}

/// Words for it, longer ones before those that they begin with.
const MEASURES: &[(&str, Measure)] = &[
    ("days", Measure::Day),
    ("day", Measure::Day),
    ("일", Measure::Day),
    ("weeks", Measure::Week),
    ("week", Measure::Week),
    ("fortnight", Measure::Fortnight),
    ("주일", Measure::Week),
    ("주", Measure::Week),
    ("months", Measure::Month),
    ("month", Measure::Month),
    ("개월", Measure::Month),
    ("달", Measure::Month),
    ("years", Measure::Year),
    ("year", Measure::Year),
    ("년", Measure::Year),
    ("해", Measure::Year),
];

/// Words behind "ago" that tell the month too.
const MONTH: &str = " this month";

/// The date with which `text`, in lower case, begins. Longer ones are round
/// numbers as a rule, and no more exact than what they are counted in.
pub(super) fn at(text: &str, source: Date, last: Option<Date>) -> Option<Reckoned> {
    if let Some(told) = ahead(text, source) {
        return Some(told);
    }
    let (count, measure, rest) = distance(text)?;
    let rest = rest.trim_start();
    let spoken = last.unwrap_or(source);
    let after = |words: &[&str]| {
        let found = words.iter().find_map(|word| rest.strip_prefix(word));
        found.filter(|rest| !goes_on(rest))
    };
    let ago = after(&["전", "ago"]).filter(|rest| !is_of_all(rest));
    let (rest, from, far) = match (ago, after(&["뒤", "후", "later"]), after(&["earlier"])) {
        (Some(rest), ..) => (rest, source, -count),
        (None, Some(rest), _) => (rest, spoken, count),
        (None, None, Some(rest)) => (rest, spoken, -count),
        (None, None, None) => return None,
    };
    let date = match measure {
        Measure::Day | Measure::Week | Measure::Fortnight => days_or_weeks(from, far, measure)?,
        Measure::Month if ago.is_some() => {
            let first = civil_of(from, Some(1))?.checked_add(far.months()).ok()?;
            parts(first, true, None)?
        }
        Measure::Year if ago.is_some() => {
            let year = from.year?.checked_add(i16::try_from(far).ok()?)?;
            if begins(rest, MONTH) {
                let date = Date::new(Some(year), from.month, None).ok()?;
                let length = text.len() - rest.len() + MONTH.len();
                return Some((length, date, from, false));
            }
            Date::new(Some(year), None, None).ok()?
        }
        Measure::Month | Measure::Year => return None,
    };
    Some((text.len() - rest.len(), date, from, measure != Measure::Day))
}

/// So many days or weeks from a day.
fn days_or_weeks(from: Date, far: i32, measure: Measure) -> Option<Date> {
    match measure {
        Measure::Day => shifted(from, far.days()),
        Measure::Week => shifted(from, far.weeks()),
        Measure::Fortnight => shifted(from, far.checked_mul(2)?.weeks()),
        Measure::Month | Measure::Year => None,
    }
}

/// `in ten days`, which may be how long something took, and `a week from
/// Monday`, of which the Monday is the first one to come.
fn ahead(text: &str, source: Date) -> Option<Reckoned> {
    if let Some(behind) = text.strip_prefix("in ") {
        let (count, measure, rest) = distance(behind)?;
        let whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
        let date = days_or_weeks(source, count, measure).filter(|_| whole)?;
        return Some((text.len() - rest.len(), date, source, true));
    }
    let (count, measure, rest) = distance(text)?;
    let rest = rest.strip_prefix(" from ")?;
    let (length, from) = weekdays::named(rest, source)?;
    let date = days_or_weeks(from, count, measure)?;
    Some((text.len() - rest.len() + length, date, from, false))
}

/// How many of what, and what follows.
fn distance(text: &str) -> Option<(i32, Measure, &str)> {
    let day = DAYS.iter().find(|(word, _)| text.starts_with(word));
    if let Some((word, count)) = day {
        return Some((*count, Measure::Day, text.get(word.len()..)?));
    }
    let digits = super::digits(text);
    let (length, count) = match text.get(..digits).and_then(|number| number.parse().ok()) {
        Some(number) => (digits, number),
        None => in_words(text)?,
    };
    let behind = text.get(length..)?.trim_start();
    MEASURES
        .iter()
        .find_map(|(word, measure)| Some((count, *measure, behind.strip_prefix(word)?)))
}

/// Whether what stands before `rest` is the beginning of another word: 전 of
/// 2년 전기차 and 20일 전남, 후 of 14일 후속 대책.
pub(super) fn goes_on(rest: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "에", "의", "보다", "과", "부터", "까지", "만", "이", "쯤", "엔", "인", "은", "는", "으로",
        "로", "을", "를", "와", "도",
    ];
    let next = rest.chars().next();
    next.is_some_and(char::is_alphanumeric) && !PARTICLES.iter().any(|word| rest.starts_with(word))
}

/// Whether 전 before `rest` says "all": 20일 전 국민이.
pub(super) fn is_of_all(rest: &str) -> bool {
    let all = [" 세계", " 국민", " 직원", " 세대", " 종목"];
    all.iter().any(|word| rest.starts_with(word))
}
