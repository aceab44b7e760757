//! Who says it, in English.

use super::Speaker;
use super::english_words::{
    BODIES, CHANGES, COMING, FORECASTS, INSIDE, MADE, NO_ONE, NO_THINGS, OF_THINGS, PASSIVE, VERBS,
};
use crate::author::prose::{is_day_or_month, is_of_saying, is_verb};
use crate::figure::small_number;

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

/// The person whom a name tells of with the body he is of: `Jonas Weir of
/// Bellwether Research`, but not `Interior Ministry of France`.
pub(super) fn person(by: &str) -> Option<&str> {
    let (name, body) = by.split_once(" of ")?;
    (is_whole(name) && body.starts_with(char::is_uppercase)).then_some(name)
}

/// The person of whom a sentence tells as of one who does something: `Ruth Vane,
/// who heads it, has left`.
pub(super) fn of_whom(text: &str) -> Option<&str> {
    let (name, _) = text.split_once(", who ")?;
    is_whole(name).then_some(name)
}

/// Whether words are the first and last name of a person.
fn is_whole(name: &str) -> bool {
    let sound = |word: &str| is_capital(word) && !BODIES.contains(&word) && !is_no_one(word);
    let names = name.split_once(' ');
    names.is_some_and(|(first, last)| sound(first) && sound(last) && !last.contains(' '))
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

/// Whose it is, is told in so many words at most: "of the company's".
const LONGEST_OWNER: usize = 4;

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

/// Who tells what is added has so many words at most.
const LONGEST_TELLER: usize = 5;

/// Whether a clause tells what someone expects.
pub(super) fn foretells(clause: &str) -> bool {
    let words = clause.split_whitespace().map(bare);
    let told: Vec<&str> = words.collect();
    let passive = |at: usize| at.checked_sub(1).and_then(|at| told.get(at));
    let told = told.iter().enumerate();
    told.filter(|(_, word)| FORECASTS.contains(word))
        .any(|(at, _)| !passive(at).is_some_and(|word| PASSIVE.contains(word)))
}

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
    ends.sort_unstable();
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
fn tells(word: &str) -> bool {
    const MODAL: &[&str] = &[
        "could", "might", "may", "should", "can", "plans", "plan", "wants",
    ];
    let word = bare(word);
    is_verb(word) || MODAL.contains(&word) || VERBS.contains(&word) || FORECASTS.contains(&word)
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
            return Some((name, foretells));
        }
        // X, founder of Y, said
        let apart = before.last().is_some_and(|word| word.ends_with([',', ')']));
        let text = before.join(" ");
        let last = people
            .iter()
            .filter_map(|name| Some((text.rfind(name.as_str())?, name)));
        if apart && let Some((_, name)) = last.max() {
            return Some((name.clone(), foretells));
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
            return Some((name, foretells));
        }
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

/// The name in which words end.
fn name_before(words: &[&str]) -> Option<String> {
    let mut from = words.len();
    while let Some(at) = from.checked_sub(1)
        && let Some(word) = words.get(at)
        && (is_capital(word) || from < words.len() && INSIDE.contains(word))
        && (!word.ends_with([',', '.', ':', ';', '"', '”', ')']) || is_initial(word))
    {
        from = at;
    }
    // The government of Ellery Province
    let of = words.get(from) == Some(&"of");
    let noun = from
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .filter(|_| of);
    let noun = noun.filter(|noun| noun.bytes().all(|byte| byte.is_ascii_lowercase()));
    let name = named(words.get(from..)?)?;
    Some(match noun {
        Some(noun) => format!("{noun} of {name}"),
        None => name,
    })
}

/// Whether a word names no one, with a capital or without.
fn is_no_one(word: &str) -> bool {
    is_day_or_month(word) || NO_ONE.contains(&word.to_lowercase().as_str())
}

/// The name that words begin with, an article aside.
fn name_at(words: &[&str]) -> Option<String> {
    let words = match words.split_first() {
        Some((first, rest)) if matches!(*first, "the" | "a" | "an") => rest,
        _ => words,
    };
    let mut end = 0;
    // Bank of the Rhine
    let of_the = |end: usize| {
        let before = end.checked_sub(1).and_then(|at| words.get(at));
        let body = words.first().is_some_and(|first| BODIES.contains(first));
        body && words.get(end) == Some(&"the") && before == Some(&"of")
    };
    while let Some(word) = words.get(end)
        && (is_capital(word) || end > 0 && INSIDE.contains(word))
        && (!is_no_one(bare(word)) || of_the(end))
    {
        end += 1;
        // Dr. Ruth Castellan
        let title = word.ends_with('.') && words.get(end).is_some_and(|next| is_capital(next));
        if word.ends_with([',', '.', ':', ';', '"', '”', ')']) && !is_initial(word) && !title
            || word.ends_with("'s")
            || word.ends_with("’s")
        {
            break;
        }
    }
    named(words.get(..end)?)
}

/// Words as a name, if they name someone.
fn named(words: &[&str]) -> Option<String> {
    let mut words = words;
    while let Some((first, rest)) = words.split_first()
        && (INSIDE.contains(first) || is_no_one(bare(first)))
    {
        words = rest;
    }
    while let Some((last, rest)) = words.split_last()
        && INSIDE.contains(last)
    {
        words = rest;
    }
    let name = words.join(" ");
    let name = bare(&name);
    let name = name
        .strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(name);
    let sound = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    sound.then(|| name.to_owned())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_capital(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase) && !word.starts_with(['(', '[', '"', '“'])
}

/// `J.`
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.')
}
