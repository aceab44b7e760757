//! Whether one wrong key is a slip of the finger or may be another word.
//!
//! In a long word it is a slip. In a short one it is where the key lies beside
//! the right one, sounds the same, was left out, struck twice or swapped with
//! its neighbour: `exporr` is no word, `expert` is one.

use crate::text::{is_hangul, is_syllable, latin};

/// Letters from which on a word is long, and syllables.
const LONG_LETTERS: usize = 8;
const LONG_SYLLABLES: usize = 4;
/// Syllables up to which each key counts: 파월 and 파울 are two names.
const SHORT_SYLLABLES: usize = 2;

/// Letters from which on one may be left out: fin is no fine.
const SHORT_LETTERS: usize = 4;

/// Rows of the keyboard, the lower ones moved to the right by half a key.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Keys that sound alike, and are taken for each other in names.
const SOUNDS: [(char, char); 6] = [
    ('ㅐ', 'ㅔ'),
    ('ㅒ', 'ㅖ'),
    ('c', 'k'),
    ('s', 'z'),
    ('i', 'y'),
    ('l', 'r'),
];

/// Whether a `typed` word is surely the one that is meant, from which it is one
/// slip away: the keys that were `pressed` against those of the other.
pub(super) fn is_slip_of_a_finger(typed: &str, pressed: &[char], keys: &[char]) -> bool {
    let syllables = syllables(keys);
    let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
    // A jamo by itself is in no word.
    let loose = typed.chars().any(|c| is_hangul(c) && !is_syllable(c));
    if loose || syllables >= LONG_SYLLABLES || syllables == 0 && letters >= LONG_LETTERS {
        return true;
    }
    let before = pressed.iter().zip(keys).take_while(|(a, b)| a == b).count();
    let (pressed, keys) = (rest(pressed, before), rest(keys, before));
    let behind = pressed.iter().rev().zip(keys.iter().rev());
    let behind = behind.take_while(|(a, b)| a == b).count();
    let end = |keys: &[char]| keys.len().saturating_sub(behind);
    let (wrong, right) = (
        pressed.get(..end(pressed)).unwrap_or_default(),
        keys.get(..end(keys)).unwrap_or_default(),
    );
    let short = (1..=SHORT_SYLLABLES).contains(&syllables);
    match (wrong, right) {
        ([wrong], [right]) if sound_alike(*wrong, *right) => true,
        ([wrong], [right]) => syllables == 0 && are_neighbours(*wrong, *right),
        // One of a thing, or several.
        ([], ['s']) | (['s'], []) if behind == 0 => true,
        // Swapped.
        ([_, _], [_, _]) => !short,
        ([], [_]) => !short && (syllables > 0 || letters >= SHORT_LETTERS),
        ([extra], []) if syllables == 0 => {
            // Struck twice, or two keys with one finger.
            let next = pressed.get(end(pressed)).or(pressed.get(1));
            let beside = |key: Option<&char>| {
                key.is_some_and(|key| sound_alike(*key, *extra) || are_neighbours(*key, *extra))
            };
            beside(next)
                || beside(
                    before
                        .checked_sub(1)
                        .and_then(|at| full(typed, at))
                        .as_ref(),
                )
        }
        ([_], []) => !short,
        _ => !short,
    }
}

/// How many syllables keys make: vowels of Hangul, those that two keys make once.
fn syllables(keys: &[char]) -> usize {
    let vowel = |key: char| matches!(key, 'ㅏ'..='ㅣ');
    let mut before = ' ';
    let starts = keys.iter().filter(|key| {
        let starts = vowel(**key) && !vowel(before);
        before = **key;
        starts
    });
    starts.count()
}

fn rest(keys: &[char], from: usize) -> &[char] {
    keys.get(from..).unwrap_or_default()
}

/// The key at `at` of a word in Latin letters.
fn full(word: &str, at: usize) -> Option<char> {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .nth(at)
        .map(latin)
}

/// Whether two keys sound alike, or are one key with shift and without.
fn sound_alike(one: char, other: char) -> bool {
    let pair = |(a, b): &(char, char)| (one, other) == (*a, *b) || (one, other) == (*b, *a);
    SOUNDS.iter().any(pair) || latin(one) == latin(other)
}

/// Whether two keys lie beside each other.
fn are_neighbours(one: char, other: char) -> bool {
    let place = |key: char| {
        ROWS.iter().enumerate().find_map(|(row, keys)| {
            let column = keys.chars().position(|known| known == latin(key))?;
            // In halves of a key.
            Some((row, 2 * column + row))
        })
    };
    match (place(one), place(other)) {
        (Some((row, x)), Some((other_row, other_x))) => match row.abs_diff(other_row) {
            0 => x.abs_diff(other_x) == 2,
            1 => x.abs_diff(other_x) == 1,
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, keystrokes};

    #[test]
    fn slips_and_other_words() {
        for (typed, meant, expected) in [
            ("exporr", "export", true),
            ("expert", "export", false),
            ("exort", "export", true),
            ("exporrt", "export", true),
            ("exportt", "export", true),
            ("epxort", "export", true),
            ("turning", "tuning", false),
            ("tunning", "tuning", true),
            ("exports", "experts", false),
            ("exports", "export", true),
            ("back", "bak", true),
            ("Wong", "Wang", false),
            ("Mark", "Marc", true),
            ("supervised", "supervisad", true),
            ("이멍박", "이명박", false),
            ("이명바", "이명박", true),
            ("이면박", "이명박", false),
            ("수술", "수출", false),
            ("파울", "파월", false),
            ("딥씨크", "딥시크", true),
            ("딥시ㅡ크", "딥시크", true),
            ("강하학습", "강화학습", true),
            ("네셋", "내셋", true),
        ] {
            let keys = |word: &str| keystrokes(&fold(word));
            assert_eq!(
                is_slip_of_a_finger(typed, &keys(typed), &keys(meant)),
                expected,
                "{typed} for {meant}"
            );
        }
    }
}
