//! Who says what a sentence says: `according to the Coastal Institute`,
//! `한국IDC에 따르면`, `X said`, `X는 …라고 밝혔다`.
//!
//! Only who is named counts: that "it" or "the company" says so makes no claim
//! of which a reader would know whose it is.

mod english;
mod korean;
#[cfg(test)]
mod tests;

pub(in crate::author) use korean::{is_topic, without_saying};

use std::ops::Range;

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
    fn at(&self, span: &Range<usize>) -> String {
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
    let told = match source.lang {
        // In Korean who says it stands before it.
        Lang::Ko => said(&text, source.lang).filter(|told| {
            let before = source.at(&(sentence.start..figure.start));
            before.contains(&told.by)
        }),
        Lang::En => {
            let until = source.at(&(sentence.start..figure.end)).len();
            english_clause(&text, until)
        }
    };
    told.or_else(|| {
        let forecast = match source.lang {
            Lang::En => english::by_pronoun(&text).or_else(|| goes_on(&text)),
            Lang::Ko => korean::by_pronoun(&text),
        }?;
        Some(Speaker {
            by: named_before(source, sentence)?,
            forecast,
        })
    })
}

/// Who says what an English sentence says of a figure that ends at byte `until`.
fn english_clause(text: &str, until: usize) -> Option<Speaker> {
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
    let mut told = told?;
    // Who the speaker is, is told by the article: "said X, who heads 415 growers".
    let who = said_so_far.rfind(", who ");
    if who.is_some_and(|at| {
        said_so_far
            .get(at + 2..)
            .is_some_and(|rest| !rest.contains(", "))
            && said_so_far
                .get(..at)
                .is_some_and(|head| head.ends_with(&told.by))
    }) {
        return None;
    }
    // What is only added is as it is: "the port, which handles 38%, will …".
    let added = said_so_far.rfind(", which ").filter(|at| {
        let rest = said_so_far.get(at + 2..).unwrap_or_default();
        !rest.contains(", ")
    });
    if let Some(at) = added {
        let rest = text.get(at + 2..).unwrap_or_default();
        let added = rest.split(", ").next().unwrap_or_default();
        told.forecast &= english::comes(added);
    }
    Some(told)
}

/// Whether an English sentence is a quote as a whole, which goes on from the one
/// before it, and then whether it tells of the time to come.
fn goes_on(text: &str) -> Option<bool> {
    let inside = text.strip_prefix(['"', '“'])?;
    let inside = inside.trim_end_matches(['"', '”']);
    let whole = !inside.contains(['"', '“', '”']);
    whole.then(|| english::comes(text))
}

/// So many sentences before it someone may be named whom a sentence calls "he".
const NEAR: usize = 3;

/// The person who was the last to say something before a sentence.
fn named_before(source: Speaking<'_>, sentence: &Range<usize>) -> Option<String> {
    let at = source
        .body
        .partition_point(|other| other.start < sentence.start);
    let before = source.body.get(at.saturating_sub(NEAR)..at)?;
    before.iter().rev().find_map(|sentence| {
        let text = source.at(sentence);
        let by = said(&text, source.lang)?.by;
        people::names(&text, source.lang)
            .contains(&by)
            .then_some(by)
    })
}

/// Who says what a text of one sentence says.
fn said(text: &str, lang: Lang) -> Option<Speaker> {
    let people = people::names(text, lang);
    let speaker = match lang {
        Lang::En => english::speaker(text, &people),
        Lang::Ko => korean::speaker(text, &people),
    }?;
    let sound = speaker.by.contains(char::is_alphabetic) && width(&speaker.by) <= WIDEST;
    sound.then_some(speaker)
}
