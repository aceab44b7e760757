//! The questions of a quiz.
//!
//! They hang on the cards, the brief and its seed, and on nothing else: not on
//! the order of the cards, nor on what the learner has done. What a question is
//! made into hangs on the seed and its own card, and its wrong choices on the
//! decks as well; so it can be made again from what the log keeps of it.

mod form;
mod kind;
mod selection;
mod source;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::chance::Chance;
use super::distractor::Pool;
use crate::deck::{Card, CardId};
use crate::schedule::{Asked, Brief, Form, Kind};
pub use kind::Kinds;

/// The questions of a quiz, in their order.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What was wanted.
    pub brief: Brief,
    /// What is asked.
    pub questions: Vec<Question>,
    /// The cards it was made from: what else there was to answer.
    pub cards: Vec<Arc<Card>>,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Which one it is, from 0, as the log counts them.
    pub number: u32,
    /// The card as it is asked: its name, dateline, note and tags are the
    /// card's own, its question and task may be made for the form.
    pub card: Arc<Card>,
    /// The form.
    pub form: Form,
    /// What it asks for.
    pub kind: Kind,
}

impl Paper {
    /// Makes the questions from the cards at hand, which may be in any order:
    /// cards, brief and seed alone decide.
    ///
    /// Kinds come in turn, and no two cards that are siblings, or of which one
    /// says what the other asks for, until there is nothing else to ask. A card
    /// that can't be asked fairly in any form is not asked: one with a long
    /// answer and nothing that could be taken for it.
    pub fn make(cards: &[Arc<Card>], brief: &Brief) -> Paper {
        Paper::knowing(cards, &Kinds::default(), brief)
    }

    /// The same, where it is known already what cards ask for.
    pub fn knowing(cards: &[Arc<Card>], kinds: &Kinds, brief: &Brief) -> Paper {
        let pool = Pool::new(cards, &brief.decks);
        Paper {
            cards: cards.to_vec(),
            brief: brief.clone(),
            questions: (0..)
                .zip(selection::questions(&pool, kinds, brief))
                .map(|(number, question)| Question { number, ..question })
                .collect(),
        }
    }

    /// The same questions again, for a quiz that is resumed or given once more;
    /// those whose card is gone are left out. One that can't be asked any more
    /// in the form of then is typed.
    pub fn again(cards: &[Arc<Card>], brief: &Brief, asked: &[Asked]) -> Paper {
        let pool = Pool::new(cards, &brief.decks);
        let chance = Chance::new(brief.seed);
        let questions = (0..).zip(asked).filter_map(|(number, asked)| {
            let card = pool.card(&asked.card)?;
            let chance = chance.of(asked.card.as_str());
            let question = [asked.form, Form::Typed, Form::Own]
                .into_iter()
                .find_map(|form| form::question(card, form, &pool, chance))?;
            Some(Question { number, ..question })
        });
        Paper {
            cards: cards.to_vec(),
            brief: brief.clone(),
            questions: questions.collect(),
        }
    }

    /// The cards whose answers count as reviews.
    pub fn reviewed(&self) -> Vec<CardId> {
        let counted = self.questions.iter().filter(|_| self.brief.count_reviews);
        counted.map(|question| question.card.id.clone()).collect()
    }

    /// The questions as the log keeps them.
    pub fn asked(&self) -> Vec<Asked> {
        self.questions
            .iter()
            .map(|question| Asked {
                card: question.card.id.clone(),
                form: question.form,
            })
            .collect()
    }

    /// The seed of one question's shuffles. It hangs on the card, not on its
    /// place, so that a question that is left out moves no other's choices.
    pub fn seed(&self, question: usize) -> u64 {
        self.questions.get(question).map_or(0, |question| {
            let chance = Chance::new(self.brief.seed);
            chance.lot("shuffle", question.card.id.as_str())
        })
    }
}
