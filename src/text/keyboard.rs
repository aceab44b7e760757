//! Keys of a keyboard: what was pressed to type a text, in Hangul by the Korean
//! standard layout (두벌식, KS X 5002) and in Latin by QWERTY.

/// Keys of the Korean layout, and the Latin letters on them; the last seven
/// are typed with shift.
const HANGUL: &str = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
const LATIN: &str = "qwertyuiopasdfghjklzxcvbnmQWERTOP";

/// Initial, medial and final jamo of a syllable, in the order of Unicode, as
/// the keys that make them.
const INITIALS: [&str; 19] = [
    "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ",
    "ㅌ", "ㅍ", "ㅎ",
];
const MEDIALS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
    "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
    "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ",
    "ㅎ",
];

/// The first syllable of Unicode, and how many there are.
const FIRST: u32 = 0xAC00;
const SYLLABLES: u32 = 11_172;

/// Whether a character is a Hangul syllable.
pub fn is_syllable(c: char) -> bool {
    (FIRST..FIRST + SYLLABLES).contains(&u32::from(c))
}

/// Whether a character is Hangul: a syllable, or a jamo by itself.
pub fn is_hangul(c: char) -> bool {
    is_syllable(c) || matches!(c, 'ㄱ'..='ㆎ')
}

/// Whether a syllable ends in a consonant (has 받침); `None` for what is none.
pub fn has_final(c: char) -> Option<bool> {
    let index = u32::from(c).checked_sub(FIRST)?;
    (index < SYLLABLES).then(|| !index.is_multiple_of(28))
}

/// The keys that were pressed for a text, one a character: jamo for Hangul,
/// every other character for itself.
///
/// ```
/// use dateline::text::keystrokes;
/// assert_eq!(keystrokes("왔다 R1"), ['ㅇ', 'ㅗ', 'ㅏ', 'ㅆ', 'ㄷ', 'ㅏ', ' ', 'R', '1']);
/// ```
pub fn keystrokes(text: &str) -> Vec<char> {
    let mut keys = Vec::with_capacity(text.len());
    for c in text.chars() {
        match jamo(c) {
            Some(parts) => keys.extend(parts.into_iter().flat_map(str::chars)),
            None => keys.push(c),
        }
    }
    keys
}

/// The keys of a syllable, or of a jamo that takes two.
fn jamo(c: char) -> Option<[&'static str; 3]> {
    let part = |parts: &[&'static str], index: u32| {
        let index = usize::try_from(index).ok()?;
        parts.get(index).copied()
    };
    if is_syllable(c) {
        let index = u32::from(c) - FIRST;
        return Some([
            part(&INITIALS, index / 588)?,
            part(&MEDIALS, index % 588 / 28)?,
            part(&FINALS, index % 28)?,
        ]);
    }
    let compound = match c {
        'ㄳ' => "ㄱㅅ",
        'ㄵ' => "ㄴㅈ",
        'ㄶ' => "ㄴㅎ",
        'ㄺ' => "ㄹㄱ",
        'ㄻ' => "ㄹㅁ",
        'ㄼ' => "ㄹㅂ",
        'ㄽ' => "ㄹㅅ",
        'ㄾ' => "ㄹㅌ",
        'ㄿ' => "ㄹㅍ",
        'ㅀ' => "ㄹㅎ",
        'ㅄ' => "ㅂㅅ",
        'ㅘ' => "ㅗㅏ",
        'ㅙ' => "ㅗㅐ",
        'ㅚ' => "ㅗㅣ",
        'ㅝ' => "ㅜㅓ",
        'ㅞ' => "ㅜㅔ",
        'ㅟ' => "ㅜㅣ",
        'ㅢ' => "ㅡㅣ",
        _ => return None,
    };
    Some([compound, "", ""])
}

/// The letter of the Latin layout on the key of a jamo, a capital with shift.
fn on_the_key(jamo: char) -> Option<char> {
    let at = HANGUL.chars().position(|known| known == jamo)?;
    LATIN.chars().nth(at)
}

/// The small letter of the Latin layout on the same key: for jamo, full-width
/// forms and capitals.
pub fn latin(c: char) -> char {
    if let Some(letter) = on_the_key(c) {
        return letter.to_ascii_lowercase();
    }
    let narrow = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        _ => c,
    };
    narrow.to_ascii_lowercase()
}

/// Whether the keys for `typed` are those for `right` with the keyboard set to
/// the other language: `elqtlzm` for 딥시크, 이뎨 for `dlep`. Spacing and
/// punctuation do not matter; shift does where it makes another jamo, unless
/// all was typed in capitals.
pub fn is_on_the_other_layout(typed: &str, right: &str) -> bool {
    let hangul = |text: &str| text.chars().any(is_hangul);
    match (hangul(typed), hangul(right)) {
        (false, true) => {
            let shouted = !typed.chars().any(|c| c.is_ascii_lowercase());
            let key = |c: char| {
                let c = on_the_key(c).unwrap_or(c);
                // Shift makes no other jamo of the rest.
                let matters = !shouted && matches!(c, 'Q' | 'W' | 'E' | 'R' | 'T' | 'O' | 'P');
                if matters { c } else { c.to_ascii_lowercase() }
            };
            pressed(typed, key) == pressed(right, key)
        }
        // Latin letters are the same with and without shift.
        (true, false) => pressed(typed, latin) == pressed(right, latin),
        _ => false,
    }
}

/// The keys that matter to a text.
fn pressed(text: &str, key: impl Fn(char) -> char) -> Vec<char> {
    let keys = keystrokes(text).into_iter().map(key);
    keys.filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_text() {
        for (text, keys) in [
            ("딥시크", "ㄷㅣㅂㅅㅣㅋㅡ"),
            ("왔", "ㅇㅗㅏㅆ"),
            ("값", "ㄱㅏㅂㅅ"),
            ("뷁", "ㅂㅜㅔㄹㄱ"),
            ("까", "ㄲㅏ"),
            ("ㄳㅘ", "ㄱㅅㅗㅏ"),
            ("가힣", "ㄱㅏㅎㅣㅎ"),
            ("R1 모델", "R1 ㅁㅗㄷㅔㄹ"),
            ("", ""),
        ] {
            assert_eq!(
                keystrokes(text).into_iter().collect::<String>(),
                keys,
                "{text}"
            );
        }
    }

    #[test]
    fn the_other_layout() {
        for (typed, right, same) in [
            ("elqtlzm", "딥시크", true),
            ("elq tlzm", "딥시크", true),
            ("ELQTLZM", "딥시크", true),
            ("elqTlzm", "딥시크", false),
            ("elqtlz", "딥시크", false),
            ("dksk", "안아", false),
            ("dhksfy", "완료", true),
            ("Rk", "까", true),
            ("rk", "까", false),
            ("이뎨", "dlep", true),
            ("이뎨", "DLEP", true),
            ("ㅗ100", "H100", true),
            ("ㅗ800", "H100", false),
            ("ㅐㅔ두먀", "OpenAI", true),
            ("딥시크", "딥시크", false),
            ("deepseek", "DeepSeek", false),
            ("", "", false),
        ] {
            assert_eq!(
                is_on_the_other_layout(typed, right),
                same,
                "{typed} for {right}"
            );
        }
    }

    #[test]
    fn syllables_that_end_in_a_consonant() {
        for (c, expected) in [
            ('가', Some(false)),
            ('각', Some(true)),
            ('힣', Some(true)),
            ('ㄱ', None),
            ('a', None),
        ] {
            assert_eq!(has_final(c), expected, "{c}");
        }
    }
}
