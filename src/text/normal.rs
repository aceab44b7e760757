//! Normal forms: when two texts are the same text.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The canonical composition (NFC), in which decks and answers are kept.
pub fn nfc(text: &str) -> String {
    // Mostly it is composed already.
    if is_compatible(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.to_owned();
    }
    text.nfc().collect()
}

/// A text without the blanks at its ends. Mostly there are none, which is seen by a
/// byte or two.
pub fn trim(text: &str) -> &str {
    let bytes = text.as_bytes();
    // A syllable of Hangul is three bytes, and no blank begins as one does.
    let begins = matches!(bytes, [b'!'..=b'~' | 0xEA..=0xED, ..]);
    let ends = matches!(bytes, [.., b'!'..=b'~'] | [.., 0xEA..=0xED, _, _]);
    if begins && ends { text } else { text.trim() }
}

/// What is left of a text when case, width, spacing, punctuation and normal
/// form do not matter: the form in which answers are compared.
///
/// What carries meaning stays: letters, digits and marks; symbols (`+`, `%`,
/// `#`, `$`, `=`, `<`, `>`, `×`, `₩`, emoji), so that `C++`, `C#` and `C`
/// differ; a `.`, `/`, `:` or dash between two digits, so that `9.4`, `94` and
/// `9/4` differ (a comma groups digits, and goes); a minus before the first
/// digit. A text of nothing but punctuation is left as it is.
///
/// ```
/// use dateline::text::fold;
/// assert_eq!(fold("  ＧＰＴ-4 "), fold("gpt 4"));
/// assert_ne!(fold("C++"), fold("C"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = Vec::new();
    fold_into(text, &mut folded);
    // It is text, as whole characters were put there.
    String::from_utf8(folded).unwrap_or_default()
}

/// The same as UTF-8, put behind what stands in `folded`.
pub fn fold_into(text: &str, folded: &mut Vec<u8>) {
    let from = folded.len();
    // Most texts have nothing to compose or to widen in them.
    let trimmed = trim(text);
    if without_form(trimmed, false, folded).is_none() {
        folded.truncate(from);
        folded.extend_from_slice(fold_any(text).as_bytes());
    } else if folded.len() == from {
        folded.extend(trimmed.bytes().map(|byte| byte.to_ascii_lowercase()));
    }
}

/// The same for a text of any characters.
fn fold_any(text: &str) -> String {
    let compatible: String = text
        .nfc()
        // The "araea" letter is what Korean keyboards give for a middle dot.
        .filter(|c| *c != '\u{318D}')
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ς' { 'σ' } else { c })
        .filter(|&c| !is_ignorable(c))
        .nfkc()
        .collect();
    let compatible = compatible.replace('ß', "ss");
    let compatible = compatible.trim();
    let mut folded = Vec::new();
    if without_form(compatible, true, &mut folded).is_none() || folded.is_empty() {
        return compatible.to_owned();
    }
    // What stood apart may compose now that nothing stands between.
    String::from_utf8_lossy(&folded).nfkc().collect()
}

/// Whether each character is what it is in every normal form, whatever stands
/// beside it, and has no other case than one of ASCII.
fn is_compatible(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let mut rest = text.as_bytes();
    // By bytes, since every text of every deck passes here.
    while let [first, behind @ ..] = rest {
        rest = match (first, behind) {
            (0..0x80, rest) => rest,
            _ if let Some((_, rest)) = syllable(rest).and(rest.split_first_chunk::<3>()) => rest,
            // `·`, dashes and quotes.
            (0xC2, [0xB7, rest @ ..])
            | (0xE2, [0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D, rest @ ..]) => rest,
            _ => return false,
        };
    }
    true
}

/// The syllable of Hangul, `가` to `힣`, that UTF-8 begins with.
#[inline]
fn syllable(text: &[u8]) -> Option<&[u8; 3]> {
    let first = text.first_chunk()?;
    let is_one = matches!(
        first,
        [0xEA, 0xB0..=0xBF, _] | [0xEB | 0xEC, _, _] | [0xED, ..0x9E, _] | [0xED, 0x9E, ..0xA4]
    );
    is_one.then_some(first)
}

