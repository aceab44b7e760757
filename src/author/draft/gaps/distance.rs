//! Dates told by their distance, on a card that is read long after the article:
//! `지난달 20일` becomes `2025년 1월 20일`, `last month` `in January 2025`.

use std::ops::Range;

use super::Change;
use crate::author::draft::{Source, within};
use crate::author::prose::DateFound;
use crate::author::prose::people::ends_phrase;
use crate::figure::Period;
use crate::text::{Lang, is_hangul};

/// Particles that follow a date, and what they are behind 년, 월 and 일.
const PARTICLES: &[(&str, &str)] = &[
    ("에는", "에는"),
    ("에도", "에도"),
    ("부터", "부터"),
    ("까지", "까지"),
    ("보다", "보다"),
    ("에", "에"),
    ("엔", "엔"),
    ("는", "은"),
    ("은", "은"),
    ("가", "이"),
    ("를", "을"),
    ("와", "과"),
    ("과", "과"),
    ("도", "도"),
];

/// Days counted from another one of the text; within a phrase they belong to
/// the word before them: 공급 다음 날.
const BESIDE: &[&str] = &["다음 날", "다음날", "이튿날", "전날", "이날"];

/// Whether a day behind `before` is counted from what its last word tells of, and
/// not from a day of the text: 공급 다음 날, but 회사는 다음 날.
pub(in crate::author::draft) fn is_beside(words: &str, before: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let marked = ends_phrase(last) || last.ends_with(['은', '는', '가', '도', '고', '며', '데']);
    let free = marked || before.is_empty() || before.ends_with([',', '“', '"']);
    BESIDE.contains(&words) && !free
}

/// Whether a day of a sentence is counted from one that is told of before it, and
/// is not to be told otherwise: "the next day", 다음 날.
pub(in crate::author::draft) fn points_back(source: &Source, sentence: &Range<usize>) -> bool {
    const COUNTED: &[&str] = &[
        "the next day",
        "the following day",
        "the previous day",
        "the same day",
        "the day after",
        "the day before",
        "a day later",
        "a day earlier",
        "다음 날",
        "다음날",
        "이튿날",
        "전날",
    ];
    within(&source.dates, sentence).any(|found| {
        let words = source.prose.at(&found.span).to_lowercase();
        let before = source.prose.at(&(sentence.start..found.span.start));
        let behind = source.prose.at(&(found.span.end..sentence.end));
        // "the day before the vote" counts from the vote.
        let bound = words.starts_with("the day") && behind.starts_with(" the ");
        let head = sentence.start..found.span.start;
        let mut known = within(&source.dates, &head).filter(|date| date.date.day.is_some());
        COUNTED.contains(&words.as_str())
            && !bound
            && !is_beside(&words, before)
            && known.next().is_none()
            && told(source, sentence, found).is_none()
    })
}

/// Words after which a date stands as it is.
const BEFORE_DATES: &[&str] = &[
    "in",
    "on",
    "since",
    "until",
    "till",
    "by",
    "from",
    "before",
    "after",
    "of",
    "for",
    "during",
    "to",
    "between",
    "through",
    "throughout",
    "late",
    "early",
    "mid",
];

/// Words after which it is no date by itself: "the next year of the plan".
const BOUND: &[&str] = &[
    "the", "a", "an", "this", "that", "its", "their", "his", "her", "every", "each", "and", "or",
];

/// How a date that is told by its distance stands on a card, if its sentence
/// allows to say it otherwise.
pub(super) fn told(source: &Source, sentence: &Range<usize>, found: &DateFound) -> Option<Change> {
    // Without the day of the article the distance is from nowhere.
    let day = source.head.date?;
    let words = source.prose.at(&found.span);
    // Today is the day of the article, which the 18th is only as it turns out.
    let today = found.date == day && !words.starts_with(|c: char| c.is_ascii_digit());
    if found.date.year.is_none() || today || !is_near(source, found) {
        return None;
    }
    let before = source.prose.at(&(sentence.start..found.span.start));
    let behind = source.prose.at(&(found.span.end..sentence.end));
    let mut change = Change {
        span: found.span.clone(),
        around: Default::default(),
        words: match found.to {
            Some(to) => Period::new(found.date, to).ok()?.format(source.lang),
            None => found.date.format(source.lang),
        },
        // A year by itself is mostly that of the article.
        hidden: found.date.month.is_some(),
    };
    if words.contains(is_hangul) {
        if is_beside(words, before) {
            return None;
        }
        let goes_on = |rest: &str| rest.starts_with(char::is_alphanumeric);
        if goes_on(behind) {
            let (particle, fit) = PARTICLES.iter().find(|(particle, _)| {
                let rest = behind.strip_prefix(particle);
                rest.is_some_and(|rest| !goes_on(rest))
            })?;
            change.around.1 = (*fit).to_owned();
            change.span.end += particle.len();
        }
    } else {
        let is_day = found.date.day.is_some();
        let part = behind.strip_prefix(' ').filter(|_| is_day);
        let part = part.and_then(part_of_day);
        let end = part.map_or(0, |part| part.len() + 1);
        let behind = behind.get(end..).unwrap_or_default();
        change.around.0 = lead(before, words, behind, is_day)?;
        change.span.end += end;
        // "Wednesday evening" is on the evening of a day.
        if let Some(part) = part {
            change.around.0.push_str(&format!("the {part} of "));
        }
    }
    (source.lang == Lang::En || words.contains(is_hangul)).then_some(change)
}

