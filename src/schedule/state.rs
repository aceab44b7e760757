//! Where a card stands: derived from its events, never written by hand.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::schedule::{Day, Memory};

/// The four states of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "state")]
pub enum Phase {
    /// Never reviewed.
    #[default]
    New,
    /// In its first steps.
    Learning {
        /// Index of the step it waits for.
        step: u8,
    },
    /// Known; comes back after days.
    Review,
    /// In the steps after a lapse.
    Relearning {
        /// Index of the step it waits for.
        step: u8,
    },
}

impl Phase {
    /// `new`, `learning`, `review`, `relearning`.
    pub fn name(self) -> &'static str {
        match self {
            Phase::New => "new",
            Phase::Learning { .. } => "learning",
            Phase::Review => "review",
            Phase::Relearning { .. } => "relearning",
        }
    }
}

/// When a card comes again: to the second while in steps that fall within the
/// day, to the study day otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Due {
    /// At an instant (steps).
    At(Timestamp),
    /// On a study day (reviews, and steps that cross the turnover).
    On(Day),
}

/// Everything that is known of one card's past and next day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CardState {
    /// New, learning, review, relearning.
    pub phase: Phase,
    /// Stability and difficulty, once it has been reviewed.
    pub memory: Option<Memory>,
    /// When it comes again; `None` while new, unless it was corrected.
    pub due: Option<Due>,
    /// Instant and study day of the last review.
    pub last: Option<(Timestamp, Day)>,
    /// Reviews so far, those undone left out.
    pub reviews: u32,
    /// How often it was forgotten in state review.
    pub lapses: u32,
    /// Out of rotation until the learner says otherwise.
    pub suspended: bool,
    /// Out of rotation through the day before this one.
    pub buried_until: Option<Day>,
    /// The learner's mark, with a line of why (may be empty).
    pub flag: Option<String>,
    /// A correction that has not been reviewed yet: (was, is).
    pub corrected: Option<(String, String)>,
    /// The study day on which its answer was seen in a quiz and it was to be
    /// studied, if it was not reviewed since.
    pub seen: Option<Day>,
}

/// What a card counts as: in the counts of a day, and toward its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pile {
    /// Never reviewed: toward the limit of new cards.
    New,
    /// In steps: toward no limit.
    Learning,
    /// Known, or corrected and to be learned afresh: toward the limit of reviews.
    Review,
}

/// How long after one review in steps the next still counts as the same day,
/// even across the turnover.
const SAME_SITTING: SignedDuration = SignedDuration::from_hours(4);

impl CardState {
    /// What it counts as. A card that was corrected is new to its memory, but
    /// not to the learner: it counts as due.
    pub fn pile(&self) -> Pile {
        match self.phase {
            Phase::New if self.corrected.is_none() => Pile::New,
            Phase::New | Phase::Review => Pile::Review,
            Phase::Learning { .. } | Phase::Relearning { .. } => Pile::Learning,
        }
    }

    /// Whether it is new to the learner. One that was corrected is not, though it
    /// is new to its memory.
    pub fn was_never_reviewed(&self) -> bool {
        self.reviews == 0
    }

    /// Whether it was reviewed or corrected since it stood as `before`: an answer
    /// to what it asked then is none to what it asks now.
    pub fn moved_on_since(&self, before: &CardState) -> bool {
        self.reviews > before.reviews
            || self.last > before.last
            || self.corrected != before.corrected
    }

    /// Whether it waits among the new cards.
    pub fn waits_as_new(&self) -> bool {
        self.pile() == Pile::New && !self.suspended
    }

    /// Whether it was missed in a quiz on `day`, and goes into that day's study
    /// with its answer just seen.
    pub fn was_seen(&self, day: Day) -> bool {
        self.seen == Some(day)
    }

    /// Whether a step brings it back by itself before `end`.
    pub(super) fn waits_for_a_step(&self, end: Timestamp) -> bool {
        let waits = matches!(self.due, Some(Due::At(at)) if at < end);
        waits && self.pile() == Pile::Learning
    }

    /// Study days since the last review, as memory counts them, of a review on
    /// `day` at `at`. A gap that runs backwards counts as 0. So does one of at
    /// most four hours in learning or relearning: whoever sits up past the
    /// turnover has not slept on it. (Anki counts a day there.) And so does a
    /// card whose answer was seen in a quiz that day.
    pub fn elapsed_days(&self, at: Timestamp, day: Day) -> u32 {
        if self.was_seen(day) {
            return 0;
        }
        let Some((last_at, last_day)) = self.last else {
            return 0;
        };
        let in_steps = matches!(
            self.phase,
            Phase::Learning { .. } | Phase::Relearning { .. }
        );
        if in_steps && at.duration_since(last_at) <= SAME_SITTING {
            return 0;
        }
        day.since(last_day)
    }
}
