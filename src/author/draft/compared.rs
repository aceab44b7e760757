//! Dates of which a sentence tells no event: what something is held against
//! ("up from 12,000 in 2003", `2023년 9조 원보다`), ends of a span, what something
//! else came after.

use std::ops::Range;

use super::Source;
use crate::author::prose::DateFound;
use crate::text::is_hangul;

/// Words of an English clause by which a date in it is another thing's.
const HELD: &[&str] = &[
    "since",
    "compared",
    "versus",
    "vs",
    "after",
    "before",
    "until",
    "till",
    "following",
    "between",
    "unlike",
    "despite",
];
/// Before a figure what it was, not what it is.
const AGAINST: &[&str] = &["from", "against", "than", "to"];
/// Before a figure that is told by itself: "more than 300 people died".
const MEASURED: &[&str] = &[
    "more", "less", "fewer", "rather", "later", "earlier", "other",
];
/// What is held against has one of these for a figure.
const MARKS: &[&str] = &[
    "peak", "high", "low", "record", "average", "level", "total", "loss", "profit",
];
/// Of a year: "the summer of 2018".
const PARTS: &[&str] = &[
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "end",
    "start",
    "beginning",
    "middle",
    "half",
    "quarter",
    "months",
    "month",
    "weeks",
    "days",
    "part",
    "rest",
    "most",
];
/// Before a year that is a name's: "a 2015 paper".
const BOUND: &[&str] = &[
    "a", "an", "the", "its", "their", "his", "her", "this", "that", "our",
];

/// What stands right behind a Korean date of the kind.
const BEHIND: &[&str] = &[
    "보다",
    "대비",
    "에 비해",
    "에 비하면",
    "과 비교",
    "와 비교",
    "같은 기간",
    "동기",
    "의 절반",
    "수준",
    "에서 ",
];
/// What came before or after the date's own.
const AROUND: &[&str] = &["이후", "이래", "이전", "직전", "직후"];
/// Of all the time since then.
const MOST: &[&str] = &["가장", "최대", "최고", "최저", "최소", "처음"];
/// What a year is held against stands so near it, in characters.
const NEAR: usize = 32;

/// Whether the date is of something else than what its clause tells.
pub(super) fn is_compared(source: &Source, sentence: &Range<usize>, found: &DateFound) -> bool {
    let head = source.prose.at(&(sentence.start..found.span.start));
    let others = super::within(&source.dates, sentence);
    let mut others = others.filter(|date| date.span != found.span);
    let earlier = others.clone().any(|date| date.span.end <= found.span.start);
    let next = others.find(|date| date.span.start >= found.span.end);
    let end = next.map_or(sentence.end, |date| date.span.start);
    let behind = source.prose.at(&(found.span.end..end));
    let hangul = source.prose.at(&found.span).contains(is_hangul) || behind.starts_with(is_hangul);
    if hangul {
        let all = source.prose.at(&(found.span.end..sentence.end));
        is_compared_in_korean(behind, all, earlier, next.is_some())
    } else {
        is_compared_in_english(head, behind, earlier)
    }
}

fn is_compared_in_english(head: &str, behind: &str, earlier: bool) -> bool {
    let clause = [", ", "; ", " (", ": ", "—"]
        .iter()
        .fold(head, |head, sign| {
            head.rsplit_once(sign).map_or(head, |(_, clause)| clause)
        });
    let words: Vec<String> = clause
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !(c.is_alphanumeric() || "$€£¥₩".contains(c))))
        .map(str::to_lowercase)
        .collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₩".contains(c));
    let held = words.iter().enumerate().any(|(at, said)| {
        let (next, then) = (word(at + 1), word(at + 2));
        let marked =
            figure(next) || BOUND.contains(&next) && (figure(then) || MARKS.contains(&then));
        let against = match said.as_str() {
            "than" => !(figure(next) && at > 0 && MEASURED.contains(&word(at - 1))),
            "to" => earlier && next.is_empty(),
            said if AGAINST.contains(&said) => marked || next.is_empty() || next == "in",
            _ => false,
        };
        against || HELD.contains(&said.as_str())
    });
    let last = words.last().map_or("", String::as_str);
    let before = words.len().checked_sub(2).map_or("", word);
    // "twice as many as in 2019"; "between 2015 and 2019"; "through 2019".
    let ends = earlier
        && (matches!(last, "through" | "to")
            || last == "and" && head.to_lowercase().contains("between "));
    let rest = behind.trim_start();
    // "the sum of 2016", but "in the summer of 2018"
    let whose = last == "of" && words.len() > 1 && !PARTS.contains(&before);
    let named = BOUND.contains(&last) && rest.starts_with(char::is_alphabetic);
    let spans = rest.starts_with(['–', '-']) || rest.starts_with("levels");
    held || ends || whose || named || spans || last == "as" || before == "as" && last == "in"
}

fn is_compared_in_korean(behind: &str, all: &str, earlier: bool, later: bool) -> bool {
    let clause = behind.split(", ").next().unwrap_or_default();
    let near: String = clause.chars().take(NEAR).collect();
    let rest = near.trim_start();
    let right = BEHIND.iter().any(|mark| rest.starts_with(mark));
    // 2011년 위기 이후; 1978년 첫 부두 개장 이후 가장 많은
    let around = AROUND.iter().any(|word| {
        near.split_once(word).is_some_and(|(before, after)| {
            before.split_whitespace().count() <= 1 || MOST.iter().any(|most| after.contains(most))
        })
    });
    // 2022년 11월(906원)의 1.6배
    let bracket = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let held = bracket.is_some_and(|(_, rest)| rest.starts_with("의 ") || rest.starts_with("보다"));
    let begins = rest.starts_with("부터") && later && all.contains("까지");
    let ends = rest.starts_with("까지") && earlier;
    // 2014년의 2만7천 명에서; 2014년 40%에서
    let changed = near
        .split_inclusive(' ')
        .any(|word| word.ends_with("에서 "))
        && near.split("에서 ").next().is_some_and(|before| {
            before.starts_with("의 ")
                || before.split_whitespace().count() <= 2
                    && before.ends_with([
                        '명', '원', '%', '건', '대', '개', '곳', '러', '톤', '위', '배',
                    ])
        });
    right
        || around
        || held
        || begins
        || ends
        || changed
        || near.contains("보다 ")
        || near.contains("대비 ")
}
