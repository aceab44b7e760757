//! Dates in Korean: `2025년 1월 20일`, `일월 이십일`, and parts of them.

use super::weekday::without_weekday;
use super::{whole, year};
use crate::figure::date::Parts;

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
pub(super) fn date(text: &str) -> Option<Parts> {
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

/// A day of a month by itself: `20일`, `이십일에`.
pub(super) fn day(text: &str) -> Option<i64> {
    number(after(text)?.strip_suffix('일')?)
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
