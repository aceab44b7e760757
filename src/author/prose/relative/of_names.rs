//! Words for a day that are part of a name: *the think-tank Railways Tomorrow*,
//! *the Mail on Sunday*, `내일신문`, ‘어제’.

use crate::author::prose::dates::{is_day_or_month, is_month};
use crate::text::is_hangul;

/// Papers whose names read as a day.
const PAPERS: &[&str] = &["mail on sunday", "independent on sunday"];

/// Signs that open a name or a word that is spoken of, each with the one that
/// closes it.
const QUOTES: &[(char, char)] = &[
    ('‘', '’'),
    ('“', '”'),
    ('\'', '\''),
    ('"', '"'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('『', '』'),
    ('<', '>'),
];

/// Korean words for a day.
const SHORT: &[&str] = &[
    "그제", "어제", "오늘", "내일", "모레", "글피", "전날", "이날",
];

/// What may be written behind them as one word.
const BEHIND: &[&str] = &[
    "에", "엔", "의", "보다", "과", "와", "부터", "까지", "만", "이", "인", "은", "는", "도", "로",
    "을", "를", "자", "쯤", "께", "중", "내", "처럼", "같", "따라", "마저", "조차", "밤", "새벽",
    "아침", "오전", "낮", "오후", "저녁", "모레",
];

/// What stands behind 전달 where it is the month before, and not what is handed over.
const OF_MONTH: &[&str] = &[
    "에", "엔", "의", "보다", "과", "부터", "까지", " 대비", " 같은", " 수준", " 말", " 초",
];

/// Whether the `words` for a date between `head` and `behind` are none, as they
/// are part of a name.
pub(super) fn is_name(head: &str, words: &str, behind: &str) -> bool {
    if words.contains(is_hangul) {
        is_quoted(head, behind) || goes_on(words, behind)
    } else {
        is_quoted(head, behind) && begins_in_capital(words)
            || is_capital(head, words, behind)
            || is_paper(head, words)
    }
}

/// Whether nothing else stands between two marks.
fn is_quoted(head: &str, behind: &str) -> bool {
    QUOTES
        .iter()
        .any(|(open, close)| head.ends_with(*open) && behind.starts_with(*close))
}

/// Whether a Korean word goes on behind what would be a day: 내일신문, 전달했다.
fn goes_on(words: &str, behind: &str) -> bool {
    let any = |known: &[&str]| known.iter().any(|ending| behind.starts_with(ending));
    if words == "전달" {
        return !any(OF_MONTH);
    }
    let longer = behind.starts_with(is_hangul) && !any(BEHIND);
    // Nowadays.
    let nowadays = words == "오늘" && behind.starts_with('날');
    SHORT.iter().any(|word| words.ends_with(word)) && (longer || nowadays)
}

fn begins_in_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether words have capitals that neither the sentence nor a day of the week
/// gives them: *Railways Tomorrow*, *The Day After Tomorrow*.
fn is_capital(head: &str, words: &str, behind: &str) -> bool {
    // TRAINS HALVED TODAY
    let small = |text: &str| text.contains(|c: char| c.is_lowercase());
    if !small(words) && !small(head) {
        return false;
    }
    let of_name =
        |word: &&str| begins_in_capital(word) && !is_day_or_month(word) && !is_month(word);
    let mut capitals = words.split(' ').map(|word| of_name(&word));
    let first = capitals.next().unwrap_or_default();
    if is_inside(head) {
        return first || capitals.any(|capital| capital);
    }
    // The cell of a table may be "Last Year".
    let goes_on = behind.trim_start().starts_with(char::is_alphanumeric);
    goes_on && capitals.any(|capital| capital)
}

/// Whether words behind `head` are in the midst of a sentence, where only a name
/// has a capital.
fn is_inside(head: &str) -> bool {
    let head = head.trim_end_matches([' ', '\n', '*', '_']);
    head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '&' | '\'' | '’'))
}

fn is_paper(head: &str, words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    let last = head.split_whitespace().next_back().unwrap_or_default();
    let whole = format!("{} {words}", last.to_ascii_lowercase());
    begins_in_capital(last) && PAPERS.iter().any(|paper| whole == *paper)
}
