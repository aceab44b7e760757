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

/// Who says what a sentence of an article says, if the sentence names them.
pub(super) fn of(source: &Source, sentence: &Range<usize>) -> Option<Speaker> {
    said(&source.at(sentence), source.lang)
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
