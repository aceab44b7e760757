//! What differs between what was typed and what is right, for people to see.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{fold, nfc};

/// A text cut into runs, each with whether it differs.
pub type Marked = Vec<(String, bool)>;

/// Longest texts, in graphemes, that are compared in their middle; of longer
/// ones only the beginning and end that they share are left unmarked.
const MAX_GRAPHEMES: usize = 400;

/// Marks, by grapheme, the parts of `typed` and of `right` that the other does
/// not have (`true`). What does not matter to a verdict (case, width, spacing,
/// punctuation outside numbers) is not marked. Texts that have less than half
/// of the shorter one in common are different texts, and marked whole: letters
/// that happen to be in both say nothing.
pub fn difference(typed: &str, right: &str) -> (Marked, Marked) {
    let (typed, right) = (nfc(typed), nfc(right));
    let (typed, right) = (graphemes(&typed), graphemes(&right));
    let (typed_keys, right_keys) = (keys(&typed), keys(&right));
    let (typed_same, right_same) = common(&typed_keys, &right_keys);
    (
        runs(&typed, &typed_keys, &typed_same),
        runs(&right, &right_keys, &right_same),
    )
}

fn graphemes(text: &str) -> Vec<&str> {
    text.graphemes(true).collect()
}

/// Each grapheme as it is compared, with its place; those that do not matter left out.
fn keys(graphemes: &[&str]) -> Vec<(usize, String)> {
    // Whether a point, slash or dash matters depends on the digits around it.
    let beside = |at: Option<usize>| {
        let digit = |grapheme: &&str| grapheme.chars().any(char::is_numeric);
        match at.and_then(|at| graphemes.get(at)) {
            Some(grapheme) if digit(grapheme) => "1",
            Some(_) => "a",
            None => "",
        }
    };
    graphemes
        .iter()
        .enumerate()
        .filter_map(|(at, grapheme)| {
            if grapheme.chars().any(char::is_alphanumeric) {
                return Some((at, fold(grapheme)));
            }
            let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
            let matters = fold(&format!("{before}{grapheme}{after}")) != format!("{before}{after}");
            let alone = graphemes.len() == 1;
            (matters || alone).then(|| (at, fold(grapheme)))
        })
        .collect()
}

/// Which keys of the two belong to a longest common subsequence.
fn common(one: &[(usize, String)], other: &[(usize, String)]) -> (Vec<bool>, Vec<bool>) {
    let equal = |(_, a): &(usize, String), (_, b): &(usize, String)| a == b;
    let start = one
        .iter()
        .zip(other)
        .take_while(|(a, b)| equal(a, b))
        .count();
    let end = one
        .iter()
        .skip(start)
        .rev()
        .zip(other.iter().skip(start).rev())
        .take_while(|(a, b)| equal(a, b))
        .count();
    let mut one_same = ends(one.len(), start, end);
    let mut other_same = ends(other.len(), start, end);

    let one_middle = one.get(start..one.len() - end).unwrap_or_default();
    let other_middle = other.get(start..other.len() - end).unwrap_or_default();
    if one_middle.len() <= MAX_GRAPHEMES && other_middle.len() <= MAX_GRAPHEMES {
        for (a, b) in longest_common(one_middle, other_middle) {
            for (same, at) in [(&mut one_same, a), (&mut other_same, b)] {
                if let Some(same) = same.get_mut(start + at) {
                    *same = true;
                }
            }
        }
    }
    let shared = one_same.iter().filter(|&&same| same).count();
    if 2 * shared < one.len().min(other.len()) {
        return (vec![false; one.len()], vec![false; other.len()]);
    }
    (one_same, other_same)
}

fn ends(length: usize, start: usize, end: usize) -> Vec<bool> {
    (0..length)
        .map(|at| at < start || at + end >= length)
        .collect()
}

