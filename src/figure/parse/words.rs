//! Numerals that are words, in both languages.

/// Units, teens and tens of English.
const ENGLISH: &[(&str, u32)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Denominators of English, singular.
const PARTS: &[(&str, u32)] = &[
    ("half", 2),
    ("third", 3),
    ("quarter", 4),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("hundredth", 100),
    ("thousandth", 1000),
];

/// Scales of English: as a word or letters, and the power of ten.
const SCALES: &[(&str, i32)] = &[
    ("k", 3),
    ("thousand", 3),
    ("thousands", 3),
    ("m", 6),
    ("mn", 6),
    ("mln", 6),
    ("mil", 6),
    ("mio", 6),
    ("million", 6),
    ("millions", 6),
    ("b", 9),
    ("bn", 9),
    ("bln", 9),
    ("bil", 9),
    ("billion", 9),
    ("billions", 9),
    ("t", 12),
    ("tn", 12),
    ("trn", 12),
    ("trl", 12),
    ("trln", 12),
    ("trillion", 12),
    ("trillions", 12),
    ("quadrillion", 15),
    ("quintillion", 18),
];

/// Native Korean tens, longer spellings first.
const NATIVE_TENS: &[(&str, u32)] = &[
    ("스물", 20),
    ("스무", 20),
    ("서른", 30),
    ("마흔", 40),
    ("쉰", 50),
    ("예순", 60),
    ("일흔", 70),
    ("여든", 80),
    ("아흔", 90),
    ("열", 10),
];

/// Native Korean ones.
const NATIVE_ONES: &[(&str, u32)] = &[
    ("하나", 1),
    ("다섯", 5),
    ("여섯", 6),
    ("일곱", 7),
    ("여덟", 8),
    ("아홉", 9),
    ("한", 1),
    ("두", 2),
    ("둘", 2),
    ("세", 3),
    ("셋", 3),
    ("석", 3),
    ("네", 4),
    ("넷", 4),
];

/// The digit that a Sino-Korean syllable is.
pub(super) fn sino_digit(c: char) -> Option<u32> {
    Some(match c {
        '영' | '공' => 0,
        '일' => 1,
        '이' => 2,
        '삼' => 3,
        '사' => 4,
        '오' => 5,
        '육' | '륙' => 6,
        '칠' => 7,
        '팔' => 8,
        '구' => 9,
        _ => return None,
    })
}

/// The power of ten of 십, 백, 천.
pub(super) fn small_scale(c: char) -> Option<i32> {
    Some(match c {
        '십' => 1,
        '백' => 2,
        '천' => 3,
        _ => return None,
    })
}

/// The powers of ten that Korean counts in, with their syllables.
pub(in crate::figure) const MYRIADS: [(char, i32); 7] = [
    ('만', 4),
    ('억', 8),
    ('조', 12),
    ('경', 16),
    ('해', 20),
    ('자', 24),
    ('양', 28),
];

/// The power of ten of 만, 억, 조 …
pub(super) fn myriad(c: char) -> Option<i32> {
    MYRIADS
        .iter()
        .find(|(syllable, _)| *syllable == c)
        .map(|(_, power)| *power)
}

/// Whether a syllable is of a Sino-Korean numeral.
pub(super) fn is_of_numeral(c: char) -> bool {
    sino_digit(c).is_some() || small_scale(c).is_some() || myriad(c).is_some()
}

/// The native Korean numeral that begins `text`, and its length in bytes.
pub fn native(text: &str) -> Option<(u32, usize)> {
    let begins = |text: &str, words: &[(&str, u32)]| {
        words
            .iter()
            .find(|(word, _)| text.starts_with(word))
            .map(|(word, value)| (*value, word.len()))
    };
    let Some((tens, length)) = begins(text, NATIVE_TENS) else {
        return begins(text, NATIVE_ONES);
    };
    let (ones, more) = begins(text.get(length..)?, NATIVE_ONES).unwrap_or((0, 0));
    Some((tens + ones, length + more))
}

/// The English word `word` as a number below a hundred.
pub fn english(word: &str) -> Option<u32> {
    find(ENGLISH, word)
}

/// What an English word divides by, as in "two thirds".
pub(super) fn part(word: &str) -> Option<u32> {
    let one = match word {
        "halves" => "half",
        _ => word.strip_suffix('s').unwrap_or(word),
    };
    find(PARTS, one)
}

/// The power of ten of an English scale.
pub(super) fn scale(word: &str) -> Option<i32> {
    SCALES
        .iter()
        .find(|(scale, _)| *scale == word)
        .map(|(_, power)| *power)
}

/// The word of an English numeral that `word` is a slip for: one letter off it,
/// and off no other.
pub fn meant(word: &str) -> Option<&'static str> {
    let word = word.to_ascii_lowercase();
    let known = || {
        let numbers = ENGLISH.iter().map(|(word, _)| *word);
        numbers.chain(SCALES.iter().map(|(word, _)| *word))
    };
    if !(5..15).contains(&word.len()) || !word.is_ascii() || known().any(|known| known == word) {
        return None;
    }
    let mut near = known()
        .filter(|known| known.len() >= 5 && !known.ends_with('s'))
        .filter(|known| strsim::osa_distance(known, &word) == 1);
    near.next().filter(|_| near.next().is_none())
}

fn find(words: &[(&str, u32)], word: &str) -> Option<u32> {
    words
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value)
}
