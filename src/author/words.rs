//! Words of a text: whether one stands in it, whatever its case and whatever
//! particle follows it.

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
