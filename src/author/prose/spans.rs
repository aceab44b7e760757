//! Spans of which the first end was found: `올해 1~10월`, `지난달 1~20일`,
//! `올해 1월부터 10월까지`. The last end has from it what it leaves out.

use super::relative::{self, Told};
use crate::figure::{Date, Period};

/// What parts the ends of a span.
const JOINTS: [&str; 5] = ["~", "–", "-", "부터", "에서"];

/// A date with which `rest` begins, and its length, with the span that it
/// begins if it begins one.
pub(super) fn on((length, told): (usize, Told), rest: &str) -> (usize, Told) {
    let known = told.to.is_none() && told.or.is_none() && !told.doubtful;
    let span = || of(told.date, rest.get(length..)?);
    match known.then(span).flatten() {
        Some((more, period)) => {
            let (date, to) = (period.from, Some(period.to));
            (length + more, Told { date, to, ..told })
        }
        None => (length, told),
    }
}

/// The span that goes on from `date` in `behind`, and its length there.
fn of(date: Date, behind: &str) -> Option<(usize, Period)> {
    // What the number before the joint counts is of the unit behind the last.
    let (first, rest) = match behind_joint(behind) {
        Some(rest) => (None, rest),
        None => {
            let (first, rest) = number(behind.trim_start())?;
            (Some(first), behind_joint(rest)?)
        }
    };
    let (last, rest) = number(rest.trim_start())?;
    let (unit, from) = match (date.month, date.day, first) {
        (None, None, Some(first)) => ('월', with(date, '월', first)?),
        (Some(_), None, None) => ('월', date),
        (Some(_), None, Some(first)) => ('일', with(date, '일', first)?),
        (Some(_), Some(_), None) => ('일', date),
        _ => return None,
    };
    let rest = rest.strip_prefix(unit)?;
    if unit == '월' && relative::has_day(rest) {
        return None;
    }
    let period = Period::new(from, with(from, unit, last)?).ok()?;
    Some((behind.len() - rest.len(), period))
}

fn behind_joint(text: &str) -> Option<&str> {
    JOINTS.iter().find_map(|joint| text.strip_prefix(joint))
}

/// A date with another month or day.
fn with(date: Date, unit: char, number: i8) -> Option<Date> {
    match unit {
        '월' => Date::new(date.year, Some(number), None).ok(),
        _ => Date::new(date.year, date.month, Some(number)).ok(),
    }
}

/// The number with which a text begins, and what follows.
fn number(text: &str) -> Option<(i8, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(..text.len() - rest.len())?;
    Some((digits.parse().ok()?, rest))
}
