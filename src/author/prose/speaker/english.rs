//! Who says it, in English.

use super::Speaker;
use super::english_clause::{LONGEST_OWNER, tells};
use super::english_name::{bare, is_whole, name_at, name_before, person};
use super::english_words::{
    CHANGES, COMING, FORECASTS, MADE, NO_THINGS, OF_THINGS, PASSIVE, VERBS,
};
use crate::author::prose::{is_of_saying, is_verb};

/// The speaker of a sentence with these `people` in it.
pub(super) fn speaker(text: &str, people: &[String]) -> Option<Speaker> {
    let coming = comes(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let told = according(&words).map(|by| (by, false));
    let (by, foretold) = told.or_else(|| saying(&words, people))?;
    let by = person(&by).map_or(by.clone(), str::to_owned);
    // What names the person by the surname only is short for the whole.
    let whole = people.iter().find(|name| {
        let rest = name.strip_suffix(by.as_str());
        rest.is_some_and(|rest| rest.ends_with(' '))
            || by
                .strip_suffix(name.as_str())
                .is_some_and(|rest| rest.ends_with(' '))
    });
    let by = whole.cloned().unwrap_or(by);
    Some(Speaker {
        by,
        forecast: coming || foretold,
    })
}

/// The person of whom a sentence tells as of one who does something: `Ruth Vane,
/// who heads it, has left`.
pub(super) fn of_whom(text: &str) -> Option<&str> {
    let (name, _) = text.split_once(", who ")?;
    is_whole(name).then_some(name)
}

/// Whether a text tells of the time to come.
pub(super) fn comes(text: &str) -> bool {
    let spaced = format!(" {} ", text.to_lowercase());
    // It may rise; in May it rose.
    let may = text.contains(" may ");
    // It can rise, which is to come; it can make 500, which it does now.
    let can = spaced.match_indices(" can ").any(|(at, can)| {
        let rest = spaced.get(at + can.len()..).unwrap_or_default();
        let mut words = rest.split_whitespace().filter(|word| *word != "still");
        words
            .next()
            .is_some_and(|word| CHANGES.contains(&bare(word)))
    });
    may || can || COMING.iter().any(|word| spaced.contains(word))
}

/// Whether a sentence tells what the people of a body say that is told of before
/// it: "Its analysts expect".
pub(super) fn is_by_its_own(text: &str) -> bool {
    const SAY: &[&str] = &[
        "expect",
        "expects",
        "expected",
        "forecast",
        "forecasts",
        "predict",
        "predicts",
        "predicted",
        "say",
        "says",
        "said",
        "estimate",
        "estimates",
        "estimated",
        "reckon",
        "reckons",
        "reckoned",
        "believe",
        "believes",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let verb = rest
        .iter()
        .take(LONGEST_OWNER)
        .position(|word| SAY.contains(word));
    let small = |word: &&str| {
        word.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    let own = verb.and_then(|at| rest.get(..at)).unwrap_or_default();
    let next = verb
        .and_then(|at| rest.get(at + 1))
        .copied()
        .unwrap_or_default();
    matches!(*first, "Its" | "Their")
        && !own.is_empty()
        && own
            .iter()
            .all(|word| small(word) && !PASSIVE.contains(word))
        && !is_verb(next)
}

/// The name with which a sentence begins, if that is what it tells of: `Bank of
/// the Rhine, which has lent it`.
pub(super) fn told_of(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = match words.split_first() {
        Some((first, rest)) if *first == "The" => rest,
        _ => words.as_slice(),
    };
    let name = name_at(words)?;
    let end = name.split(' ').count();
    let closed = words
        .get(end.checked_sub(1)?)
        .is_some_and(|word| word.ends_with(','));
    let told = words.get(end).is_some_and(|next| tells(next));
    (closed || told).then_some(name)
}

/// Whether a clause tells what someone expects.
pub(super) fn foretells(clause: &str) -> bool {
    let words = clause.split_whitespace().map(bare);
    let told: Vec<&str> = words.collect();
    let passive = |at: usize| at.checked_sub(1).and_then(|at| told.get(at));
    let told = told.iter().enumerate();
    told.filter(|(_, word)| FORECASTS.contains(word))
        .any(|(at, _)| !passive(at).is_some_and(|word| PASSIVE.contains(word)))
}

/// Whether "he" or "she" says it.
pub(super) fn is_by_pronoun(text: &str) -> bool {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| bare(word).to_lowercase())
        .collect();
    let quotes = text.contains(['"', '”']);
    let mut pairs = words.windows(2).enumerate();
    pairs.any(|(at, pair)| {
        let [who, verb] = pair else {
            return false;
        };
        let that = || words.get(at + 2).is_some_and(|next| next == "that");
        let says = FORECASTS.contains(&verb.as_str())
            || VERBS.contains(&verb.as_str())
            || is_of_saying(verb) && (quotes || that());
        matches!(who.as_str(), "he" | "she") && says
    })
}

/// `according to the Coastal Institute`, `according to a report by X`
fn according(words: &[&str]) -> Option<String> {
    let at = words.windows(2).position(
        |pair| matches!(pair, [one, two] if one.eq_ignore_ascii_case("according") && *two == "to"),
    )?;
    let rest = words.get(at + 2..)?;
    if let Some(name) = name_at(rest) {
        return Some(name);
    }
    // Only as far as the phrase goes.
    let end = rest.iter().position(|word| word.ends_with([',', '.', ';']));
    let phrase = rest.get(..=end.unwrap_or(rest.len().checked_sub(1)?))?;
    let by = phrase.iter().take(6).position(|word| MADE.contains(word))?;
    name_at(phrase.get(by + 1..)?)
}

/// `X said`, `said X`, `X, founder of Y, said`
fn saying(words: &[&str], people: &[String]) -> Option<(String, bool)> {
    for (at, word) in words.iter().enumerate() {
        let verb = word.trim_end_matches([',', '.', ':', ';']);
        let foretells = FORECASTS.contains(&verb);
        let next = words.get(at + 1).copied().unwrap_or_default();
        let turned = *word == verb && is_of_saying(verb);
        let told = VERBS.contains(&verb) || foretells || is_of_saying(verb) && next == "that";
        if !(told || turned) {
            continue;
        }
        let before = words.get(..at)?;
        // Claims by X and reports of Y are things, and "claims rose" says nothing.
        let next = bare(next);
        let things = verb.ends_with('s') && !NO_THINGS.contains(&verb);
        if things && (OF_THINGS.contains(&next) || is_verb(next)) {
            continue;
        }
        if before.last().is_some_and(|word| PASSIVE.contains(word)) {
            continue;
        }
        if told && let Some(name) = name_before(before) {
            return Some((name, foretells));
        }
        let behind = words.get(at + 1..).unwrap_or_default();
        let ends = |signs: &[char]| before.last().is_none_or(|word| word.ends_with(signs));
        let sure = matches!(verb, "said" | "says") || ends(&['"', '”', '’']);
        if turned
            && ends(&[',', '"', '”', '’'])
            && let Some(name) = name_at(behind)
            && (sure || name.contains(' '))
        {
            return Some((name, foretells));
        }
        if !told {
            continue;
        }
        if let Some(name) = set_apart(before, people) {
            return Some((name, foretells));
        }
    }
    None
}

/// Who says it where something stands between commas before the verb: `X, founder
/// of Y, said`.
fn set_apart(before: &[&str], people: &[String]) -> Option<String> {
    // X, which heads Y, said
    let added = before
        .iter()
        .rposition(|word| ["which", "who", "whose"].contains(word));
    let whose = added.and_then(|at| before.get(..at)?.split_last());
    if let Some((last, head)) = whose
        && let Some(last) = last.strip_suffix(',')
        && before.last().is_some_and(|word| word.ends_with(','))
        && let Some(name) = name_before(&[head, &[last]].concat())
    {
        return Some(name);
    }
    // X, founder of Y, said
    let apart = before.last().is_some_and(|word| word.ends_with([',', ')']));
    let text = before.join(" ");
    let last = people
        .iter()
        .filter_map(|name| Some((text.rfind(name.as_str())?, name)));
    if apart && let Some((_, name)) = last.max() {
        return Some(name.clone());
    }
    // Its chief buyer, X, said
    if let Some((last, head)) = before.split_last()
        && let Some(last) = last.strip_suffix(',')
        && let words = [head, &[last]].concat()
        && let Some(name) = name_before(&words)
        && (name.split(' ').count() > 1 || is_article(head))
        && !name.contains(" of ")
        && words
            .len()
            .checked_sub(name.split(' ').count() + 1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| word.ends_with(','))
    {
        return Some(name);
    }
    None
}

/// Whether words are but a noun that a name stands beside: `The regulator,`.
fn is_article(head: &[&str]) -> bool {
    let first = head
        .first()
        .is_some_and(|word| ["The", "Its", "Their"].contains(word));
    let noun = head
        .iter()
        .skip(1)
        .all(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    first && noun && head.last().is_some_and(|word| word.ends_with(','))
}
