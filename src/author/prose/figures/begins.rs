//! Where a figure in running text may begin.

use super::{LONGEST, run};
use crate::figure::{Figure, Unit};

/// Words of English that a figure may begin with.
pub(super) const ENGLISH: &[&str] = &[
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "half",
    "twice",
    "double",
    "triple",
    "quadruple",
    "thrice",
    "quarter",
];

/// Words before digits that are of the figure.
const SIGNS: &[&str] = &[
    "minus ", "Minus ", "영하", "영상", "섭씨 ", "섭씨", "화씨 ", "화씨", "시속", "분속", "초속",
];

/// Syllables that a Korean number in words may begin with, and those of which
/// one of Chinese digits must have one to be told from another word.
pub(super) const KOREAN: &str = "한두세네다여일열아스서마쉰예절이삼사오육칠팔구십백천만";
const CHINESE: &str = "일이삼사오육칠팔구";
const SCALES: &str = "십백천만억조";

/// Words that begin as a number and its counter do: 행사를 열기로, 젊은 세대.
const OTHER_WORDS: &[&str] = &[
    "열기", "열도", "세기", "세대", "한기", "한편", "한층", "한도", "한때", "한해", "두기", "만기",
    "만일", "만점", "만세", "세종",
];

/// Whether a figure may begin at `rest`: `Some(true)` if in words.
pub(super) fn begins(head: &str, previous: Option<char>, rest: &str) -> Option<bool> {
    let mut characters = rest.chars();
    let first = characters.next()?;
    let second = characters.next();
    let joined = previous.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == '제');
    if first.is_ascii_digit() {
        let apart = !joined && !is_part_of_name(head, rest) && !is_of_clock(head, rest);
        return apart.then_some(false);
    }
    let digit_next = second.is_some_and(|c| c.is_ascii_digit());
    match first {
        '$' | '₩' | '€' | '£' | '¥' | '×' | '.' if digit_next && !joined => {
            return Some(false);
        }
        '-' | '−' | '+' if digit_next && previous.is_none_or(|c| c.is_whitespace() || c == '(') =>
        {
            return Some(false);
        }
        _ => {}
    }
    if previous.is_some_and(char::is_alphanumeric)
        || OTHER_WORDS.iter().any(|word| rest.starts_with(word))
    {
        return None;
    }
    let amount = |behind: &str| {
        behind
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
    };
    if let Some(behind) = SIGNS.iter().find_map(|word| rest.strip_prefix(word)) {
        return amount(behind).then_some(false);
    }
    if first.is_ascii_alphabetic() {
        let end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let behind = rest.get(end..).unwrap_or_default();
        let amount = behind.trim_start_matches([' ', '$', '¥']);
        let code = ["US", "CN", "USD", "KRW", "CNY", "EUR", "JPY", "GBP", "RMB"].contains(&word)
            && amount.starts_with(|c: char| c.is_ascii_digit());
        if code {
            return Some(false);
        }
        let lower = word.to_ascii_lowercase();
        if lower == "between" {
            return Some(false);
        }
        if matches!(lower.as_str(), "quarter" | "half") && is_of_year(head) {
            return None;
        }
        let fold = lower.strip_suffix("fold").unwrap_or(&lower);
        return ENGLISH.contains(&fold).then_some(true);
    }
    let chinese = || {
        let word: String = rest.chars().take(4).collect();
        word.contains(|c| SCALES.contains(c)) || word.contains("분의")
    };
    (KOREAN.contains(first) && (!CHINESE.contains(first) || chinese())).then_some(true)
}

/// Whether `rest` begins with a unit of which each is so much: `배럴당 60달러`.
pub(super) fn is_priced(previous: Option<char>, rest: &str) -> bool {
    if previous.is_some_and(char::is_alphanumeric) || rest.starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let word = rest.split(' ').next().unwrap_or_default();
    let unit = word.strip_suffix('당').filter(|unit| unit.len() < LONGEST);
    // One of 배 and 해 is no unit, though 배당 and 해당 end as it does.
    unit.is_some_and(|unit| {
        let read = Figure::parse(&format!("{word} 2원"));
        !unit.is_empty()
            && read.is_ok_and(|read| read.unit.is_rate())
            && Figure::parse(&format!("2 {unit}")).is_ok_and(|of| {
                !matches!(
                    of.unit,
                    Unit::None | Unit::Percent | Unit::PercentagePoint | Unit::Multiple
                ) && (of.unit.needs_naming() || !matches!(of.unit, Unit::Other(_)))
            })
    })
}

