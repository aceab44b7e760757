//! What happened on a date, in the article's words: its sentence with an ellipsis
//! where the date stands.

use std::ops::Range;

use super::label::{has_digit, is_source};
use super::{Source, line};
use crate::author::prose::DateFound;
use crate::text::width;

/// How many words before the date are taken.
const WORDS: usize = 6;
/// A line of a timeline is at most so wide.
const WIDEST_EVENT: usize = 96;

/// What happened on the date at `span`: the sentence with an ellipsis for the
/// date, as much of it as a line of a card holds.
pub(super) fn of(source: &Source, sentence: &Range<usize>, found: &DateFound) -> String {
    let span = &found.span;
    let before = line(source.prose.at(&(sentence.start..span.start)));
    let behind = line(source.prose.at(&(span.end..sentence.end)));
    let behind = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !QUOTES.contains(&c));
    let bare = AFTER_DATES
        .iter()
        .find_map(|particle| behind.strip_prefix(particle));
    let behind = bare.unwrap_or(behind).trim_start();
    let mut head: Vec<&str> = before.split_whitespace().collect();
    if let Some(at) = head.iter().rposition(|word| is_source(word))
        && at + 1 < head.len()
    {
        head.drain(..=at);
    }
    // On a day at the end of it the whole sentence happened.
    if !(behind.chars().all(|c| !c.is_alphanumeric()) && found.date.day.is_some()) {
        let mut from = head.len().saturating_sub(WORDS);
        // No figure is cut in two: 1조 4820억 원, $1.24 billion.
        let number = |at: usize| head.get(at).is_some_and(|word| has_digit(word));
        while from > 0 && (number(from) || number(from - 1)) {
            from -= 1;
        }
        head.drain(..from);
    }
    let whole = match (head.is_empty(), behind.is_empty()) {
        (true, _) => behind.to_owned(),
        (false, true) => head.join(" "),
        (false, false) => format!("{} … {behind}", head.join(" ")),
    };
    let whole = whole.trim_end_matches(['.', '。']).trim();
    if width(whole) <= WIDEST_EVENT {
        return whole.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut wide = 0;
    for word in whole.split_whitespace() {
        wide += width(word) + 1;
        if wide + 2 > WIDEST_EVENT {
            break;
        }
        kept.push(word);
    }
    while kept.last().is_some_and(|word| has_digit(word)) {
        kept.pop();
    }
    format!("{} …", kept.join(" "))
}

/// What follows a date in Korean, and says nothing without it.
const AFTER_DATES: &[&str] = &["에는 ", "에도 ", "에 ", "까지 ", "부터 ", "의 "];

/// Signs with which a name may begin.
const QUOTES: [char; 3] = ['‘', '“', '「'];
