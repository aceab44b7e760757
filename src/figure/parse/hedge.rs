//! Hedges: words around a figure that say "about" or "more than". They are
//! noise: a figure asked for is the figure that was reported.

use super::numeral::Reader;

/// Before a figure, lower case.
const BEFORE: &[&str] = &[
    "약",
    "대략",
    "거의",
    "무려",
    "최소",
    "최대",
    "총",
    "모두",
    "전체",
    "미화",
    "연평균 ",
    "연간 ",
    "매년 ",
    "평균 ",
    "연 ",
    "~",
    "≈",
    "≥",
    "≤",
    ">",
    "<",
    "about ",
    "around ",
    "approximately ",
    "approx. ",
    "approx ",
    "roughly ",
    "nearly ",
    "almost ",
    "over ",
    "more than ",
    "less than ",
    "fewer than ",
    "under ",
    "above ",
    "below ",
    "at least ",
    "at most ",
    "up to ",
    "some ",
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "just ",
    "only ",
    "a total of ",
    "an estimated ",
    "estimated ",
    "almost ",
    "exactly ",
];

/// After a figure or its unit, lower case.
const AFTER: &[&str] = &[
    "이상",
    "이하",
    "초과",
    "미만",
    "이내",
    "넘는",
    "넘는다",
    "넘게",
    "넘음",
    "가까이",
    "가량",
    "수준",
    "규모",
    "정도",
    "안팎",
    "남짓",
    "쯤",
    "입니다",
    "이다",
    "이에요",
    "예요",
    "or more",
    "or so",
    "or less",
    "+",
    "approximately",
    "roughly",
    "about",
];

/// Skips a hedge that stands where the reader is.
pub(super) fn skip_before(reader: &mut Reader<'_>) -> bool {
    reader.eat_any(BEFORE)
}

/// A unit's phrase without the hedges, particles and stops behind it.
pub(super) fn strip_after(rest: &str) -> &str {
    let mut phrase = rest.trim();
    // "4000여 개"
    if let Some(after) = phrase.strip_prefix('여') {
        phrase = after.trim_start();
    }
    // "4400+ companies"
    if let Some(after) = phrase.strip_prefix('+') {
        phrase = after.trim_start();
    }
    loop {
        let before = phrase;
        phrase = phrase.trim_end_matches([' ', '.', ',', '!', '?', '。']);
        // Abbreviations keep their stop.
        if phrase.ends_with("p.p") {
            return before.trim_end();
        }
        for hedge in AFTER {
            let start = phrase.len().saturating_sub(hedge.len());
            if let (Some(head), Some(tail)) = (phrase.get(..start), phrase.get(start..))
                && tail.eq_ignore_ascii_case(hedge)
            {
                let head = head.trim_end();
                phrase = match hedge.chars().next() {
                    Some('넘') => head.trim_end_matches(['가', '이', '를', '을']),
                    _ => head,
                };
            }
        }
        for hedge in ["약", "about ", "more than ", "over "] {
            phrase = phrase.strip_prefix(hedge).unwrap_or(phrase);
        }
        if phrase == before {
            return phrase;
        }
    }
}
