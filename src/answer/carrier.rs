//! What people say around an answer: an article or a title before a name, what a
//! company is called behind it, "I think", or what kind of thing it is.

use crate::text::is_hangul;

/// What stands before an answer and says no more of it, the longer first.
const BEFORE: &[&str] = &[
    "it is",
    "it was",
    "it's",
    "its",
    "that's",
    "that is",
    "this is",
    "i think",
    "i guess",
    "i believe",
    "maybe",
    "probably",
    "perhaps",
    "by",
    "in",
    "from",
    "the",
    "an",
    "a",
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
    "sir",
    "president",
    "chairman",
    "chairwoman",
    "chair",
    "ceo",
    "minister",
    "senator",
    "governor",
    "아마도",
    "아마",
    "정답은",
    "답은",
    "대통령",
    "총리",
    "장관",
    "회장",
    "교수",
];

/// What stands behind one.
const BEHIND: &[&str] = &[
    "i think",
    "i guess",
    "i believe",
    "maybe",
    "probably",
    "inc",
    "ltd",
    "corp",
    "co",
    "llc",
    "plc",
    "ceo",
    "cto",
    "chairman",
    "president",
    "맞죠",
    "아닌가요",
    "같아요",
];

/// Kinds of things, said behind a name that needs none.
const KINDS: &[&str] = &[
    "chip",
    "chips",
    "gpu",
    "gpus",
    "model",
    "models",
    "company",
    "tool",
    "system",
    "service",
    "technique",
    "method",
    "mechanism",
    "mechanisms",
    "layer",
    "architecture",
    "technology",
    "program",
    "칩",
    "반도체",
    "모델",
    "모형",
    "기능",
    "회사",
    "기업",
    "도구",
    "시스템",
    "서비스",
    "기법",
    "방식",
    "방법",
    "기술",
    "메커니즘",
    "아키텍처",
    "현상",
    "프로그램",
    "조치",
    "그룹",
];

/// Most words that are taken off at either end.
const MOST: usize = 3;

/// An answer without what is said around it; `None` if there is nothing.
pub(super) fn bare(text: &str) -> Option<&str> {
    let mut rest = text.trim();
    let whole = rest;
    for _ in 0..MOST {
        match BEFORE.iter().find_map(|word| behind_word(rest, word)) {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    for _ in 0..MOST {
        match BEHIND.iter().find_map(|word| before_word(rest, word)) {
            Some(before) => rest = before,
            None => break,
        }
    }
    (rest.len() < whole.len()).then_some(rest)
}

/// A name without the kind of thing that it is: H800 chip, 딥 리서치 도구.
pub(super) fn without_kind(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    // H800 칩입니다
    let text = ["입니다", "이에요", "이다", "예요"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text);
    let english = KINDS.iter().find_map(|word| before_word(text, word));
    // Korean glues a kind to what it is of: 어텐션방식. One of one syllable is a
    // part of another word but behind a digit: H800칩, and no 감자칩.
    let glued = || {
        let (name, word) = KINDS
            .iter()
            .find_map(|word| Some((text.strip_suffix(word)?, word)))?;
        let long = |text: &str| text.chars().nth(1).is_some();
        let of_a_word = name.ends_with(is_hangul) && word.ends_with(is_hangul);
        let digit = name.ends_with(|c: char| c.is_ascii_digit());
        (digit || of_a_word && long(name) && long(word)).then_some(name)
    };
    english.or_else(glued)
}

/// A name with its two parts turned: `Powell, Jerome`.
pub(super) fn turned(text: &str) -> Option<String> {
    let (last, first) = text.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let plain = !last.is_empty() && !first.is_empty() && !first.contains(',');
    plain.then(|| format!("{first} {last}"))
}

/// What follows the word that `text` begins with.
fn behind_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let begins = text.get(..word.len())?;
    let rest = text.get(word.len()..)?;
    let rest = rest.strip_prefix(['.', ',', ':']).unwrap_or(rest);
    let trimmed = rest.trim_start();
    let fits = begins.eq_ignore_ascii_case(word) && trimmed.len() < rest.len();
    (fits && trimmed.contains(char::is_alphanumeric)).then_some(trimmed)
}

/// What stands before the word that `text` ends in.
fn before_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let at = text.len().checked_sub(word.len())?;
    let (before, ends) = (text.get(..at)?, text.get(at..)?);
    let trimmed = before.trim_end_matches([' ', '\u{3000}', ',']);
    let fits = ends.eq_ignore_ascii_case(word) && trimmed.len() < before.len();
    (fits && trimmed.contains(char::is_alphanumeric)).then_some(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_an_answer() {
        for (text, expected) in [
            ("the transistor", Some("transistor")),
            ("Mr. Chang", Some("Chang")),
            ("It's Morris Chang", Some("Morris Chang")),
            ("I think the US", Some("US")),
            ("in the Netherlands", Some("Netherlands")),
            ("Moonshot, I think", Some("Moonshot")),
            ("President Lee", Some("Lee")),
            ("아마 모리스 창", Some("모리스 창")),
            ("이명박 같아요", Some("이명박")),
            ("Nvidia Corp.", Some("Nvidia")),
            ("Theranos", None),
            ("the", None),
            ("a", None),
            ("Inc", None),
            ("", None),
        ] {
            assert_eq!(bare(text), expected, "{text}");
        }
    }

    #[test]
    fn kinds_of_things() {
        for (text, expected) in [
            ("H800 chip", Some("H800")),
            ("H800 칩", Some("H800")),
            ("H800칩", Some("H800")),
            ("딥 리서치 도구", Some("딥 리서치")),
            ("딥리서치도구", Some("딥리서치")),
            ("어텐션방식이다", Some("어텐션")),
            ("감자칩", None),
            ("대기업", None),
            ("deep-research tool", Some("deep-research")),
            ("chip", None),
            ("모델", None),
            ("tooling", None),
        ] {
            assert_eq!(without_kind(text), expected, "{text}");
        }
    }

    #[test]
    fn names_turned() {
        assert_eq!(turned("Powell, Jerome").as_deref(), Some("Jerome Powell"));
        assert_eq!(turned("Powell,"), None);
        assert_eq!(turned("a, b, c"), None);
        assert_eq!(turned("Powell"), None);
    }
}
