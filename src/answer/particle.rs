//! What Korean leaves on a word at the end of an answer: particles (딥시크가),
//! forms of the copula (딥시크입니다) and titles (이정동 교수).

use crate::text::{has_final, is_syllable};

/// What must stand before an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// A syllable without a final consonant.
    Vowel,
    /// One with.
    Consonant,
    /// Either.
    Any,
}

use After::{Any, Consonant, Vowel};

/// Forms of "it is": nothing else that ends so is a name.
const COPULAS: [(&str, After); 31] = [
    ("인 것 같습니다", Any),
    ("인 것 같아요", Any),
    ("인 것 같다", Any),
    ("인 듯", Any),
    ("인듯", Any),
    ("이지", Consonant),
    ("이었습니다", Any),
    ("였습니다", Vowel),
    ("이었어요", Consonant),
    ("였어요", Vowel),
    ("입니다", Any),
    ("이지요", Any),
    ("이에요", Any),
    ("이예요", Any),
    ("이었다", Any),
    ("이라고", Consonant),
    ("이라", Consonant),
    ("이네요", Any),
    ("이고요", Any),
    ("예요", Vowel),
    ("에요", Vowel),
    ("이죠", Any),
    ("였다", Vowel),
    ("라고", Vowel),
    ("네요", Vowel),
    ("이다", Any),
    ("이요", Any),
    ("이야", Consonant),
    ("죠", Vowel),
    ("요", Vowel),
    ("임", Any),
];

/// What stands between a name and a word for naming: 추론이라 한다. (라 by itself
/// may be part of a name.)
const QUOTES: [(&str, After); 4] = [
    ("이라고", Consonant),
    ("이라", Consonant),
    ("라고", Vowel),
    ("라", Vowel),
];

/// Words for naming, behind such a quote.
const NAMINGS: [&str; 30] = [
    "한다",
    "합니다",
    "해요",
    "하죠",
    "하지요",
    "했다",
    "했습니다",
    "했어요",
    "함",
    "부른다",
    "부릅니다",
    "불러요",
    "불렀다",
    "불렀습니다",
    "불렀어요",
    "부름",
    "불린다",
    "불립니다",
    "불려요",
    "불렸다",
    "불렸습니다",
    "불렸어요",
    "불림",
    "말한다",
    "말합니다",
    "칭한다",
    "칭합니다",
    "일컫는다",
    "일컫습니다",
    "이른다",
];

/// A name without the sentence that says that it is one: 호랑이라고 부른다.
fn named(text: &str) -> Vec<&str> {
    let quotes = NAMINGS
        .iter()
        .filter_map(|naming| text.strip_suffix(naming));
    quotes
        .flat_map(|quote| endings(quote.trim_end(), &QUOTES, 1))
        .collect()
}

/// What stands before each of some `endings` that fits behind it and is of `least`
/// characters.
fn endings<'t>(
    text: &'t str,
    endings: &'static [(&'static str, After)],
    least: usize,
) -> impl Iterator<Item = &'t str> {
    endings.iter().filter_map(move |(ending, after)| {
        let stem = text.strip_suffix(ending)?.trim_end();
        let last = stem.chars().next_back()?;
        let fits = match (has_final(last), after) {
            (_, Any) | (None, _) => true,
            (Some(has_final), Consonant) => has_final,
            // 로 follows ㄹ as well.
            (Some(has_final), Vowel) => !has_final,
        };
        let long_enough = stem.chars().filter(|c| c.is_alphanumeric()).count() >= least;
        (fits && long_enough).then_some(stem)
    })
}

/// Particles. A name may end so too (고양이 is no 고양), so the word before
/// must have two syllables, and the deck no other answer of that name.
const PARTICLES: [(&str, After); 17] = [
    ("에서는", Any),
    ("에게서", Any),
    ("에서", Any),
    ("에게", Any),
    ("으로", Consonant),
    ("이랑", Consonant),
    ("가", Vowel),
    ("이", Consonant),
    ("는", Vowel),
    ("은", Consonant),
    ("를", Vowel),
    ("을", Consonant),
    ("와", Vowel),
    ("로", Vowel),
    ("다", Vowel),
    ("의", Any),
    ("에", Any),
];

/// What people are called behind their names, and nothing else is.
const TITLES: [&str; 4] = ["교수", "박사", "님", "씨"];
/// What the head of something is called behind its name too: 한국은행 총재 is no
/// 한국은행.
const OFFICES: [&str; 15] = [
    "회장",
    "부회장",
    "이사장",
    "대표",
    "사장",
    "소장",
    "원장",
    "의장",
    "위원장",
    "총재",
    "대통령",
    "총리",
    "장관",
    "의원",
    "감독",
];
/// The most common Korean surnames.
const SURNAMES: &str =
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구";

/// Whether a name is a person's: of several words, or a surname and two syllables.
fn is_person(name: &str) -> bool {
    let mut letters = name.chars();
    let surname = letters.next().is_some_and(|first| SURNAMES.contains(first));
    name.contains(' ') || surname && letters.count() == 2
}

/// The words that `text` may be when its ending is taken off. What stands in
/// Latin letters or digits is said in ways that spelling does not tell, so any
/// form may follow it.
pub(crate) fn stems(text: &str) -> Vec<&str> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if !text.chars().next_back().is_some_and(is_syllable) {
        return Vec::new();
    }
    let unended = || {
        let copulas = endings(text, &COPULAS, 1);
        copulas.chain(endings(text, &PARTICLES, 2))
    };
    unended()
        .chain(named(text))
        .chain(untitled(text))
        .chain(unended().flat_map(untitled))
        .collect()
}

