//! Decades in running text: *the 1980s*, *the ’80s*, `1980년대`, `80년대` are one.

use crate::figure::Date;

/// Two digits are of the century before from this year on.
const CENTURY: i16 = 30;

/// What may stand behind 년대 as one word: particles, and what is of the decade.
const BEHIND: &[&str] = &[
    "에", "엔", "의", "이", "은", "는", "가", "부터", "까지", "보다", "와", "로", "도", "를", "만",
    "초", "중", "말", "후", "들", "생", "산", "식", "풍", "쯤",
];

/// Whether a text is a decade and nothing else.
pub(in crate::author) fn is_decade(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_prefix("the ").unwrap_or(text);
    at(text, "").is_some_and(|(length, ..)| length == text.len())
}

/// The decade with which `rest` begins behind `head`: its length, its first year
/// and its last.
pub(super) fn at(rest: &str, head: &str) -> Option<(usize, Date, Date)> {
    let previous = head.chars().next_back();
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '$' | '€' | '£' | '_');
    if previous.is_some_and(joined) {
        return None;
    }
    let plain = rest.strip_prefix(['\'', '’']);
    let text = plain.unwrap_or(rest);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = text.split_at_checked(digits)?;
    let year: i16 = number.parse().ok().filter(|year| year % 10 == 0)?;
    let (end, korean) = match behind.strip_prefix("년대") {
        Some(end) => (end, true),
        None => {
            let end = behind.strip_prefix(['\'', '’']).unwrap_or(behind);
            (end.strip_prefix('s')?, false)
        }
    };
    let whole = if korean {
        let joined = end.starts_with(char::is_alphanumeric);
        !joined || BEHIND.iter().any(|word| end.starts_with(word))
    } else {
        !end.starts_with(char::is_alphanumeric)
    };
    let first = match digits {
        4 if plain.is_none() && (1000..2101).contains(&year) => year,
        // In the 80s of degrees, and in her 30s
        2 if korean || plain.is_some() => year + if year < CENTURY { 2000 } else { 1900 },
        _ => return None,
    };
    let year = |year| Date::new(Some(year), None, None).ok();
    let told = (rest.len() - end.len(), year(first)?, year(first + 9)?);
    whole.then_some(told)
}
