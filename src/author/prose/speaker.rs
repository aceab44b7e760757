//! Who says what a sentence says: `according to the Coastal Institute`,
//! `한국IDC에 따르면`, `X said`, `X는 …라고 밝혔다`.
//!
//! Only who is named counts: that "it" or "the company" says so makes no claim
//! of which a reader would know whose it is.

mod english;
mod english_clause;
mod english_name;
mod english_words;
mod korean;
mod korean_words;
#[cfg(test)]
mod tests;

pub(in crate::author) use korean::{is_topic, without_saying};

use std::ops::Range;

use super::clause::Clause;
use super::{Prose, line, people};
use crate::text::{Lang, width};

/// A name wider than this is none.
const WIDEST: usize = 48;

/// What says of a whole sentence who said it has at most so many words behind
/// the last comma: "X said on Tuesday".
const LONGEST_TAIL: usize = 8;

/// Who says something, and of what kind it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::author) struct Speaker {
    /// Who, in the sentence's own words.
    pub by: String,
    /// Whether it is told of the time to come.
    pub forecast: bool,
}

impl Speaker {
    /// The status of a fact that is told so.
    pub fn status(&self) -> &'static str {
        if self.forecast { "forecast" } else { "claim" }
    }
}

/// An article, as far as it tells who says what.
#[derive(Debug, Clone, Copy)]
pub(in crate::author) struct Speaking<'p> {
    /// Its text.
    pub prose: &'p Prose,
    /// The sentences that are its own.
    pub body: &'p [Range<usize>],
    /// The people whom it names in full.
    pub people: &'p [String],
    /// Its language.
    pub lang: Lang,
}

impl Speaking<'_> {
    pub fn at(&self, span: &Range<usize>) -> String {
        line(self.prose.at(span))
    }
}

/// Who says what a sentence of an article says of a figure in it, if the
/// sentence names them, or the person whom it calls "he" or "she" was named just
/// before.
pub(in crate::author) fn of(
    source: Speaking<'_>,
    sentence: &Range<usize>,
    figure: &Range<usize>,
) -> Option<Speaker> {
    let mut told = told(source, sentence, figure)?;
    // The whole name, where it was given before.
    let ends = |name: &&String| {
        name.strip_suffix(told.by.as_str())
            .is_some_and(|rest| rest.ends_with(' '))
    };
    if let Some(whole) = source.people.iter().find(ends) {
        told.by.clone_from(whole);
    }
    Some(told)
}

fn told(source: Speaking<'_>, sentence: &Range<usize>, figure: &Range<usize>) -> Option<Speaker> {
    let text = source.at(sentence);
    let before = source.at(&(sentence.start..figure.start));
    let behind = source.prose.at(&(figure.end..sentence.end));
    // From what something will change is no forecast.
    let changes = before.ends_with(" from") || behind.starts_with("에서 ");
    // Nor is of how many it will be some.
    let changes = changes
        || english_clause::is_base(&before)
        || [" 가운데 ", " 중 ", " 중에"]
            .iter()
            .any(|of| behind.starts_with(of));
    let told = match source.lang {
        // In Korean who says it stands before it.
        Lang::Ko => {
            let clause = Clause::around(source, sentence, figure, |_| false);
            let clause = source.at(&clause.span);
            let told = said_of(&text, &clause, source.lang);
            let stands = |by: &str| before.contains(by) || korean::stands_behind(by, behind);
            told.filter(|told| stands(&told.by)).or_else(|| {
                Some(Speaker {
                    forecast: korean::by_pronoun(&text, &clause)?,
                    by: named_before(source, sentence)?,
                })
            })
        }
        Lang::En => {
            let until = source.at(&(sentence.start..figure.end)).len();
            let clause = english_clause::clause(&text, until);
            let told = said_of_figure(&text, until).or_else(|| {
                (english::is_by_pronoun(&text) || goes_on(&text)).then_some(())?;
                named_before(source, sentence)
            });
            let forecast = english::comes(&clause) || english::foretells(&clause);
            // What its own people expect is expected by it.
            let own = || english::is_by_its_own(&text).then(|| body_before(source, sentence));
            let told = told.or_else(|| own().flatten().filter(|_| forecast));
            told.map(|by| Speaker { by, forecast })
        }
    };
    told.map(|told| Speaker {
        forecast: told.forecast && !changes,
        ..told
    })
}

