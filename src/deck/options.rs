//! What a deck's author, a folder of decks or the learner may set.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Options of a deck; what is left out is asked of the folder, then of the
/// learner's settings, then of the defaults.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeckOptions {
    /// Desired retention, 0.70 to 0.99.
    pub retention: Option<f32>,
    /// New cards a day from this deck.
    pub new_per_day: Option<u32>,
    /// Reviews a day from this deck.
    pub reviews_per_day: Option<u32>,
    /// Steps of a new card, `[1m, 10m]`.
    pub learning_steps: Option<Vec<Step>>,
    /// Steps after a lapse, `[10m]`.
    pub relearning_steps: Option<Vec<Step>>,
    /// Longest interval, in days.
    pub maximum_interval: Option<u32>,
}

/// A learning step: a time of minutes, hours or days, `1m`, `10m`, `1h`, `1d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Step {
    /// In seconds.
    pub seconds: u32,
}

impl FromStr for Step {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let _ = text;
        todo!()
    }
}

impl TryFrom<String> for Step {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Step> for String {
    fn from(step: Step) -> String {
        let _ = step;
        todo!()
    }
}
