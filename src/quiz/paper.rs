//! The questions of a quiz.

use std::sync::Arc;

use crate::deck::{Card, Task};
use crate::schedule::{Asked, Brief, Form, Kind};

/// The questions of a quiz, in their order.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What was wanted.
    pub brief: Brief,
    /// What is asked.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Question {
    /// The card as it is asked: its name, dateline and tags are the card's own,
    /// its question and task may be made for the form.
    pub card: Arc<Card>,
    /// The form.
    pub form: Form,
    /// What it asks for.
    pub kind: Kind,
}

impl Paper {
    /// Makes the questions from the cards at hand, which may be in any order:
    /// cards, brief and seed alone decide.
    pub fn make(cards: &[Arc<Card>], brief: &Brief) -> Paper {
        let asked: Vec<Asked> = cards
            .iter()
            .map(|card| Asked {
                card: card.id.clone(),
                form: Form::Own,
            })
            .collect();
        Paper::again(cards, brief, &asked)
    }

    /// The same questions again, for a quiz that is resumed or given once more;
    /// those whose card is gone are left out.
    pub fn again(cards: &[Arc<Card>], brief: &Brief, asked: &[Asked]) -> Paper {
        let questions = asked.iter().filter_map(|asked| {
            let card = cards.iter().find(|card| card.id == asked.card)?;
            Some(Question {
                card: card.clone(),
                form: asked.form,
                kind: match card.task {
                    Task::Number { .. } => Kind::Figure,
                    _ => Kind::Name,
                },
            })
        });
        Paper {
            brief: brief.clone(),
            questions: questions.collect(),
        }
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

    /// The seed of one question's shuffles.
    pub fn seed(&self, question: usize) -> u64 {
        let index = u64::try_from(question).unwrap_or(0);
        self.brief.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ index
    }
}
