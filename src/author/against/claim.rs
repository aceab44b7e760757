//! What an entry of a deck says, and its source should bear out.

use std::sync::Arc;

use super::names::Named;
use super::words::Told;
use crate::author::prose::Term;
use crate::deck::Place;
use crate::deck::yaml::Node;
use crate::figure::{Date, Figure, Period};

/// Something that an entry says, and its source should bear out.
pub(super) struct Claim<'w> {
    /// The entry's index among those of the deck; `None` for the deck itself.
    pub entry: Option<usize>,
    /// The name of the entry.
    pub name: &'w str,
    /// The key, with its language.
    pub key: &'w str,
    /// The value under the key.
    pub node: &'w Node,
    /// As it is written.
    pub written: String,
    /// Where.
    pub place: Place,
    /// What is claimed.
    pub what: What,
    /// The words of the text in which it is mentioned, in every language; none for
    /// what the entry is about.
    pub around: Option<Arc<Told>>,
}

/// What a claim says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// A figure.
    Figure(Figure),
    /// A figure that follows from facts.
    Computed(Vec<String>),
    /// A date; of a span in a text both are claimed.
    Date(Date),
    /// A span of dates, which is the answer.
    Span(Period),
    /// A quarter or a half of a year; of any year where none is told.
    Term(Term),
    /// The day on which something was true.
    AsOf(Date),
    /// A place in an order: "the 17th".
    Ordinal(u32),
    /// A name of letters and digits, in a text.
    Designation,
    /// A name.
    Name(Named),
    /// A number in another spelling of an answer, which the answer has not.
    Spelling,
    /// A formula that reckons a fact against itself.
    Itself,
}

impl Claim<'_> {
    /// Whether it is what the entry is about, and not something that one of its
    /// texts mentions.
    pub fn is_main(&self) -> bool {
        matches!(self.key, "value" | "number" | "date" | "reported")
    }

    /// Whether it stands in a text that says of what and when the entry's value is.
    pub fn is_headline(&self) -> bool {
        let base = self.key.split('.').next().unwrap_or_default();
        matches!(base, "ask" | "label")
    }

    /// Whether it stands in what is answered.
    pub fn is_answer(&self) -> bool {
        self.key.split('.').next() == Some("answer")
    }

    /// Whether its text says nothing else.
    pub fn is_alone(&self) -> bool {
        let text = self.node.text().unwrap_or_default();
        text.trim()
            .trim_end_matches('.')
            .eq_ignore_ascii_case(self.written.trim())
    }

    /// Whether it is a figure written out in a formula.
    pub fn is_of_formula(&self) -> bool {
        let text = self.node.text().unwrap_or_default();
        self.key == "value" && text.trim_start().starts_with('=')
    }

    /// A spelling of what it says that is the same for all spellings.
    pub fn spelling(&self) -> String {
        match &self.what {
            What::Figure(figure) => figure.number.value.to_string(),
            What::Date(date) | What::AsOf(date) => date.to_string(),
            What::Span(span) => format!("{}~{}", span.from, span.to),
            What::Term(term) => term.to_string(),
            What::Ordinal(number) => number.to_string(),
            _ => self.written.clone(),
        }
    }
}
