//! Looking up dates.

use std::ops::Range;

use super::article::Read;
use super::context::Meaning;
use super::lookup::settle;
use super::{Verdict, slip};
use crate::author::prose::DateFound;
use crate::figure::{Date, Period};
use crate::order::Order as _;

/// How the day of the source itself is told.
pub(super) const SOURCE_DAY: &str = "the source's own day";

/// What an article says of a date, which is the answer of a card if it `is_asked`.
pub(super) fn verdict(
    date: Date,
    read: &Read,
    meaning: &Meaning<'_>,
    day: Option<Date>,
    is_asked: bool,
) -> Verdict {
    let (mut own, mut near, mut swaps) = (Vec::new(), Vec::new(), Vec::new());
    let mut first: Option<&DateFound> = None;
    let iso = date.to_string();
    // Of the 1980s none is a year by itself.
    for found in read.dates.iter().filter(|found| !found.decade) {
        for there in [Some(found.date), found.to].into_iter().flatten() {
            let cut = cut_to(there, date);
            if cut == Some(date) {
                own.push(found.span.clone());
                let better =
                    |known: &DateFound| known.reckoning.is_some() && found.reckoning.is_none();
                if first.is_none_or(better) {
                    first = Some(found);
                }
                continue;
            }
            let slips =
                |slip: fn(&str, &str) -> bool| cut.is_some_and(|cut| slip(&cut.to_string(), &iso));
            let swapped = slips(slip::two_swapped);
            if (slips(slip::one_digit) || swapped)
                && !(is_finer(found, date, read) && found.reckoning.is_some())
                && (cut.and_then(|cut| cut.year) == date.year || tells_year(found, read))
            {
                let slips = if swapped { &mut swaps } else { &mut near };
                slips.push(found.span.clone());
            }
        }
    }
    let is = |found: &&DateFound| cut_to(found.date, date) == Some(date);
    let planned: Vec<&DateFound> = read.planned.iter().filter(is).collect();
    let counted = read.earlier.iter().filter(is);
    let counted = counted.chain(planned.iter().copied());
    first = first.or_else(|| counted.clone().next());
    own.extend(counted.map(|found| found.span.clone()));
    // The year that is later than planned is another one.
    let planned: Vec<_> = planned.iter().map(|found| found.span.clone()).collect();
    near = read.apart(near, &planned);
    let Some(found) = first else {
        // An article does not name the day on which it comes out; but a day that
        // it names may have become that one by a slip.
        let is_day = date.month.is_some() && date.day.is_some();
        let own_day = is_day && day.is_some_and(|day| cut_to(day, date) == Some(date));
        if own_day && (near.is_empty() || !is_asked) {
            return Verdict::Computed {
                how: SOURCE_DAY.to_owned(),
            };
        }
        return Verdict::Missing {
            nearest: nearest(date, read, day).map(|found| {
                let written = read.prose.at(&found.span);
                let told = match found.reckoning {
                    Some(_) => format!("{written} ({})", found.date),
                    None => written.to_owned(),
                };
                (told, found.line)
            }),
        };
    };
    near.extend(read.apart(swaps, &own));
    near.retain(|span| !meaning.is_of_another_figure(read, span));
    // What is told as it is, rather than by its distance.
    let by_distance = |span: &Range<usize>| {
        let mut dates = read.dates_in(span).iter();
        dates.any(|found| found.span == *span && found.reckoning.is_some())
    };
    near.order_by_key(by_distance);
    match (
        settle(read, meaning, &found.span, &own, &near),
        &found.reckoning,
    ) {
        (Verdict::Found { line }, Some(reckoning)) => Verdict::Relative {
            line,
            reckoning: reckoning.clone(),
        },
        (verdict, _) => verdict,
    }
}

