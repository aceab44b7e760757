//! Running text: an article cut into lines and sentences, and the figures,
//! dates and names that stand in it, each with its place.
//!
//! Nothing here reads a figure or a date by itself: [`figures`] and [`dates`]
//! find where one may begin, and hand ever longer pieces to
//! [`Figure::parse`](crate::figure::Figure::parse) and
//! [`Date::parse`](crate::figure::Date::parse).

pub(in crate::author) mod clause;
mod dates;
mod decades;
mod elsewhere;
mod figures;
pub(in crate::author) mod html;
mod months;
mod names;
mod offices;
pub(in crate::author) mod people;
mod relative;
mod sentences;
mod spans;
pub(in crate::author) mod speaker;
pub(in crate::author) mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

pub(in crate::author) use dates::is_day_or_month;
pub use dates::{DateFound, dates};
pub(in crate::author) use decades::is_decade;
pub(in crate::author) use elsewhere::{ends, without_marks};
pub use figures::{FigureFound, figures};
pub(in crate::author) use figures::{is_plural, is_unread, may_say};
pub(in crate::author) use html::is_html;
pub use months::months;
pub use names::{Names, designations, words};
pub(in crate::author) use offices::OFFICES;
pub(in crate::author) use people::{Person, Role, names as names_of_people, people};
pub use terms::{Term, TermFound, is_term, terms};
pub(in crate::author) use verbs::{is_of_saying, is_verb, states};

use crate::text::{Lang, is_hangul, nfc, safe_line};

/// Ends a block (a paragraph, a cell) within a line of an HTML file.
const BLOCK: char = '\u{2029}';

/// A text as it is read: composed, of one width, without markup, line for line
/// that of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    text: String,
    lines: Vec<usize>,
    sentences: Vec<Range<usize>>,
}

impl Prose {
    /// Reads an article: plain text, Markdown or HTML.
    pub fn read(text: &str) -> Prose {
        if html::is_html(text) {
            Prose::of(tidy(&html::text(text)), true)
        } else {
            Prose::of(tidy(text), false)
        }
    }

    /// Reads an article as [`Prose::read`] does, of HTML without what stands
    /// beside the article: menus, columns, what is below the page.
    pub fn article(text: &str) -> Prose {
        if html::is_html(text) {
            Prose::of(tidy(&html::article(text)), true)
        } else {
            Prose::of(tidy(text), false)
        }
    }

    /// Reads a text that is no file: a question, a note.
    pub fn plain(text: &str) -> Prose {
        Prose::of(tidy(text), true)
    }

    /// With `flowing`, the end of a line means nothing.
    fn of(text: String, flowing: bool) -> Prose {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        let sentences = sentences::cut(&text, flowing);
        Prose {
            text,
            lines,
            sentences,
        }
    }

    /// All of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part at `span`, of which ends inside a character are moved outwards.
    pub fn at(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The number of the line on which a byte stands, from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte).max(1)
    }

    /// A line by its number, from 1, without its end.
    pub fn line(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|at| self.lines.get(at));
        let end = self.lines.get(number).copied().unwrap_or(self.text.len());
        start
            .and_then(|start| self.text.get(*start..end))
            .unwrap_or_default()
            .trim_end_matches(['\n', '\r'])
    }

    /// Its sentences, in order; headings, cells and items of lists are some too.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// Its paragraphs, in order. Lines that are only wrapped are of one: a line
    /// that ends a sentence ends a paragraph as well.
    pub fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut paragraphs = Vec::new();
        let (mut start, mut at) = (0, 0);
        for line in self.text.split_inclusive(['\n', BLOCK]) {
            at += line.len();
            let words = line.trim();
            let ends = words.is_empty() || words.ends_with(['.', '?', '!', '"', '”', '’', ')']);
            if ends || line.ends_with(BLOCK) {
                paragraphs.push(start..at);
                start = at;
            }
        }
        paragraphs.push(start..at);
        paragraphs.retain(|span| !self.at(span).trim().is_empty());
        paragraphs
    }

    /// The index of the sentence in which a byte stands, or of the one before it.
    pub fn sentence_of(&self, byte: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.start <= byte)
            .saturating_sub(1)
    }
}

/// Composed, with full-width forms as plain ones; no end of line comes or goes.
fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let one_width = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{3000}' => ' ',
        '\u{223C}' | '\u{301C}' => '~',
        c => c,
    };
    let unseen = |c: &char| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\r');
    nfc(&text
        .chars()
        .filter(unseen)
        .map(one_width)
        .collect::<String>())
}

/// A text on one line, with single blanks, that may stand in a deck.
pub(in crate::author) fn line(text: &str) -> String {
    let text = text.replace('\u{FFFD}', " ");
    let words = safe_line(&text);
    let plain = |c: &char| !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let words: String = words.chars().filter(plain).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language of most of its letters: a Korean article has Latin names in it,
/// an English one hardly a word of Hangul.
pub(in crate::author) fn language(prose: &Prose, body: &[Range<usize>]) -> Lang {
    let (mut hangul, mut latin) = (0_usize, 0_usize);
    let whole = std::iter::once(0..prose.text().len()).filter(|_| body.is_empty());
    let spans: Vec<Range<usize>> = whole.chain(body.iter().cloned()).collect();
    for c in spans.iter().flat_map(|span| prose.at(span).chars()) {
        hangul += usize::from(is_hangul(c));
        latin += usize::from(c.is_ascii_alphabetic());
    }
    // A syllable says as much as three letters.
    if hangul * 3 > latin {
        Lang::Ko
    } else {
        Lang::En
    }
}
