//! Slips of the fingers: a text that is right but for a key or two.
//!
//! How many are forgiven grows with the length of what is right; short ones
//! forgive none, as there a key makes another word. A digit or a sign is never
//! a slip, and neither is what turns a word into its opposite.

mod finger;

use super::rivals::Rivals;
use crate::text::{distance, fold, is_syllable, keystrokes, latin};
use finger::is_slip_of_a_finger;

/// Texts of more keys than this are not typed from memory letter by letter.
const LONGEST: usize = 400;

/// Most slips that are forgiven in any text.
const MOST: usize = 3;

/// Beginnings and endings that are near each other and mean the opposite.
const BEGINNINGS: [(&str, &str); 3] = [("hyper", "hypo"), ("macro", "micro"), ("inter", "intra")];
const ENDINGS: [(&str, &str); 3] = [("er", "ee"), ("or", "ee"), ("ful", "less")];

/// Words that turn a sentence into its opposite.
const NEGATIONS: [&str; 12] = [
    "no", "not", "never", "non", "without", "cannot", "안", "못", "아니", "아닌", "아님", "없는",
];

/// A text as its slips are counted.
pub(super) struct Typed<'a> {
    text: &'a str,
    keys: &'a [char],
}

impl<'a> Typed<'a> {
    /// A text, and the keys that type it folded.
    pub(super) fn new(text: &'a str, keys: &'a [char]) -> Typed<'a> {
        Typed { text, keys }
    }

    /// How many slips lie between this and what is `right`, if so many are
    /// forgiven, and none of the `rivals` is as near. One that may be no slip
    /// but another word counts as two.
    pub(super) fn slips(&self, right: &Typed<'_>, rivals: &Rivals<'_>) -> Option<usize> {
        let apart = self.keys.len().abs_diff(right.keys.len());
        // Nothing is counted in texts of which the lengths say it already.
        if apart > MOST {
            return None;
        }
        let most = forgiven(right.keys, right.text);
        if most == 0 || apart > most {
            return None;
        }
        let slips = distance(self.keys, right.keys, most)?;
        let same_signs = self.signs().eq(right.signs());
        if !same_signs || !begins_alike(self.text, right.text) || opposed(self.text, right.text) {
            return None;
        }
        // (One that is the same text is no rival: it is right as well.)
        let nearer =
            |rival: Vec<char>| rival != right.keys && distance(self.keys, &rival, slips).is_some();
        if rivals.keys_near(self.text, slips).any(nearer) {
            return None;
        }
        let slips = if slips == 1 && !self.is_surely(right) {
            2
        } else {
            slips
        };
        Some(slips)
    }

    /// Whether this, which is one key away from what is `right`, is surely that,
    /// and not another word that is near it.
    fn is_surely(&self, right: &Typed<'_>) -> bool {
        let alike = self.keys.iter().zip(right.keys);
        let at = alike.take_while(|(typed, right)| typed == right).count();
        // The word that the slip is in, and what stands there in the right text,
        // which may be spaced in another way.
        let mut start = 0;
        for word in words(self.text) {
            let end = start + keystrokes(&fold(word)).len();
            let left_out = at == end && self.keys.len() < right.keys.len();
            if at < end || left_out || end == self.keys.len() {
                let behind = self.keys.len().saturating_sub(end);
                let right_end = right.keys.len().saturating_sub(behind);
                let pressed = self.keys.get(start..end).unwrap_or_default();
                let meant = right.keys.get(start..right_end).unwrap_or_default();
                return is_slip_of_a_finger(word, pressed, meant);
            }
            start = end;
        }
        false
    }

    /// What is no letter, in its order.
    fn signs(&self) -> impl Iterator<Item = &char> {
        self.keys.iter().filter(|c| !c.is_alphabetic())
    }
}

/// The words of a text, parted by spaces and hyphens.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    words.filter(|word| !word.is_empty()).collect()
}

/// How many slips are forgiven in a text: none in one or two syllables or four
/// letters, one up to four syllables, two up to seven, then three.
fn forgiven(keys: &[char], text: &str) -> usize {
    let syllables = text.chars().filter(|c| is_syllable(*c)).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    match letters + syllables {
        _ if keys.len() > LONGEST => 0,
        0..5 => 0,
        5..10 => 1,
        10..16 => 2,
        _ => MOST,
    }
}

/// Whether every word begins with the same key: there slips are rare, and
/// other words common (un-, in-, de-). Shift does not matter, nor that the
/// first two keys are swapped.
fn begins_alike(typed: &str, right: &str) -> bool {
    let words = |text: &str| -> Vec<Vec<char>> {
        let words = words(text).into_iter();
        let keys = words.map(|word| keystrokes(word).into_iter().map(latin));
        keys.map(|keys| keys.filter(|c| c.is_alphanumeric()).collect())
            .filter(|word: &Vec<char>| !word.is_empty())
            .collect()
    };
    let alike = |typed: &Vec<char>, right: &Vec<char>| {
        let first = |keys: &Vec<char>, at: usize| keys.get(at).copied();
        let swapped = right.len() > 4
            && first(typed, 0) == first(right, 1)
            && first(typed, 1) == first(right, 0);
        first(typed, 0) == first(right, 0) || swapped
    };
    let (typed, right) = (words(typed), words(right));
    if typed.len() == right.len() {
        return typed
            .iter()
            .zip(&right)
            .all(|(typed, right)| alike(typed, right));
    }
    // Spaced in another way: the beginning has to do.
    match (typed.first(), right.first()) {
        (Some(typed), Some(right)) => typed.first() == right.first(),
        _ => false,
    }
}

/// Whether one is who does what the other is: tuner for tuning, hiker for hike.
fn is_doer(typed: &str, right: &str) -> bool {
    let does = |doer: &str, deed: &str| {
        let stem = deed
            .strip_suffix("ing")
            .or(deed.strip_suffix('e'))
            .unwrap_or(deed);
        let Some(doer) = doer.strip_suffix("er").or(doer.strip_suffix("or")) else {
            return false;
        };
        doer.len() > 2 && doer == stem && !deed.ends_with("er")
    };
    does(typed, right) || does(right, typed)
}

/// Whether one says the opposite of the other.
fn opposed(typed: &str, right: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .map(str::to_lowercase)
            .filter(|word| !word.is_empty())
            .collect()
    };
    let (typed, right) = (words(typed), words(right));
    let negations = |words: &[String]| {
        let negation = |word: &&String| NEGATIONS.contains(&word.as_str());
        words.iter().filter(negation).count()
    };
    if negations(&typed) != negations(&right) {
        return true;
    }
    typed.iter().zip(&right).any(|(typed, right)| {
        let parts = |one: &str, other: &str| {
            let begin = typed.starts_with(one) && right.starts_with(other);
            begin || typed.starts_with(other) && right.starts_with(one)
        };
        let ends = |one: &str, other: &str| {
            let end = typed.ends_with(one) && right.ends_with(other);
            end || typed.ends_with(other) && right.ends_with(one)
        };
        is_doer(typed, right)
            || BEGINNINGS.iter().any(|(one, other)| parts(one, other))
            || ENDINGS.iter().any(|(one, other)| ends(one, other))
    })
}