/// The date that comes nearest to one that is not found, of those that are told as
/// finely and are a slip or two away: rather one that says its day or month itself
/// than a day of the week or the source's own, then the fewest slips, then the
/// least far off.
fn nearest(date: Date, read: &Read, day: Option<Date>) -> Option<&DateFound> {
    let iso = date.to_string();
    let is_day = date.day.is_some();
    let near = read.dates.iter().filter_map(|found| {
        let as_finely = cut_to(found.date, date) == Some(found.date);
        let kind = as_finely && (is_day || found.reckoning.is_none() || names_month(found, read));
        let slips = strsim::osa_distance(&found.date.to_string(), &iso);
        let own = day == Some(found.date);
        let lesser = own || is_day && found.reckoning.is_some() && !names_day(found, read);
        let key = (lesser, slips, days_between(found.date, date));
        (kind && slips <= 2).then_some((found, key))
    });
    near.min_by_key(|(_, key)| *key).map(|(found, _)| found)
}

/// Whether a date says its day in digits: 오는 18일, and not "on Friday".
fn names_day(found: &DateFound, read: &Read) -> bool {
    let written = read.prose.at(&found.span);
    let mut numbers = written.split(|c: char| !c.is_ascii_digit());
    let day = found.date.day.map(|day| day.to_string());
    numbers.any(|number| day.as_deref() == Some(number))
}

/// Whether a month that is told by its distance has its name: "last September", 지난
/// 9월, and not "last month".
fn names_month(found: &DateFound, read: &Read) -> bool {
    let written = read.prose.at(&found.span);
    let is_name = |word: &str| Date::parse(word).is_ok_and(|date| date.month.is_some());
    found.date.day.is_none() && written.split(' ').any(is_name)
}

/// About how many days lie between two dates.
fn days_between(one: Date, other: Date) -> i32 {
    let number = |date: Date| {
        let part = |part: Option<i8>| i32::from(part.unwrap_or_default());
        i32::from(date.year.unwrap_or_default()) * 372 + part(date.month) * 31 + part(date.day)
    };
    (number(one) - number(other)).abs()
}

/// What an article says of a span: it has the same one, or its ends are told one
/// by one. The end of another span is none of this one.
pub(super) fn span(
    span: Period,
    read: &Read,
    meaning: &Meaning<'_>,
    day: Option<Date>,
    is_asked: bool,
) -> Verdict {
    let is = |there: Date, date: Date| cut_to(there, date) == Some(date);
    let ends = |found: &DateFound| {
        let to = found.to?;
        Some((is(found.date, span.from), is(to, span.to)))
    };
    let with = |wanted: (bool, bool)| {
        let mut there = read.dates.iter().chain(&read.earlier);
        there.find(|found| ends(found) == Some(wanted))
    };
    if let Some(found) = with((true, true)) {
        let line = found.line;
        return match &found.reckoning {
            Some(reckoning) => Verdict::Relative {
                line,
                reckoning: reckoning.clone(),
            },
            None => Verdict::Found { line },
        };
    }
    let alone = |date: Date| {
        let mut there = read.dates.iter().chain(&read.earlier);
        there.any(|found| found.to.is_none() && is(found.date, date))
            || day.is_some_and(|day| is(day, date))
    };
    let other = with((true, false)).or_else(|| with((false, true)));
    if let Some(found) = other.filter(|_| !(alone(span.from) && alone(span.to))) {
        let written = read.prose.at(&found.span);
        let to = found.to.unwrap_or(found.date);
        let told = match found.reckoning {
            Some(_) => format!("{written} ({}~{to})", found.date),
            None => written.to_owned(),
        };
        return Verdict::Missing {
            nearest: Some((told, found.line)),
        };
    }
    let first = verdict(span.from, read, meaning, day, is_asked);
    if first.is_found() {
        verdict(span.to, read, meaning, day, is_asked)
    } else {
        first
    }
}

/// Whether the year of a date is told, by its number or by its distance: no one
/// who has 2022 took it from "in January".
fn tells_year(found: &DateFound, read: &Read) -> bool {
    let written = read.prose.at(&found.span);
    let digits = found.date.year.map(|year| year.to_string());
    found.reckoning.is_some()
        || written.contains(['\'', '’'])
        || digits.is_some_and(|digits| written.contains(&digits))
        || found.to.is_some()
}

