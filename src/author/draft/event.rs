//! What happened on a date, in the article's words: the whole sentence, or a whole
//! clause of it, with an ellipsis where the date stands. What cannot be told so
//! is told by no event: half a clause says of a date what is another one's.

use std::ops::Range;

use super::gaps::distance::BESIDE;
use super::label::is_source;
use super::{Source, line};
use crate::author::prose::DateFound;
use crate::text::{Lang, is_hangul, width};

/// A line of a timeline is at most so wide.
const WIDEST_EVENT: usize = 170;
/// As few words of English say nothing, in so many more.
const FEWEST_WORDS: usize = 3;

/// An event, told.
pub(super) struct Told {
    /// In the article's words.
    pub what: String,
    /// Whether other dates are told of in it.
    pub shared: bool,
}

/// What happened on the date of `found`, if a clause of the sentence says it all.
pub(super) fn of(source: &Source, sentence: &Range<usize>, found: &DateFound) -> Option<Told> {
    // The day after what is told before it is no day by itself: 발표 다음 날.
    let written = source.prose.at(&found.span);
    let head = source
        .prose
        .at(&(sentence.start..found.span.start))
        .trim_end();
    if BESIDE.contains(&written) && !head.is_empty() && !head.ends_with(',') {
        return None;
    }
    let span = clause(source, sentence, found);
    let shared = others(source, &span, found).next().is_some();
    let before = line(source.prose.at(&(span.start..found.span.start)));
    let before = without_source(&before);
    let raw = source.prose.at(&(found.span.end..span.end));
    let behind = line(raw);
    let behind = behind.trim_end_matches(['.', '。', ',', ';']).trim_end();
    // What goes on behind it is told to its end.
    let closed = behind
        .strip_suffix('고')
        .filter(|rest| span.end < sentence.end && is_past(rest));
    let closed = closed.map(|rest| format!("{rest}다"));
    let behind = closed.as_deref().unwrap_or(behind);
    if behind.matches('"').count() % 2 != before.matches('"').count() % 2
        || behind.matches('”').count() + before.matches('”').count()
            != behind.matches('“').count() + before.matches('“').count()
    {
        return None;
    }
    let what = if source.lang == Lang::Ko || behind.starts_with(is_hangul) {
        korean(
            before,
            behind,
            raw.starts_with(char::is_alphanumeric),
            shared,
        )?
    } else {
        english(before, behind, shared)?
    };
    Some(Told { what, shared })
}

/// The words before a date without those that say who tells it.
fn without_source(before: &str) -> &str {
    let words = before.match_indices(' ').map(|(at, _)| at);
    let mut ends = words.chain(std::iter::once(before.len()));
    let told = ends.rfind(|end| {
        let word = before.get(..*end).and_then(|head| head.rsplit(' ').next());
        word.is_some_and(is_source)
    });
    let rest = told.and_then(|end| before.get(end..)).map(str::trim_start);
    rest.unwrap_or(before)
}

/// Whether a word ends in the syllable that makes a Korean verb past: 했, 열었.
fn is_past(word: &str) -> bool {
    // Of the 28 ways in which a syllable ends, ㅆ.
    const DOUBLE_S: u32 = 20;
    let last = word.chars().next_back().filter(|c| is_hangul(*c));
    last.is_some_and(|c| (c as u32).wrapping_sub('가' as u32) % 28 == DOUBLE_S)
}

fn korean(before: &str, behind: &str, glued: bool, shared: bool) -> Option<String> {
    // What follows a date, and says nothing without it.
    const SILENT: &[&str] = &["에는 ", "에도 ", "에 ", "엔 ", "의 "];
    let bare = SILENT.iter().find_map(|mark| behind.strip_prefix(mark));
    let glued = bare.is_none() && glued;
    let opens = |c: char| !c.is_alphanumeric() && !QUOTES.contains(&c);
    let behind = bare.unwrap_or(behind).trim_start_matches(opens);
    let opened = before.ends_with(QUOTES);
    let what = match (before.is_empty(), glued) {
        (false, true) if opened => format!("{before}…{behind}"),
        (false, false) if opened => format!("{before}… {behind}"),
        (true, false) if !shared => behind.to_owned(),
        (true, false) => format!("… {behind}"),
        (_, true) => format!("{before} …{behind}").trim_start().to_owned(),
        (false, false) => format!("{before} … {behind}"),
    };
    let first = what.split(' ').next().unwrap_or_default();
    let tells = tells_of_one(before) || tells_of_one(behind);
    let sound = tells && !POINTING.contains(&first) && width(&what) <= WIDEST_EVENT;
    sound.then_some(what)
}

