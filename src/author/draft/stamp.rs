//! The day on which an article was published: as a stamp or a line says it, or
//! the last that it tells of.

use crate::author::prose::{Prose, dates};
use crate::figure::Date;
use crate::text::width;

/// The day of a time stamp: `2025-03-18T06:00:00+09:00`.
pub(super) fn stamp(text: &str) -> Option<Date> {
    let start: String = text.trim().chars().take(10).collect();
    let date = Date::parse_iso(&start).ok().filter(|date| is_whole(*date));
    date.or_else(|| day_in(text))
}

/// The day of a line that says when the article was published, and no more:
/// `Published 6 April 2026`, `송고시간 2026-04-06 14:05`, `2026-04-06T14:05:00Z`.
pub(super) fn stamped(text: &str) -> Option<Date> {
    const WORDS: &[&str] = &[
        "published",
        "posted",
        "updated",
        "last updated",
        "date",
        "입력",
        "기사입력",
        "등록",
        "송고시간",
        "송고",
        "작성",
        "발행",
        "게시",
    ];
    const LONGEST: usize = 48;
    let text = text.trim();
    let behind = |word: &&str| {
        let (start, rest) = text.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then_some(rest)
    };
    let behind = WORDS.iter().find_map(behind);
    let rest = behind.unwrap_or(text).trim_start_matches([' ', ':', '|']);
    let rest = rest.strip_prefix("on ").unwrap_or(rest);
    let alone = rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains(' ');
    let says = behind.is_some() || alone;
    stamp(rest).filter(|_| says && width(text) <= LONGEST)
}

/// A whole day that a line of a head says.
pub(super) fn day_in(text: &str) -> Option<Date> {
    let prose = Prose::plain(text);
    let found = dates(&prose, None);
    let mut whole = found
        .iter()
        .filter(|found| found.to.is_none() && found.reckoning.is_none() && !found.doubtful)
        .map(|found| found.date);
    whole.find(|date| is_whole(*date))
}

/// The last whole day that an article tells of.
pub(super) fn last_day(prose: &Prose) -> Option<Date> {
    let found = dates(prose, None).into_iter();
    let whole = found.filter(|found| !found.doubtful && found.reckoning.is_none());
    whole
        .map(|found| found.date)
        .filter(|date| is_whole(*date))
        .max()
}

fn is_whole(date: Date) -> bool {
    date.year.is_some() && date.month.is_some() && date.day.is_some()
}
