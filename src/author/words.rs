//! Words of a text: whether one stands in it, whatever its case and whatever
//! particle follows it.

use std::borrow::Cow;

use unicode_normalization::is_nfc;

use crate::answer::stems;
use crate::text::{is_hangul, nfc};

/// A text as words in lower case, each between single spaces, so that a phrase
/// can be looked for as ` so many words `. Quotes and points go.
pub(super) fn spaced(text: &str) -> String {
    let composed;
    let text = if is_nfc(text) {
        text
    } else {
        composed = nfc(text);
        &composed
    };
    let mut spaced = String::with_capacity(text.len() + 2);
    spaced.push(' ');
    for c in text.chars() {
        match c {
            '’' | '\'' if !spaced.ends_with(' ') => spaced.push('\''),
            _ if c.is_ascii_alphanumeric() => spaced.push(c.to_ascii_lowercase()),
            _ if c.is_alphanumeric() => spaced.extend(c.to_lowercase()),
            // 9.4 and 01.AI stay whole; so do ranges and fractions of digits.
            '.' | '/' | '%' if spaced.ends_with(|last: char| last.is_ascii_digit()) => {
                spaced.push(c);
            }
            ',' if spaced.ends_with(|last: char| last.is_ascii_digit()) => {}
            _ if !spaced.ends_with(' ') => {
                trim_point(&mut spaced);
                spaced.push(' ');
            }
            _ => {}
        }
    }
    trim_point(&mut spaced);
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    spaced
}

/// A point that ends a sentence is no part of its last word.
fn trim_point(spaced: &mut String) {
    while spaced.ends_with(['.', '/', '\'']) {
        spaced.pop();
    }
}

/// A text without what is named or quoted in it: *'Yesterday'* and *Apocalypse
/// Now* are titles, and *now* in quotes is a word, none of them a time.
pub(super) fn in_own_words(text: &str) -> Cow<'_, str> {
    let facts = without_facts(text);
    match facts {
        Cow::Borrowed(text) => unnamed(text),
        Cow::Owned(text) => Cow::Owned(unnamed(&text).into_owned()),
    }
}

/// A text without the `{facts}` in it, whose names are no words of it.
fn without_facts(text: &str) -> Cow<'_, str> {
    if !text.contains('{') || text.contains("{{") {
        return Cow::Borrowed(text);
    }
    let (mut own, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, (_, behind))) = rest
        .split_once('{')
        .and_then(|(before, name)| Some((before, name.split_once('}')?)))
    {
        own.push_str(before);
        own.push('…');
        rest = behind;
    }
    own.push_str(rest);
    Cow::Owned(own)
}

fn unnamed(text: &str) -> Cow<'_, str> {
    const QUOTES: &[(char, char)] = &[
        ('\'', '\''),
        ('"', '"'),
        ('‘', '’'),
        ('“', '”'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〈', '〉'),
    ];
    const CAPITAL: &[&str] = &["Now", "Yesterday", "Currently", "Nowadays", "Recently"];
    let quotes = text.contains(|c| QUOTES.iter().any(|(open, _)| *open == c));
    if !quotes && !CAPITAL.iter().any(|word| text.contains(word)) {
        return Cow::Borrowed(text);
    }
    let mut own = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let glued = own.ends_with(|last: char| last.is_ascii_alphanumeric());
        let end = QUOTES
            .iter()
            .find(|(open, _)| *open == c && !glued)
            .and_then(|(_, close)| closing(after, *close));
        let capital = CAPITAL
            .iter()
            .find(|word| !glued && names(&own) && rest.starts_with(**word));
        let taken = match (end, capital) {
            (Some(end), _) => c.len_utf8() + end,
            (None, Some(word)) => word.len(),
            (None, None) => {
                own.push(c);
                c.len_utf8()
            }
        };
        if taken > c.len_utf8() {
            own.push('·');
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    Cow::Owned(own)
}

/// Behind which byte a quote ends; an apostrophe within a word ends none.
fn closing(text: &str, close: char) -> Option<usize> {
    text.match_indices(close)
        .map(|(at, _)| at + close.len_utf8())
        .find(|end| {
            let after = text.get(*end..).unwrap_or_default();
            !after.starts_with(|c: char| c.is_ascii_alphanumeric())
        })
}

/// Whether a capital behind this is one of a name: it begins no sentence.
fn names(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '&' | '·'))
}

