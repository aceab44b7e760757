//! Signs that are told in words: what fell by 3.1 % changed by −3.1 %.

use num_traits::{Signed, Zero};

use super::article::Read;
use crate::author::prose::{FigureFound, words};
use crate::figure::{Figure, Number};

/// Words of a fall in English, and of a rise.
const FALLS: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "down",
    "lost",
    "lose",
    "loses",
    "losing",
    "loss",
    "losses",
    "drop",
    "drops",
    "dropped",
    "dropping",
    "decline",
    "declined",
    "declines",
    "slid",
    "slip",
    "slipped",
    "slide",
    "shrank",
    "shrunk",
    "shrink",
    "decrease",
    "decreased",
    "plunged",
    "plunge",
    "tumbled",
    "tumble",
    "sank",
    "contracted",
    "contraction",
    "lower",
    "deficit",
    "reduced",
    "cut",
    "shed",
];
const RISES: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "up",
    "grew",
    "grow",
    "grown",
    "growth",
    "gain",
    "gained",
    "gains",
    "increase",
    "increased",
    "climbed",
    "jumped",
    "added",
    "higher",
    "profit",
    "surplus",
    "earned",
];
/// How words of a fall begin in Korean, and those of a rise.
const KOREAN_FALLS: &[&str] = &[
    "내렸",
    "내려",
    "내린",
    "내림",
    "하락",
    "감소",
    "떨어",
    "줄었",
    "줄어",
    "줄은",
    "급락",
    "급감",
    "손실",
    "적자",
    "낮아",
    "빠졌",
    "빠진",
    "축소",
    "위축",
    "역성장",
    "밑돌",
];
const KOREAN_RISES: &[&str] = &[
    "오르", "올랐", "올라", "오른", "상승", "증가", "늘었", "늘어", "늘은", "급등", "급증", "흑자",
    "높아", "뛰었", "뛴", "확대", "성장",
];

/// A negative figure without its sign, as a text tells it that has a word for it.
pub(super) fn unsigned(figure: &Figure) -> Option<Figure> {
    let number = &figure.number;
    let alone = number.upper.is_none() && number.value.is_negative() && !number.value.is_zero();
    alone.then(|| Figure {
        number: Number {
            value: -number.value.clone(),
            ..number.clone()
        },
        unit: figure.unit.clone(),
    })
}

/// Whether an article says of a figure that something fell by so much. What it
/// fell *to* is no change.
pub(super) fn is_fall(found: &FigureFound, read: &Read) -> bool {
    let sentence = read.sentence_at(found.span.start);
    let others = read.figures_in(&sentence).iter().map(|other| &other.span);
    let start = others
        .clone()
        .map(|span| span.end)
        .filter(|end| *end <= found.span.start)
        .fold(sentence.start, usize::max);
    let end = others
        .map(|span| span.start)
        .filter(|start| *start >= found.span.end)
        .fold(sentence.end.max(found.span.end), usize::min);
    let head = read.prose.at(&(start..found.span.start));
    let rest = read.prose.at(&(found.span.end..end));
    fell_before(head) || falls_behind(rest)
}

/// Whether a text, in lower case, has a word of a rise or a fall.
pub(super) fn tells_change(text: &str) -> bool {
    let english = |word: &str| FALLS.contains(&word) || RISES.contains(&word);
    let mut korean = KOREAN_FALLS.iter().chain(KOREAN_RISES);
    korean.any(|word| text.contains(word)) || words(text).iter().any(|(_, word)| english(word))
}

/// *Shares fell by*: the last word of change is one of a fall, and no "to"
/// stands between.
fn fell_before(head: &str) -> bool {
    let words = words(head);
    let change = words
        .iter()
        .rposition(|(_, word)| FALLS.contains(&word.as_str()) || RISES.contains(&word.as_str()));
    let Some(between) = change.and_then(|at| words.get(at..)) else {
        return false;
    };
    let falls = between
        .first()
        .is_some_and(|(_, word)| FALLS.contains(&word.as_str()));
    let level = |word: &str| ["to", "from", "at", "below", "under"].contains(&word);
    let to = head.split([' ', ',']).rev().take(between.len() + 1);
    falls && between.len() <= 6 && !to.into_iter().any(level)
}

/// `3.1% 내렸다`, but 3.1%로 내렸다; *a 3.1% fall*.
fn falls_behind(rest: &str) -> bool {
    let level = ["로", "으로", "까지", "에서", "부터"];
    if level.iter().any(|particle| rest.starts_with(particle)) {
        return false;
    }
    let change = rest.split_whitespace().take(4).find_map(|word| {
        let begins = |words: &[&str]| words.iter().any(|known| word.starts_with(known));
        match (begins(KOREAN_FALLS), begins(KOREAN_RISES)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    });
    let next = words(rest);
    let next = next.first().map_or("", |(_, word)| word.as_str());
    change == Some(true) || FALLS.contains(&next) && rest.starts_with(' ')
}
