//! dateline: flashcards and quizzes on current events, in the terminal.
//!
//! The library holds every rule, so that each can be tested without a terminal;
//! `main.rs` only reads the arguments and calls one command. A module imports
//! only from those above it in this list:
//!
//! - `parallel`: the same work on many things, on all cores
//! - [`text`]: localized text, normal forms, widths, light Markdown, safe display
//! - [`figure`]: values with units and dates: parse, compare, compute, format
//! - [`deck`]: the YAML format: model, reading, writing back, identity of cards
//! - [`answer`]: judging an answer: a verdict and why
//! - [`schedule`]: memory, study days, steps, fuzz, siblings, limits, the queue, replay of events
//! - `disk`: files that come to the disk whole or not at all
//! - [`strings`]: all that the interface says, in English and Korean
//! - [`clock`]: the one place that time comes from
//! - [`settings`]: `config.yaml`, and the options that hold for one deck
//! - [`store`]: SQLite: the log, the index of decks, derived states; backups, repair, sync
//! - [`collection`]: the learner's decks, log and states together
//! - [`session`]: one study session, a pure state machine
//! - [`quiz`]: a test made of cards: its questions, one learner's way through it, its score
//! - [`author`]: what helps to write decks: `check` and its rules, the truth check
//! - [`tui`]: screens and widgets
//! - [`plain`]: the same as lines, where there is no screen
//! - [`command`]: one file a subcommand

pub mod answer;
pub mod author;
pub mod clock;
pub mod collection;
pub mod command;
pub mod deck;
mod disk;
pub mod figure;
mod parallel;
pub mod plain;
pub mod quiz;
pub mod schedule;
pub mod session;
pub mod settings;
pub mod store;
pub mod strings;
pub mod text;
pub mod tui;
