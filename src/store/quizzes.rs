//! Quizzes as they follow from the log: which are open, and what those that
//! were finished came to.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::error::Trouble;
use super::log;
use crate::schedule::{Act, Asked, Brief, Event, EventId, QuizAnswer, Try};

/// A quiz that was left and can be resumed.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenQuiz {
    /// The event with which it began.
    pub quiz: EventId,
    /// What it is to be.
    pub brief: Brief,
    /// What it asks.
    pub questions: Vec<Asked>,
    /// The answers so far, in the order of the questions.
    pub given: Vec<QuizAnswer>,
}

/// Takes an event in, if it is one of a quiz. They may come in any order.
pub(super) fn follow(connection: &Connection, event: &Event) -> Result<(), Trouble> {
    match &event.act {
        Act::Quiz { brief, questions } => {
            let count = u32::try_from(questions.len()).unwrap_or(u32::MAX);
            connection
                .prepare_cached(
                    "INSERT INTO quiz (event, scope, questions) VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET scope = excluded.scope, questions = excluded.questions",
                )?
                .execute((key(&event.id), brief.scope(), count))?;
        }
        Act::Answer(answer) => {
            // The first answer holds, whoever else resumed the same quiz.
            connection
                .prepare_cached(
                    "INSERT INTO quiz_answer (quiz, question, event, right) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT DO UPDATE SET event = excluded.event, right = excluded.right
                         WHERE excluded.event < event",
                )?
                .execute((
                    key(&answer.quiz),
                    answer.question,
                    key(&event.id),
                    answer.verdict.is_right(),
                ))?;
        }
        Act::QuizEnd { quiz, finished } => {
            connection
                .prepare_cached(
                    "INSERT INTO quiz (event, ended) VALUES (?1, ?2)
                     ON CONFLICT DO UPDATE SET ended = max(excluded.ended, coalesce(ended, 0))",
                )?
                .execute((key(quiz), finished))?;
        }
        _ => {}
    }
    Ok(())
}

fn key(id: &EventId) -> &[u8] {
    id.0.as_bytes()
}

/// The last quiz that was not ended and has an answer.
pub(super) fn open(connection: &Connection) -> Result<Option<OpenQuiz>, Trouble> {
    let last: Option<[u8; 16]> = connection
        .prepare_cached(
            "SELECT event FROM quiz WHERE ended IS NULL AND scope IS NOT NULL
                 AND EXISTS (SELECT 1 FROM quiz_answer WHERE quiz = quiz.event)
             ORDER BY event DESC LIMIT 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?;
    let Some(quiz) = last.map(|bytes| EventId(Uuid::from_bytes(bytes))) else {
        return Ok(None);
    };
    let Some(Event {
        act: Act::Quiz { brief, questions },
        ..
    }) = log::event(connection, quiz)?
    else {
        return Ok(None);
    };
    let answers: Vec<[u8; 16]> = connection
        .prepare_cached("SELECT event FROM quiz_answer WHERE quiz = ?1 ORDER BY question")?
        .query_map([key(&quiz)], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut given = Vec::with_capacity(answers.len());
    for bytes in answers {
        let event = log::event(connection, EventId(Uuid::from_bytes(bytes)))?;
        if let Some(Act::Answer(answer)) = event.map(|event| event.act) {
            given.push(answer);
        }
    }
    Ok(Some(OpenQuiz {
        quiz,
        brief,
        questions,
        given,
    }))
}

/// Finished quizzes of a scope, in their order.
pub(super) fn tries(connection: &Connection, scope: &str) -> Result<Vec<Try>, Trouble> {
    connection
        .prepare_cached(
            "SELECT event, questions,
                 (SELECT count(*) FROM quiz_answer WHERE quiz = quiz.event AND right = 1)
             FROM quiz WHERE scope = ?1 AND ended = 1 ORDER BY event",
        )?
        .query_map([scope], |row| {
            Ok(Try {
                quiz: EventId(Uuid::from_bytes(row.get(0)?)),
                questions: row.get(1)?,
                right: row.get(2)?,
            })
        })?
        .map(|one| Ok(one?))
        .collect()
}
