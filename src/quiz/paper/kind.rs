//! What a card asks for, as a quiz counts it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::deck::{Card, CardId, Status, Task};
use crate::quiz::distractor::{Subject, gaps};
use crate::schedule::Kind;
use crate::text::Localized;

/// What cards ask for, as far as it is known: to read it out of a text takes long
/// enough that it is done once.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    of: HashMap<CardId, Kind>,
    /// So many of the cards are known, from the first on.
    known: usize,
}

impl Kinds {
    /// Gets to know the next cards of all `cards`, at most so many; whether there
    /// are more. To be asked with the same cards each time.
    pub fn go_on(&mut self, cards: &[Arc<Card>], most: usize) -> bool {
        let next = cards.iter().skip(self.known).take(most);
        self.of
            .extend(next.map(|card| (card.id.clone(), kind(card))));
        self.known = self.known.saturating_add(most).min(cards.len());
        self.known < cards.len()
    }

    /// What a card asks for.
    pub(super) fn of(&self, card: &Card) -> Kind {
        let known = self.of.get(&card.id).copied();
        known.unwrap_or_else(|| kind(card))
    }
}

/// What `card` asks for in its own form, or typed or chosen.
///
/// A text is what it says: an answer, a gap or a choice that is a figure in
/// every language it has is a figure, and likewise a date; a bare number that
/// could be a year is one. Several gaps or choices are so if all of them are.
/// Boxes to tick are a list. What is no figure and no date is a name, sentences
/// too.
pub(super) fn kind(card: &Card) -> Kind {
    match &card.task {
        Task::Number { .. } => Kind::Figure,
        Task::Date { .. } => Kind::Date,
        Task::List { .. } | Task::Choice { several: true, .. } => Kind::List,
        Task::Order { .. } => Kind::Order,
        Task::Pairs { .. } => Kind::Pairs,
        Task::Compare { .. } => Kind::Comparison,
        Task::Text { .. } | Task::Recall { cloze: None } => of_texts([&card.answer]),
        Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) } => of_texts(&gaps(cloze)),
        Task::Choice { choices, .. } => of_texts(choices),
    }
}

fn of_texts<'a>(texts: impl IntoIterator<Item = &'a Localized>) -> Kind {
    let mut kinds = texts.into_iter().map(|text| match Subject::of_text(text) {
        Subject::Figure(_) => Kind::Figure,
        Subject::Date(_) => Kind::Date,
        Subject::Text => Kind::Name,
    });
    let first = kinds.next().unwrap_or(Kind::Name);
    if kinds.all(|kind| kind == first) {
        first
    } else {
        Kind::Name
    }
}

/// Whether it could be asked who says so: someone does, and it is no fact.
pub(super) fn is_said(card: &Card) -> bool {
    matches!(card.dateline.status, Status::Claim | Status::Forecast) && card.dateline.by.is_some()
}
