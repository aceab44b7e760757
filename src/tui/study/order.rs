//! Lines to bring into order, and the order that is right.

use crate::answer::Verdict;
use crate::text::Localized;
use crate::tui::keys::Command;
use crate::tui::study::choices::cursor;
use crate::tui::study::line::{Line, Span};
use crate::tui::study::page::{Page, written};
use crate::tui::study::typed;
use crate::tui::theme::Role;

/// The lines as they stand now.
pub fn question(page: &mut Page, items: &[Localized], lines: &[usize], at: usize, held: bool) {
    let lang = page.lang();
    for (index, item) in lines.iter().enumerate() {
        let Some(item) = items.get(*item) else {
            continue;
        };
        let here = index == at;
        let (grip, role) = match (here, held) {
            (true, true) => ("⇅ ", Role::Accent),
            _ => ("  ", Role::Dim),
        };
        let lead = [
            cursor(here),
            Span::Text(place(index, lines.len()), Role::Dim),
            Span::Text(grip.to_owned(), role),
        ];
        let like = Line {
            click: Some(Command::GoTo(index)),
            selected: here,
            ..Line::default()
        };
        page.hanging(&lead, &written(item.get(lang)), Role::Plain, &like);
    }
}

/// The right order; a line that stood elsewhere says where.
pub fn answer(page: &mut Page, items: &[Localized], given: Option<&[usize]>, verdict: &Verdict) {
    lines(page, items, given, &verdict.parts);
    let (judged, role) = typed::judged(page, verdict);
    page.air();
    page.spans(vec![Span::Text(judged, role)]);
}

/// The lines in the right order, marked if an order was given.
pub fn lines(page: &mut Page, items: &[Localized], given: Option<&[usize]>, parts: &[bool]) {
    let lang = page.lang();
    let say = page.say();
    for (index, item) in items.iter().enumerate() {
        let stood = given.and_then(|given| given.iter().position(|at| *at == index));
        let is_right = stood.is_some_and(|at| parts.get(at) == Some(&true));
        let (mark, role) = match (stood, is_right) {
            (None, _) => ("  ", Role::Plain),
            (Some(_), true) => ("✓ ", Role::Good),
            (Some(_), false) => ("✗ ", Role::Bad),
        };
        let lead = vec![
            Span::Text(mark.to_owned(), role),
            Span::Text(place(index, items.len()), Role::Dim),
        ];
        let word = stood.filter(|_| !is_right).map(|at| {
            let stood = format!("{} {}", say.you(), at + 1);
            (stood, Role::Bad)
        });
        page.item(lead, item.get(lang), Role::Title, word);
    }
}

/// A line's place, right-aligned among `count`.
fn place(index: usize, count: usize) -> String {
    let width = count.to_string().len();
    format!("{:>width$} ", index + 1)
}
