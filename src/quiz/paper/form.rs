//! A card made into a question of some form.

use std::sync::Arc;

use super::Question;
use super::kind::{is_said, kind};
use super::source;
use crate::deck::{Card, Gap, Task};
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::quiz::distractor::{Pool, Subject, distractors, gaps};
use crate::schedule::{Form, Kind};
use crate::text::{Lang, Localized};

/// Of so many cards that can be typed, one is a choice where study has it typed.
const TYPED_OF: u64 = 3;
/// And where study has it recalled.
const RECALLED_OF: u64 = 2;
/// Most words that can fairly be asked letter for letter.
const WORDS: usize = 3;
/// And most characters.
const CHARACTERS: usize = 32;

/// In which forms `card` is tried to be asked for `kind`, the one that chance
/// would have first.
pub(super) fn forms(card: &Card, wanted: Kind, chance: Chance) -> Vec<Form> {
    if wanted == Kind::Source {
        return vec![Form::Source];
    }
    let (plain, of) = match &card.task {
        Task::Recall { .. } if typed(card).is_none() => return vec![Form::Chosen],
        Task::Recall { .. } => (Form::Typed, RECALLED_OF),
        _ => (Form::Own, TYPED_OF),
    };
    if chance.below(of, "form") == 0 {
        vec![Form::Chosen, plain]
    } else {
        vec![plain]
    }
}

/// `card` as a question of `form`, if it can be one.
pub(super) fn question(
    card: &Arc<Card>,
    form: Form,
    pool: &Pool<'_>,
    chance: Chance,
) -> Option<Question> {
    let (made, kind) = match form {
        Form::Own => (card.clone(), kind(card)),
        Form::Typed => (Arc::new(typed(card)?), kind(card)),
        Form::Chosen => (Arc::new(chosen(card, pool, chance)?), kind(card)),
        Form::Source if is_said(card) => {
            (Arc::new(source::card(card, pool, chance)?), Kind::Source)
        }
        Form::Source => return None,
    };
    Some(Question {
        number: 0,
        card: made,
        form,
        kind,
    })
}

/// A card that is only recalled in study, typed: where its answer is a figure,
/// a date, or so short that it can be asked letter for letter.
fn typed(card: &Card) -> Option<Card> {
    let Task::Recall { cloze } = &card.task else {
        return None;
    };
    let task = match (cloze, Subject::of(card)) {
        (Some(cloze), _) => {
            let gaps = gaps(cloze);
            if !gaps.iter().all(is_short) {
                return None;
            }
            let accepted = gaps
                .iter()
                .map(|gap| gap.iter().map(|(_, text)| text.clone()).collect())
                .collect();
            Task::Cloze {
                cloze: cloze.clone(),
                accepted,
            }
        }
        (None, Some(Subject::Figure(figure))) => Task::Number {
            figure,
            tolerance: None,
        },
        (None, Some(Subject::Date(date))) => Task::Date { date, to: None },
        (None, _) if is_short(&card.answer) => Task::Text {
            accepted: card.answer.iter().map(|(_, text)| text.clone()).collect(),
        },
        _ => return None,
    };
    Some(Card {
        task,
        ..card.clone()
    })
}

/// Whether a text is a name rather than a sentence, in every language.
fn is_short(text: &Localized) -> bool {
    text.iter().all(|(_, text)| {
        // What stands in brackets may be left out.
        let name = text.split(['(', '（']).next().unwrap_or_default().trim();
        name.split_whitespace().count() <= WORDS
            && name.chars().count() <= CHARACTERS
            && !name.contains(['\n', ',', ';', '、', '/'])
            && !name.ends_with(['.', '?', '!', '。'])
    })
}

/// A card picked among wrong choices.
fn chosen(card: &Card, pool: &Pool<'_>, chance: Chance) -> Option<Card> {
    let typed = match &card.task {
        Task::Recall { .. } => typed(card).unwrap_or_else(|| card.clone()),
        _ => card.clone(),
    };
    // One of several lines is known by its lines.
    if typed.answer.iter().any(|(_, text)| text.contains('\n')) {
        return None;
    }
    let wrong = distractors(&typed, pool, chance)?;
    Some(with_choices(card, card.answer.clone(), wrong, chance))
}

/// The card as a choice between the `right` text and the `wrong` ones, in an
/// order that says nothing.
pub(super) fn with_choices(
    card: &Card,
    right: Localized,
    wrong: Vec<Localized>,
    chance: Chance,
) -> Card {
    let mut choices: Vec<(u64, bool, Localized)> = std::iter::once((true, right))
        .chain(wrong.into_iter().map(|text| (false, text)))
        .map(|(is_right, text)| {
            let name = text.get(Lang::En);
            (chance.lot("choice", name), is_right, text)
        })
        .collect();
    choices.order_by_key(|(lot, ..)| *lot);
    let right = choices
        .iter()
        .position(|(_, is_right, _)| *is_right)
        .into_iter()
        .collect();
    Card {
        task: Task::Choice {
            choices: choices.into_iter().map(|(_, _, text)| text).collect(),
            right,
            several: false,
        },
        // It was written for those who have nothing to pick from.
        hint: None,
        ..card.clone()
    }
}

/// A cloze with its gaps filled.
pub(super) fn filled(pieces: &[Gap]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Gap::Text(text) => text.as_str(),
            Gap::Hidden { answer, .. } => answer.as_str(),
        })
        .collect()
}
