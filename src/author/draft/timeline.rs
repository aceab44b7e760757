//! The dates of an article in their order.

use std::collections::BTreeMap;
use std::ops::Range;

use super::gaps::distance::is_near;
use super::{Entry, Kind, Source, event, write};
use crate::author::prose::DateFound;
use crate::figure::Date;

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
        let mut entries = vec![Entry::new(Kind::Card, forms)];
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
        for found in within(source, sentence) {
            let what = event::of(source, sentence, found);
            let known = by_date.values().any(|event| event.what == what);
            if known || what.chars().filter(|c| c.is_alphabetic()).count() < 4 {
                continue;
            }
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
fn within<'s>(source: &'s Source, sentence: &Range<usize>) -> impl Iterator<Item = &'s DateFound> {
    let (start, end) = (sentence.start, sentence.end);
    source.dates.iter().filter(move |found| {
        let here = found.span.start >= start && found.span.end <= end;
        // Without the day of the article a distance is from nowhere; "more than
        // last year" tells of no event of that year.
        let told = found.reckoning.is_none()
            || source.head.date.is_some() && found.date.month.is_some() && is_near(source, found);
        let event = !is_compared(source, &(start..end), found);
        here && told && found.to.is_none() && !found.doubtful && found.date.year.is_some() && event
    })
}

/// Words before a year that something is held against, and behind one.
const BEFORE: &[&str] = &["since", "than", "compared", "from", "against", "versus"];
const SUPERLATIVES: &[&str] = &[
    "가장", "최대", "최고", "최저", "최소", "최다", "처음", "만에",
];

/// Whether a year is only what something is held against: `2011년 이후 14년 만에
/// 가장 높았다`, `2014년의 2만7천 명에서`, "since 2011".
fn is_compared(source: &Source, sentence: &Range<usize>, found: &DateFound) -> bool {
    if found.date.month.is_some() {
        return false;
    }
    let head = source.prose.at(&(sentence.start..found.span.start));
    let head = head.rsplit([',', ';', '(']).next().unwrap_or_default();
    let words = head.split_whitespace().rev().take(5);
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    if words.any(|word| BEFORE.iter().any(|known| word.eq_ignore_ascii_case(known))) {
        return true;
    }
    let behind = source.prose.at(&(found.span.end..sentence.end));
    let clause = behind.split(", ").next().unwrap_or_default();
    let near: String = clause.chars().take(NEAR).collect();
    let since = near
        .split_once("이후")
        .is_some_and(|(before, _)| before.split_whitespace().count() <= 1)
        && SUPERLATIVES.iter().any(|word| clause.contains(word));
    // 2014년의 2만7천 명에서, of which another year has more to tell.
    let changed = clause.starts_with("의 ") && near.contains("에서 ");
    since || changed || near.contains("보다 ") || near.contains("대비 ")
}

/// What a year is held against stands so near it, in characters.
const NEAR: usize = 32;