/// Whether one of the words is what a Korean sentence is about.
fn tells_of_one(words: &str) -> bool {
    const MARKS: [char; 5] = ['은', '는', '이', '가', '도'];
    words.split(' ').any(|word| {
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let place = ["에는", "에도"].iter().any(|end| word.ends_with(end));
        word.chars().count() >= 2 && word.ends_with(MARKS) && !place
    })
}

fn english(before: &str, behind: &str, shared: bool) -> Option<String> {
    const SILENT: &[&str] = &["in", "on", "at"];
    // Beside another date this one is left to be seen.
    let is_silent = |word: &str| !shared && SILENT.contains(&word.to_lowercase().as_str());
    let rest = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !QUOTES.contains(&c));
    let (head, last) = before.rsplit_once(' ').unwrap_or(("", before));
    let what = if before.is_empty() || is_silent(before) {
        rest.to_owned()
    } else if rest.is_empty() && is_silent(last) {
        format!("{head}{behind}")
    } else if rest.is_empty() && !DANGLING.contains(&last) {
        format!("{before}{behind}")
    } else if behind.is_empty() || behind.starts_with([',', ')', ':', ';']) {
        format!("{before} …{behind}")
    } else {
        format!("{before} … {behind}")
    };
    let words: Vec<String> = what
        .split_whitespace()
        .filter(|word| *word != "…")
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    // By 2010 it had spread; the last was built.
    let lead = matches!(word(0), "in" | "on" | "by" | "at");
    let subject = (0..=3).any(|at| lead && PRONOUNS.contains(&word(at)));
    let ordinal = word(0) == "the" && VERBS.contains(&word(2)) && ORDINALS.contains(&word(1));
    let points = POINTING.contains(&word(0)) || PRONOUNS.contains(&word(0));
    if points || subject || ordinal || words.len() <= FEWEST_WORDS {
        return None;
    }
    if width(&what) <= WIDEST_EVENT {
        return Some(what);
    }
    // What is only added goes: "…, ending 61 years of production".
    let gap = what.find('…').unwrap_or(0);
    let cuts: Vec<usize> = what.match_indices(", ").map(|(at, _)| at).collect();
    cuts.into_iter().rev().find_map(|at| {
        let added = what.get(at + 2..)?.split(' ').next()?;
        let kept = what.get(..at)?;
        let whole = kept.matches('"').count().is_multiple_of(2)
            && kept.matches('(').count() == kept.matches(')').count();
        let adds = added.ends_with("ing") || ADDED.contains(&added);
        (adds && whole && at > gap && width(kept) <= WIDEST_EVENT).then(|| kept.to_owned())
    })
}

/// The clause of a sentence in which a date stands alone, where it is one by
/// itself; else the sentence.
fn clause(source: &Source, sentence: &Range<usize>, found: &DateFound) -> Range<usize> {
    let alone = |side: &Range<usize>| {
        let here = found.span.start >= side.start && found.span.end <= side.end;
        here && others(source, side, found).next().is_none()
    };
    if alone(sentence) {
        return sentence.clone();
    }
    let text = source.prose.at(sentence);
    let joints = joints(text).into_iter().filter_map(|(end, start, whole)| {
        let (before, behind) = (text.get(..end)?, text.get(start..)?);
        let english = source.lang == Lang::En;
        let is_whole = if english { is_clause } else { tells_of_one };
        let first =
            is_whole(before) && (whole || !HOLDING.iter().any(|word| before.contains(word)));
        let second = whole && is_whole(behind) && !(english && starts_small(behind));
        Some((end, start, first, second))
    });
    let mut sides = joints.filter_map(|(end, start, first, second)| {
        let before = sentence.start..sentence.start + end;
        let behind = sentence.start + start..sentence.end;
        let before = Some(before).filter(|side| first && alone(side));
        before.or_else(|| Some(behind).filter(|side| first && second && alone(side)))
    });
    sides.next().unwrap_or_else(|| sentence.clone())
}

