//! What a quiz came to.

use super::{Kind, Paper, QuizAnswer};
use std::sync::Arc;

use crate::answer::{Reason, Response, Verdict, judge_among};
use crate::deck::{Card, Task};
use crate::order::Order as _;

/// So many questions right, of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Right, or nearly.
    pub right: u32,
    /// Asked, and those that the time did not reach.
    pub of: u32,
}

/// What a quiz came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// All questions.
    pub all: Share,
    /// By what was asked for, in the order of [`Kind::ALL`].
    pub kinds: Vec<(Kind, Share)>,
    /// By tag, by name.
    pub tags: Vec<(String, Share)>,
    /// What was not right, in the order of the questions.
    pub misses: Vec<Miss>,
    /// How long the answers took, in milliseconds.
    pub took_ms: u64,
}

/// A question that was not answered rightly.
#[derive(Debug, Clone, PartialEq)]
pub struct Miss {
    /// Which one of the paper's, from 0.
    pub question: usize,
    /// What was answered; empty for nothing, `None` if it was never asked.
    pub answered: Option<String>,
    /// Why it was wrong.
    pub reason: Option<Reason>,
    /// The verdict, where what was typed can be judged again.
    pub verdict: Option<Verdict>,
}

impl Score {
    /// Counts the answers that were `given` to the questions of `paper`.
    pub fn of(paper: &Paper, given: &[QuizAnswer]) -> Score {
        let mut score = Score::default();
        for (index, question) in paper.questions.iter().enumerate() {
            let answer = given
                .iter()
                .find(|answer| answer.question == question.number);
            let right = answer.is_some_and(|answer| answer.verdict.is_right());
            score.all.count(right);
            count(&mut score.kinds, &question.kind, right);
            for tag in &question.card.tags {
                count(&mut score.tags, tag, right);
            }
            if !right {
                score.misses.push(Miss {
                    question: index,
                    answered: answer.map(|answer| answer.answered.clone()),
                    reason: answer.map(|answer| answer.reason),
                    verdict: answer.and_then(|answer| typed(paper, &question.card, answer)),
                });
            }
            let took = answer.map_or(0, |answer| u64::from(answer.took_ms));
            score.took_ms = score.took_ms.saturating_add(took);
        }
        score.kinds.order_by_key(|(kind, _)| *kind);
        score.tags.order_by(|(one, _), (other, _)| one.cmp(other));
        score
    }
}

/// The verdict on what was typed: the log only has what it came to.
fn typed(paper: &Paper, card: &Card, answer: &QuizAnswer) -> Option<Verdict> {
    let typed = matches!(
        card.task,
        Task::Recall { .. } | Task::Text { .. } | Task::Number { .. } | Task::Date { .. }
    );
    let response = Response::Typed(answer.answered.clone());
    let cards = paper.cards.iter().map(Arc::as_ref);
    typed.then(|| judge_among(card, &response, cards))
}

impl Share {
    fn count(&mut self, right: bool) {
        self.of = self.of.saturating_add(1);
        self.right = self.right.saturating_add(u32::from(right));
    }
}

/// Counts one more for `name`.
fn count<T: Clone + PartialEq>(shares: &mut Vec<(T, Share)>, name: &T, right: bool) {
    if let Some((_, share)) = shares.iter_mut().find(|(known, _)| known == name) {
        return share.count(right);
    }
    let mut share = Share::default();
    share.count(right);
    shares.push((name.clone(), share));
}
