//! Words that have the shape of a Korean name or of a body, and those that end a phrase.

use super::korean_words::{
    BODIES, CHINESE, CHINESE_ONLY, ENDS_TOO, GIVEN, LONG_SURNAMES, NO_ENDS, NOUNS, SAFE, SUBJECT,
    SURNAMES,
};
use crate::text::{has_final, is_syllable};

/// The Korean name that a word is with a particle: `오세림은`.
pub(super) fn name_of(word: &str) -> Option<&str> {
    SUBJECT.iter().find_map(|particle| {
        let base = word.strip_suffix(particle)?;
        let named = is_korean(base) || is_chinese(base);
        (named && fits(base, particle)).then_some(base)
    })
}

/// Whether a word has the shape of a Korean name: a surname and two syllables
/// that given names are made of.
pub(super) fn is_korean(word: &str) -> bool {
    let long = LONG_SURNAMES
        .iter()
        .find_map(|surname| word.strip_prefix(surname));
    if let Some(given) = long
        && given.chars().count() == 2
    {
        return given.chars().all(|c| GIVEN.contains(c));
    }
    let mut syllables = word.chars();
    let (Some(surname), Some(middle), Some(last), None) = (
        syllables.next(),
        syllables.next(),
        syllables.next(),
        syllables.next(),
    ) else {
        return false;
    };
    if !(GIVEN.contains(middle) && GIVEN.contains(last)) || NOUNS.contains(&word) {
        return false;
    }
    // 고지, 정지; 민지 and 수지 are names.
    if last == '지' && !"민수은윤현연예".contains(middle) {
        return false;
    }
    let safe = SAFE.contains(&surname);
    // A particle may be the last syllable of a noun that is none of a name.
    let particle = match last {
        '은' | '이' => has_final(middle) == Some(true),
        '가' | '는' => has_final(middle) == Some(false),
        _ => false,
    };
    let ends = !NO_ENDS.contains(last) || ENDS_TOO.contains(last) && !particle;
    safe || SURNAMES.contains(&surname) && ends
}

/// Whether a word is a name of China as Korean writes it.
pub(super) fn is_chinese(word: &str) -> bool {
    let mut syllables = word.chars();
    let surname = syllables.next().is_some_and(|c| CHINESE.contains(&c));
    let count = word.chars().count();
    surname
        && (2..=4).contains(&count)
        && word.chars().all(is_syllable)
        && syllables.any(|c| CHINESE_ONLY.contains(&c))
}

/// Whether a particle may stand behind a word.
pub(in crate::author) fn fits(base: &str, particle: &str) -> bool {
    let closed = base.chars().next_back().and_then(has_final);
    match (particle, closed) {
        ("은" | "이" | "을" | "과", Some(closed)) => closed,
        ("는" | "가" | "를" | "와", Some(closed)) => !closed,
        _ => true,
    }
}

/// Whether a word ends in a particle, so that what it stands in ends there.
pub(in crate::author) fn ends_phrase(word: &str) -> bool {
    let ends = [
        "은", "는", "을", "를", "에", "에서", "에게", "으로", "와", "과", "이", "가", "의", "한",
        "된", "할",
    ];
    ends.iter().any(|end| {
        word.strip_suffix(end).is_some_and(|base| {
            let syllables = base.chars().count();
            let faculty = *end == "과" && base.ends_with('학');
            syllables >= 2 && fits(base, end) && !faculty
        })
    })
}

/// Whether a word names a body of which one may have an office.
pub(super) fn is_body(word: &str) -> bool {
    let long = word.chars().count() >= 3;
    long && BODIES.iter().any(|body| word.ends_with(body)) && name_of(word).is_none()
        || word.chars().filter(char::is_ascii_uppercase).count() >= 2
}
