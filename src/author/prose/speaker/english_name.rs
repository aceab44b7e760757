//! The names of those who speak in English: with which words begin, and in which
//! they end.

use super::english_words::{BODIES, INSIDE, NO_ONE};
use crate::author::prose::is_day_or_month;

/// The person whom a name tells of with the body he is of: `Jonas Weir of
/// Bellwether Research`, but not `Interior Ministry of France`.
pub(super) fn person(by: &str) -> Option<&str> {
    let (name, body) = by.split_once(" of ")?;
    (is_whole(name) && body.starts_with(char::is_uppercase)).then_some(name)
}

/// Whether words are the first and last name of a person.
pub(super) fn is_whole(name: &str) -> bool {
    let sound = |word: &str| is_capital(word) && !BODIES.contains(&word) && !is_no_one(word);
    let names = name.split_once(' ');
    names.is_some_and(|(first, last)| sound(first) && sound(last) && !last.contains(' '))
}

/// The name in which words end.
pub(super) fn name_before(words: &[&str]) -> Option<String> {
    let mut from = words.len();
    while let Some(at) = from.checked_sub(1)
        && let Some(word) = words.get(at)
        && (is_capital(word) || from < words.len() && INSIDE.contains(word))
        && (!word.ends_with([',', '.', ':', ';', '"', '”', ')']) || is_initial(word))
    {
        from = at;
    }
    // The government of Ellery Province
    let of = words.get(from) == Some(&"of");
    let noun = from
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .filter(|_| of);
    let noun = noun.filter(|noun| noun.bytes().all(|byte| byte.is_ascii_lowercase()));
    let name = named(words.get(from..)?)?;
    Some(match noun {
        Some(noun) => format!("{noun} of {name}"),
        None => name,
    })
}

/// The name that words begin with, an article aside.
pub(super) fn name_at(words: &[&str]) -> Option<String> {
    let words = match words.split_first() {
        Some((first, rest)) if matches!(*first, "the" | "a" | "an") => rest,
        _ => words,
    };
    let mut end = 0;
    // Bank of the Rhine
    let of_the = |end: usize| {
        let before = end.checked_sub(1).and_then(|at| words.get(at));
        let body = words.first().is_some_and(|first| BODIES.contains(first));
        body && words.get(end) == Some(&"the") && before == Some(&"of")
    };
    while let Some(word) = words.get(end)
        && (is_capital(word) || end > 0 && INSIDE.contains(word))
        && (!is_no_one(bare(word)) || of_the(end))
    {
        end += 1;
        // Dr. Ruth Castellan
        let title = word.ends_with('.') && words.get(end).is_some_and(|next| is_capital(next));
        if word.ends_with([',', '.', ':', ';', '"', '”', ')']) && !is_initial(word) && !title
            || word.ends_with("'s")
            || word.ends_with("’s")
        {
            break;
        }
    }
    named(words.get(..end)?)
}

/// Words as a name, if they name someone.
fn named(words: &[&str]) -> Option<String> {
    let mut words = words;
    while let Some((first, rest)) = words.split_first()
        && (INSIDE.contains(first) || is_no_one(bare(first)))
    {
        words = rest;
    }
    while let Some((last, rest)) = words.split_last()
        && INSIDE.contains(last)
    {
        words = rest;
    }
    let name = words.join(" ");
    let name = bare(&name);
    let name = name
        .strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(name);
    let sound = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    sound.then(|| name.to_owned())
}

/// Whether a word names no one, with a capital or without.
fn is_no_one(word: &str) -> bool {
    is_day_or_month(word) || NO_ONE.contains(&word.to_lowercase().as_str())
}

/// A word without the signs around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_capital(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase) && !word.starts_with(['(', '[', '"', '“'])
}

/// `J.`
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.')
}
