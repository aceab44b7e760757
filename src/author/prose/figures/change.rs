//! A change, which two figures tell: `17%에서 25%로`, *from 84% to 93%*.

use super::LONGEST;
use crate::figure::{Figure, Unit};

/// Where the first figure of a change ends.
pub(super) fn change(rest: &str, head: &str) -> Option<usize> {
    let near = rest.char_indices().nth(LONGEST);
    let near = near.map_or(rest.len(), |(at, _)| at);
    let near = rest.get(..near)?;
    in_korean(near, rest).or_else(|| in_english(near, head))
}

fn in_korean(near: &str, rest: &str) -> Option<usize> {
    let at = near.find("에서 ").filter(|at| *at < LONGEST)?;
    let behind = rest.get(at..)?.strip_prefix("에서 ")?;
    let behind = behind.strip_prefix("약 ").unwrap_or(behind);
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    // 2조 1천억 원으로; 85%까지 높이겠다
    let words: Vec<&str> = behind.split(' ').take(4).collect();
    let becomes = |word: &&str| word.trim_end_matches([',', '.']).ends_with('로');
    let moves = |pair: &[&str]| match pair {
        [to, verb] => to.ends_with("까지") && MOVES.iter().any(|begin| verb.starts_with(begin)),
        _ => false,
    };
    let changes = words.iter().take(3).any(becomes) || words.windows(2).any(moves);
    (digit(behind) && changes).then_some(at)
}

/// How verbs of change begin.
const MOVES: &[&str] = &[
    "높", "올", "오르", "늘", "줄", "낮", "내리", "끌", "키우", "떨어", "치솟", "뛰", "확대",
    "인상", "상승", "하락", "감소", "증가", "급등", "급락", "축소",
];

/// Prices *range from $5 to $10*, and are any of these.
fn in_english(near: &str, head: &str) -> Option<usize> {
    const SPANS: &[&str] = &[
        "rang", "var", "anywhere", "priced", "cost", "aged", "estimate", "ages", "last",
    ];
    let before = head.strip_suffix("from ")?;
    let verb = before.split_whitespace().next_back().unwrap_or_default();
    let at = near.find(" to ")?;
    let first = near.get(..at).and_then(Figure::candidate)?;
    let spans = SPANS
        .iter()
        .any(|span| verb.to_lowercase().starts_with(span));
    // From 84 to 93 per cent, but from 14 to 19
    let bare = || {
        !near
            .get(at..)
            .and_then(|to| to.strip_prefix(" to "))
            .is_some_and(counts)
    };
    (!(spans || verb.is_empty()) && (first.unit != Unit::None || bare())).then_some(at)
}

/// Whether a number is one of something that is told behind it.
fn counts(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let number = text.strip_suffix(behind).unwrap_or_default();
    let word = behind.trim_start();
    let ends = word.find([' ', ',', ';', '.', ')', '"', '”']);
    let word = word.get(..ends.unwrap_or(word.len())).unwrap_or_default();
    let free = number.ends_with(['.', ',']) || word.is_empty();
    !free
        && ![
            "in", "by", "and", "on", "at", "last", "this", "over", "since", "during", "between",
            "after", "before", "for", "as", "while", "but", "from", "under", "when", "within",
            "the",
        ]
        .contains(&word)
}
