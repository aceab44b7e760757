//! The question side: what is asked, and the answer while it is being made.

use crate::deck::Task;
use crate::schedule::{CardState, Day};
use crate::session::{Asking, Draft};
use crate::tui::study::context::{self, Side};
use crate::tui::study::page::{Page, written};
use crate::tui::study::{choices, cloze, compare, list, order, pairs, typed};
use crate::tui::theme::Role;

/// Lays out the question.
pub fn lay(page: &mut Page, asking: &Asking, state: &CardState, peeking: bool, today: Day) {
    let card = &asking.card;
    let lang = page.lang();
    context::above(page, card, state, peeking, Side::Question);
    match (&card.task, &asking.draft) {
        (Task::Recall { cloze: Some(gaps) }, _) => cloze::hidden(page, gaps.get(lang)),
        (Task::Cloze { cloze: gaps, .. }, Draft::Gaps { fields, at }) => {
            cloze::typing(page, gaps.get(lang), fields, *at);
        }
        _ => page.text(card.question.get(lang), Role::Title),
    }
    if asking.hint
        && let Some(hint) = &card.hint
    {
        page.air();
        let label = page.say().hint_label();
        page.labelled(label, &written(hint.get(lang)), Role::Plain);
    }
    match (&card.task, &asking.draft) {
        (_, Draft::Text { field }) => {
            page.air();
            page.air();
            typed::field(page);
            typed::empty(page, field.is_empty());
        }
        (
            Task::Choice { choices, .. },
            Draft::Choice {
                shown,
                cursor,
                ticked,
                several,
            },
        ) => {
            page.air();
            choices::question(page, choices, shown, *cursor, ticked, *several);
        }
        (
            _,
            Draft::List {
                entered,
                need,
                again,
                ..
            },
        ) => {
            page.air();
            list::question(page, entered, *need, again.as_deref());
        }
        (
            Task::Order { items },
            Draft::Order {
                lines,
                cursor,
                held,
            },
        ) => {
            page.air();
            order::question(page, items, lines, *cursor, *held);
        }
        (
            Task::Pairs { pairs },
            Draft::Pairs {
                left,
                right,
                matched,
                cursor,
            },
        ) => {
            page.air();
            pairs::question(page, pairs, left, right, matched, *cursor);
        }
        (
            Task::Compare { sides, .. },
            Draft::Compare {
                shown,
                cursor,
                picked,
                ..
            },
        ) => {
            page.air();
            compare::question(page, sides, *shown, *cursor, *picked);
        }
        _ => {}
    }
    page.air();
    context::below(page, card, today, Side::Question);
}
