//! What helps who writes decks: reading articles, and holding decks against
//! them.

pub mod against;
pub mod prose;
