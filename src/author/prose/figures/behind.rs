//! What stands behind a figure in running text, and what it says of it.

use super::{ENGLISH, is_plural};
use crate::text::{has_final, is_hangul};

/// Whether `piece` of `rest` ends behind 만 or 억 that digits stand right before,
/// or behind what is counted by them, of which a particle follows.
pub(super) fn is_scaled(rest: &str, piece: &str, end: usize) -> bool {
    let behind_scale = |text: &str| {
        let number = text.strip_suffix(['만', '억']);
        number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    };
    let counter = piece.trim_end_matches(|c: char| is_hangul(c) && !matches!(c, '만' | '억'));
    let fits = |particle: &str| match particle {
        "이" | "가" => piece.chars().next_back().and_then(has_final) == Some(particle == "이"),
        _ => true,
    };
    let particles = [
        "을", "를", "은", "는", "의", "에", "으로", "로", "까지", "도", "이", "가",
    ];
    let behind = rest.get(end..).unwrap_or_default();
    let mut particles = particles.iter().filter(|particle| fits(particle));
    let next = particles.find_map(|word| behind.strip_prefix(word));
    let ends = next.is_some_and(|next| !next.starts_with(is_hangul));
    behind_scale(piece) || behind_scale(counter) && ends
}

/// Whether what stands behind a number in English is what it counts: several
/// of something.
pub(super) fn counts(behind: &str) -> bool {
    let word = behind.strip_prefix(' ').unwrap_or_default();
    let word = word.split(|c: char| !c.is_ascii_alphabetic()).next();
    let word = word.unwrap_or_default();
    is_plural(word) && !["is", "was", "has", "does", "says"].contains(&word)
}

/// Whether a number in words that ends at `end` is the last word of a clause,
/// and more than the two of "in two".
pub(super) fn ends_clause(rest: &str, end: usize) -> bool {
    let word = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
    let number =
        ENGLISH.contains(&word.as_str()) && !["a", "an", "one", "two"].contains(&word.as_str());
    number
        && rest
            .get(end..)
            .is_some_and(|rest| rest.starts_with(['.', ',', ';']))
}

/// Whether what stands behind a time makes a distance of it: a year before.
pub(super) fn tells_when(behind: &str) -> bool {
    let word = behind
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next();
    let words = ["before", "earlier", "ago", "later", "after", "from", "on"];
    word.is_some_and(|word| words.contains(&word))
}