/// Whether `phrase` stands in `text` as whole words; in Korean with a particle
/// behind it.
pub(super) fn holds(text: &str, phrase: &str) -> bool {
    holds_spaced(&spaced(text), &spaced(phrase))
}

/// The same of what [`spaced`] made of both.
pub(super) fn holds_spaced(text: &str, phrase: &str) -> bool {
    let wanted = phrase.trim();
    if wanted.is_empty() {
        return false;
    }
    text.match_indices(wanted).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + wanted.len()..).unwrap_or_default();
        if !before.ends_with(' ') {
            return false;
        }
        let rest: String = after.chars().take_while(|c| *c != ' ').collect();
        rest.is_empty()
            || rest.starts_with(is_hangul) && stems(&format!("{wanted}{rest}")).contains(&wanted)
            || rest == "'s"
    })
}

/// The first of `phrases`, each between spaces, that stands in what [`spaced`] made.
pub(super) fn phrase_in<'p>(spaced: &str, phrases: &[&'p str]) -> Option<&'p str> {
    let words = spaced.match_indices(' ').map(|(at, _)| at);
    let words: Vec<&str> = words.filter_map(|at| spaced.get(at..)).collect();
    let stands = |phrase: &&&str| words.iter().any(|rest| rest.starts_with(**phrase));
    phrases.iter().find(stands).copied()
}

/// Whether a text tells of a year: `1957`, `2025년`.
pub(super) fn has_year(text: &str) -> bool {
    let digits = |c: &char| c.is_ascii_digit();
    spaced(text).split([' ', '~', '/']).any(|word| {
        let year: String = word.chars().take_while(digits).collect();
        let rest = word.get(year.len()..).unwrap_or_default();
        let plausible = (1000..=2199).contains(&year.parse::<u32>().unwrap_or_default());
        year.len() == 4 && plausible && !rest.starts_with(['.', '%'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_texts() {
        for (text, phrase, expected) in [
            ("Who founded TSMC in Taiwan?", "TSMC", true),
            ("What is TSMC's share?", "tsmc", true),
            ("Who runs TSMCs?", "TSMC", false),
            ("The firm DeepSeek-R1 is", "deepseek R1", true),
            ("딥시크의 창업자는?", "딥시크", true),
            ("한국은행 총재는?", "한국", false),
            ("H800은 무엇인가?", "H800", true),
            ("It scored 9.4% of all.", "9.4%", true),
            ("It scored 19.4%.", "9.4%", false),
            ("about 38,210 of them", "38,210", true),
            ("a", "", false),
        ] {
            assert_eq!(holds(text, phrase), expected, "{phrase} in {text}");
        }
    }

    #[test]
    fn what_is_named_or_quoted_is_left_out() {
        for (text, own) in [
            ("Who wrote 'Yesterday'?", "Who wrote ·?"),
            ("Who wrote Yesterday?", "Who wrote ·?"),
            ("Who shot Apocalypse Now?", "Who shot Apocalypse ·?"),
            ("Now it's Korea's turn. Now?", "Now it's Korea's turn. Now?"),
            ("'was'의 현재형은?", "·의 현재형은?"),
            ("「지금」은 누구의 곡인가?", "·은 누구의 곡인가?"),
            ("the firms' now", "the firms' now"),
            ("no quote now", "no quote now"),
        ] {
            assert_eq!(in_own_words(text), own, "{text}");
        }
    }

    #[test]
    fn years_are_told_from_other_numbers() {
        for (text, expected) in [
            ("in 2025", true),
            ("2023년 규모는?", true),
            ("2014~2023년", true),
            ("in 1957, before", true),
            ("2025.5 points", false),
            ("20250 people", false),
            ("4,400 companies", false),
            ("no number", false),
        ] {
            assert_eq!(has_year(text), expected, "{text}");
        }
    }
}
