//! What helps an author to write decks: the rules that `check` holds them
//! against, each with its own documentation; reading articles, and holding
//! decks against them, and drafting decks from them.

pub mod against;
mod check;
mod circle;
pub mod draft;
mod ignore;
mod parallel;
pub mod prose;
mod rule;
mod rules;
mod sheet;
mod subject;
mod words;
mod world;
mod written;

pub use check::{CheckedFile, Selection, Setting, check};
pub use rule::{Rule, UnknownRule};
pub use world::Flag;