/// Places of a longest common subsequence in both.
fn longest_common(one: &[(usize, String)], other: &[(usize, String)]) -> Vec<(usize, usize)> {
    // rows[i][j]: how long it is for what follows i in the one and j in the other.
    let mut rows = vec![vec![0u16; other.len() + 1]];
    for (_, a) in one.iter().rev() {
        let mut row = vec![0u16; other.len() + 1];
        let below = rows.last().map(Vec::as_slice).unwrap_or_default();
        let mut after = 0;
        for (at, (_, b)) in other.iter().enumerate().rev() {
            let get = |at: usize| below.get(at).copied().unwrap_or(0);
            after = if a == b {
                get(at + 1) + 1
            } else {
                get(at).max(after)
            };
            if let Some(cell) = row.get_mut(at) {
                *cell = after;
            }
        }
        rows.push(row);
    }
    rows.reverse();

    let length = |i: usize, j: usize| rows.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some((_, a)), Some((_, b))) = (one.get(i), other.get(j)) {
        if a == b {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if length(i + 1, j) >= length(i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Joins graphemes into runs; one that does not matter goes with its left neighbour.
fn runs(graphemes: &[&str], keys: &[(usize, String)], same: &[bool]) -> Marked {
    let mut differs = vec![None; graphemes.len()];
    for ((at, _), same) in keys.iter().zip(same) {
        if let Some(cell) = differs.get_mut(*at) {
            *cell = Some(!same);
        }
    }
    let mut runs: Marked = Vec::new();
    for (grapheme, differs) in graphemes.iter().zip(differs) {
        let differs = differs.unwrap_or(false);
        match runs.last_mut() {
            Some((text, marked)) if *marked == differs => text.push_str(grapheme),
            _ => runs.push(((*grapheme).to_owned(), differs)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;

    /// The marked parts in brackets.
    fn drawn(marked: &Marked) -> String {
        marked
            .iter()
            .map(|(text, differs)| {
                if *differs {
                    format!("[{text}]")
                } else {
                    text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn differences() {
        let rows = [
            ("", "", "", ""),
            ("DeepSeek", "DeepSeek", "DeepSeek", "DeepSeek"),
            ("deep seek", "DeepSeek", "deep seek", "DeepSeek"),
            ("DeepSick", "DeepSeek", "DeepS[ic]k", "DeepS[ee]k"),
            ("딥씨크", "딥시크", "딥[씨]크", "딥[시]크"),
            ("딥시", "딥시크", "딥시", "딥시[크]"),
            ("GPT-3", "GPT-4", "GPT-[3]", "GPT-[4]"),
            ("38,120", "38,210", "38,[1]20", "38,2[1]0"),
            ("Qwen 25", "Qwen 2.5", "Qwen 25", "Qwen 2[.]5"),
            ("38210", "38,210", "38210", "38,210"),
            ("9.4", "9.4%", "9.4", "9.4[%]"),
            (
                "38만 2100",
                "3만 8,210건",
                "3[8]만 210[0]",
                "3만 [8],210[건]",
            ),
            // Little in common: another text.
            (
                "six tiger",
                "Little cats",
                "[six] [tiger]",
                "[Little] [cats]",
            ),
            (
                "1월 20일",
                "20 January 2025",
                "[1월] [20일]",
                "[20] [January] [2025]",
            ),
            ("", "딥시크", "", "[딥시크]"),
            ("OpenAI", "", "[OpenAI]", ""),
        ];
        for (typed, right, typed_drawn, right_drawn) in rows {
            let (a, b) = difference(typed, right);
            assert_eq!(
                (drawn(&a), drawn(&b)),
                (typed_drawn.to_owned(), right_drawn.to_owned())
            );
        }
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        for (typed, right) in [("a\u{301}b", "áb"), ("👩‍🚀 x", "👨‍🚀 x"), ("한\u{11a8}", "한")]
        {
            let (a, b) = difference(typed, right);
            assert_eq!(
                a.iter().map(|(t, _)| t.as_str()).collect::<String>(),
                nfc(typed)
            );
            assert_eq!(
                b.iter().map(|(t, _)| t.as_str()).collect::<String>(),
                nfc(right)
            );
        }
    }

    #[test]
    fn long_texts_are_not_compared_in_their_middle() {
        let texts = |length: usize| ("ab".repeat(length), "ba".repeat(length));
        // All but a letter at each end is in both, which is found in a short one.
        let (a, b) = texts(MAX_GRAPHEMES / 2);
        assert!(difference(&a, &b).0.iter().any(|(_, differs)| !differs));
        let (a, b) = texts(MAX_GRAPHEMES);
        assert_eq!(difference(&a, &b).0, [(a, true)]);
    }
}