/// Words for how often, behind which an amount is so often in running text.
const OFTEN: [&str; 13] = [
    "연간",
    "연",
    "매년",
    "월평균",
    "월",
    "매월",
    "매달",
    "주",
    "매주",
    "하루 평균",
    "하루",
    "매일",
    "일평균",
];

/// Whether `rest` begins with a word for how often, and the amount that is so:
/// `월 8만원`, `하루 평균 2만 명`. Not with a week or a day that `head` counts or
/// tells of: 이번 주 3명, 이날 하루 2만 명.
pub(super) fn is_often(previous: Option<char>, head: &str, rest: &str) -> bool {
    const TOLD: [&str; 18] = [
        "이번",
        "지난",
        "다음",
        "이",
        "그",
        "첫",
        "마지막",
        "같은",
        "매",
        "한",
        "두",
        "세",
        "네",
        "몇",
        "전",
        "각",
        "개",
        "당일",
    ];
    if previous.is_some_and(|c| c.is_alphanumeric()) {
        return false;
    }
    let Some(word) = OFTEN.iter().find(|word| rest.starts_with(**word)) else {
        return false;
    };
    let amount = rest.get(word.len()..).unwrap_or_default();
    let amount = amount.strip_prefix(' ').unwrap_or_default();
    let before = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let told = TOLD.contains(&before) || before.ends_with(['째', '날', '일', '개']);
    // 캘리포니아 주 3곳: of a week are times and what lasts.
    let of_a_week = || {
        let unit = amount.trim_start_matches(|c: char| c.is_ascii_digit() || "~-.".contains(c));
        ["시간", "일", "회", "번", "차례"]
            .iter()
            .any(|word| unit.starts_with(word))
    };
    amount.starts_with(|c: char| c.is_ascii_digit()) && !told && (*word != "주" || of_a_week())
}

/// Whether a quarter or a half behind `head` is one of a year or of a game.
fn is_of_year(head: &str) -> bool {
    const WORDS: &[&str] = &[
        "which", "what", "first", "second", "third", "fourth", "final", "last", "latest", "this",
        "next", "same", "previous", "current", "each", "per", "every", "1st", "2nd", "3rd", "4th",
    ];
    let head = head.trim_end_matches([' ', '-']);
    let word = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
    let word = word.unwrap_or_default().to_ascii_lowercase();
    WORDS.contains(&word.as_str())
}

/// Whether digits belong to a name: `GPT-4`, `01.AI`, `5G`.
fn is_part_of_name(head: &str, rest: &str) -> bool {
    // A magnitude-7.8 quake
    let scales = ["magnitude", "category", "level", "grade", "stage", "force"];
    let hyphenated = head.strip_suffix('-').is_some_and(|head| {
        let word = head.rsplit(|c: char| !c.is_alphabetic()).next();
        let word = word.unwrap_or_default().to_ascii_lowercase();
        !word.is_empty() && !scales.contains(&word.as_str())
    });
    let behind = rest.get(run(rest)..).unwrap_or_default();
    let dotted = behind
        .strip_prefix('.')
        .is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_alphabetic()));
    // 5G, 3D
    let mut letters = behind.chars();
    let generation = matches!(letters.next(), Some('G' | 'D'))
        && !letters.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let decimals = head.strip_suffix(['.', ',']).is_some_and(|head| {
        let digit = head.chars().next_back();
        digit.is_some_and(|c| c.is_ascii_digit())
    });
    hyphenated || dotted || generation || decimals
}

/// Whether digits are of the time of a day: the 6 and the 02 of `6:02`.
fn is_of_clock(head: &str, rest: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = |text: &str| {
        let tens = text.starts_with(|c: char| matches!(c, '0'..='5'));
        tens && digits(text) == 2
    };
    let behind = rest.get(digits(rest)..).unwrap_or_default();
    let hours = digits(rest) <= 2 && behind.strip_prefix(':').is_some_and(minutes);
    let before = head.strip_suffix(':');
    let begun = before.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    hours || begun && minutes(rest)
}