/// Who says what an English sentence says of a figure that ends at byte `until`.
fn said_of_figure(text: &str, until: usize) -> Option<String> {
    // Another clause is another's: "X broke ground, and Y said that …".
    let (said_so_far, behind) = text.split_at_checked(until)?;
    let joints = [", and ", ", but ", "; "];
    let clause = joints.iter().filter_map(|joint| behind.find(joint)).min();
    let told = match clause {
        None => said(text, Lang::En),
        Some(clause) => {
            let whole = format!("{said_so_far}{}", behind.get(..clause)?);
            let last = text.rsplit_once(", ").map(|(_, last)| last);
            let last = last.filter(|last| last.split(' ').count() <= LONGEST_TAIL);
            said(&whole, Lang::En).or_else(|| said(last?, Lang::En))
        }
    };
    // What is only added may be of another: "X said it will be built, which Y expects
    // would cost 5 million".
    let added = said_so_far.rsplit_once(", which ").map(|(_, added)| added);
    let added = added.filter(|added| !added.contains(", "));
    if let Some(added) = added.filter(|added| english_clause::is_told(added)) {
        return said(added, Lang::En).map(|speaker| speaker.by);
    }
    // So it is of the one behind it, if someone says that.
    let own = joints
        .iter()
        .filter_map(|joint| Some(said_so_far.rfind(joint)? + joint.len()));
    let own = own.max().and_then(|at| said(text.get(at..)?, Lang::En));
    let by = own.or(told)?.by;
    // So is what a thing that was reported is: "X reported a profit, which …".
    if english_clause::adds_to_what_is_reported(said_so_far) {
        return None;
    }
    // Who the speaker is, is told by the article: "said X, who heads 415 growers".
    let who = said_so_far.rfind(", who ");
    let of_speaker = who.is_some_and(|at| {
        let rest = said_so_far.get(at + 2..).unwrap_or_default();
        let head = said_so_far.get(..at).unwrap_or_default();
        !rest.contains(", ") && head.ends_with(&by)
    });
    (!of_speaker).then_some(by)
}

/// Whether an English sentence is a quote as a whole, which goes on from the one
/// before it.
fn goes_on(text: &str) -> bool {
    let inside = text.strip_prefix(['"', '“']);
    let inside = inside.map(|inside| inside.trim_end_matches(['"', '”']));
    inside.is_some_and(|inside| !inside.contains(['"', '“', '”']))
}

/// So many sentences before it someone may be named whom a sentence calls "he".
const NEAR: usize = 3;

/// The person whom a sentence calls "he": who was the last to say something before
/// it, or of whom a sentence before it tells.
fn named_before(source: Speaking<'_>, sentence: &Range<usize>) -> Option<String> {
    let at = source
        .body
        .partition_point(|other| other.start < sentence.start);
    let before = source.body.get(at.saturating_sub(NEAR)..at)?;
    for sentence in before.iter().rev() {
        let text = source.at(sentence);
        let people = people::people(&text, source.lang);
        if let Some(by) = said(&text, source.lang).map(|speaker| speaker.by) {
            let known = people.iter().any(|person| person.name == by);
            let told = text.find(by.as_str()).and_then(|at| text.get(at..));
            let person = || told.and_then(english_name::person).map(str::to_owned);
            if let Some(by) = known.then(|| by.clone()).or_else(person) {
                return Some(by);
            }
        }
        if let Some(name) = english::of_whom(&text) {
            return Some(name.to_owned());
        }
        let Some(first) = people.into_iter().min_by_key(|person| person.at) else {
            continue;
        };
        let (head, _) = text.split_at_checked(first.at)?;
        // "He replaced Diane Frome" goes on about who was named before.
        if head.split_whitespace().next().is_some_and(is_pronoun) {
            continue;
        }
        // Someone named in another place need not be who is meant.
        let is_subject = !head.split_whitespace().any(super::is_verb)
            && head.split_whitespace().count() <= LONGEST_HEAD;
        return is_subject.then_some(first.name);
    }
    None
}

/// The body that the sentence before another one tells of, as its first words.
fn body_before(source: Speaking<'_>, sentence: &Range<usize>) -> Option<String> {
    let at = source
        .body
        .partition_point(|other| other.start < sentence.start);
    let before = source.body.get(at.checked_sub(1)?)?;
    english::told_of(&source.at(before))
}

/// What a sentence tells of has so many words before its name at most: "The chief
/// executive of Merrow, Ruth Vane,".
const LONGEST_HEAD: usize = 6;

fn is_pronoun(word: &str) -> bool {
    [
        "He",
        "She",
        "His",
        "Her",
        "그는",
        "그가",
        "그녀는",
        "그녀가",
    ]
    .contains(&word)
}

/// Who says what a text of one sentence says.
fn said(text: &str, lang: Lang) -> Option<Speaker> {
    said_of(text, text, lang)
}

/// Who says what a clause of a sentence says.
fn said_of(text: &str, clause: &str, lang: Lang) -> Option<Speaker> {
    let people = people::names(text, lang);
    let speaker = match lang {
        Lang::En => english::speaker(text, &people),
        Lang::Ko => korean::speaker(text, clause, &people),
    }?;
    let sound = speaker.by.contains(char::is_alphabetic) && width(&speaker.by) <= WIDEST;
    sound.then_some(speaker)
}
