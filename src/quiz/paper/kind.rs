//! What a card asks for, as a quiz counts it.

use crate::deck::{Card, Status, Task};
use crate::quiz::distractor::{Subject, gaps};
use crate::schedule::Kind;
use crate::text::Localized;

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
