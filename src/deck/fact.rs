//! Facts: figures kept as data, so that every card follows when one changes.

use crate::deck::{Dateline, Place};
use crate::figure::{Figure, Formula};
use crate::text::Localized;

/// A fact with its figure worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its name within the deck.
    pub id: String,
    /// Where it stands in the file.
    pub place: Place,
    /// Its figure, computed if there is a formula.
    pub figure: Figure,
    /// How it is computed, if it is.
    pub formula: Option<Formula>,
    /// What stands beside its bar in a chart.
    pub label: Option<Localized>,
    /// When it was true and who says so; `reported` is in here.
    pub dateline: Dateline,
    /// Cards or facts of any deck that it updates, if it is no card: a card has
    /// its own.
    pub supersedes: Vec<String>,
}
