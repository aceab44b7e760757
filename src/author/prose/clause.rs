//! Clauses: what of a sentence says all of a figure or a date in it, and nothing
//! of another one.

use std::ops::Range;

use super::speaker::Speaking;
use super::speaker::{is_topic, without_saying};
use super::{is_verb, line};
use crate::text::{Lang, is_hangul, width};

/// A clause around a figure or a date, in the article's words.
pub(in crate::author) struct Clause {
    /// Where it stands.
    pub span: Range<usize>,
    /// Its words before the figure or date.
    pub before: String,
    /// Those behind it, without the mark at the end.
    pub behind: String,
    /// Whether blanks stand between those and the figure or date: none before 로
    /// of `690만 TEU로`.
    pub apart: (bool, bool),
    /// Whether it is what someone says, as a whole.
    pub quoted: bool,
    /// Whether its sentence ends with it.
    ends: bool,
}

impl Clause {
    /// The clause of a `sentence` around what stands at `hole`, of what is quoted
    /// without who says it. It is as wide as one that is `enough`, or as short as
    /// one can be that is whole by itself.
    pub fn around(
        source: Speaking<'_>,
        sentence: &Range<usize>,
        hole: &Range<usize>,
        enough: impl Fn(&Range<usize>) -> bool,
    ) -> Clause {
        let quote = quote(source, sentence, hole);
        let whole = quote.clone().unwrap_or_else(|| sentence.clone());
        let mut span = whole.clone();
        while !enough(&span)
            && let Some(side) = side(source, &span, hole)
        {
            span = side;
        }
        let head = source.prose.at(&(span.start..hole.start));
        let tail = source.prose.at(&(hole.end..span.end));
        let (before, behind) = (line(head), line(tail));
        let ends = ['.', '。', ',', ';'];
        let behind = behind.trim_end_matches(ends).trim_end();
        let mut clause = Clause {
            before: without_source(&before).to_owned(),
            behind: behind.to_owned(),
            apart: (
                head.ends_with(char::is_whitespace),
                tail.starts_with(char::is_whitespace),
            ),
            quoted: quote.is_some(),
            ends: span.end == sentence.end,
            span,
        };
        if source.lang == Lang::Ko && !(clause.quoted || clause.ends) {
            clause.close();
        }
        clause
    }

    /// Its words with an ellipsis for what stands in it.
    pub fn with_gap(&self) -> String {
        format!("{}{}", self.head(), self.behind)
    }

    fn head(&self) -> String {
        let blank = |apart: bool| if apart { " " } else { "" };
        let (before, behind) = (blank(self.apart.0), blank(self.apart.1));
        format!("{}{before}…{behind}", self.before)
    }

    /// What goes on behind it is told to its end: `팔았고` becomes `팔았다`.
    fn close(&mut self) {
        let rest = JOINING.iter().find_map(|end| self.behind.strip_suffix(end));
        if let Some(rest) = rest.filter(|rest| is_past(rest)) {
            self.behind = format!("{rest}다");
        }
    }

    /// The clause without that someone says it: `X는 매출이 …로 늘었다고 밝혔다`; as
    /// it is where the figure or date is of who says it, and when.
    pub fn without_saying(self) -> Clause {
        self.told().unwrap_or(self)
    }

    fn told(&self) -> Option<Clause> {
        let ends = self.ends && !self.quoted;
        let told = without_saying(&self.with_gap()).filter(|_| ends)?;
        let behind = told.strip_prefix(&self.head())?.to_owned();
        // Who says it is the topic, where the rest has a subject of its own.
        let topic = self.before.split_inclusive(' ');
        let topic = topic.scan(0, |end, word| {
            *end += word.len();
            Some((*end, word.trim_end()))
        });
        let topic = topic.take(LONGEST_TOPIC).find(|(_, word)| is_topic(word));
        let rest = topic.and_then(|(end, _)| self.before.get(end..));
        let before = rest
            .filter(|rest| tells_of_one(rest))
            .unwrap_or(&self.before);
        // The day that follows it is that of saying it, if no other one is.
        let said = self.behind.strip_prefix(behind.trim_end_matches('다'));
        let dated = said.is_some_and(|said| said.contains(|c: char| c.is_ascii_digit()));
        let day = topic.map(|(end, _)| end).filter(|_| !dated);
        let before = match day.and_then(|end| self.before.get(end..)) {
            Some(rest) => match without_day(rest) {
                Some(undated) if before.len() == rest.len() => undated.to_owned(),
                Some(undated) => {
                    format!("{}{undated}", before.strip_suffix(rest).unwrap_or_default())
                }
                None => before.to_owned(),
            },
            None => before.to_owned(),
        };
        Some(Clause {
            before: before.trim_start().to_owned(),
            behind,
            span: self.span.clone(),
            ..*self
        })
    }
}

