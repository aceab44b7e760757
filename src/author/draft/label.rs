//! What a figure is of, in the article's words: the whole clause around it with an
//! ellipsis where it stands. Half a clause says of a figure what is another's, and
//! two figures of one sentence have their ellipses in two places.

use std::ops::Range;

use super::Source;
use crate::author::prose::clause::{Clause, without_added};
use crate::text::width;

/// A label is at most so wide.
const WIDEST: usize = 280;

/// What the figure at `span` is of, told by the `sentence` in which it stands: the
/// best way first, and then others, for where a check takes the first to mean
/// another figure. Who says it is left out where it `is_told` beside it.
pub(super) fn forms(
    source: &Source,
    sentence: &Range<usize>,
    span: &Range<usize>,
    is_told: bool,
) -> Vec<String> {
    let around = |whole: bool| Clause::around(source.speaking(), sentence, span, |_| whole);
    let clauses = [around(false), around(true)].map(|clause| match is_told {
        true => clause.without_saying(),
        false => clause,
    });
    let told = clauses.map(|clause| told(&clause));
    let mut forms: Vec<String> = Vec::new();
    let lasting = told.iter().map(|label| lasting(label));
    let all = told.first().cloned().into_iter().chain(lasting);
    for form in all.chain(told.iter().skip(1).cloned()) {
        let says = form.chars().any(char::is_alphabetic);
        if says && !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// A clause with an ellipsis for the figure, as much of it as a label may hold.
fn told(clause: &Clause) -> String {
    let text = clause.with_gap();
    let mut text = without_open_quote(text.trim());
    while let Some((first, rest)) = text.split_once(' ')
        && IDLE_FIRST.contains(&first.trim_end_matches(',').to_lowercase().as_str())
    {
        text = rest;
    }
    if width(text) <= WIDEST {
        return text.to_owned();
    }
    without_added(text, WIDEST).unwrap_or_else(|| cut(text))
}

/// As many words around the ellipsis as a label may hold, with dots in
/// brackets for those that are cut off: first those behind go.
fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let at = words
        .iter()
        .position(|word| word.contains('…'))
        .unwrap_or(0);
    let dots = width("[...] ");
    // A word and the space beside it; a clause may be very long.
    let wide = |word: Option<&&str>| word.map_or(0, |word| width(word) + 1);
    let mut kept: usize = words.iter().map(|word| wide(Some(word))).sum();
    let (mut from, mut to) = (0, words.len());
    loop {
        let (cut_before, cut_behind) = (from > 0, to < words.len());
        let all = kept + dots * (usize::from(cut_before) + usize::from(cut_behind));
        if all <= WIDEST + 1 || to <= from + 1 {
            let kept = words.get(from..to).unwrap_or_default().join(" ");
            let before = if cut_before { "[...] " } else { "" };
            let behind = if cut_behind { " [...]" } else { "" };
            return format!("{before}{kept}{behind}");
        }
        if to > at + 1 + FEWEST_BEHIND || from >= at {
            to -= 1;
            kept = kept.saturating_sub(wide(words.get(to)));
        } else {
            kept = kept.saturating_sub(wide(words.get(from)));
            from += 1;
        }
    }
}

/// So many words stay behind the ellipsis of a label that is cut.
const FEWEST_BEHIND: usize = 4;

/// A label without the words of the present, which it outlives.
fn lasting(label: &str) -> String {
    const PRESENT: &[&str] = &[
        "now",
        "currently",
        "still",
        "현재",
        "지금",
        "최근",
        "오늘날",
    ];
    let lasts = |word: &&str| !PRESENT.contains(&word.to_lowercase().as_str());
    label.split(' ').filter(lasts).collect::<Vec<_>>().join(" ")
}

/// Words with which a label begins in vain.
const IDLE_FIRST: &[&str] = &[
    "and",
    "but",
    "or",
    "so",
    "while",
    "however",
    "반면",
    "또",
    "또한",
    "하지만",
    "그러나",
    "및",
    "이로써",
    "그리고",
    "이어",
    "한편",
];

/// A label without the quote that it begins or ends with, where the other one of
/// the pair is in another sentence.
fn without_open_quote(text: &str) -> &str {
    let count = |c: char| text.matches(c).count();
    let paired = count('"').is_multiple_of(2) && count('“') == count('”');
    if paired {
        return text;
    }
    text.trim_start_matches(['"', '“'])
        .trim_end_matches(['"', '”'])
}