/// The part of a day with which the words behind it begin: "Wednesday evening".
pub(in crate::author::draft) fn part_of_day(behind: &str) -> Option<&'static str> {
    const PARTS: [&str; 5] = ["morning", "afternoon", "evening", "night", "lunchtime"];
    let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let mut parts = PARTS.into_iter();
    parts.find(|part| behind.strip_prefix(part).is_some_and(whole))
}

/// The preposition that a date needs where its distance needed none.
fn lead(before: &str, words: &str, behind: &str, is_day: bool) -> Option<String> {
    let again = ["a year ", "year ", "in ", "of "];
    let rest = behind.trim_start();
    let bound = behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))
        || again.iter().any(|again| rest.starts_with(again));
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let last = last.to_lowercase();
    let lower = words.to_lowercase();
    let inside = before.trim_end().ends_with(['-', '\'', '’']);
    if bound || inside || BOUND.contains(&last.as_str()) || lower.ends_with("of that") {
        return None;
    }
    // "the day before the vote" counts from the vote.
    if lower.starts_with("the day") && !rest.is_empty() && !rest.starts_with([',', '.', ';']) {
        return None;
    }
    // No month is on: "switched on last month", and no day in: "sworn in today".
    let other = if is_day { "in" } else { "on" };
    if BEFORE_DATES.contains(&last.as_str()) && last != other {
        // "early on Wednesday" is early on a day, "early last month" early in none.
        if is_day && matches!(last.as_str(), "early" | "late") {
            return Some("on ".to_owned());
        }
        return Some(String::new());
    }
    // Behind a mark that opens, and not behind one that closes.
    let opens = before.trim_end().ends_with('"') && !before.matches('"').count().is_multiple_of(2);
    let first = before.trim_end().is_empty() || before.trim_end().ends_with('“') || opens;
    let lead = match (is_day, first) {
        (true, true) => "On ",
        (true, false) => "on ",
        (false, true) => "In ",
        (false, false) => "in ",
    };
    Some(lead.to_owned())
}

/// Whether the day from which a date is counted is near enough to be that one:
/// "the next day" is the one after a day that was told of a few sentences before. A distance
/// from another one ("the 9th of last month a year ago") is not to be trusted.
pub(in crate::author::draft) fn is_near(source: &Source, found: &DateFound) -> bool {
    const FARTHEST: usize = 3;
    const COUNTED: &[&str] = &["the ", "that ", "a day", "one day", "later", "earlier"];
    let words = source.prose.at(&found.span).to_lowercase();
    let end = source
        .prose
        .text()
        .get(found.span.end..)
        .unwrap_or_default();
    if found.reckoning.is_some() && end.trim_start().starts_with("a year ") {
        return false;
    }
    let month =
        words.ends_with("month") || words.contains("yesterday") || words.contains("tomorrow");
    let counted = BESIDE.contains(&words.as_str())
        || COUNTED
            .iter()
            .any(|word| words.starts_with(word) || words.ends_with(word))
            && !month
        || words.ends_with(['뒤', '후']);
    if !counted {
        return true;
    }
    let before = source.dates.iter().rev().find(|date| {
        date.span.end <= found.span.start && date.date.day.is_some() && !date.doubtful
    });
    before.is_some_and(|date| {
        let of = |at: usize| source.prose.sentence_of(at);
        of(date.span.start) + FARTHEST >= of(found.span.start)
    })
}
