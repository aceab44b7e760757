//! Who says what a sentence says: `according to the Coastal Institute`,
//! `한국IDC에 따르면`, `X said`, `X는 …라고 밝혔다`.
//!
//! Only who is named counts: that "it" or "the company" says so makes no claim
//! of which a reader would know whose it is.

mod english;
mod korean;
#[cfg(test)]
mod tests;

use super::Source;
use super::people;
use crate::text::{Lang, width};
use std::ops::Range;

/// A name wider than this is none.
const WIDEST: usize = 48;

/// What says of a whole sentence who said it has at most so many words behind
/// the last comma: "X said on Tuesday".
const LONGEST_TAIL: usize = 8;

/// Who says something, and of what kind it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speaker {
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

/// Who says what a sentence of an article says of a figure in it, if the
/// sentence names them.
pub(super) fn of(
    source: &Source,
    sentence: &Range<usize>,
    figure: &Range<usize>,
) -> Option<Speaker> {
    let text = source.at(sentence);
    if source.lang == Lang::Ko {
        return said(&text, source.lang);
    }
    // Another clause is another's: "X broke ground, and Y said that …".
    let until = source.at(&(sentence.start..figure.end)).len();
    let (said_so_far, behind) = text.split_at_checked(until)?;
    let joints = [", and ", ", but ", "; "];
    let clause = joints.iter().filter_map(|joint| behind.find(joint)).min();
    let Some(clause) = clause else {
        return said(&text, source.lang);
    };
    let whole = format!("{said_so_far}{}", behind.get(..clause)?);
    let last = text.rsplit_once(", ").map(|(_, last)| last);
    let last = last.filter(|last| last.split(' ').count() <= LONGEST_TAIL);
    said(&whole, source.lang).or_else(|| said(last?, source.lang))
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
