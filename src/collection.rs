//! The learner's decks, log and states together.
