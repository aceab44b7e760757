//! What helps an author to write decks: the rules that `check` holds them
//! against, each with its own documentation; reading articles, and holding
//! decks against them, and drafting decks from them.

pub mod against;
mod check;
mod circle;
pub mod compose;
pub mod draft;
pub mod edit;
mod fix;
mod gist;
mod holding;
mod ignore;
mod keys;
mod learner;
mod listed;
pub mod lsp;
mod numbers;

pub mod prose;
mod rule;
mod rules;
mod schema;
mod sheet;
mod shelf;
mod slug;
mod subject;
mod template;
mod words;
mod world;
mod written;

pub use check::{CheckedFile, Selection, Setting, check};
pub use fix::{Fix, Left, SCHEMA_FILE, fix};
pub use holding::Holding;
pub use learner::{Flag, History};
pub use listed::{Listed, matched};
pub use rule::{Rule, UnknownRule};
pub use schema::schema;
pub use shelf::Shelf;
pub use template::template;
