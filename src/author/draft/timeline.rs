//! The dates of an article in their order.

use std::collections::BTreeMap;
use std::ops::Range;

use super::compared::is_compared;
use super::event::Told;
use super::gaps::distance::is_near;
use super::{Entry, Kind, Source, event, within, write};
use crate::author::prose::DateFound;
use crate::figure::Date;
use crate::text::Lang;

/// As few events are no timeline, and as many no card.
const FEWEST: usize = 3;
const MOST: usize = 7;

/// Something that happened.
pub(super) struct Event {
    /// When.
    pub date: Date,
    /// What, in the article's words.
    pub what: String,
    /// On which line it stands.
    pub line: usize,
}

/// A card that asks for the order of an article's events, or what there is of
/// them as a comment.
pub(super) fn entries(source: &Source) -> Vec<Entry> {
    let events = events(source);
    if events.len() >= FEWEST {
        let asked = events.get(..MOST).unwrap_or(&events);
        let more = events.get(MOST..).unwrap_or_default();
        let forms = choices(asked);
        let forms = forms.iter().map(|events| write::order(events, source));
        let mut entries = vec![Entry::new(Kind::Timeline, forms)];
        if !more.is_empty() {
            let more: Vec<&Event> = more.iter().collect();
            entries.push(Entry::new(
                Kind::Comment,
                [write::events(source.comments, &more)],
            ));
        }
        entries
    } else if events.is_empty() {
        Vec::new()
    } else {
        let events: Vec<&Event> = events.iter().collect();
        vec![Entry::new(
            Kind::Comment,
            [write::events(source.comments, &events)],
        )]
    }
}

/// The events, and then without one, and without two of them: what a check does
/// not find in the article must not keep the others from being asked for.
fn choices(events: &[Event]) -> Vec<Vec<&Event>> {
    let without = |out: &[usize]| {
        let kept = events.iter().enumerate();
        let kept = kept.filter(|(at, _)| !out.contains(at));
        kept.map(|(_, event)| event).collect::<Vec<_>>()
    };
    let all = 0..events.len();
    let mut choices = vec![without(&[])];
    choices.extend(all.clone().map(|one| without(&[one])));
    let pairs = all
        .clone()
        .flat_map(|one| (one + 1..events.len()).map(move |two| [one, two]));
    choices.extend(pairs.map(|out| without(&out)));
    choices.retain(|events| events.len() >= FEWEST);
    choices
}

/// The events, oldest first, one a date; of dates of which one holds the other
/// only the closer one, as they have no order.
fn events(source: &Source) -> Vec<Event> {
    let mut by_date: BTreeMap<Date, Event> = BTreeMap::new();
    for sentence in &source.body {
        let mut found: Vec<&DateFound> = told(source, sentence).collect();
        // What a Korean sentence tells is told last of it.
        if source.lang == Lang::Ko {
            found.reverse();
        }
        let mut shared = false;
        for found in found {
            let Some(Told { what, shared: more }) = event::of(source, sentence, found) else {
                continue;
            };
            // Of a sentence that says more than one date as a whole there is one event.
            if more && shared {
                continue;
            }
            let known = by_date.values().any(|event| event.what == what);
            if known || what.chars().filter(|c| c.is_alphabetic()).count() < 4 {
                continue;
            }
            shared |= more;
            by_date.entry(found.date).or_insert(Event {
                date: found.date,
                what,
                line: found.line,
            });
        }
    }
    let dates: Vec<Date> = by_date.keys().copied().collect();
    let holds = |one: &Date, other: &Date| {
        one != other
            && one.year == other.year
            && (one.month.is_none() || one.month == other.month && one.day.is_none())
    };
    by_date.retain(|date, _| !dates.iter().any(|other| holds(date, other)));
    by_date.into_values().collect()
}

/// The dates of a sentence that can be set in order.
fn told<'s>(source: &'s Source, sentence: &Range<usize>) -> impl Iterator<Item = &'s DateFound> {
    let sentence = sentence.clone();
    within(&source.dates, &sentence).filter(move |found| {
        // Without the day of the article a distance is from nowhere; "more than
        // last year" tells of no event of that year.
        let told = found.reckoning.is_none()
            || source.head.date.is_some() && found.date.month.is_some() && is_near(source, found);
        let plain = found.to.is_none() && !found.doubtful && found.date.year.is_some();
        told && plain && !is_compared(source, &sentence, found)
    })
}
