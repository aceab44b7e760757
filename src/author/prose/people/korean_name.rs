//! The name with which Korean words begin: of three syllables, of two before an
//! office, or a foreign one of two words.

use super::korean_shape::{ends_phrase, fits, is_body, is_chinese, is_korean, name_of};
use super::korean_word::Word;
use super::korean_words::{
    FOREIGN, NO_ENDS, NOUNS, SAFE, SHORT_GIVEN, SHORT_NOUNS, SHORT_SURE, SUBJECT, SURNAMES,
};
use crate::author::prose::OFFICES;
use crate::text::is_syllable;

/// A name as it stands in a sentence.
pub(super) struct Name {
    pub(super) name: String,
    pub(super) aside: Option<String>,
    /// How many words it is.
    pub(super) words: usize,
}

/// The name that begins with the first word and has no particle behind it.
pub(super) fn name(words: &[Word]) -> Option<Name> {
    let first = words.first()?;
    let plain = |word: &Word| word.tail.is_empty();
    if plain(first) && (is_korean(first.text) || is_chinese(first.text)) {
        return Some(Name {
            name: first.text.to_owned(),
            aside: aside(first.aside),
            words: 1,
        });
    }
    let second = words.get(1).filter(|word| word.joined && plain(word))?;
    let hangul = first.text.chars().all(is_syllable);
    let known = FOREIGN.contains(&first.text)
        || hangul && is_in_latin(second) && !second.aside.split(' ').any(is_firm);
    let foreign = known && plain(first) && first.aside.is_empty();
    let surname = (1..=6).contains(&second.text.chars().count())
        && second.text.chars().all(is_syllable)
        && second.office().is_none()
        && !is_body(second.text)
        && !ends_phrase(second.text);
    (foreign && surname).then(|| Name {
        name: format!("{} {}", first.text, second.text),
        aside: aside(second.aside),
        words: 2,
    })
}

/// The name of two syllables that is the first word, which counts only right
/// before an office: `허준 교수`.
pub(super) fn short_name(words: &[Word]) -> Option<Name> {
    let (first, next) = (words.first()?, words.get(1)?);
    let mut syllables = first.text.chars();
    let (Some(surname), Some(given), None) = (syllables.next(), syllables.next(), syllables.next())
    else {
        return None;
    };
    let office = next
        .office()
        .is_some_and(|office| OFFICES.contains(&office));
    let named = SAFE.contains(&surname) && SHORT_GIVEN.contains(given)
        || SURNAMES.contains(&surname) && SHORT_SURE.contains(given);
    let plain = first.tail.is_empty() && next.joined && !SHORT_NOUNS.contains(&first.text);
    (office && named && plain).then(|| Name {
        name: first.text.to_owned(),
        aside: aside(first.aside),
        words: 1,
    })
}

/// The name that begins with the first word and has a particle behind it.
pub(super) fn marked_name(words: &[Word]) -> Option<Name> {
    let first = words.first()?;
    let single = name_of(first.text).filter(|_| first.aside.is_empty());
    let single = single.or_else(|| {
        let marked = SUBJECT.contains(&first.tail) && is_korean(first.text);
        marked.then_some(first.text)
    });
    if let Some(name) = single {
        return Some(Name {
            name: name.to_owned(),
            aside: aside(first.aside),
            words: 1,
        });
    }
    let second = words.get(1).filter(|word| word.joined)?;
    let hangul = |text: &str| text.chars().all(is_syllable);
    let sure = FOREIGN.contains(&first.text) || is_in_latin(second);
    if !(sure && hangul(first.text) && first.aside.is_empty()) {
        return None;
    }
    let surname = if second.aside.is_empty() {
        let cut = SUBJECT.iter().find_map(|particle| {
            let base = second.text.strip_suffix(particle)?;
            (base.chars().count() >= 2 && fits(base, particle)).then_some(base)
        });
        cut?
    } else {
        second.text
    };
    hangul(surname).then(|| Name {
        name: format!("{} {surname}", first.text),
        aside: aside(second.aside),
        words: 2,
    })
}

/// Whether a name begins at a word.
pub(super) fn name_at(words: &[Word], at: usize) -> bool {
    words.get(at..).is_some_and(|words| name(words).is_some())
}

/// Whether what stands in brackets behind a word is a name of two Latin words:
/// `레인(Marta Rein)`.
fn is_in_latin(word: &Word) -> bool {
    let mut parts = word.aside.split(' ');
    word.aside.split(' ').count() == 2
        && parts.all(|part| {
            part.starts_with(|c: char| c.is_ascii_uppercase())
                && part.chars().skip(1).any(|c| c.is_ascii_lowercase())
                && part.chars().all(|c| c.is_alphabetic() || c == '-')
        })
}

/// Whether a Latin word is one of what a firm is called by, and no one else.
fn is_firm(word: &str) -> bool {
    const FIRMS: &[&str] = &[
        "Bank",
        "Center",
        "Centre",
        "Group",
        "Fund",
        "University",
        "College",
        "Institute",
        "Capital",
        "Partners",
        "Ventures",
        "Research",
        "Energy",
        "Motors",
        "Airlines",
        "News",
        "Times",
        "Post",
        "Labs",
        "Lab",
        "Securities",
        "Foundation",
        "Holdings",
        "Corporation",
        "Company",
        "Technologies",
        "Systems",
        "Network",
        "Agency",
        "Union",
        "Association",
    ];
    FIRMS.contains(&word)
}

/// What stands in brackets, if anything does.
pub(super) fn aside(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a word may be the name of who holds the office that ends in `office`:
/// `송미르 농업경제연구소장`. This is for who was found to say something.
pub(in crate::author) fn may_hold(name: &str, office: &str) -> bool {
    let mut syllables = name.chars();
    let surname = syllables.next().unwrap_or(' ');
    let surname = SAFE.contains(&surname) || SURNAMES.contains(&surname);
    let last = name.chars().next_back().unwrap_or(' ');
    let office = OFFICES.iter().any(|end| office.ends_with(end))
        || office.chars().count() > 3 && office.ends_with('장');
    let shape = name.chars().count() == 3 && !NO_ENDS.contains(last);
    surname && shape && office && !is_body(name) && !NOUNS.contains(&name)
}
