//! A quiz as the log keeps it: what was wanted, what was asked, what was answered.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::answer::{Outcome, Reason};
use crate::deck::{CardId, DeckId};
use crate::order::Order as _;
use crate::schedule::EventId;

/// What a quiz is to be. The same brief on the same decks makes the same quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// Of these decks; of all if none are named.
    pub decks: Vec<DeckId>,
    /// Of cards with one of these tags; of all if none are named.
    pub tags: Vec<String>,
    /// Questions of these kinds; of all if none are named.
    pub kinds: Vec<Kind>,
    /// At most so many questions.
    pub number: u32,
    /// How long one may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What chance goes by: the same seed, the same quiz.
    pub seed: u64,
    /// Whether questions in a card's own form count as reviews.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub count_reviews: bool,
}

impl Brief {
    /// How many questions there are where nothing else is wanted.
    pub const NUMBER: u32 = 20;
    /// A seed that is drawn is from 1 to this: one can say it aloud.
    pub const LAST_SEED: u64 = 9999;

    /// What tries have to share to be compared: decks, tags and kinds, whatever
    /// their order.
    pub fn scope(&self) -> String {
        let mut decks: Vec<&str> = self.decks.iter().map(DeckId::as_str).collect();
        let mut tags: Vec<&str> = self.tags.iter().map(String::as_str).collect();
        let mut kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.name()).collect();
        for names in [&mut decks, &mut tags, &mut kinds] {
            names.order();
            names.dedup();
        }
        format!("{}|{}|{}", decks.join(","), tags.join(","), kinds.join(","))
    }
}

/// How long one may take, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// For each question.
    Question(u32),
    /// For all of them; the time in which verdicts are read does not count.
    Whole(u32),
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A value with a unit.
    Figure,
    /// A day, month or year.
    Date,
    /// A name or another text.
    Name,
    /// Some of several.
    List,
    /// Lines in their order.
    Order,
    /// What belongs to what.
    Pairs,
    /// Which is larger, by how many times.
    Comparison,
    /// Who says so.
    Source,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Kind; 8] = [
        Kind::Figure,
        Kind::Date,
        Kind::Name,
        Kind::List,
        Kind::Order,
        Kind::Pairs,
        Kind::Comparison,
        Kind::Source,
    ];

    /// The word of the command line and of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Figure => "figure",
            Kind::Date => "date",
            Kind::Name => "name",
            Kind::List => "list",
            Kind::Order => "order",
            Kind::Pairs => "pairs",
            Kind::Comparison => "comparison",
            Kind::Source => "source",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Kind::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| {
                let names = Kind::ALL.map(Kind::name).join(", ");
                format!("unknown kind '{name}'; use one of {names}")
            })
    }
}

/// In which form a card is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// As in study.
    Own,
    /// Typed, where study only has it recalled.
    Typed,
    /// Picked among choices made up for it.
    Chosen,
    /// Who says so, picked among others who might.
    Source,
}

/// One question of a quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The card.
    pub card: CardId,
    /// The form it is asked in.
    pub form: Form,
}

/// One answer given in a quiz.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuizAnswer {
    /// The event with which the quiz began.
    pub quiz: EventId,
    /// Which question it answers, from 0.
    pub question: u32,
    /// Its card, as it was called then.
    pub card: CardId,
    /// What was typed or picked, as text; empty for nothing.
    pub answered: String,
    /// How it was judged.
    pub verdict: Outcome,
    /// Why.
    pub reason: Reason,
    /// From the question to the answer, in milliseconds.
    pub took_ms: u32,
    /// Whether the time was over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
}

/// A quiz that was ended, in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// The event with which it began.
    pub quiz: EventId,
    /// Answers that were right, or nearly.
    pub right: u32,
    /// Questions it had.
    pub questions: u32,
}
