//! The clauses of an English sentence: the one that a figure is in, and whether
//! what is told in it is still of the one who speaks.

use super::english_name::bare;
use super::english_words::{FORECASTS, PASSIVE, VERBS};
use crate::author::prose::is_verb;
use crate::figure::small_number;
use crate::order::Order as _;

/// Whose it is, is told in so many words at most: "of the company's".
pub(super) const LONGEST_OWNER: usize = 4;
/// Who tells what is added has so many words at most.
const LONGEST_TELLER: usize = 5;

/// The clause of an English sentence in which a figure ends at byte `until`: what
/// stands between commas around it, and with that what it needs to have a verb.
pub(super) fn clause(text: &str, until: usize) -> String {
    let mut ends = vec![0];
    for joint in [", ", "; ", " — ", " and ", " but ", " than the ", ": "] {
        ends.extend(text.match_indices(joint).filter_map(|(at, joint)| {
            let next = text.get(at + joint.len()..)?.split(' ').next()?;
            let parts = !matches!(joint, " and " | " but ") || tells(next);
            parts.then_some(at + joint.len())
        }));
    }
    ends.push(text.len());
    ends.order();
    ends.dedup();
    let last = ends.partition_point(|end| *end < until).max(1);
    let piece = |from: usize, to: usize| {
        let (from, to) = (ends.get(from).copied(), ends.get(to).copied());
        from.zip(to)
            .and_then(|(from, to)| text.get(from..to))
            .unwrap_or_default()
    };
    let whole = |piece: &str| {
        let added = ["which ", "who ", "whose ", "where "];
        added.iter().any(|word| piece.starts_with(word))
            || piece.split(' ').any(tells)
            || has_subject(piece)
    };
    let (mut from, mut to) = (last - 1, last);
    while !whole(piece(from, to)) {
        if from > 0 {
            from -= 1;
        } else if to + 1 < ends.len() {
            to += 1;
        } else {
            break;
        }
    }
    piece(from, to).to_owned()
}

/// Whether a pronoun of a piece can only be its subject, behind which the verb is:
/// "you need two crews".
fn has_subject(piece: &str) -> bool {
    const SUBJECTS: &[&str] = &["I", "we", "We", "he", "He", "she", "She", "they", "They"];
    let words: Vec<&str> = piece.split_whitespace().collect();
    let addressed = |before: &[&str]| before.iter().all(|word| !tells(word));
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).is_some_and(|_| !word.ends_with(','));
        let you = matches!(*word, "you" | "You") && addressed(words.get(..at).unwrap_or_default());
        next && (SUBJECTS.contains(word) || you)
    })
}

/// Whether a word is the verb of a clause.
pub(super) fn tells(word: &str) -> bool {
    const MODAL: &[&str] = &[
        "could", "might", "may", "should", "can", "plans", "plan", "wants",
    ];
    let word = bare(word);
    is_verb(word) || MODAL.contains(&word) || VERBS.contains(&word) || FORECASTS.contains(&word)
}

/// Whether what is added behind "which" is told by someone, named or not: `the
/// Treasury expects would cost`.
pub(super) fn is_told(added: &str) -> bool {
    const OF_MANY: &[&str] = &[
        "expect", "say", "estimate", "predict", "believe", "forecast",
    ];
    let words: Vec<&str> = added.split_whitespace().map(bare).collect();
    let told = words.iter().take(LONGEST_TELLER + 1).position(|word| {
        VERBS.contains(word) || FORECASTS.contains(word) || OF_MANY.contains(word)
    });
    let before = told.and_then(|at| words.get(..at)).unwrap_or_default();
    // "which said it" is of the one before, and "which sold 5 and said" too.
    let goes_on = |word: &&str| is_verb(word) || PASSIVE.contains(word);
    !before.is_empty() && !before.iter().any(goes_on)
}

/// Whether what is told so far of a thing that someone reported goes on with what
/// the thing is, which the article tells: "reported a profit on its train, a line
/// that it opened".
pub(super) fn adds_to_what_is_reported(told: &str) -> bool {
    const REPORTED: &[&str] = &["reported", "reports", "announced", "noted", "notes"];
    const THING: &[&str] = &["a", "an", "the", "its", "their", "his", "her"];
    const ADDED: &[&str] = &["that", "which", "where", "who", "whose"];
    let words: Vec<&str> = told.split_whitespace().collect();
    let thing = words.windows(2).rposition(
        |pair| matches!(pair, [verb, next] if REPORTED.contains(verb) && THING.contains(next)),
    );
    let rest = thing.and_then(|at| words.get(at + 1..)).unwrap_or_default();
    let end = rest.iter().position(|word| word.ends_with(','));
    let added = end.and_then(|end| rest.get(end + 1..)).unwrap_or_default();
    let says = |word: &&str| VERBS.contains(&bare(word)) || FORECASTS.contains(&bare(word));
    added.iter().any(|word| ADDED.contains(word)) && !added.iter().any(says)
}

/// Whether what is told so far ends with the whole of which some are told: "212
/// of the company's".
pub(super) fn is_base(told: &str) -> bool {
    const SOME: &[&str] = &["half", "third", "quarter", "most", "some", "many", "few"];
    const ARTICLES: &[&str] = &["the", "its", "their", "his", "her", "our", "those", "these"];
    let words: Vec<&str> = told.split_whitespace().collect();
    let first = words.len().saturating_sub(LONGEST_OWNER + 1);
    let last = words.get(first..).unwrap_or_default();
    let Some(of) = last
        .iter()
        .rposition(|word| *word == "of")
        .map(|at| at + first)
    else {
        return false;
    };
    let owned = |word: &&str| {
        ["'s", "’s", "s'", "s’"]
            .iter()
            .any(|end| word.ends_with(end))
    };
    let ends = |word: &&str| word.ends_with([',', ';', ':']);
    let owner = words.get(of + 1..).unwrap_or_default();
    let whole = match owner.split_last() {
        None => true,
        Some((last, before)) => {
            let article = ARTICLES.contains(last) && before.is_empty();
            article || owned(last) && !before.iter().any(ends)
        }
    };
    let some = of.checked_sub(1).and_then(|at| words.get(at));
    let some = some.map(|word| word.to_lowercase());
    whole
        && some.is_some_and(|some| {
            some.contains(|c: char| c.is_ascii_digit())
                || SOME.contains(&some.as_str())
                || small_number(&some).is_some()
        })
}
