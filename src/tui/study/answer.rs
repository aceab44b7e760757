//! The answer side: what is right, how the answer was judged, and what people
//! would rather look at: bars, a note, the dateline.

use crate::answer::{Reason, Response, Verdict};
use crate::deck::{Card, Task};
use crate::figure::{Date, Period};
use crate::schedule::{CardState, Day};
use crate::session::{Draft, Turned};
use crate::tui::canvas::columns;
use crate::tui::study::context::{self, Side};
use crate::tui::study::page::{Page, written};
use crate::tui::study::typed::{self, Manner};
use crate::tui::study::{choices, cloze, compare, list, order, pairs};
use crate::tui::theme::Role;

/// Lays out the answer, below the question.
pub fn lay(page: &mut Page, turned: &Turned, state: &CardState, peeking: bool, today: Day) {
    asked(page, &turned.card, state, peeking);
    given(page, turned, state, today);
}

/// Lays out a card that no one was asked: its question, and what is right.
pub fn looked_up(page: &mut Page, card: &Card, state: &CardState, today: Day) {
    asked(page, card, state, false);
    context::correction(page, card, state);
    right(page, card);
    beside(page, card, today);
}

/// The question as it stands above the answer.
fn asked(page: &mut Page, card: &Card, state: &CardState, peeking: bool) {
    let lang = page.lang();
    context::above(page, card, state, peeking, Side::Answer);
    match &card.task {
        Task::Recall { cloze: Some(gaps) } => cloze::filled(page, gaps.get(lang)),
        Task::Cloze { .. } => {}
        _ => page.text(card.question.get(lang), Role::Plain),
    }
    if !matches!(card.task, Task::Cloze { .. }) {
        page.air();
    }
}

/// What is right, and all that comes with it.
pub fn given(page: &mut Page, turned: &Turned, state: &CardState, today: Day) {
    let card = &turned.card;
    context::correction(page, card, state);
    match &turned.verdict {
        Some(verdict) => judged(page, turned, verdict),
        None => right(page, card),
    }
    beside(page, card, today);
}

/// What comes with the answer.
fn beside(page: &mut Page, card: &Card, today: Day) {
    context::reported(page, card);
    if !card.chart.is_empty() {
        page.air();
        page.chart(compare::bars(page, &card.chart));
    }
    if let Some(note) = &card.note {
        page.air();
        let label = page.say().note();
        let lang = page.lang();
        page.labelled(label, &written(note.get(lang)), Role::Plain);
    }
    context::below(page, card, today, Side::Answer);
}

/// What is right, where nothing is judged: on a card that the learner rates alone,
/// or looks up.
fn right(page: &mut Page, card: &Card) {
    let lang = page.lang();
    match &card.task {
        // It stands in the text.
        Task::Recall { cloze: Some(_) } => return,
        Task::Cloze { cloze, .. } => return cloze::filled(page, cloze.get(lang)),
        Task::Choice { choices, right, .. } => {
            let all: Vec<usize> = (0..choices.len()).collect();
            return choices::answer(page, choices, &all, right, &[], false);
        }
        Task::List { items, .. } => return list::right(page, items),
        Task::Order { items } => return order::lines(page, items, None, &[]),
        Task::Pairs { pairs } => {
            let left: Vec<usize> = (0..pairs.len()).collect();
            return pairs::matched(page, pairs, &left, None, &[]);
        }
        _ => {}
    }
    let answer = card.answer.get(lang);
    // A word or two stand out; a paragraph in bold would shout.
    let short = columns(answer) <= page.width();
    let role = if short { Role::Title } else { Role::Plain };
    page.text(answer, role);
    if let Task::Compare { sides, ratio, .. } = &card.task {
        compare::sides(page, card, sides, ratio);
    }
}

fn judged(page: &mut Page, turned: &Turned, verdict: &Verdict) {
    let card = &turned.card;
    let lang = page.lang();
    let right = card.answer.get(lang);
    let response = &turned.response;
    let several: &[String] = match response {
        Response::Several(texts) => texts,
        _ => &[],
    };
    let typed_text = match response {
        Response::Typed(text) => text.as_str(),
        _ => "",
    };
    match (&card.task, &turned.draft) {
        (Task::Number { .. }, _) => {
            typed::answer(page, verdict, typed_text, right, Manner::Figure);
        }
        (Task::Date { .. }, _) => {
            // As it was read, so that the same parts stand in the same places.
            let date = Date::parse(typed_text).map(|date| date.format(lang));
            let read = date.or_else(|_| Period::parse(typed_text).map(|span| span.format(lang)));
            let given = read.as_deref().unwrap_or(typed_text);
            typed::answer(page, verdict, given, right, Manner::Text);
        }
        (Task::Cloze { cloze: gaps, .. }, _) => {
            cloze::answer(page, gaps.get(lang), verdict, several);
        }
        (Task::Choice { choices, right, .. }, Draft::Choice { shown, several, .. }) => {
            let picked: &[usize] = match response {
                Response::Chosen(picked) => picked,
                _ => &[],
            };
            choices::answer(page, choices, shown, right, picked, *several);
            // The lines say which; a word on another choice would add nothing.
            let (judged, role) = match verdict.reason {
                Reason::WrongChoice => typed::marked_outcome(page, verdict),
                _ => typed::judged(page, verdict),
            };
            page.air();
            page.text(&judged, role);
        }
        (Task::List { items, .. }, _) => list::answer(page, items, several, verdict),
        (Task::Order { items }, _) => {
            let given = match response {
                Response::Ordered(lines) => Some(lines.as_slice()),
                _ => None,
            };
            order::answer(page, items, given, verdict);
        }
        (Task::Pairs { pairs }, Draft::Pairs { left, .. }) => {
            let given = match response {
                Response::Matched(matched) => Some(matched.as_slice()),
                _ => None,
            };
            pairs::answer(page, pairs, left, given, verdict);
        }
        (Task::Compare { sides, ratio, .. }, _) => {
            let given = match response {
                Response::Compared(side, times) => Some((*side, times.as_str())),
                _ => None,
            };
            compare::answer(page, card, sides, ratio, given, verdict);
        }
        _ => {
            // A slip is held against the text that was meant.
            let meant = verdict.slip_in(typed_text);
            let meant = meant.and_then(|lang| card.answer.exactly(lang));
            let right = meant.unwrap_or(right);
            typed::answer(page, verdict, typed_text, right, Manner::Text);
        }
    }
}
