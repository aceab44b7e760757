//! What the schedule goes by, lifted from decks and settings.

use serde::{Deserialize, Serialize};

use crate::deck::Step;

/// The order in which reviews come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewOrder {
    /// Longest overdue first, those of one day in random order.
    #[default]
    Due,
    /// Lowest retrievability first.
    Retrievability,
    /// Random.
    Random,
}

/// The order in which new cards come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewOrder {
    /// Newest dateline first.
    #[default]
    Dateline,
    /// Deck by deck, in the order of the file.
    Deck,
    /// Random.
    Random,
}

/// How one deck's cards are scheduled.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Desired retention; 0.9 by default.
    pub retention: f32,
    /// Steps of a new card; 1 min and 10 min by default.
    pub learning_steps: Vec<Step>,
    /// Steps after a lapse; 10 min by default.
    pub relearning_steps: Vec<Step>,
    /// Longest interval in days; 36,500 by default.
    pub maximum_interval: u32,
    /// The deck's own limits; no limit by default.
    pub limits: Limits,
}

/// How many cards a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// New cards.
    pub new: u32,
    /// Reviews.
    pub reviews: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            retention: 0.9,
            learning_steps: vec![Step { seconds: 60 }, Step { seconds: 600 }],
            relearning_steps: vec![Step { seconds: 600 }],
            maximum_interval: 36_500,
            limits: Limits {
                new: u32::MAX,
                reviews: u32::MAX,
            },
        }
    }
}
