//! A card as it is studied: its texts with every fact filled in, what the
//! learner is to do, and its dateline.

use crate::deck::{CardId, Place};
use crate::figure::{Date, Figure};
use crate::text::Localized;

/// One card, ready to be asked.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Card {
    /// Its name.
    pub id: CardId,
    /// Where its entry stands in the deck file.
    pub place: Place,
    /// What is asked; for a cloze the text with its gaps, see [`Task::Gaps`].
    pub question: Localized,
    /// What is right, as the answer side shows it.
    pub answer: Localized,
    /// What the learner does.
    pub task: Task,
    /// Shown on demand before the answer.
    pub hint: Option<Localized>,
    /// Shown with the answer.
    pub note: Option<Localized>,
    /// Bars on the answer side.
    pub chart: Vec<Bar>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// When it was true and who says so.
    pub dateline: Dateline,
    /// The last day on which it is asked.
    pub until: Option<Date>,
    /// The facts (`deck/fact`) that it asks for or shows: cards that share one
    /// are siblings, as are cards of one entry.
    pub facts: Vec<String>,
    /// Cards (`deck/entry`, gap or not) whose history it takes over.
    pub replaces: Vec<String>,
    /// Cards or facts of any deck that it updates.
    pub supersedes: Vec<String>,
    /// Wrong choices that the author suggests for a quiz.
    pub distractors: Vec<Localized>,
    /// What tells whether it is still the same card.
    pub fingerprint: Fingerprint,
}

/// What a card wants of the learner.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Task {
    /// Recall it, look, and rate oneself. (A cloze that is not typed too: see
    /// `gaps` for the text around its gap.)
    Recall {
        /// The cloze it comes from, if it does.
        cloze: Option<Localized<Vec<Gap>>>,
    },
    /// Type a text.
    Text {
        /// Every text that is right, in any language, the answer first.
        accepted: Vec<String>,
    },
    /// Type a figure.
    Number {
        /// What is right.
        figure: Figure,
        /// How far off is still right.
        tolerance: Option<Box<Figure>>,
    },
    /// Type a date.
    Date {
        /// What is right, whole or in part; of a span its first.
        date: Date,
        /// The last of a span: `2014~2023`.
        to: Option<Date>,
    },
    /// Pick among choices.
    Choice {
        /// What there is to pick from, in the order of the file.
        choices: Vec<Localized>,
        /// Indices of the right ones, ascending; boxes are shown for several.
        right: Vec<usize>,
        /// Whether to show boxes (the answer was given as a list).
        several: bool,
    },
    /// Type some of a list, in any order.
    List {
        /// The items, each with every spelling that counts, in the order of the file.
        items: Vec<ListItem>,
        /// How many are wanted.
        need: usize,
    },
    /// Type what is missing in a text.
    Cloze {
        /// The text cut at its gaps.
        cloze: Localized<Vec<Gap>>,
        /// For each hidden gap in order: every spelling that counts.
        accepted: Vec<Vec<String>>,
    },
    /// Bring lines into order.
    Order {
        /// In the right order.
        items: Vec<Localized>,
    },
    /// Match each left side with its right one.
    Pairs {
        /// The right pairs.
        pairs: Vec<(Localized, Localized)>,
    },
    /// Say which is larger, then by how many times.
    Compare {
        /// The two, in the order of the file.
        sides: Box<[Bar; 2]>,
        /// Index of the larger.
        larger: usize,
        /// The larger over the smaller.
        ratio: Figure,
    },
}

/// An item of a list, with its other spellings.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ListItem {
    /// As it is shown.
    pub text: Localized,
    /// Every spelling that counts.
    pub accepted: Vec<String>,
}

/// A piece of a cloze text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Gap {
    /// Text around the gaps, and gaps of other groups, filled in.
    Text(String),
    /// A gap of this card's group.
    Hidden {
        /// What is missing.
        answer: String,
        /// What may be shown in its place.
        hint: Option<String>,
    },
}

/// A bar of a chart, or a side of a comparison.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Bar {
    /// The fact's name, `deck/fact`.
    pub fact: String,
    /// What stands beside the bar.
    pub label: Localized,
    /// How long it is.
    pub figure: Figure,
}

/// When something was true, and who said so.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Dateline {
    /// The day, month or year of which it was true.
    pub as_of: Option<Date>,
    /// After this day it may no longer be true.
    pub stale_after: Option<Date>,
    /// The source's title.
    pub title: Option<Localized>,
    /// Who published it.
    pub publisher: Option<Localized>,
    /// The source's own date.
    pub published: Option<Date>,
    /// Where to read it; http or https only.
    pub url: Option<String>,
    /// How sure it is.
    pub status: Status,
    /// Who says so.
    pub by: Option<Localized>,
    /// What was reported, where a computed figure says otherwise: the
    /// reported figure and the author's note on the difference.
    pub reported: Option<Box<(Figure, Option<Localized>)>>,
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Status {
    /// It is so.
    #[default]
    Fact,
    /// Someone says so.
    Claim,
    /// Someone expects so.
    Forecast,
    /// Others say otherwise.
    Disputed,
    /// Whoever said so took it back.
    Retracted,
}

impl Status {
    /// All of them, each with how a deck writes it.
    pub const NAMES: [(&'static str, Status); 5] = [
        ("fact", Status::Fact),
        ("claim", Status::Claim),
        ("forecast", Status::Forecast),
        ("disputed", Status::Disputed),
        ("retracted", Status::Retracted),
    ];
}

/// What tells whether a card is still the same: hashes of its question and
/// answer, and the value that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Fingerprint {
    /// Hash of the question, wording folded.
    pub question: String,
    /// Hash of the answer, wording folded.
    pub answer: String,
    /// The value asked for in a canonical spelling, if it is a figure or date:
    /// when it changes, memory starts afresh.
    pub value: Option<String>,
}
