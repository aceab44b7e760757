//! `dateline quiz [DECK…]`

use std::io::Write;

use super::arguments::QuizArguments;
use super::{Failure, Setup, Status, export, lookup, plain};
use crate::collection::Collection;
use crate::message;
use crate::quiz::{Brief, Limit, Paper, markdown};
use crate::strings::Say;
use crate::tui::Start;

/// A quiz: on the screen, as lines, or on paper.
pub(super) fn run(
    setup: &Setup,
    quiz: &QuizArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    if setup.json {
        return Err(Failure::Message(message!(
            "a quiz prints no JSON; 'dateline log --json' has its questions and results",
            "퀴즈는 JSON을 내지 않습니다; 문제와 결과는 'dateline log --json'에 있습니다"
        )));
    }
    let mut collection = setup.quiet_collection()?;
    if quiz.resume {
        let left = collection.open_quiz()?.ok_or_else(|| {
            Failure::Message(message!(
                "no quiz was left; 'dateline quiz' begins one",
                "남겨 둔 퀴즈가 없습니다; 'dateline quiz'로 시작하세요"
            ))
        })?;
        if !quiz.plain {
            return super::study::show(setup, collection, Start::Resume);
        }
        return plain::talk(setup, out, |talk, now| {
            crate::plain::resume(&mut collection, left, talk, now)
        });
    }
    let brief = brief(&collection, quiz)?;
    // Only decks were named: the rest is asked on the screen.
    if !quiz.plain && quiz.export.is_none() && !quiz.is_settled() {
        return super::study::show(setup, collection, Start::Setup(brief));
    }
    let paper = Paper::make(&collection.quiz_cards(setup.clock.now())?, &brief);
    if paper.questions.is_empty() {
        return Err(Failure::Message(message!(
            "no card fits that quiz; name other decks, tags or kinds",
            "그 퀴즈에 맞는 카드가 없습니다; 다른 덱, 태그, 종류를 고르세요"
        )));
    }
    if let Some(file) = &quiz.export {
        let text = markdown(&paper, Say(setup.lang), setup.study_lang);
        export::write(file, &text, out)?;
        return Ok(Status::Done);
    }
    if !quiz.plain {
        return super::study::show(setup, collection, Start::Quiz(brief));
    }
    plain::talk(setup, out, |talk, now| {
        crate::plain::begin(&mut collection, paper, talk, now)
    })
}

fn brief(collection: &Collection, quiz: &QuizArguments) -> Result<Brief, Failure> {
    let decks = lookup::decks(collection, &quiz.decks)?;
    let limit = match (quiz.limit, quiz.per_question) {
        (Some(whole), _) => Some(Limit::Whole(whole.seconds)),
        (None, Some(each)) => Some(Limit::Question(each.seconds)),
        (None, None) => None,
    };
    Ok(Brief {
        decks,
        tags: lookup::tags(collection, &quiz.tags)?,
        kinds: quiz.kinds.clone(),
        number: quiz.number.unwrap_or(Brief::NUMBER),
        limit,
        seed: quiz
            .seed
            .unwrap_or_else(|| rand::random_range(1..=Brief::LAST_SEED)),
        count_reviews: quiz.count_reviews,
    })
}
