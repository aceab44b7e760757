//! What the home screen shows of a collection: what today holds, and what the
//! days before held and those to come will.

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;

use crate::collection::Collection;
use crate::deck::Severity;
use crate::order::Order as _;
use crate::schedule::{Counts, Day, DayTally, Due, MOST_HELD, Plan};
use crate::store::StoreError;
use crate::text::Lang;
use crate::tui::world::{Failure, World};
use crate::tui::{aside, home};

/// So many days back the learner's pace is taken from.
const PACE_DAYS: usize = 30;
/// Seconds a review takes, while nothing is known of the learner.
const PACE: f64 = 10.0;
/// How often a new card is asked on its first day, about.
const NEW_ASKED: f64 = 3.0;

/// What there is to show.
pub(super) fn view(
    collection: &Collection,
    lang: Lang,
    now: Timestamp,
) -> Result<home::View, Failure> {
    let clock = collection.clock();
    let today = clock.day(now);
    let plan = collection.plan(&[], now)?;
    let days = collection.days(back(today, home::DAYS_BACK))?;
    let by_day = reviews_by_day(&days, today);
    let counts = plan.total();
    let ahead = u32::try_from(home::DAYS_AHEAD).unwrap_or(7);
    let forecast = collection.forecast(ahead, now)?;
    // Told where nothing is left to do.
    let held_back = match counts.sum() {
        0 => collection.held_back(&[], MOST_HELD, now)?.sum(),
        _ => plan.held_back.sum(),
    };
    Ok(home::View {
        today: today.date(),
        decks: rows(collection, &plan, lang, now)?,
        counts,
        done: plan.finished,
        reviews: by_day.last().copied().unwrap_or(0),
        undo: collection.undoable(now)?,
        minutes: minutes(counts, &days, today),
        streak: collection.streak(now)?,
        days: by_day,
        forecast,
        next: match plan.next_due {
            Some(due) => Some(next(collection, due, now)?),
            None => None,
        },
        held_back,
        aside: count_aside(collection, today)?,
        broken: broken(collection),
        ahead: collection.ahead_of(now)?.map(|last| clock.day(last).date()),
        unfinished: collection.is_recalling(today),
        lost: collection
            .lost()
            .iter()
            .map(|(was, may_be)| home::Lost {
                was: was.to_string(),
                may_be: may_be.iter().map(ToString::to_string).collect(),
            })
            .collect(),
    })
}

/// The study day so many days before the day after `today`.
fn back(today: Day, days: usize) -> Day {
    Day(today.0 + 1 - i32::try_from(days).unwrap_or(0))
}

/// Reviews of each of the days up to today, days without any among them.
fn reviews_by_day(days: &[(Day, DayTally)], today: Day) -> Vec<u32> {
    let reviews: HashMap<Day, u32> = days
        .iter()
        .map(|(day, tally)| (*day, tally.reviews))
        .collect();
    let first = back(today, home::DAYS_BACK).0;
    (first..=today.0)
        .map(|day| reviews.get(&Day(day)).copied().unwrap_or(0))
        .collect()
}

/// How long what waits will take, at the learner's own pace.
fn minutes(counts: Counts, days: &[(Day, DayTally)], today: Day) -> u32 {
    let since = back(today, PACE_DAYS);
    let (reviews, took_ms) = days.iter().filter(|(day, _)| *day >= since).fold(
        (0u64, 0u64),
        |(reviews, took), (_, tally)| {
            (
                reviews + u64::from(tally.reviews),
                took.saturating_add(tally.took_ms),
            )
        },
    );
    // Exact enough for "about 7 minutes".
    #[allow(clippy::cast_precision_loss)]
    let pace = if reviews > 0 {
        took_ms as f64 / reviews as f64 / 1000.0
    } else {
        PACE
    };
    let asked =
        f64::from(counts.due) + f64::from(counts.learning) + f64::from(counts.new) * NEW_ASKED;
    let minutes = (asked * pace / 60.0).ceil().clamp(1.0, 60_000.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let minutes = minutes as u32;
    minutes
}

fn rows(
    collection: &Collection,
    plan: &Plan,
    lang: Lang,
    now: Timestamp,
) -> Result<Vec<home::Row>, StoreError> {
    let today = collection.clock().day(now);
    let held = collection.held_decks(plan, now)?;
    let stale = collection.stale(collection.clock().civil(today))?;
    let recall = collection.recall(today)?;
    let decks = collection.decks().iter();
    Ok(decks
        .map(|shelved| {
            let head = &shelved.head;
            let known = recall.get(&head.id).filter(|(_, reviewed)| *reviewed > 0);
            // Exact enough for per cent.
            #[allow(clippy::cast_precision_loss)]
            let cards = head.cards.max(1) as f32;
            home::Row {
                deck: head.id.clone(),
                title: head.title.get(lang).clone(),
                counts: plan.counts.get(&head.id).copied().unwrap_or_default(),
                held_back: held.contains(&head.id),
                known: known.map(|(sum, _)| sum / cards),
                as_of: head.as_of,
                stale: stale.get(&head.id).copied().unwrap_or(0),
                last_good: shelved.last_good,
            }
        })
        .collect())
}

/// How many cards at hand are set aside.
fn count_aside(collection: &Collection, today: Day) -> Result<u32, StoreError> {
    let aside = collection.set_aside()?.into_iter();
    let held = aside.filter(|(_, state)| aside::Held::of(state, today).is_some());
    Ok(u32::try_from(held.count()).unwrap_or(u32::MAX))
}

/// Deck files with errors, those first that can't be read at all.
fn broken(collection: &Collection) -> Vec<home::Broken> {
    let mut errors: Vec<(&Path, u32)> = Vec::new();
    for told in collection.diagnostics() {
        if told.severity != Severity::Error {
            continue;
        }
        match errors.iter_mut().find(|(path, _)| *path == told.path) {
            Some((_, count)) => *count += 1,
            None => errors.push((&told.path, 1)),
        }
    }
    let mut broken: Vec<home::Broken> = errors
        .into_iter()
        .map(|(path, errors)| {
            let name = path.file_name().unwrap_or(path.as_os_str());
            let mut decks = collection.decks().iter();
            home::Broken {
                file: name.to_string_lossy().into_owned(),
                errors,
                last_good: decks.any(|shelved| shelved.last_good && shelved.path == path),
            }
        })
        .collect();
    broken.order_by_key(|broken| !broken.last_good);
    broken
}

/// When the next card comes, and how many come that day.
fn next(collection: &Collection, due: Due, now: Timestamp) -> Result<home::NextDue, StoreError> {
    let clock = collection.clock();
    let day = clock.day_of(due);
    if let Due::At(at) = due
        && day == clock.day(now)
    {
        let there = clock.zone.to_datetime(at);
        return Ok(home::NextDue::At(there.hour(), there.minute()));
    }
    let count = collection.coming_on(day, now)?;
    Ok(home::NextDue::On(day.date(), count))
}