/// The names that `text` may be without the title behind them: 이정동 교수,
/// 이정동 교수님.
fn untitled(text: &str) -> Vec<&str> {
    // 교수님, but no 님 behind a name, which is a title itself.
    let honoured = text.strip_suffix('님').filter(|text| !text.ends_with(' '));
    let title = |text: &str| {
        let mut titles = OFFICES.iter().chain(["교수", "박사"].iter());
        titles.any(|title| text.ends_with(title))
    };
    let plain = honoured.filter(|text| title(text)).unwrap_or(text);
    let behind = |title: &str| {
        let name = plain.strip_suffix(title)?;
        let behind_a_name = name.ends_with(' ') && name.trim_end().chars().count() > 1;
        behind_a_name.then(|| name.trim_end())
    };
    let titles = TITLES.iter().filter_map(|title| behind(title));
    // 젠슨황씨
    let glued = ["씨", "님"].iter().filter_map(|title| {
        let name = text.strip_suffix(title)?;
        let whole = !name.ends_with(' ') && !text.ends_with(" 아님");
        (whole && name.chars().count() > 2).then_some(name)
    });
    let offices = OFFICES.iter().filter_map(|office| behind(office));
    let offices = offices.filter(|name| is_person(name));
    // 박정민대표, where 강남구의원 is of a place.
    let mut glued_titles = OFFICES.iter().chain(["교수", "박사"].iter());
    let glued_title = glued_titles.find_map(|title| {
        let name = plain.strip_suffix(title)?;
        let council = ["의원", "의장"].contains(title);
        let of_a_place = council && name.ends_with(['시', '군', '구']);
        (!name.contains(' ') && is_person(name) && !of_a_place).then_some(name)
    });
    titles
        .chain(glued)
        .chain(offices)
        .chain(glued_title)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_behind_names_alone() {
        for (text, name) in [
            ("교수님", ""),
            ("교수이다", ""),
            ("한국은행 총재님", "한국은행"),
            ("한국은행 총재이다", "한국은행"),
            ("러시아 대통령이다", "러시아"),
            ("강남구의원님", "강남구"),
        ] {
            let stems = stems(text);
            assert!(!stems.contains(&name), "{text}: {stems:?}");
        }
    }

    #[test]
    fn what_is_left_without_endings() {
        for (text, stem) in [
            ("딥시크가", Some("딥시크")),
            ("딥시크입니다", Some("딥시크")),
            ("딥시크입니다.", Some("딥시크")),
            ("딥시크 입니다!", Some("딥시크")),
            ("딥시크예요", Some("딥시크")),
            ("딥시크다", Some("딥시크")),
            ("삼성이다", Some("삼성")),
            ("삼성은", Some("삼성")),
            ("삼성이에요", Some("삼성")),
            ("R1은", Some("R1")),
            ("학습이라", Some("학습")),
            ("추론이라 한다", Some("추론")),
            ("추론이라한다.", Some("추론")),
            ("추론이라고 부른다", Some("추론")),
            ("작은 호랑이라고 부른다", Some("작은 호랑이")),
            ("작은 호랑이라고 불린다", Some("작은 호랑이")),
            ("작은 호랑이라 불렀다", Some("작은 호랑이")),
            ("사고의 사슬이라고 불렸다", Some("사고의 사슬")),
            ("MoE라고 부른다", Some("MoE")),
            // 라 may be part of a name.
            ("사하라", None),
            ("나라", None),
            ("나라에서 부른다", None),
            ("추론라 한다", None),
            ("R1이요", Some("R1")),
            ("OpenAI가", Some("OpenAI")),
            ("이정동 교수", Some("이정동")),
            ("모리스 창 씨", Some("모리스 창")),
            ("모리스 창 회장", Some("모리스 창")),
            ("이명박 대통령", Some("이명박")),
            ("박정민대표", Some("박정민")),
            ("이정동교수", Some("이정동")),
            ("이정동 교수님", Some("이정동")),
            ("이정동 박사님", Some("이정동")),
            ("이정동 소장님", Some("이정동")),
            ("이정동교수님", Some("이정동")),
            ("이정동 교수이다", Some("이정동")),
            ("이정동 교수님이다", Some("이정동")),
            ("이정동 교수가", Some("이정동")),
            ("이재용 회장님", Some("이재용")),
            ("이재용 회장님입니다", Some("이재용")),
            ("정몽구회장", Some("정몽구")),
            ("강남구의원", None),
            ("한국은행총재", None),
            ("한국은행 총재", None),
            ("러시아 대통령", None),
            ("미국 대통령", None),
            // Not after such a syllable.
            ("삼성가", None),
            ("딥시크은", None),
            // One syllable is too little to be sure of.
            ("나이", None),
            ("바다", None),
            ("딥시크", None),
            ("deepseek", None),
            ("", None),
            ("가", None),
        ] {
            let stems = stems(text);
            match stem {
                Some(stem) => assert!(stems.contains(&stem), "{text}: {stems:?}"),
                None => assert_eq!(stems, Vec::<&str>::new(), "{text}"),
            }
        }
    }
}
