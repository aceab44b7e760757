//! An event of the log as it is printed.

use serde::Serialize;
use serde_json::{Map, Value};

use super::time;
use crate::schedule::{Act, Event, Phase, Review, StudyClock};
use crate::strings::Say;
use crate::text::Lang;

/// An event in JSON: `id, at, device, kind, card`, then what belongs to the
/// kind. Times are RFC 3339, study days are dates.
pub(super) fn json(event: &Event, clock: &StudyClock) -> Result<String, serde_json::Error> {
    let line = Line {
        id: event.id.to_string(),
        at: time::at_offset(event.at, event.offset),
        device: event.device.to_string(),
        kind: event.act.kind(),
        card: event.act.card().map(|card| card.as_str()),
        day: event.day.date().to_string(),
        more: more(&event.act, clock)?,
    };
    super::json::line(&line)
}

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    at: String,
    device: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<&'a str>,
    day: String,
    #[serde(flatten)]
    more: More<'a>,
}

/// What belongs to a kind of event.
#[derive(Serialize)]
#[serde(untagged)]
enum More<'a> {
    Review(ReviewLine<'a>),
    Other(Map<String, Value>),
}

#[derive(Serialize)]
struct ReviewLine<'a> {
    rating: &'static str,
    took_ms: u32,
    due: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_key_ms: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggested: Option<&'static str>,
    fingerprint: &'a crate::deck::Fingerprint,
}

fn more<'a>(act: &'a Act, clock: &StudyClock) -> Result<More<'a>, serde_json::Error> {
    if let Act::Review(review) = act {
        return Ok(More::Review(review_line(review, clock)));
    }
    // The rest is as it is in the log, what stands before it left out.
    let mut map = match serde_json::to_value(act)? {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    map.shift_remove("kind");
    // The card that an event is about stands before it already.
    if act.card().is_some() {
        map.shift_remove("card");
    }
    if let Act::Bury { until, .. } = act {
        map.insert("until".to_owned(), Value::String(until.date().to_string()));
    }
    Ok(More::Other(map))
}

fn review_line<'a>(review: &'a Review, clock: &StudyClock) -> ReviewLine<'a> {
    // Named one by one, so that a new field is not forgotten here.
    let Review {
        card: _,
        rating,
        took_ms,
        due,
        phase,
        fingerprint,
        answered,
        first_key_ms,
        suggested,
    } = review;
    ReviewLine {
        rating: rating.name(),
        took_ms: *took_ms,
        due: time::due(*due, clock),
        state: phase.name(),
        step: match phase {
            Phase::Learning { step } | Phase::Relearning { step } => Some(*step),
            Phase::New | Phase::Review => None,
        },
        answered: answered.as_deref(),
        first_key_ms: *first_key_ms,
        suggested: suggested.map(|rating| rating.name()),
        fingerprint,
    }
}

/// What kind of act it is, for a person.
pub(super) fn kind(act: &Act, lang: Lang) -> &'static str {
    let korean = match act {
        Act::Review(_) => "복습",
        Act::Suspend { .. } => "보류",
        Act::Unsuspend { .. } => "보류 풀기",
        Act::Bury { .. } => "미루기",
        Act::Unbury { .. } => "미루기 풀기",
        Act::Flag { .. } => "깃발",
        Act::Unflag { .. } => "깃발 떼기",
        Act::Correct { .. } => "정정",
        Act::Alias { .. } => "새 이름",
        Act::More { .. } => "오늘 더",
        Act::Parameters { .. } => "가중치",
        Act::Quiz { .. } => "퀴즈",
        Act::Answer(_) => "퀴즈 답",
        Act::QuizEnd { .. } => "퀴즈 끝",
        Act::Seen { .. } => "틀린 문제",
        Act::Undo { .. } => "취소",
    };
    Say(lang).pick_of(act.kind(), korean)
}

/// What a person would want to know of it, beside its kind and card.
pub(super) fn gist(act: &Act, lang: Lang) -> String {
    let say = Say(lang);
    match act {
        Act::Review(review) => {
            let mut gist = say.rated(review.rating).to_owned();
            if review.took_ms > 0 {
                gist.push_str(", ");
                gist.push_str(&time::took(u64::from(review.took_ms), lang));
            }
            with_answer(gist, review.answered.as_deref().unwrap_or_default())
        }
        Act::Flag { why, .. } => why.clone(),
        Act::Correct { was, is, .. } => format!("{was} → {is}"),
        Act::Alias { was, .. } => format!("← {was}"),
        Act::Bury { until, .. } => until.date().to_string(),
        Act::More { new, reviews } => format!("+{new}, +{reviews}"),
        Act::Undo { event, .. } => event.to_string(),
        Act::Quiz { brief, questions } => {
            let (count, seed) = (questions.len(), brief.seed);
            say.pick_of(
                format!("{count} questions, seed {seed}"),
                format!("{count}문제, 시드 {seed}"),
            )
        }
        Act::Answer(answer) => {
            let verdict = say.pick_of(answer.verdict.name(), say.outcome(answer.verdict));
            with_answer(format!("{} {verdict}", answer.card), &answer.answered)
        }
        Act::QuizEnd { finished: true, .. } => say.pick_of("finished", "끝까지").to_owned(),
        Act::QuizEnd { .. } => say.pick_of("given up", "그만둠").to_owned(),
        Act::Seen { .. } => say.pick_of("missed in a quiz", "퀴즈에서 틀림").to_owned(),
        Act::Suspend { .. }
        | Act::Unsuspend { .. }
        | Act::Unbury { .. }
        | Act::Unflag { .. }
        | Act::Parameters { .. } => String::new(),
    }
}

/// What was answered behind what it was worth, if anything was.
fn with_answer(gist: String, answered: &str) -> String {
    match answered.trim() {
        "" => gist,
        answered => format!("{gist}: {answered}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use uuid::Uuid;

    use super::*;
    use crate::answer::{Outcome, Reason};
    use crate::deck::Fingerprint;
    use crate::schedule::{Day, Due, EventId, QuizAnswer, Rating};

    #[test]
    fn an_answer_is_behind_a_colon_and_none_is_behind_nothing() {
        let rows = [
            (None, "easy, 0.7 s", "쉬움, 0.7초"),
            (Some(""), "easy, 0.7 s", "쉬움, 0.7초"),
            (Some(" "), "easy, 0.7 s", "쉬움, 0.7초"),
            (Some("42"), "easy, 0.7 s: 42", "쉬움, 0.7초: 42"),
        ];
        for (answered, english, korean) in rows {
            let act = Act::Review(Review {
                card: "kinds/bx".parse().unwrap(),
                rating: Rating::Easy,
                took_ms: 700,
                due: Due::On(Day(0)),
                phase: Phase::Review,
                fingerprint: Fingerprint::default(),
                answered: answered.map(str::to_owned),
                first_key_ms: None,
                suggested: None,
            });
            assert_eq!(gist(&act, Lang::En), english, "{answered:?}");
            assert_eq!(gist(&act, Lang::Ko), korean, "{answered:?}");
        }
    }

    #[test]
    fn so_it_is_in_a_quiz() {
        for (answered, english) in [("", "kinds/bx wrong"), ("42", "kinds/bx wrong: 42")] {
            let act = Act::Answer(QuizAnswer {
                quiz: EventId(Uuid::nil()),
                question: 0,
                card: "kinds/bx".parse().unwrap(),
                answered: answered.to_owned(),
                verdict: Outcome::Wrong,
                reason: Reason::Nothing,
                took_ms: 700,
                late: false,
            });
            assert_eq!(gist(&act, Lang::En), english);
        }
    }
}
