//! Pairs to match: left sides with what is matched to them, and below them the
//! right sides by their numbers.

use crate::answer::Verdict;
use crate::text::{Localized, width};
use crate::tui::canvas::columns;
use crate::tui::keys::Command;
use crate::tui::study::choices::{cursor, number};
use crate::tui::study::line::{Line, Span, pad};
use crate::tui::study::page::{Page, written};
use crate::tui::study::typed;
use crate::tui::theme::Role;

/// The left column's width, or `None` where a match stands below its left side.
fn beside(page: &Page, pairs: &[(Localized, Localized)], taken: u16) -> Option<u16> {
    let lang = page.lang();
    let widest = |side: fn(&(Localized, Localized)) -> &Localized| {
        let each = pairs.iter().map(|pair| columns(side(pair).get(lang)));
        each.max().unwrap_or(0)
    };
    let (left, right) = (widest(|pair| &pair.0), widest(|pair| &pair.1));
    (left.saturating_add(right).saturating_add(taken) <= page.width()).then_some(left)
}

/// The pairs so far, and what there is to match.
pub fn question(
    page: &mut Page,
    pairs: &[(Localized, Localized)],
    left: &[usize],
    right: &[usize],
    matched: &[Option<usize>],
    at: usize,
) {
    let lang = page.lang();
    // A cursor, an arrow, a number and their gaps.
    let column = beside(page, pairs, 14);
    let right_text = |line: usize| {
        let side = right.get(line).and_then(|side| pairs.get(*side));
        side.map(|(_, right)| right.get(lang).clone())
            .unwrap_or_default()
    };
    for (index, pair) in left.iter().enumerate() {
        let Some((side, _)) = pairs.get(*pair) else {
            continue;
        };
        let here = index == at;
        let like = Line {
            click: Some(Command::GoTo(index)),
            selected: here,
            ..Line::default()
        };
        let line = matched.get(index).copied().flatten();
        let arrow = match line {
            Some(line) if line < 9 => format!("→ {} ", line + 1),
            Some(_) => "→ ".to_owned(),
            None => "→ …".to_owned(),
        };
        let text = line.map(right_text).unwrap_or_default();
        let role = if line.is_some() {
            Role::Accent
        } else {
            Role::Dim
        };
        let side = side.get(lang);
        if let Some(column) = column {
            let blanks = " ".repeat(usize::from(column).saturating_sub(width(side)));
            let mut row = like;
            row.spans = vec![cursor(here)];
            row.spans.extend(runs(side, Role::Plain));
            row.spans
                .push(Span::Text(format!("{blanks}  {arrow}"), role));
            row.spans.extend(runs(&text, Role::Plain));
            page.line(row);
        } else {
            let below = Line {
                indent: 4,
                ..like.clone()
            };
            let add = |page: &mut Page| {
                page.hanging(&[cursor(here)], &written(side), Role::Plain, &like);
                let lead = [Span::Text(arrow, role)];
                page.hanging(&lead, &written(&text), Role::Plain, &below);
            };
            // The one that is being matched stays, and what there is for it.
            if here {
                add(page);
            } else {
                page.in_passing(add);
            }
        }
    }
    let open = matched.iter().filter(|line| line.is_none()).count();
    if open > 0 && open < matched.len() {
        let told = page.say().still_to_match(open);
        page.in_passing(|page| page.spans(vec![Span::Text(format!("  {told}"), Role::Dim)]));
    }
    page.air();
    for (index, side) in right.iter().enumerate() {
        let Some((_, side)) = pairs.get(*side) else {
            continue;
        };
        let used = matched.contains(&Some(index));
        let lead = [
            Span::Text("  ".to_owned(), Role::Plain),
            Span::Text(number(index), Role::Key),
        ];
        let like = Line {
            click: Some(Command::Pick(index)),
            right: used.then(|| ("✓".to_owned(), Role::Dim)),
            ..Line::default()
        };
        let role = if used { Role::Dim } else { Role::Plain };
        page.hanging(&lead, &written(side.get(lang)), role, &like);
    }
}

/// The right pairs, in the order they were shown; where another was matched, which.
pub fn answer(
    page: &mut Page,
    pairs: &[(Localized, Localized)],
    left: &[usize],
    given: Option<&[usize]>,
    verdict: &Verdict,
) {
    matched(page, pairs, left, given, &verdict.parts);
    let (judged, role) = typed::judged(page, verdict);
    page.air();
    page.spans(vec![Span::Text(judged, role)]);
}

/// The right pairs, marked if any were given.
pub fn matched(
    page: &mut Page,
    pairs: &[(Localized, Localized)],
    left: &[usize],
    given: Option<&[usize]>,
    parts: &[bool],
) {
    let lang = page.lang();
    let say = page.say();
    let column = beside(page, pairs, 8);
    for pair in left {
        let Some((side, right)) = pairs.get(*pair) else {
            continue;
        };
        let mine = given
            .and_then(|given| given.get(*pair))
            .and_then(|at| pairs.get(*at));
        let is_right = parts.get(*pair) == Some(&true);
        let (mark, role) = match (mine, is_right) {
            (None, _) => ("  ", Role::Plain),
            (Some(_), true) => ("✓ ", Role::Good),
            (Some(_), false) => ("✗ ", Role::Bad),
        };
        let lead = Span::Text(mark.to_owned(), role);
        let (side, right) = (side.get(lang), right.get(lang));
        let indent = if let Some(column) = column {
            let blanks = pad("", column.saturating_sub(columns(side)));
            let mut spans = vec![lead];
            spans.extend(runs(side, Role::Plain));
            spans.push(Span::Text(format!("{blanks}  – "), Role::Dim));
            spans.extend(runs(right, Role::Title));
            page.spans(spans);
            column + 6
        } else {
            page.hanging(&[lead], &written(side), Role::Plain, &Line::default());
            let like = Line {
                indent: 4,
                ..Line::default()
            };
            let lead = [Span::Text("– ".to_owned(), Role::Dim)];
            page.hanging(&lead, &written(right), Role::Title, &like);
            6
        };
        if let Some((_, mine)) = mine.filter(|_| !is_right) {
            let like = Line {
                indent,
                ..Line::default()
            };
            let lead = [Span::Text(format!("{} ", say.you()), Role::Dim)];
            page.hanging(&lead, &written(mine.get(lang)), Role::Bad, &like);
        }
    }
}

/// A short text's runs on one line.
fn runs(text: &str, role: Role) -> Vec<Span> {
    let lines = crate::text::markdown::wrap(text, usize::from(u16::MAX));
    lines
        .into_iter()
        .flatten()
        .map(|run| Span::Run(run, role))
        .collect()
}
