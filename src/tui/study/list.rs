//! Items of a list: those named, and at the answer those that were missing.

use crate::answer::{Outcome, Verdict};
use crate::deck::ListItem;
use crate::tui::study::line::{Line, Span};
use crate::tui::study::page::{Page, typed as literal, written};
use crate::tui::study::typed;
use crate::tui::theme::Role;

/// What was entered so far, how far that is, what was said `again`, and the field.
pub fn question(page: &mut Page, entered: &[String], need: usize, again: Option<&str>) {
    let say = page.say();
    for item in entered {
        let lead = [Span::Text("· ".to_owned(), Role::Accent)];
        page.hanging(&lead, &literal(item), Role::Plain, &Line::default());
    }
    let far = if entered.is_empty() {
        say.name_some(need)
    } else {
        say.of(entered.len(), need)
    };
    page.spans(vec![Span::Text(far, Role::Dim)]);
    if let Some(again) = again {
        let told = say.entered_already(again);
        page.hanging(&[], &literal(&told), Role::Warn, &Line::default());
    }
    page.air();
    typed::field(page);
}

/// What was named, marked, and what was not.
pub fn answer(page: &mut Page, items: &[ListItem], given: &[String], verdict: &Verdict) {
    let say = page.say();
    let lang = page.lang();
    for (item, right) in given.iter().zip(&verdict.parts) {
        let (mark, role) = if *right {
            ("✓ ", Role::Good)
        } else {
            ("✗ ", Role::Bad)
        };
        let lead = [Span::Text(mark.to_owned(), role)];
        page.hanging(&lead, &literal(item), Role::Plain, &Line::default());
    }
    if verdict.outcome != Outcome::Correct {
        let (judged, role) = typed::judged(page, verdict);
        page.air();
        page.spans(vec![Span::Text(judged, role)]);
    }
    let missing: Vec<&str> = verdict
        .missing
        .iter()
        .filter_map(|at| items.get(*at))
        .map(|item| item.text.get(lang).as_str())
        .collect();
    if missing.is_empty() {
        return;
    }
    page.air();
    // Who named as many as were wanted misses none.
    let label = if verdict.outcome == Outcome::Correct {
        say.also_right()
    } else if given.is_empty() {
        say.right_answer()
    } else {
        say.missing()
    };
    page.spans(vec![Span::Text(label.to_owned(), Role::Dim)]);
    named(page, missing);
}

/// All that is right.
pub fn right(page: &mut Page, items: &[ListItem]) {
    let lang = page.lang();
    named(page, items.iter().map(|item| item.text.get(lang).as_str()));
}

fn named<'a>(page: &mut Page, items: impl IntoIterator<Item = &'a str>) {
    for item in items {
        let lead = [Span::Text("· ".to_owned(), Role::Dim)];
        page.hanging(&lead, &written(item), Role::Title, &Line::default());
    }
}
