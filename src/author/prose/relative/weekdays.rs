//! Days told by their name in the week: `last Friday`, `다음 주 월요일`.

use jiff::ToSpan;
use jiff::civil;

use super::{begins, civil_of, parts, tense};
use crate::author::prose::dates::is_month;
use crate::figure::Date;

/// A day of the week that was told: its length, the date, and another that it
/// may be.
pub(super) type Reading = (usize, Date, Option<Date>);

/// Which of all Mondays is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// The last one before the source's day.
    Before,
    /// The last one up to the source's day, or the first from it on where the
    /// sentence speaks of what is to come.
    On,
    /// The first one after the source's day.
    After,
    /// The one of this week if it is to come, else either that or the next.
    This,
    /// The first one after the source's day, or that of the next week.
    Next,
    /// The one of a week, so many from that of the source.
    Week(i8),
}

use Which::{After, Before, Next, On, This, Week};

/// Words before the name of a day.
const WORDS: &[(&str, Which)] = &[
    ("on ", On),
    ("last ", Before),
    ("this past ", Before),
    ("this coming ", After),
    ("this ", This),
    ("next ", Next),
    ("지난 ", Before),
    ("오는 ", After),
    ("돌아오는 ", After),
    ("지지난주 ", Week(-2)),
    ("지지난 주 ", Week(-2)),
    ("지난주 ", Week(-1)),
    ("지난 주 ", Week(-1)),
    ("저번 주 ", Week(-1)),
    ("저번주 ", Week(-1)),
    ("이번 주 ", Week(0)),
    ("이번주 ", Week(0)),
    ("금주 ", Week(0)),
    ("다음 주 ", Week(1)),
    ("다음주 ", Week(1)),
    ("내주 ", Week(1)),
    ("다다음 주 ", Week(2)),
    ("다다음주 ", Week(2)),
];

/// Words behind it.
const BEHIND: &[(&str, i8)] = &[
    (" of the week after next", 2),
    (" the week after next", 2),
    (" of last week", -1),
    (" last week", -1),
    (" of this week", 0),
    (" this week", 0),
    (" of next week", 1),
    (" next week", 1),
];

/// Spans of days: their first and last, counted from the Monday of the source's
/// week. A week-end that is over lies before that Monday.
const SPANS: &[(&str, i64, i64)] = &[
    ("the week after next", 14, 20),
    ("다다음 주", 14, 20),
    ("다다음주", 14, 20),
    ("last weekend", -2, -1),
    ("지난 주말", -2, -1),
    ("지난주 주말", -2, -1),
];

const NAMES: [(&str, &str); 7] = [
    ("월요일", "monday"),
    ("화요일", "tuesday"),
    ("수요일", "wednesday"),
    ("목요일", "thursday"),
    ("금요일", "friday"),
    ("토요일", "saturday"),
    ("일요일", "sunday"),
];

/// Whether a word is an English day of the week, in whatever case.
pub(super) fn is_weekday(word: &str) -> bool {
    NAMES
        .iter()
        .any(|(_, name)| name.eq_ignore_ascii_case(word))
}

/// The day of the week with which `text` begins; `head` is what the sentence has
/// before it, and `whole` is `text` with all that follows.
pub(super) fn at(text: &str, whole: &str, head: &str, source: Date) -> Option<Reading> {
    let before = WORDS.iter().find(|(words, _)| text.starts_with(words));
    let (start, which) = before.map_or((0, None), |(words, which)| (words.len(), Some(*which)));
    let rest = text.get(start..)?;
    let (day, name) = NAMES
        .iter()
        .enumerate()
        .find_map(|(at, (korean, english))| {
            let mut names = [*korean, *english].into_iter();
            Some((at, names.find(|name| rest.starts_with(name))?))
        })?;
    let rest = rest.get(name.len()..)?;
    // "on Mondays"; "on Monday, 3 February" is told by itself.
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) || is_dated(rest) {
        return None;
    }
    let behind = BEHIND
        .iter()
        .find(|(words, _)| name.is_ascii() && rest.starts_with(words));
    let (length, which) = match (behind, which) {
        (Some((words, week)), None | Some(On)) => (start + name.len() + words.len(), Week(*week)),
        (_, Some(which)) => (start + name.len(), which),
        (_, None) => return None,
    };
    let day = i64::try_from(day).ok()?;
    let ahead = which == On && tense::is_ahead(head, whole.get(length..).unwrap_or_default());
    let (date, or) = reckoned(day, which, ahead, civil_of(source, None)?)?;
    let of = |day: civil::Date| parts(day, true, Some(day.day()));
    Some((length, of(date)?, or.and_then(of)))
}

/// The first day to come of the name with which `text` begins, and its length.
pub(super) fn named(text: &str, source: Date) -> Option<(usize, Date)> {
    let is_named = |(_, (_, name)): &(usize, &(&str, &str))| begins(text, name);
    let (day, (_, name)) = NAMES.iter().enumerate().find(is_named)?;
    let day = i64::try_from(day).ok()?;
    let (date, _) = reckoned(day, After, true, civil_of(source, None)?)?;
    Some((name.len(), parts(date, true, Some(date.day()))?))
}

/// The days of a week or its end that is told as a whole, and its length.
pub(super) fn span(text: &str, source: Date) -> Option<(usize, Date, Date)> {
    let (words, first, last) = SPANS.iter().find(|(words, ..)| begins(text, words))?;
    let day = civil_of(source, None)?;
    let monday = -i64::from(day.weekday().to_monday_zero_offset());
    let of = |far: i64| {
        let day = day.checked_add((monday + far).days()).ok()?;
        parts(day, true, Some(day.day()))
    };
    Some((words.len(), of(*first)?, of(*last)?))
}

/// The date of a day of the week, from 0 for Monday, and another that it may be.
fn reckoned(
    day: i64,
    which: Which,
    ahead: bool,
    source: civil::Date,
) -> Option<(civil::Date, Option<civil::Date>)> {
    // How far the one of this week is: -6 to 6.
    let far = day - i64::from(source.weekday().to_monday_zero_offset());
    let moved = |days: i64| source.checked_add(days.days()).ok();
    let up_to = if far > 0 { far - 7 } else { far };
    let before = if far >= 0 { far - 7 } else { far };
    let from = if far < 0 { far + 7 } else { far };
    let after = if far <= 0 { far + 7 } else { far };
    let (first, other) = match which {
        Before => (before, None),
        On if ahead => (from, None),
        On => (up_to, None),
        After => (after, None),
        This if far >= 0 => (far, None),
        This => (far + 7, Some(far)),
        Next => (after, Some(far + 7).filter(|other| *other != after)),
        Week(weeks) => (far + 7 * i64::from(weeks), None),
    };
    Some((moved(first)?, other.and_then(moved)))
}

/// Whether a day and month stand behind the name.
fn is_dated(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ']);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.trim_start_matches("th").trim_start_matches([' ', '.']);
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next();
    let mut letters = word.unwrap_or_default().chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let capital: String = first.into_iter().chain(letters).collect();
    is_month(&capital)
}