/// What is left of a character of one byte, whatever it stands between; 0 is
/// nothing. [`OTHER`] where that is not all that is to be known.
#[allow(
    clippy::indexing_slicing,
    reason = "it fails when this is compiled, if at all"
)]
const LEFT: [u8; 256] = {
    let mut left = [OTHER; 256];
    let mut byte = 0;
    while byte < left.len() {
        let of_byte = byte as u8;
        left[byte] = match of_byte {
            b'a'..=b'z' | b'0'..=b'9' => of_byte,
            b'A'..=b'Z' => of_byte.to_ascii_lowercase(),
            b' ' | b'!' | b'"' | b'&'..=b'*' | b',' | b';' | b'?' | b'@' | b'['..=b'`' => 0,
            _ => OTHER,
        };
        byte += 1;
    }
    left
};

/// In [`LEFT`], a byte that no text has.
const OTHER: u8 = 0xFF;

/// Puts a text without what only gives it form (case, spaces and punctuation)
/// behind `folded`. It fails where the text has characters that are another thing
/// in another normal form, unless it may be of `any`.
fn without_form(text: &str, any: bool, folded: &mut Vec<u8>) -> Option<()> {
    let bytes = text.as_bytes();
    // Each character leaves as many bytes as it has, at most: room for them is made
    // at once, and what goes is written over.
    let from = folded.len();
    folded.resize(from + bytes.len(), 0);
    let room = folded.get_mut(from..)?;
    let (mut at, mut end) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let left = LEFT.get(usize::from(*byte)).copied().unwrap_or(OTHER);
        if left != OTHER {
            *room.get_mut(end)? = left;
            end += usize::from(left != 0);
            at += 1;
            continue;
        }
        if let Some(syllable) = bytes.get(at..).and_then(syllable) {
            *room.get_mut(end..)?.first_chunk_mut()? = *syllable;
            end += syllable.len();
            at += syllable.len();
            continue;
        }
        let (before, behind) = text.split_at_checked(at)?;
        let mut behind = behind.chars();
        let c = behind.next()?;
        if !any && !c.is_ascii() && !is_compatible(c.encode_utf8(&mut [0; 4])) {
            return None;
        }
        if let Some(c) = formless(c, before.chars().next_back(), behind.next()) {
            end += c.encode_utf8(room.get_mut(end..end + c.len_utf8())?).len();
        }
        at += c.len_utf8();
    }
    folded.truncate(from + end);
    Some(())
}

/// What is left of a character between two others.
fn formless(c: char, before: Option<char>, behind: Option<char>) -> Option<char> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let inside = is_digit(before) && is_digit(behind);
    match c {
        _ if c.is_alphanumeric() || is_combining_mark(c) => Some(c),
        '.' | '/' | ':' if inside => Some(c),
        _ if is_dash(c) && (inside || before.is_none() && is_digit(behind)) => Some('-'),
        _ if c.is_whitespace() || c.is_control() || is_punctuation(c) => None,
        _ => Some(c),
    }
}

/// A Latin letter without its accents; any other character as it is.
///
/// ```
/// use dateline::text::plain_letter;
/// assert_eq!("Lucía Łoś".chars().map(plain_letter).collect::<String>(), "Lucia Los");
/// ```
pub fn plain_letter(c: char) -> char {
    if !matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') {
        return c;
    }
    match c.nfd().next().unwrap_or(c) {
        'ø' => 'o',
        'Ø' => 'O',
        'ł' => 'l',
        'Ł' => 'L',
        'đ' => 'd',
        'Đ' => 'D',
        'ı' => 'i',
        plain => plain,
    }
}

/// Marks that stand for "to" or for a minus.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '~' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{223C}' | '\u{301C}' | '\u{2044}'
    )
}

