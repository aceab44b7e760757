//! What a figure or a date is about, in the article's words: the clause around
//! it with an ellipsis where it stands.

use std::ops::Range;

use super::{Source, line};
use crate::text::{Lang, is_hangul, width};

/// How many words before and behind are taken.
const WORDS: (usize, usize) = (6, 5);
/// A label is at most so wide.
const WIDEST: usize = 64;
/// A line of a timeline is at most so wide.
const WIDEST_EVENT: usize = 96;

/// Particles that stand at the end of a word, longer ones first.
const PARTICLES: &[&str] = &[
    "으로", "에서", "까지", "부터", "을", "를", "은", "는", "이", "가", "의", "에", "로", "과",
    "와", "도",
];

/// What happened on the date at `span`: the sentence with an ellipsis for the
/// date, as much of it as a line of a card holds.
pub(super) fn event(source: &Source, sentence: &Range<usize>, span: &Range<usize>) -> String {
    let before = line(source.prose.at(&(sentence.start..span.start)));
    let behind = line(source.prose.at(&(span.end..sentence.end)));
    let behind = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !QUOTES.contains(&c));
    let bare = AFTER_DATES
        .iter()
        .find_map(|particle| behind.strip_prefix(particle));
    let behind = bare.unwrap_or(behind).trim_start();
    let mut head: Vec<&str> = before.split_whitespace().collect();
    head.drain(..head.len().saturating_sub(WORDS.0));
    let whole = match (head.is_empty(), behind.is_empty()) {
        (true, _) => behind.to_owned(),
        (false, true) => head.join(" "),
        (false, false) => format!("{} … {behind}", head.join(" ")),
    };
    let whole = whole.trim_end_matches(['.', '。']).trim();
    if width(whole) <= WIDEST_EVENT {
        return whole.to_owned();
    }
    let mut kept = String::new();
    for word in whole.split_whitespace() {
        if width(&kept) + width(word) + 3 > WIDEST_EVENT {
            break;
        }
        kept.push_str(word);
        kept.push(' ');
    }
    format!("{kept}…")
}

/// What follows a date in Korean, and says nothing without it.
const AFTER_DATES: &[&str] = &["에는 ", "에도 ", "에 ", "까지 ", "부터 ", "의 "];

/// Signs with which a name may begin.
const QUOTES: [char; 3] = ['‘', '“', '「'];

/// What stands at `span` is about, told by the words of the sentence around it.
pub(super) fn about(source: &Source, sentence: &Range<usize>, span: &Range<usize>) -> String {
    let before = line(source.prose.at(&(sentence.start..span.start)));
    let behind_raw = source.prose.at(&(span.end..sentence.end));
    let joined = behind_raw.starts_with(|c: char| c.is_alphanumeric());
    let behind = line(behind_raw);

    let mut signs = before.char_indices().rev();
    let open = signs
        .find(|(at, c)| breaks(&before, *at, *c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let mut head: Vec<&str> = before
        .get(open..)
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    if words(&head) == 0 {
        // The clause before, where a figure stands at the head of its own.
        head = before
            .split(|c: char| BREAKS.contains(&c) || c.is_whitespace())
            .filter(|word| !word.is_empty())
            .collect();
    }
    head.drain(..head.len().saturating_sub(WORDS.0));

    let close = behind
        .char_indices()
        .find(|(at, c)| {
            let after = behind.get(at + c.len_utf8()..).unwrap_or_default();
            breaks(&behind, *at, *c)
                || matches!(c, '.' | '!' | '?') && !after.starts_with(|c: char| c.is_alphanumeric())
        })
        .map_or(behind.len(), |(at, _)| at);
    let behind = behind.get(..close).unwrap_or_default();
    let tail: Vec<&str> = behind.split_whitespace().take(WORDS.1).collect();
    fitted(&head, &tail, joined, source.lang)
}

/// Signs that end a clause; single quotes hold names as a rule, and end none.
const BREAKS: [char; 13] = [
    ',', ';', ':', '(', ')', '[', ']', '“', '”', '"', '—', '「', '」',
];

/// Words before a figure that say nothing of what it is of.
const IDLE: &[&str] = &[
    "약", "무려", "총", "최대", "최소", "의", "및", "about", "some", "around", "roughly", "nearly",
    "almost", "over", "of", "the", "to", "a", "an", "by", "at", "from",
];

/// Whether a clause ends at the sign at a byte: the comma of 131,000 ends none.
fn breaks(text: &str, at: usize, c: char) -> bool {
    let digit = |side: Option<char>| side.is_some_and(|side| side.is_ascii_digit());
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let behind = text.get(at + c.len_utf8()..);
    let behind = behind.and_then(|text| text.chars().next());
    BREAKS.contains(&c) && !(matches!(c, ',' | ':') && digit(before) && digit(behind))
}

fn words(words: &[&str]) -> usize {
    let says = |word: &&&str| word.contains(char::is_alphabetic) && !IDLE.contains(word);
    words.iter().filter(says).count()
}

/// As much of the words as a label may hold: first those behind go.
fn fitted(head: &[&str], tail: &[&str], joined: bool, lang: Lang) -> String {
    let enough = |head: &[&str], kept: usize| kept == 0 && words(head) >= 2;
    let mut kept = tail.len();
    let mut from = 0;
    // A Korean phrase says what it is of before it, the verb behind it little.
    if lang == Lang::Ko && enough(head, 0) {
        kept = 0;
    }
    loop {
        let head = head.get(from..).unwrap_or_default();
        let tail = tail.get(..kept).unwrap_or_default();
        let label = put(head, tail, joined);
        if width(&label) <= WIDEST || head.is_empty() && tail.is_empty() {
            return label;
        }
        if kept > 0 {
            kept -= 1;
        } else {
            from += 1;
        }
    }
}

fn put(head: &[&str], tail: &[&str], joined: bool) -> String {
    let head = head.join(" ");
    if tail.is_empty() {
        return without_particle(&head).to_owned();
    }
    let gap = if joined { "…" } else { "… " };
    let label = format!("{head} {gap}{}", tail.join(" "));
    label.trim().to_owned()
}

/// A Korean phrase without the particle of its last word.
fn without_particle(phrase: &str) -> &str {
    let phrase = phrase.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    let bare = PARTICLES.iter().find_map(|particle| {
        let bare = last.strip_suffix(particle)?;
        (bare.chars().count() >= 2 && bare.ends_with(is_hangul)).then_some(particle.len())
    });
    let length = phrase.len() - bare.unwrap_or(0);
    phrase.get(..length).unwrap_or(phrase)
}