/// Whether a day stands there for a month, or for a year that it does not tell: "on
/// Tuesday" is no slip of either, and "last month" none of a year.
fn is_finer(found: &DateFound, claimed: Date, read: &Read) -> bool {
    let written = read.prose.at(&found.span);
    let of_year = || {
        ["해", "년", "year"]
            .iter()
            .any(|word| written.contains(word))
    };
    let of_month = claimed.month.is_some() && claimed.day.is_none() && found.date.day.is_some();
    of_month || claimed.month.is_none() && found.date.month.is_some() && !of_year()
}

/// `date` with those parts that `like` has; nothing if it lacks one of them.
pub(super) fn cut_to(date: Date, like: Date) -> Option<Date> {
    let part = |has: bool, part: Option<i8>| if has { part.map(Some) } else { Some(None) };
    let year = if like.year.is_some() {
        Some(date.year?)
    } else {
        None
    };
    Some(Date {
        year,
        month: part(like.month.is_some(), date.month)?,
        day: part(like.day.is_some(), date.day)?,
    })
}

/// Whether a text says of when it is by a date that it writes so: *as of 7
/// November*, `11월 7일 기준`.
pub(super) fn is_as_of(text: &str, written: &str) -> bool {
    let mut places = text.match_indices(written);
    places.any(|(at, _)| {
        let head = text.get(..at).unwrap_or_default();
        let rest = text.get(at + written.len()..).unwrap_or_default();
        let rest = rest.trim_start();
        ends_with(head, "as of ") || ["기준", "현재"].iter().any(|word| rest.starts_with(word))
    })
}

/// Whether what a text tells is held against that of a date that it writes so:
/// `2022년보다`, *than in 2019*.
pub(super) fn is_compared(text: &str, written: &str) -> bool {
    let mut places = text.match_indices(written);
    places.any(|(at, _)| {
        let head = text.get(..at).unwrap_or_default();
        let rest = text.get(at + written.len()..).unwrap_or_default();
        is_compared_between(head, rest)
    })
}

/// Whether a date between `head` and `rest` is one that is held against another.
pub(super) fn is_compared_between(head: &str, rest: &str) -> bool {
    let before = ["than ", "than in ", "compared with "];
    let behind = ["보다", "에 비해", "에 견줘", " 대비"];
    before.iter().any(|word| ends_with(head, word))
        || behind.iter().any(|word| rest.starts_with(word))
}

/// Whether a text, which may be long, ends with English words, in whatever case.
fn ends_with(text: &str, words: &str) -> bool {
    let end = text.len().checked_sub(words.len());
    end.and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(words))
}

/// A fact is of the source's day, or of one that the article names, or of the
/// end of a year or month that it names; never of a later one.
pub(super) fn as_of(date: Date, read: &Read, day: Option<Date>, of_all: bool) -> Verdict {
    let nearest = day.map(|day| (format!("the source's own day, {day}"), 1));
    let missing = Verdict::Missing { nearest };
    let slip = |day: Date| of_all && slip::one_digit(&day.to_string(), &date.to_string());
    if day.is_some_and(|day| date > day || slip(day)) {
        return missing;
    }
    if day.is_some_and(|day| cut_to(day, date) == Some(date)) {
        return Verdict::Computed {
            how: SOURCE_DAY.to_owned(),
        };
    }
    let names = |there: Date| {
        let last = match (there.month, there.day) {
            (None, _) => Date::new(there.year, Some(12), Some(31)).ok(),
            (Some(_), None) => (28..=31)
                .rev()
                .find_map(|day| Date::new(there.year, there.month, Some(day)).ok()),
            _ => None,
        };
        cut_to(there, date) == Some(date) || last == Some(date)
    };
    let found = read
        .dates
        .iter()
        .find(|found| names(found.date) || found.to.is_some_and(names));
    found.map_or(missing, |found| Verdict::Found { line: found.line })
}
