//! What happened: the events of the log, from which everything else follows.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::answer::Rating;
use crate::deck::{CardId, Fingerprint};
use crate::schedule::{Asked, Brief, Day, Due, Phase, QuizAnswer};

/// A UUIDv7, so that events sort by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub Uuid);

/// The machine and home that an event was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(pub Uuid);

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its name.
    pub id: EventId,
    /// Where it was made.
    pub device: DeviceId,
    /// When, to the millisecond.
    pub at: Timestamp,
    /// Offset from UTC in force there, in seconds.
    pub offset: i32,
    /// The study day it counts for.
    pub day: Day,
    /// What happened.
    #[serde(flatten)]
    pub act: Act,
}

/// What can happen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Act {
    /// A card was reviewed.
    Review(Review),
    /// A card was taken out of rotation.
    Suspend {
        /// The card.
        card: CardId,
    },
    /// A card was put back.
    Unsuspend {
        /// The card.
        card: CardId,
    },
    /// A card was put off.
    Bury {
        /// The card.
        card: CardId,
        /// The day on which it comes back.
        until: Day,
    },
    /// A card that was put off came back early.
    Unbury {
        /// The card.
        card: CardId,
    },
    /// A card was marked.
    Flag {
        /// The card.
        card: CardId,
        /// A line of why; may be empty.
        why: String,
    },
    /// A mark was taken off.
    Unflag {
        /// The card.
        card: CardId,
    },
    /// What a card asks for changed in value: it is due today and its memory
    /// starts afresh, without a lapse.
    Correct {
        /// The card.
        card: CardId,
        /// The answer before.
        was: String,
        /// The answer now.
        is: String,
    },
    /// A card took another name; its history goes with it.
    Alias {
        /// The name now.
        card: CardId,
        /// The name before.
        was: CardId,
    },
    /// "More today": the limits of this day were lifted.
    More {
        /// New cards on top of the day's.
        new: u32,
        /// Reviews on top of the day's.
        reviews: u32,
    },
    /// The weights of the memory model from here on.
    Parameters {
        /// The 21 weights of FSRS-6.
        weights: Vec<f32>,
    },
    /// A quiz began.
    Quiz {
        /// What it is to be.
        #[serde(flatten)]
        brief: Brief,
        /// What it asks.
        questions: Vec<Asked>,
    },
    /// A question of a quiz was answered.
    Answer(QuizAnswer),
    /// A quiz was ended.
    QuizEnd {
        /// The event with which it began.
        quiz: EventId,
        /// Whether all of it was asked, or its time was over; a quiz that was
        /// given up is no try.
        finished: bool,
    },
    /// A card that was missed in a quiz goes into the study of this day, and
    /// its answer was just seen.
    Seen {
        /// The card.
        card: CardId,
        /// The event with which the quiz began.
        quiz: EventId,
    },
    /// An event was taken back: an act of the learner's, of the same day or of a
    /// clock that was ahead; that a card took another name; a correction.
    Undo {
        /// The event.
        event: EventId,
        /// The card it was about, if it was about one.
        card: Option<CardId>,
    },
}

/// A review as it was given, with what was chosen from it: a replay does not
/// depend on settings or version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The card.
    pub card: CardId,
    /// How well.
    pub rating: Rating,
    /// From the question to the rating, in milliseconds.
    pub took_ms: u32,
    /// The due time that was chosen.
    pub due: Due,
    /// The state it went into.
    #[serde(flatten)]
    pub phase: Phase,
    /// The card as it was then.
    pub fingerprint: Fingerprint,
    /// What was typed or picked, if anything was, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<String>,
    /// From the question to the first key of the answer, in milliseconds, where
    /// an answer was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_key_ms: Option<u32>,
    /// The rating that the verdict suggested, where the learner chose another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<Rating>,
}

impl Act {
    /// What it is called: the `kind` of its JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Act::Review(_) => "review",
            Act::Suspend { .. } => "suspend",
            Act::Unsuspend { .. } => "unsuspend",
            Act::Bury { .. } => "bury",
            Act::Unbury { .. } => "unbury",
            Act::Flag { .. } => "flag",
            Act::Unflag { .. } => "unflag",
            Act::Correct { .. } => "correct",
            Act::Alias { .. } => "alias",
            Act::More { .. } => "more",
            Act::Parameters { .. } => "parameters",
            Act::Quiz { .. } => "quiz",
            Act::Answer(_) => "answer",
            Act::QuizEnd { .. } => "quiz_end",
            Act::Seen { .. } => "seen",
            Act::Undo { .. } => "undo",
        }
    }

    /// The card that it is about, if it is about one.
    pub fn card(&self) -> Option<&CardId> {
        match self {
            Act::Review(review) => Some(&review.card),
            Act::Suspend { card }
            | Act::Unsuspend { card }
            | Act::Bury { card, .. }
            | Act::Unbury { card }
            | Act::Flag { card, .. }
            | Act::Unflag { card }
            | Act::Correct { card, .. }
            | Act::Alias { card, .. }
            | Act::Seen { card, .. } => Some(card),
            Act::Undo { card, .. } => card.as_ref(),
            // The schedule knows nothing of what a quiz asks.
            Act::Quiz { .. }
            | Act::Answer(_)
            | Act::QuizEnd { .. }
            | Act::More { .. }
            | Act::Parameters { .. } => None,
        }
    }
}