/// A text without the day of the month with which it begins.
fn without_day(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix("일 ").filter(|_| rest.len() < text.len())
}

/// Who says something is named in so many words at most.
const LONGEST_TOPIC: usize = 5;
/// Endings with which a Korean clause goes on to the next.
const JOINING: [&str; 3] = ["고", "으며", "지만"];

/// What is said between the quotes around a `hole`, if it is more than a name.
fn quote(
    source: Speaking<'_>,
    sentence: &Range<usize>,
    hole: &Range<usize>,
) -> Option<Range<usize>> {
    const FEWEST: usize = 3;
    let before = source.prose.at(&(sentence.start..hole.start));
    let behind = source.prose.at(&(hole.end..sentence.end));
    let opens = match before.rfind('“') {
        Some(at) if before.rfind('”').is_none_or(|end| end < at) => at + '“'.len_utf8(),
        _ if before.matches('"').count() % 2 == 1 => before.rfind('"')? + 1,
        _ => return None,
    };
    let closes = behind.find(['”', '"']).unwrap_or(behind.len());
    let span = sentence.start + opens..hole.end + closes;
    let words = source.prose.at(&span).split_whitespace().count();
    (words >= FEWEST).then_some(span)
}

/// A text without what is only added at its end, as wide as it may be at `most`:
/// "…, ending 61 years of production". What stands before its ellipsis stays.
pub(in crate::author) fn without_added(text: &str, most: usize) -> Option<String> {
    let gap = text.find('…').unwrap_or(0);
    let cuts: Vec<usize> = text.match_indices(", ").map(|(at, _)| at).collect();
    cuts.into_iter().rev().find_map(|at| {
        let added = text.get(at + 2..)?.split(' ').next()?;
        let kept = text.get(..at)?;
        let adds = added.ends_with("ing") || ADDED.contains(&added);
        (adds && is_balanced(kept) && at > gap && width(kept) <= most).then(|| kept.to_owned())
    })
}

/// The last word of who it is that tells something.
const SOURCES: &[&str] = &["따르면", "의하면", "보면"];

/// Whether a word is the last of those that say who tells something.
pub(in crate::author) fn is_source(word: &str) -> bool {
    SOURCES.contains(&word.trim_end_matches(','))
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

/// Whether one of the words is what a Korean sentence is about.
pub(in crate::author) fn tells_of_one(words: &str) -> bool {
    const MARKS: [char; 5] = ['은', '는', '이', '가', '도'];
    words.split(' ').any(|word| {
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let place = ["에는", "에도"].iter().any(|end| word.ends_with(end));
        word.chars().count() >= 2 && word.ends_with(MARKS) && !place
    })
}

/// The clause of a `span` in which a hole stands, where it is one by itself.
fn side(source: Speaking<'_>, span: &Range<usize>, hole: &Range<usize>) -> Option<Range<usize>> {
    let text = source.prose.at(span);
    let english = source.lang == Lang::En;
    let is_whole = if english { is_clause } else { tells_of_one };
    joints(text).into_iter().find_map(|(end, start, whole)| {
        let (before, behind) = (text.get(..end)?, text.get(start..)?);
        let first = is_whole(before)
            && is_balanced(before)
            && (whole || !HOLDING.iter().any(|word| before.contains(word)));
        let second = whole && is_whole(behind) && !(english && starts_small(behind));
        if !first {
            None
        } else if hole.end <= span.start + end {
            Some(span.start..span.start + end)
        } else {
            (second && hole.start >= span.start + start).then(|| span.start + start..span.end)
        }
    })
}

/// Whether quotes and brackets that open in a text close in it.
fn is_balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    let pairs = [('“', '”'), ('(', ')')];
    let paired = |(open, close): (char, char)| count(open) == count(close);
    count('"').is_multiple_of(2) && pairs.into_iter().all(paired)
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
    for ending in JOINING {
        let places = text.match_indices(ending).filter_map(|(at, ending)| {
            let past = text.get(..at).is_some_and(is_past);
            let behind = text.get(at + ending.len()..)?;
            let rest = behind.strip_prefix(',').unwrap_or(behind);
            let next = rest.strip_prefix(' ').filter(|_| past)?;
            Some((at + ending.len(), text.len() - next.len(), true))
        });
        joints.extend(places);
    }
    joints
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
/// What begins something that is only added to a clause.
const ADDED: &[&str] = &["which", "who", "according", "where", "whose", "after"];

/// Whether a word is of a sentence before, which is not there to be read.
pub(in crate::author) fn points(word: &str) -> bool {
    POINTING.contains(&word)
}

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
    "my",
    "our",
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
    "이를",
    "이에",
    "이날",
    "당시",
    "이후",
    "이때",
    "그때",
];
