//! Particles of Korean that change with the sound before them: `212명을`, `80억원을`,
//! `9.4%를`.

use super::keyboard::{has_final, is_hangul};

/// How what stands before a particle ends when it is read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
    /// The consonant ㄹ, before which 로 stays as it is.
    Rieul,
}

use Sound::{Consonant, Rieul, Vowel};

/// Particles in two forms: behind a consonant, and behind a vowel.
const PAIRS: [(&str, &str); 6] = [
    ("을", "를"),
    ("은", "는"),
    ("이", "가"),
    ("과", "와"),
    ("으로", "로"),
    ("이나", "나"),
];

/// What may stand behind 로 and belong to it: 로는, 로도.
const BEHIND_RO: [&str; 6] = ["는", "도", "만", "부터", "써", "서"];

/// Symbols of units, longest first, and how their names end.
const SYMBOLS: [(&str, Sound); 20] = [
    // 퍼센트포인트, 퍼센트
    ("%p", Vowel),
    ("%", Vowel),
    // 도
    ("°C", Vowel),
    ("°F", Vowel),
    ("℃", Vowel),
    // 와트, 와트시
    ("Wh", Vowel),
    ("W", Vowel),
    // 그램, 톤, 미터, 리터
    ("kg", Consonant),
    ("mg", Consonant),
    ("g", Consonant),
    ("t", Consonant),
    ("km", Vowel),
    ("cm", Vowel),
    ("mm", Vowel),
    ("m", Vowel),
    ("L", Vowel),
    // 바이트, 헤르츠, 칼로리, 파스칼
    ("B", Vowel),
    ("Hz", Vowel),
    ("cal", Vowel),
    ("Pa", Rieul),
];

/// The `words` that follow `value`, with the particle that they begin with in the
/// form that its last sound asks for; nothing where they begin with none, or how
/// the value ends is not known.
pub(crate) fn agreeing(value: &str, words: &str) -> Option<String> {
    let sound = last_sound(value)?;
    PAIRS.iter().find_map(|(closed, open)| {
        let behind = [closed, open]
            .iter()
            .find_map(|form| words.strip_prefix(**form))?;
        let is_whole = !behind.starts_with(is_hangul)
            || *open == "로" && BEHIND_RO.iter().any(|word| behind.starts_with(word));
        let right = match (sound, *open) {
            (Vowel, _) | (Rieul, "로") => open,
            _ => closed,
        };
        is_whole.then(|| format!("{right}{behind}"))
    })
}

/// How a value ends when it is read aloud.
fn last_sound(value: &str) -> Option<Sound> {
    let last = value.chars().next_back()?;
    if let Some(closed) = has_final(last) {
        let rieul = super::keystrokes(&last.to_string()).last() == Some(&'ㄹ');
        return Some(match closed {
            true if rieul => Rieul,
            true => Consonant,
            false => Vowel,
        });
    }
    if let Some(digit) = last.to_digit(10) {
        return Some(match digit {
            // 일, 칠, 팔
            1 | 7 | 8 => Rieul,
            2 | 4 | 5 | 9 => Vowel,
            // 영, 삼, 육; and of a round number 십, 백, 천.
            _ => Consonant,
        });
    }
    // A unit stands behind its digits: of a word in Latin letters no one can tell.
    let unit = value.trim_end_matches(|c: char| !c.is_ascii_digit() && !is_hangul(c));
    let unit = value.get(unit.len()..)?.trim_start();
    let scaled = |symbol: &str, unit: &str| {
        let prefix = unit.strip_suffix(symbol)?;
        (prefix.is_empty() || prefix.len() == 1 && "kMGTP".contains(prefix)).then_some(())
    };
    let known = SYMBOLS
        .iter()
        .find(|(symbol, _)| scaled(symbol, unit).is_some());
    known.map(|(_, sound)| *sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_agrees_with_the_sound_before_it() {
        for (value, words, expected) in [
            ("212명", "를 없앤다", Some("을 없앤다")),
            ("212명", "을 없앤다", Some("을 없앤다")),
            ("3,840만유로", "을 잃었다", Some("를 잃었다")),
            ("80억원", "가 들었다", Some("이 들었다")),
            ("9.4%", "은", Some("는")),
            ("2.5%p", "이 올랐다", Some("가 올랐다")),
            ("2.7배", "으로 늘었다", Some("로 늘었다")),
            ("80억원", "로 늘었다", Some("으로 늘었다")),
            // 로 stays behind ㄹ.
            ("20일", "으로, 이어", Some("로, 이어")),
            ("20일", "를", Some("을")),
            ("80억원", "로는", Some("으로는")),
            ("5건", "와 6건", Some("과 6건")),
            ("5개", "과 6개", Some("와 6개")),
            ("5개", "이나 6개", Some("나 6개")),
            // Digits are read aloud.
            ("18분의 1", "를", Some("을")),
            ("18분의 1", "으로", Some("로")),
            ("2024", "은", Some("는")),
            ("38,210", "를", Some("을")),
            ("2026", "로", Some("으로")),
            ("47 kg", "를", Some("을")),
            ("5 km", "을", Some("를")),
            ("945 TWh", "을", Some("를")),
            ("1,300만 t", "가", Some("이")),
            ("-12 °C", "으로", Some("로")),
            // No particle, and other words that begin as one does.
            ("212명", " 줄었다", None),
            ("212명", "이다", None),
            ("212명", "이상", None),
            ("5개", "가량", None),
            ("5개", "은행", None),
            ("5개", "로봇", None),
            ("5개", "", None),
            ("", "를", None),
            // Of what no one can tell how it is read.
            ("50,000 widgets", "를", None),
            ("H800", "을", Some("을")),
        ] {
            assert_eq!(
                agreeing(value, words).as_deref(),
                expected,
                "{value}{words}"
            );
        }
    }
}
