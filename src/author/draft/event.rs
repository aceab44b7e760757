//! What happened on a date, in the article's words: the whole sentence, or a whole
//! clause of it, with an ellipsis where the date stands. What cannot be told so
//! is told by no event: half a clause says of a date what is another one's.

use std::ops::Range;

use super::Source;
use super::gaps::distance::{is_beside, part_of_day};
use crate::author::prose::clause::{Clause, is_source, points, tells_of_one, without_added};
use crate::author::prose::{DateFound, is_verb};
use crate::text::{Lang, is_hangul, width};

/// A line of a timeline is at most so wide.
const WIDEST_EVENT: usize = 170;
/// As few words of English say nothing, in so many more.
const FEWEST_WORDS: usize = 3;
/// In fewer words than this a pronoun is not told of what it stands for.
const FEWEST_WITH_OBJECT: usize = 9;

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
    let head = source.prose.at(&(sentence.start..found.span.start));
    if is_beside(written, head) {
        return None;
    }
    let alone = |span: &Range<usize>| others(source, span, found).next().is_none();
    let around = || Clause::around(source.speaking(), sentence, &found.span, alone);
    let told = around().without_saying();
    // What is to come is only told of on the day that is over.
    let over = source.head.date.is_none_or(|day| found.date <= day);
    let comes = ["겠다", "것이다"]
        .iter()
        .any(|end| told.behind.ends_with(end));
    let clause = if over && comes { around() } else { told };
    let end = found.span.end + usize::from(clause.apart.1) + clause.behind.len();
    let within = clause.span.start..clause.span.end.min(end);
    let shared = !alone(&within);
    let (before, behind) = (clause.before.as_str(), clause.behind.as_str());
    // Wednesday evening goes as a whole.
    let part = part_of_day(behind).filter(|_| source.lang == Lang::En);
    let behind = part
        .and_then(|part| behind.strip_prefix(part))
        .map_or(behind, str::trim_start);
    // How something is as of a date did not happen then.
    let state = behind.trim_start().starts_with("기준") || ends_as_of(before);
    if state {
        return None;
    }
    // The day of a report is not that of what stands in it.
    let mut days = others(source, &clause.span, found).filter(|date| date.date.day.is_some());
    if behind.split(' ').any(is_source)
        || source.lang == Lang::Ko && !behind.contains(" ") && days.next().is_some()
    {
        return None;
    }
    // What is quoted may be no sentence: “공급이 10월 21일 시작된 덕분”이라고
    if clause.quoted && source.lang == Lang::Ko && !behind.ends_with(['다', '요']) {
        return None;
    }
    let what = if source.lang == Lang::Ko || behind.starts_with(is_hangul) {
        korean(before, behind, !clause.apart.1, shared)?
    } else {
        english(before, behind, shared)?
    };
    Some(Told { what, shared })
}

fn ends_as_of(before: &str) -> bool {
    let before = before.to_lowercase();
    before == "as of" || before.ends_with(" as of")
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
    let sound = tells && !points(first) && width(&what) <= WIDEST_EVENT;
    sound.then_some(what)
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
    // What was said is no event, but that something was announced is one.
    if before.starts_with(['"', '“']) {
        return None;
    }
    // "A survey published on … found it": the day of the survey, not of what was found.
    let next = behind.split(' ').next().unwrap_or_default();
    if is_silent(last) && is_verb(next) && !["is", "was", "are", "were"].contains(&next) {
        return None;
    }
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
    let ordinal = word(0) == "the" && is_verb(word(2)) && ORDINALS.contains(&word(1));
    let pointing = points(word(0)) || PRONOUNS.contains(&word(0));
    // Cuba sent eight of them.
    let object = words.len() < FEWEST_WITH_OBJECT
        && words
            .iter()
            .any(|word| matches!(word.as_str(), "them" | "him"));
    if pointing || subject || ordinal || object || words.len() <= FEWEST_WORDS {
        return None;
    }
    if width(&what) <= WIDEST_EVENT {
        return Some(what);
    }
    without_added(&what, WIDEST_EVENT)
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

/// Signs with which a name may begin.
const QUOTES: [char; 6] = ['‘', '“', '「', '"', '\'', '('];
