//! Wrong dates: days, months or years nearby, as precise as the right one.

use jiff::ToSpan;
use jiff::civil;

use super::{FEWEST, Guard, Pool, Subject, WANTED, authored, said_alike};
use crate::deck::Card;
use crate::figure::Date;
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::text::Localized;

/// Days of the decks are nearby within so many days, months or years.
const NEARBY: i64 = 45;
/// Made ones are within so many.
const REACH: u64 = 12;

/// Wrong choices for a card that asks for the date `right`.
pub(super) fn distractors(
    card: &Card,
    right: Date,
    pool: &Pool<'_>,
    chance: Chance,
) -> Option<Vec<Localized>> {
    if shown(card, right) != card.answer {
        return None;
    }
    let guard = Guard::new(card);
    let mut chosen = authored(card);
    chosen.truncate(WANTED);
    let wanted = WANTED - chosen.len();
    let most = u64::try_from(wanted).unwrap_or(0) + 1;
    let earlier = usize::try_from(chance.below(most, "earlier")).unwrap_or(0);
    let known = known(card, right, pool, chance);
    let mut dates: Vec<Date> = chosen.iter().filter_map(read).collect();
    dates.push(right);
    // What has been published was no later than that.
    let own = card.dateline.as_of.or(card.dateline.published);
    let last = own.or_else(|| pool.latest());
    let latest = last.filter(|last| right <= *last);
    // What one side has no room for, the other has.
    let mut owed = 0;
    for (sign, count) in [(-1, earlier), (1, wanted - earlier), (-1, 0)] {
        owed += count;
        let made = (0..200).filter_map(|attempt| {
            let steps = 1 + chance.below(REACH, &format!("{sign} {attempt}"));
            moved(right, sign * i64::try_from(steps).unwrap_or(1))
        });
        for date in known.iter().copied().chain(made) {
            if owed == 0 {
                break;
            }
            let fair = (date > right) == (sign > 0)
                && latest.is_none_or(|latest| date <= latest)
                && dates.iter().all(|other| is_apart(date, *other))
                && !is_noted(card, date)
                && guard.is_wrong(&shown(card, date));
            if fair {
                dates.push(date);
                chosen.push(shown(card, date));
                owed -= 1;
            }
        }
    }
    (chosen.len() >= FEWEST).then_some(chosen)
}

/// A date as the answer of `card` is said.
pub(super) fn shown(card: &Card, date: Date) -> Localized {
    card.answer.map(|lang, _| date.format(lang))
}

/// The date that a wrong choice of the author is.
pub(super) fn read(text: &Localized) -> Option<Date> {
    // As decks write it (`--01-20`), or as people do.
    let date = |text: &str| Date::parse_iso(text.trim()).or_else(|_| Date::parse(text));
    said_alike(text, |text| date(text).ok(), Date::eq)
}

/// Dates that other cards ask for and that are nearby, those that share a tag
/// first.
fn known(card: &Card, right: Date, pool: &Pool<'_>, chance: Chance) -> Vec<Date> {
    let mut known: Vec<(bool, u64, Date)> = pool
        .others(card)
        .filter_map(|other| match Subject::of(other)? {
            Subject::Date(date) => Some((!super::pool::share_tag(card, other), date)),
            _ => None,
        })
        .filter(|(_, date)| distance(right, *date).is_some_and(|steps| steps.abs() <= NEARBY))
        .map(|(stranger, date)| (stranger, chance.lot("date", &date.to_string()), date))
        .collect();
    known.order();
    known.dedup_by_key(|(_, _, date)| *date);
    known.into_iter().map(|(_, _, date)| date).collect()
}

/// The day before and after is the same day elsewhere in the world.
fn is_apart(one: Date, other: Date) -> bool {
    let least = if one.day.is_some() { 2 } else { 1 };
    distance(one, other).is_some_and(|steps| steps.abs() >= least)
}

/// Whether the card's note speaks of that date, perhaps without its year:
/// another account of it, which some hold to be right.
fn is_noted(card: &Card, date: Date) -> bool {
    let short = Date {
        year: date.year.filter(|_| date.month.is_none()),
        ..date
    };
    let noted = card.note.iter().chain(&card.hint);
    noted
        .flat_map(Localized::iter)
        .any(|(lang, text)| text.contains(&short.format(lang)))
}

/// From one date to another, in its smallest part; `None` if they are not
/// equally precise.
fn distance(from: Date, to: Date) -> Option<i64> {
    let alike = from.year.is_some() == to.year.is_some()
        && from.month.is_some() == to.month.is_some()
        && from.day.is_some() == to.day.is_some();
    if !alike {
        return None;
    }
    let years = i64::from(year(to)) - i64::from(year(from));
    match (from.month, to.month) {
        (Some(one), Some(other)) if from.day.is_none() => {
            Some(years * 12 + i64::from(other) - i64::from(one))
        }
        (Some(_), Some(_)) => {
            let span = civil(from)?.until(civil(to)?).ok()?;
            Some(i64::from(span.get_days()))
        }
        _ => Some(years),
    }
}

/// The date so many of its smallest part later, or earlier.
fn moved(date: Date, steps: i64) -> Option<Date> {
    let day = civil(date)?;
    let moved = if date.day.is_some() {
        day.checked_add(steps.days())
    } else if date.month.is_some() {
        day.checked_add(steps.months())
    } else {
        day.checked_add(steps.years())
    };
    let moved = moved.ok()?;
    // Without its year, December is not before January.
    if date.year.is_none() && moved.year() != year(date) {
        return None;
    }
    Date::new(
        date.year.and(Some(moved.year())),
        date.month.and(Some(moved.month())),
        date.day.and(Some(moved.day())),
    )
    .ok()
}

/// Its first day; of a leap year where the year is not said.
fn civil(date: Date) -> Option<civil::Date> {
    civil::Date::new(year(date), date.month.unwrap_or(1), date.day.unwrap_or(1)).ok()
}

fn year(date: Date) -> i16 {
    date.year.unwrap_or(2024)
}
