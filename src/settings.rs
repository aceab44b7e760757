//! `config.yaml`: what the learner set, every key optional; and the options
//! that hold for one deck.

mod lift;
mod scan;
mod value;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use crate::deck::{DeckId, DeckOptions, Diagnostic, Step};
use crate::schedule::{Limits, NewOrder, Options, ReviewOrder, Rules, StudyClock};
use crate::text::Lang;

/// Every key of the file, in the order in which it is documented.
pub const KEYS: [&str; 14] = [
    "lang",
    "study_lang",
    "theme",
    "retention",
    "new_per_day",
    "reviews_per_day",
    "learning_steps",
    "relearning_steps",
    "maximum_interval",
    "learn_ahead",
    "turnover",
    "review_order",
    "new_order",
    "decks",
];

/// What the learner set; what was left out is at its default, or `None` where
/// a deck's author or the locale may say otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Language of the interface; else the locale's.
    pub lang: Option<Lang>,
    /// Language of the cards; else the interface's.
    pub study_lang: Option<Lang>,
    /// Colours for a dark or a light terminal.
    pub theme: Theme,
    /// Desired retention, 0.70 to 0.99; else the deck's, else 0.9.
    pub retention: Option<f32>,
    /// New cards a day over the whole collection: 20.
    pub new_per_day: u32,
    /// Reviews a day over the whole collection: 200.
    pub reviews_per_day: u32,
    /// Steps of a new card; else the deck's, else 1 min and 10 min.
    pub learning_steps: Option<Vec<Step>>,
    /// Steps after a lapse; else the deck's, else 10 min.
    pub relearning_steps: Option<Vec<Step>>,
    /// Longest interval in days; else the deck's, else 36,500.
    pub maximum_interval: Option<u32>,
    /// How early a learning card may come when nothing else is left, in
    /// seconds: 20 min.
    pub learn_ahead: u32,
    /// When a study day begins, in minutes after midnight: 04:00.
    pub turnover: u16,
    /// The order of reviews: due.
    pub review_order: ReviewOrder,
    /// The order of new cards: dateline.
    pub new_order: NewOrder,
    /// More files and folders of decks.
    pub decks: Vec<PathBuf>,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the terminal is.
    #[default]
    Auto,
    /// For a dark terminal.
    Dark,
    /// For a light terminal.
    Light,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            lang: None,
            study_lang: None,
            theme: Theme::Auto,
            retention: None,
            new_per_day: 20,
            reviews_per_day: 200,
            learning_steps: None,
            relearning_steps: None,
            maximum_interval: None,
            learn_ahead: 20 * 60,
            turnover: 4 * 60,
            review_order: ReviewOrder::default(),
            new_order: NewOrder::default(),
            decks: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the text of the file at `path`. Relative paths in it are meant
    /// from its folder, `~` is `user_home`.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place.
    pub fn read(
        path: &Path,
        text: &[u8],
        user_home: Option<&Path>,
    ) -> Result<Settings, Vec<Diagnostic>> {
        lift::read(path, text, user_home)
    }

    /// How the cards of a deck are scheduled: what the learner set wins, then
    /// the `deck`, then its `folder`, then the defaults. Limits are the
    /// deck's own; the learner's are over the whole collection.
    pub fn options(&self, deck: &DeckOptions, folder: &DeckOptions) -> Options {
        let default = Options::default();
        let first =
            |one: &Option<Vec<Step>>, two: &Option<Vec<Step>>, three: &Option<Vec<Step>>| {
                one.as_ref().or(two.as_ref()).or(three.as_ref()).cloned()
            };
        Options {
            retention: self
                .retention
                .or(deck.retention)
                .or(folder.retention)
                .unwrap_or(default.retention),
            learning_steps: first(
                &self.learning_steps,
                &deck.learning_steps,
                &folder.learning_steps,
            )
            .unwrap_or(default.learning_steps),
            relearning_steps: first(
                &self.relearning_steps,
                &deck.relearning_steps,
                &folder.relearning_steps,
            )
            .unwrap_or(default.relearning_steps),
            maximum_interval: self
                .maximum_interval
                .or(deck.maximum_interval)
                .or(folder.maximum_interval)
                .unwrap_or(default.maximum_interval),
            limits: Limits {
                new: deck
                    .new_per_day
                    .or(folder.new_per_day)
                    .unwrap_or(default.limits.new),
                reviews: deck
                    .reviews_per_day
                    .or(folder.reviews_per_day)
                    .unwrap_or(default.limits.reviews),
            },
        }
    }

    /// What the queue goes by, with the options of every deck.
    pub fn rules(&self, decks: HashMap<DeckId, Options>) -> Rules {
        Rules {
            limits: Limits {
                new: self.new_per_day,
                reviews: self.reviews_per_day,
            },
            review_order: self.review_order,
            new_order: self.new_order,
            learn_ahead: self.learn_ahead,
            decks,
        }
    }

    /// Where study days begin.
    pub fn study_clock(&self, zone: TimeZone) -> StudyClock {
        StudyClock {
            zone,
            turnover: self.turnover,
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

    fn steps(minutes: &[u32]) -> Option<Vec<Step>> {
        Some(minutes.iter().map(|m| Step { seconds: m * 60 }).collect())
    }

    #[test]
    fn the_learner_wins_then_the_deck_then_its_folder_then_the_defaults() {
        let settings = Settings {
            retention: Some(0.95),
            new_per_day: 7,
            ..Settings::default()
        };
        let deck = DeckOptions {
            retention: Some(0.85),
            learning_steps: steps(&[5]),
            new_per_day: Some(3),
            ..DeckOptions::default()
        };
        let folder = DeckOptions {
            learning_steps: steps(&[9]),
            relearning_steps: steps(&[8]),
            new_per_day: Some(4),
            reviews_per_day: Some(50),
            ..DeckOptions::default()
        };
        let options = settings.options(&deck, &folder);
        assert_eq!(options.retention, 0.95);
        assert_eq!(Some(options.learning_steps), steps(&[5]));
        assert_eq!(Some(options.relearning_steps), steps(&[8]));
        assert_eq!(options.maximum_interval, 36_500);
        // The learner's seven are over all decks, this deck has at most three.
        assert_eq!((options.limits.new, options.limits.reviews), (3, 50));
        let rules = settings.rules(HashMap::new());
        assert_eq!((rules.limits.new, rules.limits.reviews), (7, 200));
    }

    #[test]
    fn defaults_are_those_of_the_schedule() {
        let nothing = DeckOptions::default();
        assert_eq!(
            Settings::default().options(&nothing, &nothing),
            Options::default()
        );
    }
}
