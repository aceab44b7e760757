//! What a deck's author, a folder of decks or the learner may set.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::message;
use crate::text::{Lang, Message};

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

impl DeckOptions {
    /// These options, and those of `above` where these say nothing.
    pub fn or(self, above: &DeckOptions) -> DeckOptions {
        DeckOptions {
            retention: self.retention.or(above.retention),
            new_per_day: self.new_per_day.or(above.new_per_day),
            reviews_per_day: self.reviews_per_day.or(above.reviews_per_day),
            learning_steps: self.learning_steps.or_else(|| above.learning_steps.clone()),
            relearning_steps: self
                .relearning_steps
                .or_else(|| above.relearning_steps.clone()),
            maximum_interval: self.maximum_interval.or(above.maximum_interval),
        }
    }
}

/// Why a text is no step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepError(pub Message);

impl fmt::Display for StepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.says(Lang::En))
    }
}

impl std::error::Error for StepError {}

/// A learning step: a time of minutes, hours or days, `1m`, `10m`, `1h`, `1d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Step {
    /// In seconds.
    pub seconds: u32,
}

impl FromStr for Step {
    type Err = StepError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || {
            StepError(message!(
                "'{text}' is no step; write a time as 30s, 10m, 1h or 1d",
                "'{text}': 단계로 쓸 수 없습니다; 30s, 10m, 1h, 1d처럼 시간을 쓰세요"
            ))
        };
        let trimmed = text.trim();
        let (number, unit) = trimmed.split_at(
            trimmed
                .find(|c: char| !c.is_ascii_digit())
                .ok_or_else(wrong)?,
        );
        let seconds = match unit.trim_start() {
            "s" => 1,
            "m" => 60,
            "h" => 60 * 60,
            "d" => DAY,
            _ => return Err(wrong()),
        };
        let count: u32 = number.parse().map_err(|_| wrong())?;
        match count.checked_mul(seconds) {
            Some(0) => Err(StepError(message!(
                "the step '{trimmed}' takes no time; write at least 1s",
                "'{trimmed}': 시간이 걸리지 않는 단계입니다; 1s 이상을 쓰세요"
            ))),
            Some(seconds) if seconds <= LONGEST_STEP => Ok(Step { seconds }),
            _ => Err(StepError(message!(
                "the step '{trimmed}' is longer than 365d; leave it to the schedule",
                "'{trimmed}': 365d보다 긴 단계입니다; 그만큼 긴 간격은 일정에 맡기세요"
            ))),
        }
    }
}

const DAY: u32 = 24 * 60 * 60;

/// No step is longer than a year.
const LONGEST_STEP: u32 = 365 * DAY;

impl TryFrom<String> for Step {
    type Error = StepError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Step> for String {
    fn from(step: Step) -> String {
        let seconds = step.seconds;
        match seconds {
            0 => "0s".to_owned(),
            _ if seconds.is_multiple_of(DAY) => format!("{}d", seconds / DAY),
            _ if seconds.is_multiple_of(60 * 60) => format!("{}h", seconds / (60 * 60)),
            _ if seconds.is_multiple_of(60) => format!("{}m", seconds / 60),
            _ => format!("{seconds}s"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn steps_are_read_and_written() {
        for (text, seconds, written) in [
            ("30s", 30, "30s"),
            ("1m", 60, "1m"),
            (" 10m ", 600, "10m"),
            ("90m", 5400, "90m"),
            ("60m", 3600, "1h"),
            ("1h", 3600, "1h"),
            ("24h", 86_400, "1d"),
            ("1d", 86_400, "1d"),
        ] {
            let step: Step = text.parse().unwrap();
            assert_eq!(
                (step.seconds, String::from(step).as_str()),
                (seconds, written)
            );
        }
    }

    #[test]
    fn what_is_no_step_says_what_one_is() {
        for text in [
            "",
            "10",
            "m",
            "1w",
            "-1m",
            "1.5m",
            "1m 30s",
            "분",
            "99999999999m",
            "0m",
            "366d",
        ] {
            assert!(text.parse::<Step>().is_err(), "{text}");
        }
        assert_eq!(
            "10".parse::<Step>().map_err(|error| error.to_string()),
            Err("'10' is no step; write a time as 30s, 10m, 1h or 1d".to_owned())
        );
    }
}
