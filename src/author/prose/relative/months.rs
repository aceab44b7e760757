//! Months told by their name and their distance: `last September`, `next March`,
//! `November last year`.

use super::{begins, is_month};
use crate::author::prose::months::BEFORE;
use crate::figure::Date;

/// A month that was told: its length, the date, and another that it may be.
type Reading = (usize, Date, Option<Date>);

/// Years that are told behind the name of a month, so many from that of the source.
const YEARS: &[(&str, i16)] = &[
    (" last year", -1),
    (" of last year", -1),
    (" this year", 0),
    (" of this year", 0),
    (" next year", 1),
    (" of next year", 1),
];

/// The month with which a text begins behind `head`: `text` has no capitals, and
/// `rest` is the same as it is written.
pub(super) fn at(text: &str, rest: &str, head: &str, source: Date) -> Option<Reading> {
    let (this, now) = (source.year?, source.month?);
    let word = ["last ", "this past ", "this ", "next "]
        .into_iter()
        .find(|word| text.starts_with(word));
    let start = word.map_or(0, str::len);
    let (name, month) = named(rest.get(start..)?)?;
    let end = start + name.len();
    let behind = text.get(end..)?;
    let of = |year: i16| Date::new(Some(year), Some(month), None).ok();
    if let Some((words, far)) = year_behind(behind)
        && word.is_none()
        && !is_of_person(head)
    {
        return Some((end + words.len(), of(this.checked_add(far)?)?, None));
    }
    let word = word.filter(|_| !is_dated(behind) && !head.ends_with("the "))?;
    let before = this.checked_sub(1)?;
    let after = this.checked_add(1)?;
    let (year, other) = match word {
        // In March the last January is that of this year, or of the one before.
        "last " if month < now => (this, Some(before)),
        "last " => (before, None),
        "this past " if month <= now => (this, None),
        "this past " => (before, None),
        "next " if month > now => (this, Some(after)),
        "next " => (after, None),
        _ if now - month > HALF => (after, None),
        _ if month - now > HALF => (this, Some(before)),
        _ => (this, None),
    };
    Some((end, of(year)?, other.and_then(of)))
}

/// A month that is farther off is of another year than the source's.
const HALF: i8 = 6;

/// The name of a month with which a text begins, and its number.
fn named(text: &str) -> Option<(&str, i8)> {
    let end = text.find(|c: char| !c.is_ascii_alphabetic());
    let name = text.get(..end.unwrap_or(text.len()))?;
    let month = is_month(name).then(|| Date::parse(name).ok()?.month)??;
    Some((name, month))
}

/// The year that is told by its distance behind the name of a month: the words,
/// and how far it is from that of the source.
pub(in crate::author::prose) fn year_behind(behind: &str) -> Option<(&'static str, i16)> {
    let year = YEARS.iter().find(|(words, _)| begins(behind, words));
    year.copied()
}

/// Whether a name goes on behind `head`: Theresa May last year.
fn is_of_person(head: &str) -> bool {
    let last = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let word = last.to_ascii_lowercase();
    last.starts_with(char::is_uppercase) && !BEFORE.contains(&word.as_str())
}

/// Whether a day or a year stands behind the name.
fn is_dated(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['.', ',', ' ', '\'', '’']);
    behind.starts_with(|c: char| c.is_ascii_digit())
}
