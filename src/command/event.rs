//! An event of the log as it is printed.

use serde::Serialize;
use serde_json::{Map, Value};

use super::time;
use crate::schedule::{Act, Event, Phase, Review, StudyClock};

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
    serde_json::to_string(&line)
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

/// What a person would want to know of it, beside its kind and card.
pub(super) fn gist(act: &Act) -> String {
    match act {
        Act::Review(review) => {
            let mut gist = review.rating.to_string();
            if review.took_ms > 0 {
                gist.push_str(", ");
                gist.push_str(&time::took(u64::from(review.took_ms)));
            }
            if let Some(answered) = &review.answered {
                gist.push_str(": ");
                gist.push_str(answered);
            }
            gist
        }
        Act::Flag { why, .. } => why.clone(),
        Act::Correct { was, is, .. } => format!("{was} → {is}"),
        Act::Alias { was, .. } => format!("← {was}"),
        Act::Bury { until, .. } => until.date().to_string(),
        Act::More { new, reviews } => format!("+{new}, +{reviews}"),
        Act::Undo { event, .. } => event.to_string(),
        Act::Quiz { brief, questions } => {
            format!("{} questions, seed {}", questions.len(), brief.seed)
        }
        Act::Answer(answer) => format!(
            "{} {}: {}",
            answer.card,
            answer.verdict.name(),
            answer.answered
        ),
        Act::QuizEnd { finished, .. } => if *finished { "finished" } else { "given up" }.to_owned(),
        Act::Seen { .. } => "missed in a quiz".to_owned(),
        Act::Suspend { .. }
        | Act::Unsuspend { .. }
        | Act::Unbury { .. }
        | Act::Unflag { .. }
        | Act::Parameters { .. } => String::new(),
    }
}
