//! A card before it has its name and dateline.

use crate::deck::Task;
use crate::text::Localized;

/// What an entry's kind makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What stands behind `#` in its name.
    pub part: Option<String>,
    /// What is asked.
    pub question: Localized,
    /// What is right, as the answer side shows it.
    pub answer: Localized,
    /// What the learner does.
    pub task: Task,
    /// The value asked for, canonical.
    pub value: Option<String>,
    /// The facts that it asks for or shows, by their names within the deck.
    pub facts: Vec<String>,
}

impl Draft {
    /// A card of which only the question is known.
    pub fn unanswered(question: Localized, task: Task, facts: Vec<String>) -> Draft {
        Draft {
            part: None,
            answer: question.map(|_, _| String::new()),
            question,
            task,
            value: None,
            facts,
        }
    }
}