/// Where one clause may end and the next begin, and whether the next one may have
/// what it tells of in it; without, it is that of the one before.
fn joints(text: &str) -> Vec<(usize, usize, bool)> {
    let mut joints = Vec::new();
    for joint in ["; ", ", and ", ", but ", ", while "] {
        let places = text.match_indices(joint);
        joints.extend(places.map(|(at, joint)| (at, at + joint.len(), true)));
    }
    for joint in [" and ", " but "] {
        let places = text.match_indices(joint).filter(|(at, joint)| {
            let next = text.get(at + joint.len()..).unwrap_or_default();
            is_verb(next.split(' ').next().unwrap_or_default())
        });
        joints.extend(places.map(|(at, joint)| (at, at + joint.len(), false)));
    }
    for joint in ["고, ", "고 "] {
        let places = text.match_indices(joint);
        let past = places.filter(|(at, _)| text.get(..*at).is_some_and(is_past));
        joints.extend(past.map(|(at, joint)| (at + '고'.len_utf8(), at + joint.len(), true)));
    }
    joints
}

/// The dates that stand within a span besides one.
fn others<'s>(
    source: &'s Source,
    span: &Range<usize>,
    found: &DateFound,
) -> impl Iterator<Item = &'s DateFound> {
    let (own, end) = (found.span.clone(), span.end);
    let here = super::within(&source.dates, span);
    here.filter(move |date| date.span != own && date.span.end <= end)
}

/// Whether the words of an English clause begin with what it tells of and have a
/// verb.
fn is_clause(clause: &str) -> bool {
    let mut words = clause
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let Some(first) = words.next() else {
        return false;
    };
    let named = first.starts_with(char::is_uppercase) || ARTICLES.contains(&first);
    named && words.any(is_verb)
}

/// Whether a word is a verb of English, most likely of the past.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.contains(&word) || word.len() > 4 && word.ends_with("ed")
}

/// Whether a clause has a pronoun's article: "its last ship was sold".
fn starts_small(clause: &str) -> bool {
    let first = clause.split(' ').next().unwrap_or_default();
    POINTING.contains(&first)
}

/// Words of a clause within another one, which goes on behind an "and".
const HOLDING: &[&str] = &[
    " who ", " which ", " that ", " after ", " when ", " whose ", " where ",
];
const ARTICLES: &[&str] = &["the", "a", "an", "its", "their", "his", "her"];
/// Verbs that no noun is.
const VERBS: &[&str] = &[
    "is", "was", "are", "were", "has", "had", "have", "will", "would", "fell", "rose", "began",
    "took", "went", "came", "became", "made", "won", "lost", "grew", "sold", "bought", "built",
    "said", "told", "left", "held", "gave", "got",
];
/// What begins something that is only added to a clause.
const ADDED: &[&str] = &["which", "who", "according", "where", "whose", "after"];

/// What an English clause tells of where another one says who that is.
const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i", "you", "that", "this"];
/// Nouns only of what stands before: "the last was built".
const ORDINALS: &[&str] = &[
    "first", "second", "third", "last", "other", "others", "latter", "former", "rest", "two",
];
/// Words that say something only before a date.
const DANGLING: &[&str] = &[
    "by", "for", "of", "to", "from", "around", "about", "late", "early", "mid", "in", "on", "at",
    "through", "during", "as",
];

/// Words that are of a sentence before, which is not there to be read.
const POINTING: &[&str] = &[
    "he",
    "she",
    "they",
    "it",
    "this",
    "that",
    "these",
    "those",
    "we",
    "i",
    "there",
    "his",
    "her",
    "their",
    "its",
    "him",
    "them",
    "and",
    "but",
    "그는",
    "그가",
    "그녀는",
    "그녀가",
    "그의",
    "이는",
    "이들은",
    "그들은",
    "이것은",
    "이곳은",
    "이",
    "그",
    "당시",
    "이후",
    "이때",
    "그때",
];

/// Signs with which a name may begin.
const QUOTES: [char; 6] = ['‘', '“', '「', '"', '\'', '('];