/// Characters that are never seen (Default_Ignorable_Code_Point).
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Punctuation of the scripts that decks are written in, after NFKC.
fn is_punctuation(c: char) -> bool {
    match c {
        '+' | '%' | '#' | '$' | '=' | '<' | '>' => false,
        _ if c.is_ascii_punctuation() => true,
        // § ° © ® and the like are symbols.
        '¡' | '«' | '·' | '¶' | '»' | '¿' | '´' | '¨' | '¯' | '¸' => true,
        '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{205E}' | '\u{2212}' | '\u{223C}' => true,
        '\u{22C5}' | '\u{2E00}'..='\u{2E7F}' | '\u{3001}'..='\u{3003}' => true,
        '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{3030}' | '\u{303D}' => true,
        '\u{30FB}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same() {
        for (one, other) in [
            ("DeepSeek", "deep seek"),
            ("DeepSeek-R1", "deepseek r1"),
            ("GPT 4", "GPT-4"),
            ("ＧＰＴ－４", "gpt-4"),
            ("딥시크", "딥 시 크"),
            (
                "딥시크",
                "\u{1103}\u{1175}\u{11B8}\u{1109}\u{1175}\u{110F}\u{1173}",
            ),
            ("제2·제3", "제2ㆍ제3"),
            ("‘딥시크 쇼크’", "딥시크 쇼크"),
            ("「인류의 마지막 시험」", "인류의 마지막 시험"),
            ("Humanity's Last Exam", "humanity’s last exam"),
            ("4,400", "4400"),
            ("U.S.", "US"),
            ("café", "cafe\u{301}"),
            ("STRASSE", "straße"),
            ("ΟΔΟΣ", "οδος"),
            ("10~15", "10–15"),
            ("１０％", "10%"),
            ("R&D", "r & d"),
            ("Yahoo!", "yahoo"),
            ("*emphasis*", "emphasis"),
            ("Alibaba (China)", "alibaba china"),
            ("a\u{200B}b\u{FEFF}", "ab"),
            ("Qwen 2.5 Max", "qwen2.5max"),
            ("?", "？"),
        ] {
            assert_eq!(fold(one), fold(other), "{one:?} = {other:?}");
        }
    }

    #[test]
    fn not_the_same() {
        for (one, other) in [
            ("C++", "C"),
            ("C#", "C"),
            ("9.4%", "9.4"),
            ("9.4", "94"),
            ("1/18", "118"),
            ("16:9", "169"),
            ("10-15", "1015"),
            ("-5", "5"),
            ("GPT-4", "GPT-3"),
            ("$5", "5"),
            ("₩5", "$5"),
            ("딥시크", "딥씨크"),
            ("café", "cafe"),
            ("!", "?"),
            ("!", ""),
            ("a<b", "a>b"),
            ("👍", "👎"),
        ] {
            assert_ne!(fold(one), fold(other), "{one:?} ≠ {other:?}");
        }
    }

    #[test]
    fn what_needs_no_care_is_known_by_its_bytes() {
        for c in '\0'..=char::MAX {
            let expected = matches!(
                c,
                '\0'..='\u{7F}' | '가'..='힣' | '‘'..='’' | '“'..='”' | '–'..='—' | '·'
            );
            assert_eq!(is_compatible(&format!("a{c}가")), expected, "{c:?}");
            let text = format!("{c}b");
            let expected = ('가'..='힣')
                .contains(&c)
                .then_some(text.trim_end_matches('b'));
            let found = syllable(text.as_bytes()).map(<[u8; 3]>::as_slice);
            assert_eq!(found, expected.map(str::as_bytes), "{c:?}");
        }
    }

    #[test]
    fn what_is_known_by_its_byte_is_what_it_is_anywhere() {
        for byte in 0..=u8::MAX {
            let left = LEFT[usize::from(byte)];
            if left == OTHER {
                continue;
            }
            let c = char::from(byte);
            assert!(c.is_ascii(), "{c:?}");
            for (before, behind) in [(None, Some('1')), (Some('1'), Some('1')), (None, None)] {
                let kept = formless(c, before, behind).map_or('\0', |c| c.to_ascii_lowercase());
                assert_eq!(
                    char::from(left),
                    kept,
                    "{c:?} between {before:?} and {behind:?}"
                );
            }
        }
    }

    #[test]
    fn blanks_are_taken_off_whatever_stands_beside_them() {
        for c in '\0'..=char::MAX {
            for text in [format!("{c}"), format!("{c}a{c}"), format!("a{c}가{c}가")] {
                assert_eq!(trim(&text), text.trim(), "{text:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn does_not_depend_on_the_normal_form(text in "[a-zé가-힣ㆍ0-9.·％A-Z \\-]{0,20}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
        }

        #[test]
        fn what_has_letters_has_some_left(text in prop::collection::vec(any::<char>(), 0..20)) {
            let text: String = text.into_iter().chain(['a']).collect();
            prop_assert!(fold(&text).ends_with('a'), "{text:?}");
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[a-zßé가-힣ㆍ0-9.·％A-Z /:~,$+\\-]{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_short_way_leads_to_the_same(text in "[ -~가-힣‘’“”–—·\\n\\t]{0,20}") {
            prop_assert_eq!(fold(&text), fold_any(&text));
        }

        #[test]
        fn any_text_folds(text in any::<String>()) {
            fold(&text);
        }
    }
}
