//! Cutting a text into sentences.

use std::ops::Range;

use super::BLOCK;
use crate::text::width;

/// Words whose stop ends no sentence, lower case.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "approx", "ca", "gen", "gov", "sen", "rep",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "e.g",
    "i.e", "u.s", "u.k", "u.n", "a.m", "p.m",
];

/// Words at the end of a firm's name, lower case: their stop ends a sentence too
/// where one begins behind it.
const OF_FIRMS: &[&str] = &["inc", "corp", "co", "ltd"];

/// Words that begin a sentence with a capital, and hardly a name or a title
/// (`Ford Motor Co. Chairman Bill Ford`), lower case.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "such", "it", "its", "he", "his", "she",
    "her", "they", "their", "we", "our", "i", "my", "you", "your", "there", "here", "who", "what",
    "when", "where", "why", "how", "which", "in", "on", "at", "by", "to", "from", "for", "of",
    "with", "without", "under", "over", "about", "after", "before", "during", "since", "until",
    "among", "between", "despite", "according", "as", "if", "while", "although", "though",
    "because", "but", "and", "or", "so", "yet", "then", "now", "once", "still", "also", "however",
    "meanwhile", "moreover", "instead", "later", "earlier", "yesterday", "today", "tomorrow",
    "some", "many", "most", "several", "few", "all", "both", "each", "every", "no", "not", "mr",
    "mrs", "ms", "dr",
];

/// A line of a text that is wrapped by hand is at least so wide.
const WRAPPED: Range<usize> = 50..121;

/// The sentences of a text, without the blanks around them. In a `flowing`
/// text the end of a line is a blank; else it ends a sentence, unless the text
/// looks as if it were wrapped there.
pub(super) fn cut(text: &str, flowing: bool) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut push = |start: usize, end: usize| {
        let sentence = text.get(start..end).unwrap_or_default();
        let before = sentence.len() - sentence.trim_start().len();
        let trimmed = sentence.trim();
        if !trimmed.is_empty() {
            sentences.push(start + before..start + before + trimmed.len());
        }
    };
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let ends = match c {
            BLOCK => true,
            '\n' => !flowing && !is_wrapped(text, at),
            '.' | '!' | '?' | '。' => ends_sentence(text, at, after),
            _ => false,
        };
        if ends {
            // Behind the end of a line a quote opens.
            let rest = text.get(after..).filter(|_| c != '\n' && c != BLOCK);
            let end = after + rest.map_or(0, closing);
            push(start, end);
            start = end;
        }
    }
    push(start, text.len());
    sentences
}

/// Quotes and brackets before the first word of a sentence.
const OPENING: [char; 5] = ['"', '“', '‘', '(', '['];

/// How many bytes of quotes and brackets close what ends here.
fn closing(rest: &str) -> usize {
    rest.len()
        - rest
            .trim_start_matches(['"', '\'', '”', '’', '」', '』', ')', ']'])
            .len()
}

fn ends_sentence(text: &str, at: usize, after: usize) -> bool {
    let rest = text.get(after..).unwrap_or_default();
    let rest = rest.get(closing(rest)..).unwrap_or_default();
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return false;
    }
    if text.get(at..after) != Some(".") {
        return true;
    }
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind([' ', '\n', '(', BLOCK]).map_or(0, |at| at + 1);
    let word = before.get(start..).unwrap_or_default();
    // 2025. 1. 20. and "1. item": the stop goes on.
    let number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let goes_on = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let initial = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let word = word.to_ascii_lowercase();
    let of_firm = OF_FIRMS.contains(&word.as_str()) && !is_begun(rest);
    !(number && goes_on || initial || of_firm || ABBREVIATIONS.contains(&word.as_str()))
}

/// Whether what follows a stop is nothing, or begins as sentences do.
fn is_begun(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || OPENING.contains(&c));
    let word = rest.split(|c: char| !c.is_alphabetic()).next();
    let word = word.unwrap_or_default();
    // "Foo Co. No. 2 plant"
    let numbered = word == "No" && rest.starts_with("No.");
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    rest.is_empty() || capital && !numbered && OPENERS.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether the line that ends at `at` was broken in the middle of a sentence.
fn is_wrapped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    let next = text.get(at + 1..).unwrap_or_default();
    let next = next.split('\n').next().unwrap_or_default();
    let marks = ['#', '-', '*', '>', '|', '+', '=', '`', BLOCK];
    !next.trim().is_empty()
        && !next.trim_start().starts_with(marks)
        && !line.starts_with('#')
        && !line.contains(['|', '\t'])
        && !line.ends_with(['.', '!', '?', '。', '”', '"', ':', BLOCK])
        && WRAPPED.contains(&width(line))
}
