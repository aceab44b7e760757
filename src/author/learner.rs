//! What a check knows of the learner.

use std::path::PathBuf;

use crate::deck::{CardId, Known};

/// A card that a learner flagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The card.
    pub card: String,
    /// The learner's line of why, if there is one.
    pub why: Option<String>,
}

/// A card as it was when it was last studied or its deck last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The card.
    pub card: Known,
    /// How often it was reviewed.
    pub reviews: u32,
    /// The names of those whose histories it took over.
    pub merged: Vec<CardId>,
    /// The file that its deck was in, where that is another deck now.
    pub file: Option<PathBuf>,
}
