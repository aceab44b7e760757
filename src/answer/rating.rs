//! The four ratings of a review.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Outcome;

/// How well a card was remembered. A rating is what a verdict suggests and
/// what the schedule works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    /// Forgotten.
    Again = 1,
    /// Remembered with great effort, or nearly.
    Hard = 2,
    /// Remembered.
    Good = 3,
    /// Remembered without effort.
    Easy = 4,
}

impl Rating {
    /// All four, in the order of their keys.
    pub const ALL: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    /// What a verdict suggests. Easy is only ever given by hand.
    pub fn suggested(outcome: Outcome) -> Rating {
        match outcome {
            Outcome::Correct => Rating::Good,
            Outcome::Close => Rating::Hard,
            Outcome::Wrong => Rating::Again,
        }
    }

    /// 1 to 4, as on the keys and in FSRS.
    pub fn number(self) -> u32 {
        self as u32
    }

    /// The word of the command line and of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Rating::Again => "again",
            Rating::Hard => "hard",
            Rating::Good => "good",
            Rating::Easy => "easy",
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Rating {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Rating::ALL
            .into_iter()
            .find(|rating| rating.name() == name)
            .ok_or_else(|| format!("unknown rating '{name}'; use again, hard, good or easy"))
    }
}
